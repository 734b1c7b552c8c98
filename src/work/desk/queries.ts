/** Reading the desk. */
import { sql, type AliasedExpression } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { fold } from '../../ground/text/fold.ts';
import type { Absent } from './absence.ts';
import type { DeskTables, Opinion, Work } from './schema.ts';
import { words } from './words.ts';

/** What an officer wants to see. */
export type InboxFilter = {
  /** Mine, or what waits for anybody of my roles; `assign`: what waits for anybody in the agencies and units that I lead. */
  readonly whose: 'mine' | 'pool' | 'all' | 'assign';
  readonly late?: boolean;
  /** `room.kind`. */
  readonly kind?: string;
  /** Words in code, title or applicant's name, with or without diacritics. */
  readonly words?: string;
  /** Latest due date first. */
  readonly descending?: boolean;
  /** The last row of the page before. */
  readonly after?: { readonly due: string; readonly id: string };
};

/** The roles for which work waits in an agency. */
const OFFICE = ['counter', 'case-officer', 'clerk', 'leader'] as const;
/** Rows of a page of the inbox. */
const PAGE = 50;
/** A search looks through so many of the most urgent items of each place where work waits, never through all there ever were. */
const SEARCHED = 2000;

const columns = [
  'id',
  'item',
  'room',
  'kind',
  'agency',
  'unit',
  'role',
  'holder',
  'party',
  'code',
  'title',
  'subject',
  'step',
  'ref',
  'due_at',
  'paused_for',
  'opened_at',
] as const;
type Column = (typeof columns)[number];

/**
 * The statement of the inbox: one bounded index scan for each place where work may wait, merged in their order, so that no more is read of
 * any than the page shows, and nothing grows with the number of dossiers.
 */
export function inboxQuery<Shown extends Column = Column>(
  look: Look,
  filter: InboxFilter,
  substituted: readonly Absent[],
  limit: number,
  shown: readonly Shown[] = columns as readonly Column[] as readonly Shown[],
) {
  const accounts = [look.by.account, ...substituted.map(({ account }) => account)].filter(
    (one) => one !== null,
  );
  const [first, ...others] = [
    ...(filter.whose === 'pool' || filter.whose === 'assign'
      ? []
      : [...new Set(accounts)].map((account) => heldBy(look, account, filter))),
    ...(filter.whose === 'mine'
      ? []
      : (filter.whose === 'assign' ? ledPools(look) : pools(look)).map((pool) => inPool(look, pool, filter))),
  ].map((place) => sought(look, place, filter, limit));
  if (!first) return null;
  const way = filter.descending ? 'desc' : 'asc';
  return own<DeskTables>(look.tx)
    .selectFrom(others.reduce((query, part) => query.unionAll(part), first).as('found'))
    .select(shown)
    .orderBy('order_at', way)
    .orderBy('id', way)
    .limit(limit + 1);
}

/**
 * Work that waits for this officer and for the absent colleagues whose work they do, most urgent first; keyset pages of 50, or of
 * `limit`.
 */
export async function listInbox(
  look: Look,
  filter: InboxFilter,
  substituted: readonly Absent[] = [],
  limit = PAGE,
): Promise<{ rows: Work[]; more: boolean }> {
  const rows = (await inboxQuery(look, filter, substituted, limit)?.execute()) ?? [];
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** What is counted of the open work of an officer, when the list itself shows only a part of it. */
export const listCounted = async (look: Look, substituted: readonly Absent[]): Promise<Counted[]> =>
  (await inboxQuery(look, { whose: 'all' }, substituted, PAGE, ['due_at', 'paused_for'])
    ?.limit(PAGE)
    .execute()) ?? [];

/** What is read of a work item in its place. */
type Placed = Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number];

/** One place as a part of a larger statement; words, which no index orders, are sought among its most urgent items only. */
function sought(
  look: Look,
  place: ReturnType<typeof open>,
  { words, descending }: InboxFilter,
  limit: number,
) {
  const rows = (part: AliasedExpression<Placed, 'part'>) =>
    own<DeskTables>(look.tx)
      .selectFrom(part)
      .select([...columns, 'order_at']);
  if (words === undefined) return rows(place.limit(limit + 1).as('part'));
  const way = descending ? 'desc' : 'asc';
  const among = own<DeskTables>(look.tx)
    .selectFrom(place.limit(SEARCHED).as('urgent'))
    .select([...columns, 'order_at', 'search'])
    .where('search', 'like', `%${fold(words).replaceAll(/[\\%_]/g, '\\$&')}%`)
    .orderBy('order_at', way)
    .orderBy('id', way);
  // Enough for a page: the rest of the place is not read.
  return rows(among.limit(limit + 1).as('part'));
}

function open(look: Look, filter: InboxFilter) {
  const way = filter.descending ? 'desc' : 'asc';
  let query = own<DeskTables>(look.tx)
    .selectFrom('desk.work')
    .select([...columns, 'order_at', 'search'])
    .where('tenant', '=', look.tenant)
    .where('closed_at', 'is', null)
    .orderBy('order_at', way)
    .orderBy('id', way);
  if (filter.late) query = query.where('order_at', '<', look.now).where('paused_for', 'is', null);
  if (filter.kind !== undefined) {
    const [room = '', kind = ''] = filter.kind.split('.', 2);
    query = query.where('room', '=', room).where('kind', '=', kind);
  }
  if (filter.after) {
    const { due, id } = filter.after;
    const beyond = sql.raw(filter.descending ? '<' : '>');
    query = query.where(sql<boolean>`(order_at, id) ${beyond} (${due}::timestamptz, ${id}::uuid)`);
  }
  return query;
}

