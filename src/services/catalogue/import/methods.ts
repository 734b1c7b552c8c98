/** Ways of filing (cách thức thực hiện) with their limits and fees. The catalogue has a row per way and case; here is one entry per way. */
import type { Channel, Fee, Method, Term } from '../schema.ts';
import { channelOf, unitOf } from './classes.ts';
import { feeOf } from './fees.ts';
import { isNothing, objectsOf, textOf, type Raw } from './lenient.ts';
import type { Note } from './doubt.ts';

const written = /^(\d+(?:[.,]\d+)?)\s*(.*)$/;

/** The limit of a row: a number and a unit, also written together («05 ngày làm việc»). */
function termOf(row: Raw, field: string, note: Note): Term | null {
  const given = row['time_limit'];
  if (isNothing(given)) return null;
  const match = written.exec(
    typeof given === 'number' || typeof given === 'string' ? String(given).trim() : '',
  );
  const amount = Number((match?.[1] ?? '').replace(',', '.'));
  if (!match || !Number.isFinite(amount) || amount > 10_000) {
    note(field, 'wrong-type', given);
    return null;
  }
  const words = isNothing(row['time_unit']) ? match[2] : row['time_unit'];
  const unit = isNothing(words) ? null : unitOf(words, field, note);
  if (unit === null) note(field, 'no-unit', given);
  return { amount, unit, when: null };
}

type Row = {
  readonly channel: Channel;
  readonly term: Term | null;
  readonly fees: readonly Fee[];
  readonly description: string;
};

function rowOf(row: Raw, i: number, note: Note): Row | null {
  const field = `methods[${i}]`;
  const channel = channelOf(row['channel'], `${field}.channel`, note);
  if (channel === null) {
    if (isNothing(row['channel'])) note(`${field}.channel`, 'missing');
    return null;
  }
  const ambiguous = row['ambiguous'] === true;
  const fees = objectsOf(row['fees'], `${field}.fees`, note).map((fee, n) =>
    feeOf(fee, `${field}.fees[${n}]`, ambiguous, note),
  );
  return {
    channel,
    term: termOf(row, `${field}.time_limit`, note),
    fees,
    description: textOf(row['description'], `${field}.description`, note) ?? '',
  };
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Without repetition: a limit or fee that stands in several rows of one way is the same one. */
const distinct = <Item>(items: readonly Item[], bare: (item: Item) => unknown): readonly Item[] =>
  items.filter((item, i) => items.findIndex((other) => sameJson(bare(other), bare(item))) === i);

/** Rows of one way become one method; where they have different limits, each says its case in its own words. */
function together(rows: readonly Row[]): Method {
  const several = rows.length > 1;
  const terms = rows.flatMap(({ term, description }) =>
    term ? [{ ...term, when: several && description ? description : null }] : [],
  );
  return {
    channel: rows[0]!.channel,
    terms: distinct(terms, (term) => term),
    fees: distinct(
      rows.flatMap(({ fees }) => fees),
      ({ code: _, ...fee }) => fee,
    ),
    description: [...new Set(rows.map(({ description }) => description).filter(Boolean))].join('\n\n'),
  };
}

/** Reads the ways of filing of a row of the catalogue. */
export function methodsOf(raw: Raw, note: Note): readonly Method[] {
  const rows = objectsOf(raw['methods'], 'methods', note).flatMap((row, i) => rowOf(row, i, note) ?? []);
  if (rows.length === 0) note('methods', 'missing');
  if (!isNothing(raw['methods_raw'])) note('methods', 'flattened', raw['methods_raw']);
  const byChannel = Map.groupBy(rows, ({ channel }) => channel);
  return [...byChannel.values()].map(together);
}
