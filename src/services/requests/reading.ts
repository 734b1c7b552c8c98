/**
 * Reading ratings. Only months that are over: a figure that moves with every rating would tell who looks twice what the one between
 * was.
 */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { monthFrom } from '../../work/figures/index.ts';
import type { RequestTables } from './ratings.ts';
import { shownOf, type Group, type Shown } from './shown.ts';

/** Months back from the one under way. */
const MONTHS = 12;
/** Comments of one line that are shown. */
const MOST_WORDS = 200;

/** First day of the month under way, and of the one so many before it. */
const bounds = ({ now }: Pick<Look, 'now'>) => {
  const month = vietnamDay(now).slice(0, 7);
  return { from: `${monthFrom(month, -MONTHS)}-01`, before: `${month}-01` };
};

/** The ratings of an agency, as who decided or as the one-stop unit, by month and procedure, of the last twelve months that are over. */
export async function groupsOf(look: Look, agency: string): Promise<readonly Group[]> {
  const { from, before } = bounds(look);
  const month = sql<string>`to_char(day, 'YYYY-MM')`;
  const rows = await own<RequestTables>(look.tx)
    .selectFrom('requests.ratings')
    .select((get) => [
      month.as('month'),
      'procedure',
      get.fn.countAll<string>().as('n'),
      get.fn.sum<string>('score').as('sum'),
      get.fn.countAll<string>().filterWhere('score', '>=', 4).as('satisfied'),
    ])
    .where('tenant', '=', look.tenant)
    .where((is) => is.or([is('agency', '=', agency), is('one_stop', '=', agency)]))
    .where('day', '>=', from)
    .where('day', '<', before)
    .groupBy([month, 'procedure'])
    .execute();
  return rows.map(({ n, sum, satisfied, ...one }) => ({
    ...one,
    n: Number(n),
    sum: Number(sum),
    satisfied: Number(satisfied),
  }));
}

/** A comment: the score and the words. */
export type Comment = { readonly score: number; readonly words: string };

/** What people added to the ratings of one line, in no order that tells when; at most two hundred. */
export async function commentsOf(
  look: Look,
  agency: string,
  month: string,
  { procedures }: Pick<Shown, 'procedures'>,
): Promise<readonly Comment[]> {
  return own<RequestTables>(look.tx)
    .selectFrom('requests.ratings')
    .select(['score', 'words'])
    .where('tenant', '=', look.tenant)
    .where((is) => is.or([is('agency', '=', agency), is('one_stop', '=', agency)]))
    .where('day', '>=', `${month}-01`)
    .where('day', '<', `${monthFrom(month, 1)}-01`)
    .where('procedure', '=', (is) => is.fn.any(is.val([...procedures])))
    .where('words', '<>', '')
    .orderBy('id')
    .limit(MOST_WORDS)
    .execute();
}

/** The line of a month that has this procedure and may be shown; null when there is none. */
export const lineWith = (groups: readonly Group[], month: string, procedure: string): Shown | null =>
  shownOf(groups.filter((one) => one.month === month)).find(({ procedures }) =>
    procedures.includes(procedure),
  ) ?? null;
