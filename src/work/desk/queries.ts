/** Reading the desk. */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
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
  const parts = [
    ...(filter.whose === 'pool' ? [] : [mine(look, filter)]),
    ...(filter.whose === 'mine' ? [] : pools(look).map((pool) => inPool(look, pool, filter))),
  ];
  // One bounded index scan per place where work may wait, merged here: no scan grows with the number of dossiers.
  const lists = await Promise.all(parts.map((part) => part.limit(PAGE + 1).execute()));
  const rows = lists.flat().sort((a, b) => dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1));
  const unique = rows.filter((row, i) => rows.findIndex((other) => other.id === row.id) === i);
  return { rows: unique.slice(0, PAGE), more: unique.length > PAGE };
}

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

/** Numbers on top of the desk, from the officer's own open work (bounded by what one person has). */
export async function countInbox(
  look: Look,
): Promise<{ late: number; today: number; paused: number; open: number }> {
  const endOfDay = new Date(
    `${new Date(look.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)}T23:59:59+07:00`,
  );
  const { rows } = await listInbox(look, { whose: 'all' });
  const running = rows.filter((row) => row.paused_for === null && row.due_at);
  return {
    late: running.filter((row) => row.due_at! < look.now).length,
    today: running.filter((row) => row.due_at! >= look.now && row.due_at! <= endOfDay).length,
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
