/** Counting a fact in the act that makes it: the figure and the fact commit together. */
import type { Act } from '../../ground/db/act.ts';
import { add } from '../../ground/db/writes.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { bucketOf } from './buckets.ts';
import { EVERY_AGENCY, EVERY_SUBJECT, type Counted } from './schema.ts';

/**
 * A busy figure is split into so many rows, so that two acts seldom wait for the same one. What one agency counts in a month is not: its
 * acts are few, and each of its submissions waits for the one before anyway, to take the next number.
 */
export const PARTS = 4;

/** The part of an item: by the last digits of its id, which are random. */
const partOf = (item: string): number => parseInt(item.slice(-2), 16) % PARTS;

/** Counts a fact of this kind, today in Vietnam. */
export function countFact(act: Act, { measure, agency, subject, item }: Counted, kind: string): void {
  const day = vietnamDay(act.now);
  const month = `${day.slice(0, 7)}-01`;
  const part = partOf(item);
  const { tenant, writes } = act;
  add(writes, 'figures.daily', { tenant, measure, agency, day, subject, kind, part }, { n: 1 });
  const whole = { tenant, measure, month };
  const numbers = { [kind]: 1 };
  add(writes, 'figures.monthly', { ...whole, agency, subject: EVERY_SUBJECT, part: 0 }, { numbers });
  add(writes, 'figures.monthly', { ...whole, agency: EVERY_AGENCY, subject, part }, { numbers });
}

/** Moves an open item from one state to another; null: it was not there before, or is no longer open. */
export function countState(
  act: Act,
  { measure, agency }: Pick<Counted, 'measure' | 'agency'>,
  from: string | null,
  to: string | null,
): void {
  if (from === to) return;
  const { tenant, writes } = act;
  const numbers = { ...(from !== null && { [from]: -1 }), ...(to !== null && { [to]: 1 }) };
  add(writes, 'figures.standing', { tenant, measure, agency }, { numbers });
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
