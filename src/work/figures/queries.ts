/** Reading figures. Every query reads one contiguous range of a roll-up, however many items there are. */
import { sql } from 'kysely';
import { own, type Look, type Tx } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { percentile } from './buckets.ts';
import { PARTS } from './count.ts';
import { EVERY_AGENCY, EVERY_SUBJECT, type FigureTables, type Numbers } from './schema.ts';

const total = sql<number>`sum(n)::int`.as('n');

/** Turns rows (what, kind, n) into one record of numbers for each. */
function byKey(rows: readonly { key: string; kind: string; n: number }[]): Map<string, Numbers> {
  const found = new Map<string, Record<string, number>>();
  for (const { key, kind, n } of rows) {
    const numbers = found.get(key) ?? {};
    numbers[kind] = n;
    found.set(key, numbers);
  }
  return found;
}

type Month = { tenant: number; measure: string; day: string };
const monthly = (db: Tx, { tenant, measure, day }: Month) =>
  own<FigureTables>(db)
    .selectFrom('figures.monthly')
    .where('tenant', '=', tenant)
    .where('measure', '=', measure)
    .where('month', '=', day)
    // Rows that were only opened say nothing yet.
    .where(sql<boolean>`numbers @? '$.* ? (@ != 0)'`);

const ofAgencies = prepared((db, month: Month) =>
  monthly(db, month).select(['agency', 'numbers']).where('subject', '=', EVERY_SUBJECT),
);

/** What happened in a month (`YYYY-MM`), by agency. */
export const monthByAgency = async (
  look: Look,
  measure: string,
  month: string,
): Promise<ReadonlyMap<string, Numbers>> =>
  new Map(
    (await ofAgencies(look.tx, { tenant: look.tenant, measure, day: `${month}-01` })).map(
      ({ agency, numbers }) => [agency, numbers],
    ),
  );

/** Subjects on one page. */
const PAGE = 50;

const ofSubjects = prepared((db, given: Month & { after: string }) =>
  monthly(db, given)
    .select(['subject', 'numbers'])
    .where('agency', '=', EVERY_AGENCY)
    .where('subject', '>', given.after)
    .orderBy('subject')
    .limit((PAGE + 1) * PARTS),
);

/** What happened in a month in the whole tenant, by subject: fifty in the order of their codes, from after the given one. */
export async function monthBySubject(
  look: Look,
  measure: string,
  month: string,
  after = '',
): Promise<{ rows: ReadonlyMap<string, Numbers>; more: boolean }> {
  const parts = await ofSubjects(look.tx, { tenant: look.tenant, measure, day: `${month}-01`, after });
  const found = Map.groupBy(parts, ({ subject }) => subject);
  const rows = [...found]
    .slice(0, PAGE)
    .map(([subject, same]) => [subject, sumOf(same.map(({ numbers }) => numbers))] as const);
  return { rows: new Map(rows), more: found.size > PAGE };
}

/**
 * The subjects with the most facts of a kind in these months (`YYYY-MM`) in the whole tenant, the most first; equal ones in
 * the order of their codes. Reads one row for each subject, month and part, however many items there are.
 */
export async function busiestSubjects(
  look: Look,
  measure: string,
  kind: string,
  months: readonly string[],
  size: number,
): Promise<readonly { readonly subject: string; readonly times: number }[]> {
  const { rows } = await sql<{ subject: string; times: number }>`
    select subject, sum((numbers->>${kind})::int)::int as times from figures.monthly
    where tenant = ${look.tenant} and measure = ${measure} and agency = ${EVERY_AGENCY}
      and month = any(${months.map((month) => `${month}-01`)}::date[]) and (numbers->>${kind})::int > 0
    group by subject order by times desc, subject limit ${size}`.execute(look.tx);
  return rows;
}

