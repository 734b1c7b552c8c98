/** Reading the desk. */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { DeskTables, Work } from './schema.ts';

/** What an officer wants to see. */
export type InboxFilter = {
  /** Mine, or what waits for anybody of my roles. */
  readonly whose: 'mine' | 'pool' | 'all';
  readonly late?: boolean;
  readonly kind?: string;
  /** Words in code, title or applicant's name. */
  readonly words?: string;
  /** The last row of the page before. */
  readonly after?: { readonly due: string; readonly id: string };
};

const FAR = '9999-12-31T00:00:00Z';
const PAGE = 50;

const columns = [
  'id',
  'item',
  'room',
  'kind',
  'agency',
  'unit',
  'role',
  'holder',
  'code',
  'title',
  'subject',
  'step',
  'ref',
  'due_at',
  'paused_for',
  'opened_at',
] as const;

/** Work that waits for this officer, most urgent first; keyset pages of 50. */
export async function listInbox(look: Look, filter: InboxFilter): Promise<{ rows: Work[]; more: boolean }> {
  const [first, ...others] = [
    ...(filter.whose === 'pool' ? [] : [mine(look, filter)]),
    ...(filter.whose === 'mine' ? [] : pools(look).map((pool) => inPool(look, pool, filter))),
  ].map((part) => bounded(look, part));
  if (!first) return { rows: [], more: false };
  // One bounded index scan per place where work may wait, in one statement, merged here: no scan grows with the number of dossiers.
  const all = await others.reduce((query, part) => query.unionAll(part), first).execute();
  const rows = all.sort((a, b) => dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1));
  const unique = rows.filter((row, i) => row.id !== rows[i - 1]?.id);
  return { rows: unique.slice(0, PAGE), more: unique.length > PAGE };
}

/** One page of a part, as a part of a larger statement. */
const bounded = (look: Look, part: ReturnType<typeof open>) =>
  own<DeskTables>(look.tx)
    .selectFrom(part.limit(PAGE + 1).as('part'))
    .selectAll();

const dueOf = (work: Work): number => work.due_at?.getTime() ?? Number.MAX_SAFE_INTEGER;

function open(look: Look, filter: InboxFilter) {
  let query = own<DeskTables>(look.tx)
    .selectFrom('desk.work')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .where('closed_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id');
  if (filter.late) query = query.where('due_at', '<', look.now).where('paused_for', 'is', null);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.words) {
    const like = `%${filter.words.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where((is) =>
      is.or([is('code', 'ilike', like), is('title', 'ilike', like), is('subject', 'ilike', like)]),
    );
  }
  if (filter.after) {
    query = query.where(
      sql<boolean>`(coalesce(due_at, ${FAR}), id) > (${filter.after.due}::timestamptz, ${filter.after.id}::uuid)`,
    );
  }
  return query;
}

const mine = (look: Look, filter: InboxFilter) => open(look, filter).where('holder', '=', look.by.account);

type Pool = { agency: string; role: string; unit: string | null };

const pools = (look: Look): Pool[] =>
  look.by.powers.map(({ agency, role, unit }) => ({ agency, role, unit }));

function inPool(look: Look, { agency, role, unit }: Pool, filter: InboxFilter) {
  const query = open(look, filter)
    .where('agency', '=', agency)
    .where('role', '=', role)
    .where('holder', 'is', null);
  return unit ? query.where((is) => is.or([is('unit', 'is', null), is('unit', '=', unit)])) : query;
}

/** Numbers on top of the desk. */
export type InboxCounts = {
  readonly late: number;
  readonly today: number;
  readonly paused: number;
  readonly open: number;
};

/** Counts the most urgent page of an officer's open work: late work always stands on it first. */
export function countsOf(rows: readonly Work[], now: Date): InboxCounts {
  const endOfDay = new Date(`${vietnamDay(now)}T23:59:59+07:00`);
  const running = rows.filter((row) => row.paused_for === null && row.due_at);
  return {
    late: running.filter((row) => row.due_at! < now).length,
    today: running.filter((row) => row.due_at! >= now && row.due_at! <= endOfDay).length,
    paused: rows.filter((row) => row.paused_for !== null).length,
    open: rows.length,
  };
}

/** Open work of one item. */
export const listWorkOf = (look: Look, item: string): Promise<Work[]> =>
  own<DeskTables>(look.tx)
    .selectFrom('desk.work')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .where('closed_at', 'is', null)
    .execute();

/** Private comments on an item, oldest first. */
export const listComments = (look: Look, item: string) =>
  own<DeskTables>(look.tx)
    .selectFrom('desk.comments')
    .select(['id', 'name', 'at', 'body'])
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .orderBy('at')
    .execute();
