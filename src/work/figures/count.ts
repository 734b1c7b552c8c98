/** Counting a fact in the act that makes it: the figure and the fact commit together. */
import type { Act } from '../../ground/db/act.ts';
import { add } from '../../ground/db/writes.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { bucketOf } from './buckets.ts';
import { EVERY_AGENCY, EVERY_SUBJECT, type Counted } from './schema.ts';

/** A busy figure is split into so many rows, so that two acts seldom wait for the same one. */
const PARTS = 4;

/** The part of an item: by the last digits of its id, which are random. */
const partOf = (item: string): number => parseInt(item.slice(-2), 16) % PARTS;

/** Counts a fact of this kind, today in Vietnam. */
export function countFact(act: Act, { measure, agency, subject, item }: Counted, kind: string): void {
  const day = vietnamDay(act.now);
  const month = `${day.slice(0, 7)}-01`;
  const part = partOf(item);
  const { tenant, writes } = act;
  add(writes, 'figures.daily', { tenant, measure, agency, day, subject, kind, part }, { n: 1 });
  add(
    writes,
    'figures.monthly',
    { tenant, measure, month, agency, subject: EVERY_SUBJECT, kind, part },
    { n: 1 },
  );
  add(
    writes,
    'figures.monthly',
    { tenant, measure, month, agency: EVERY_AGENCY, subject, kind, part },
    { n: 1 },
  );
}

/** Moves an open item from one state to another; null: it was not there before, or is no longer open. */
export function countState(
  act: Act,
  { measure, agency, subject, item }: Counted,
  from: string | null,
  to: string | null,
): void {
  if (from === to) return;
  const { tenant, writes } = act;
  const part = partOf(item);
  if (from !== null)
    add(writes, 'figures.standing', { tenant, measure, agency, state: from, subject, part }, { n: -1 });
  if (to !== null)
    add(writes, 'figures.standing', { tenant, measure, agency, state: to, subject, part }, { n: 1 });
}

/** Counts how long a finished item took, in milliseconds. */
export function countSpan(act: Act, { measure, agency, subject, item }: Counted, ms: number): void {
  const year = Number(vietnamDay(act.now).slice(0, 4));
  const bucket = bucketOf(Math.floor(ms / 60_000));
  const { tenant, writes } = act;
  for (const whose of [agency, EVERY_AGENCY])
    add(
      writes,
      'figures.spans',
      { tenant, measure, subject, agency: whose, year, bucket, part: partOf(item) },
      { n: 1 },
    );
}