/** The same at these agencies since a day. Reads the days of these agencies, however many items the others have. */
export async function busiestSubjectsOf(
  look: Look,
  measure: string,
  kind: string,
  agencies: readonly string[],
  since: string,
  size: number,
): Promise<readonly { readonly subject: string; readonly times: number }[]> {
  return own<FigureTables>(look.tx)
    .selectFrom('figures.daily')
    .select(['subject', sql<number>`sum(n)::int`.as('times')])
    .where('tenant', '=', look.tenant)
    .where('measure', '=', measure)
    .where('agency', 'in', agencies)
    .where('day', '>=', since)
    .where('kind', '=', kind)
    .groupBy('subject')
    .orderBy('times', 'desc')
    .orderBy('subject')
    .limit(size)
    .execute();
}

/** Adds up the figures of several rows. */
export function sumOf(rows: Iterable<Numbers>): Numbers {
  const sum: Record<string, number> = {};
  for (const numbers of rows)
    for (const [kind, n] of Object.entries(numbers)) sum[kind] = (sum[kind] ?? 0) + n;
  return sum;
}

/** What happened at an agency on each day of a period, both ends included. */
export const daysOf = async (
  look: Look,
  measure: string,
  agency: string,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, Numbers>> =>
  byKey(
    await daily(look, measure, agency, from, to)
      .select('day as key')
      .groupBy(['day', 'kind'])
      .orderBy('day')
      .execute(),
  );

/** What happened at an agency in a period, by subject. */
export const subjectsOf = async (
  look: Look,
  measure: string,
  agency: string,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, Numbers>> =>
  byKey(
    await daily(look, measure, agency, from, to)
      .select('subject as key')
      .groupBy(['subject', 'kind'])
      .execute(),
  );

const daily = (look: Look, measure: string, agency: string, from: string, to: string) =>
  own<FigureTables>(look.tx)
    .selectFrom('figures.daily')
    .select(['kind', total])
    .where('tenant', '=', look.tenant)
    .where('measure', '=', measure)
    .where('agency', '=', agency)
    .where('day', '>=', from)
    .where('day', '<=', to);

/** How many open items stand in each state now: of one agency, or of all. */
export async function standingNow(look: Look, measure: string, agency: string | null): Promise<Numbers> {
  const rows = await own<FigureTables>(look.tx)
    .selectFrom('figures.standing')
    .select('numbers')
    .where('tenant', '=', look.tenant)
    .where('measure', '=', measure)
    .$if(agency !== null, (query) => query.where('agency', '=', agency!))
    .execute();
  return sumOf(rows.map(({ numbers }) => numbers));
}

/** How long items of a subject really took, in hours, pauses excluded. */
export type Times = { readonly median: number; readonly p90: number; readonly n: number };

/** Fewer finished items than this say nothing about the next one. */
const FEWEST = 5;

type SpansOf = { tenant: number; measure: string; subject: string; agency: string; from: number };
const spans = prepared((db, { tenant, measure, subject, agency, from }: SpansOf) =>
  own<FigureTables>(db)
    .selectFrom('figures.spans')
    .select(['bucket', total])
    .where('tenant', '=', tenant)
    .where('measure', '=', measure)
    .where('subject', '=', subject)
    .where('agency', '=', agency)
    .where('year', '>=', from)
    .groupBy('bucket'),
);

/**
 * The real median and 90th percentile of this year and the last, of one agency or of all; null while too few were
 * finished. Half of the people waited no longer than the median: an average would hide the slow ones.
 */
export async function timesOf(
  look: Look,
  subject: string,
  agency: string = EVERY_AGENCY,
  measure = 'dossiers',
): Promise<Times | null> {
  const year = Number(vietnamDay(look.now).slice(0, 4));
  const buckets = await spans(look.tx, { tenant: look.tenant, measure, subject, agency, from: year - 1 });
  const n = buckets.reduce((sum, one) => sum + one.n, 0);
  if (n < FEWEST) return null;
  return { median: percentile(buckets, 0.5) ?? 0, p90: percentile(buckets, 0.9) ?? 0, n };
}