const heldBy = (look: Look, account: string, filter: InboxFilter) =>
  open(look, filter).where('holder', '=', account);

/** A role in an agency; `units`: only what waits for one of these or for none. */
type Pool = { readonly agency: string; readonly role: string; readonly units: readonly string[] | null };

/** The roles of the officer, each once, whatever fields and posts they are held for: each costs a descent into the index. */
const pools = ({ by: { powers } }: Look): Pool[] =>
  [...Map.groupBy(powers, ({ agency, role }) => `${agency} ${role}`).values()].map((same) => {
    const units = same.map(({ unit }) => unit);
    const { agency, role } = same[0]!;
    return { agency, role, units: units.includes(null) ? null : units.filter((unit) => unit !== null) };
  });

/** Every role in the agencies and units that the officer leads: there they distribute the work (phân công). */
const ledPools = (look: Look): Pool[] =>
  pools(look)
    .filter(({ role }) => role === 'leader')
    .flatMap((led) => OFFICE.map((role) => ({ ...led, role })));

function inPool(look: Look, { agency, role, units }: Pool, filter: InboxFilter) {
  const query = open(look, filter)
    .where('agency', '=', agency)
    .where('role', '=', role)
    .where('holder', 'is', null);
  return units ? query.where((is) => is.or([is('unit', 'is', null), is('unit', 'in', units)])) : query;
}

/** Numbers on top of the desk. */
export type InboxCounts = {
  readonly late: number;
  readonly today: number;
  readonly paused: number;
  readonly open: number;
};

/** What the numbers on top of the desk are counted from. */
type Counted = Pick<Work, 'due_at' | 'paused_for'>;

/** Counts the most urgent page of an officer's open work: late work always stands on it first. */
export function countsOf(rows: readonly Counted[], now: Date): InboxCounts {
  const endOfDay = new Date(`${vietnamDay(now)}T23:59:59+07:00`);
  const running = rows.filter((row) => row.paused_for === null && row.due_at);
  return {
    late: running.filter((row) => row.due_at! < now).length,
    today: running.filter((row) => row.due_at! >= now && row.due_at! <= endOfDay).length,
    paused: rows.filter((row) => row.paused_for !== null).length,
    open: rows.length,
  };
}

const openWorkItems = (look: Pick<Look, 'tx' | 'tenant'>) =>
  own<DeskTables>(look.tx)
    .selectFrom('desk.work')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .where('closed_at', 'is', null);

const openWorkOf = prepared((tx, { tenant, item }: { tenant: number; item: string }) =>
  openWorkItems({ tx, tenant }).where('item', '=', item),
);

/** Open work of one item. */
export const listWorkOf = ({ tx, tenant }: Look, item: string): Promise<Work[]> =>
  openWorkOf(tx, { tenant, item });

/** Open work items by their ids, at most those that there are. */
export const listWork = (look: Look, ids: readonly string[]): Promise<Work[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : openWorkItems(look)
        .where('id', 'in', [...ids])
        .execute();

/** An open work item. Throws NotFound when there is none: done meanwhile, or never there. */
export async function getWork(look: Look, id: string): Promise<Work> {
  const found = isUuid(id) ? await openWorkItems(look).where('id', '=', id).executeTakeFirst() : undefined;
  if (found) return found;
  throw new NotFound(words.noWork);
}

/** Whether a text from outside can be the id of anything. */
export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

/** Private comments on an item, oldest first. */
export const listComments = (look: Look, item: string) =>
  own<DeskTables>(look.tx)
    .selectFrom('desk.comments')
    .select(['id', 'name', 'at', 'body'])
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .orderBy('at')
    .execute();

const opinions = (look: Look) =>
  own<DeskTables>(look.tx).selectFrom('desk.opinions').selectAll().where('tenant', '=', look.tenant);

/** Opinions asked on an item, oldest first. */
export const listOpinions = (look: Look, item: string): Promise<Opinion[]> =>
  opinions(look).where('item', '=', item).orderBy('asked_at').execute();

/** What was asked by this work item. Throws NotFound. */
export async function getOpinion(look: Look, work: string): Promise<Opinion> {
  const found = isUuid(work) ? await opinions(look).where('work', '=', work).executeTakeFirst() : undefined;
  if (found) return found;
  throw new NotFound(words.noWork);
}

const viewsOf = prepared((db, { tenant, account }: { tenant: number; account: string | null }) =>
  own<DeskTables>(db)
    .selectFrom('desk.views')
    .select(['id', 'name', 'query'])
    .where('tenant', '=', tenant)
    .where('account', '=', account)
    .orderBy('name')
    .limit(50),
);

/** Saved views of the officer who looks, by name. */
export const listViews = ({ tx, tenant, by }: Look) => viewsOf(tx, { tenant, account: by.account });
