/** What the national database said, kept for the editors. */
import { sql } from 'kysely';
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { NationalRow } from '../gateway/port.ts';
import type { HandMade } from '../import/carry-over.ts';
import type { NationalContent } from '../schema.ts';
import type { CatalogueTables } from '../tables.ts';

/** Where the catalogue stands against the nation, for one procedure. */
export type AnswerState = 'same' | 'differs' | 'new' | 'absent' | 'unreadable';

/** A comparison of the whole catalogue. */
export type Comparison = {
  readonly id: string;
  readonly at: Date;
  readonly by_account: string | null;
  readonly listed: number | null;
  readonly asked: number | null;
  readonly trouble: 'no-answer' | 'short-list' | null;
};

/** What was said last of one procedure. */
export type NationalAnswer = {
  readonly code: string;
  readonly comparison: string;
  readonly name: string;
  readonly state: AnswerState;
  readonly hash: string | null;
  readonly content: NationalRow | null;
  readonly settled: string | null;
  readonly checked_at: Date;
};

export type InStepTables = Pick<CatalogueTables, 'catalogue.versions' | 'catalogue.procedures'> & {
  'catalogue.comparisons': Comparison & { tenant: number };
  'catalogue.national_answers': NationalAnswer & { tenant: number };
};

const columns = ['code', 'comparison', 'name', 'state', 'hash', 'content', 'settled', 'checked_at'] as const;

/** A procedure as it stands here today. */
export type Ours = {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly national: NationalContent;
  readonly handMade: readonly HandMade[];
};

/** Codes that the nation gives; local re-issues and internal procedures are the province's own affair. */
const nationalCode = '^\\d\\.\\d{6}$';

const inForce = (look: Look) => {
  const today = vietnamDay(look.now);
  return own<InStepTables>(look.tx)
    .selectFrom('catalogue.versions as v')
    .innerJoin('catalogue.procedures as p', (on) =>
      on.onRef('p.tenant', '=', 'v.tenant').onRef('p.code', '=', 'v.code'),
    )
    .where('v.tenant', '=', look.tenant)
    .where('v.state', '=', 'published')
    .where('v.valid_from', '<=', today)
    .where((is) => is.or([is('v.valid_to', 'is', null), is('v.valid_to', '>', today)]))
    .where(sql<boolean>`v.code ~ ${nationalCode}`);
};

/** National procedures in force here: code and name. */
export const listOurs = (look: Look): Promise<{ code: string; name: string }[]> =>
  inForce(look).select(['v.code', 'v.name']).execute();

/** One of them with its content, or null. */
export async function findOurs(look: Look, code: string): Promise<Ours | null> {
  const row = await inForce(look)
    .select(['v.code', 'v.name', 'v.version', 'v.national', 'p.hand_made'])
    .where('v.code', '=', code)
    .executeTakeFirst();
  return row ? { ...row, handMade: row.hand_made as HandMade[] } : null;
}

const answers = (look: Look) =>
  own<InStepTables>(look.tx)
    .selectFrom('catalogue.national_answers')
    .select(columns)
    .where('tenant', '=', look.tenant);

/** What was said of these procedures, by code. */
export async function answersOf(
  look: Look,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NationalAnswer>> {
  const rows = await answers(look)
    .where('code', '=', sql<string>`any(${[...codes]})`)
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** What an editor has yet to look at, by code. */
export const listOpen = (look: Look, after: string | null, size = 50): Promise<NationalAnswer[]> =>
  answers(look)
    .where('state', '<>', 'same')
    .$if(after !== null, (query) => query.where('code', '>', after!))
    .orderBy('code')
    .limit(size + 1)
    .execute();

/** Procedures that the nation has and we have not. */
export const listNew = (look: Look): Promise<NationalAnswer[]> =>
  answers(look).where('state', '=', 'new').execute();

/** How many there are of each state. */
export async function countStates(look: Look): Promise<Readonly<Partial<Record<AnswerState, number>>>> {
  const rows = await own<InStepTables>(look.tx)
    .selectFrom('catalogue.national_answers')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('tenant', '=', look.tenant)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** The latest comparison, with how many procedures it has got through; null: there was none. */
export async function latestComparison(look: Look): Promise<(Comparison & { readonly done: number }) | null> {
  const row = await own<InStepTables>(look.tx)
    .selectFrom('catalogue.comparisons as c')
    .select(['c.id', 'c.at', 'c.by_account', 'c.listed', 'c.asked', 'c.trouble'])
    .select((of) =>
      of
        .selectFrom('catalogue.national_answers as a')
        .select(sql<number>`count(*)::int`.as('done'))
        .whereRef('a.tenant', '=', 'c.tenant')
        .whereRef('a.comparison', '=', 'c.id')
        .where('a.state', 'in', ['same', 'differs', 'unreadable'])
        .as('done'),
    )
    .where('c.tenant', '=', look.tenant)
    .orderBy('c.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, done: row.done ?? 0 } : null;
}

/** A new answer; an answer that an editor has settled already counts as the same. */
export type Told = Pick<NationalAnswer, 'code' | 'name' | 'state' | 'hash' | 'content'>;

/** Keeps what was said in the place of what was said before. */
export function keepAnswer(
  act: Act,
  comparison: string,
  before: NationalAnswer | undefined,
  told: Told,
): void {
  const state = told.hash !== null && told.hash === before?.settled ? 'same' : told.state;
  const row = { ...told, state, comparison, checked_at: act.now };
  const { code, ...changed } = row;
  if (before) update(act.writes, 'catalogue.national_answers', { tenant: act.tenant, code }, changed);
  else insert(act.writes, 'catalogue.national_answers', { tenant: act.tenant, settled: null, ...row });
}
