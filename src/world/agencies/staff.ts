/** Reads of units, posts and the people who hold them. */
import { sql } from 'kysely';
import { own, type Look, type Power } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { fold } from '../../ground/text/fold.ts';
import { holdingOf, officerOf, postOf, unitOf } from './rows.ts';
import { heldOn, powersFromPosts, type Held } from './rules.ts';
import type { AgencyKind, Holding, Officer, Post, Role, Unit } from './schema.ts';
import type { AgencyTables, HoldingRow, OfficerRow, PostRow } from './tables.ts';

const today = (look: Look): string => vietnamDay(look.now);
const tables = (look: Look) => own<AgencyTables>(look.tx);

/** The units of an agency on a day (today by default). */
export async function listUnits(look: Look, agency: string, onDay = today(look)): Promise<Unit[]> {
  const rows = await tables(look)
    .selectFrom('agencies.units')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('agency', '=', agency)
    .where('valid_from', '<=', onDay)
    .where((one) => one.or([one('valid_to', 'is', null), one('valid_to', '>=', onDay)]))
    .orderBy('name')
    .execute();
  return rows.map(unitOf);
}

/** A post. Throws NotFound. */
export async function getPost(look: Look, id: string): Promise<Post> {
  const row = await tables(look)
    .selectFrom('agencies.posts')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row) return postOf(row);
  throw new NotFound({ vi: 'Không có chức vụ này.', en: 'There is no such post.' });
}

/** An officer of the directory; null when there is none. */
export async function findOfficer(look: Look, person: string): Promise<Officer | null> {
  const row = await tables(look)
    .selectFrom('agencies.officers')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .executeTakeFirst();
  return row ? officerOf(row) : null;
}

/** Officers whose name holds every word of the search, with or without diacritics. */
export async function findOfficers(look: Look, search: string, limit = 20): Promise<Officer[]> {
  const words = fold(search).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  let query = tables(look).selectFrom('agencies.officers').selectAll().where('tenant', '=', look.tenant);
  for (const word of words) query = query.where('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await query
    .orderBy(sql`name collate "vi-x-icu"`)
    .limit(limit)
    .execute();
  return rows.map(officerOf);
}

/** A post with who holds it, as the database gives it. */
export type SeatRow = { readonly post: PostRow; readonly holding: HoldingRow; readonly officer: OfficerRow };

/** A post with who holds it. */
export type Seat = Held & { readonly officer: Officer };

const seatsWhere = ({ tenant }: Pick<Look, 'tenant'>, where: ReturnType<typeof sql<boolean>>) => sql<SeatRow>`
    select to_jsonb(p) as post, to_jsonb(h) as holding, to_jsonb(o) as officer
      from agencies.holdings h
      join agencies.posts p on p.tenant = h.tenant and p.id = h.post
      join agencies.officers o on o.tenant = h.tenant and o.person = h.person
     where h.tenant = ${tenant} and ${where}
     order by array_position(array['head', 'deputy', 'unit-head', 'unit-deputy', 'staff'], p.rank), p.title, h.valid_from, o.name`;

/** A row of seats as what it means. */
export const seatOf = ({ post, holding, officer }: SeatRow): Seat => ({
  post: postOf(post),
  holding: holdingOf(holding),
  officer: officerOf(officer),
});

const seats = async (look: Look, where: ReturnType<typeof sql<boolean>>): Promise<Seat[]> =>
  (await seatsWhere(look, where).execute(look.tx)).rows.map(seatOf);

/** The statement of `listHeld`, as a part of a larger one. */
export const heldBy = (look: Pick<Look, 'tenant'>, person: string) =>
  seatsWhere(look, sql<boolean>`h.person = ${person}`);

/** Every post an officer holds or held, with its period. */
export const listHeld = async (look: Look, person: string): Promise<Seat[]> =>
  (await heldBy(look, person).execute(look.tx)).rows.map(seatOf);

/** Who sits where in an agency on a day (today by default): head first. */
export const listSeats = async (look: Look, agency: string, onDay = today(look)): Promise<Seat[]> => {
  const all = await seats(look, sql<boolean>`p.agency = ${agency}`);
  return all.filter((seat) => heldOn([seat], onDay).length === 1);
};

/** Who holds a post on a day (today by default). */
export const holdersOf = async (look: Look, post: string, onDay = today(look)): Promise<Seat[]> => {
  const all = await seats(look, sql<boolean>`h.post = ${post}`);
  return all.filter((seat) => heldOn([seat], onDay).length === 1);
};

/** Officers of an agency whose post brings a role on a day, for a field where one is named (a post without fields has all). */
export async function officersWithRole(
  look: Look,
  agency: string,
  role: Role,
  field: string | null = null,
  onDay = today(look),
): Promise<Seat[]> {
  const all = await listSeats(look, agency, onDay);
  return all.filter(
    ({ post }) =>
      post.roles.includes(role) && (field === null || post.fields === null || post.fields.includes(field)),
  );
}

/** All posts of an agency on a day (today by default), held or vacant. */
export async function listPosts(look: Look, agency: string, onDay = today(look)): Promise<Post[]> {
  const rows = await tables(look)
    .selectFrom('agencies.posts')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('agency', '=', agency)
    .where('valid_from', '<=', onDay)
    .where((one) => one.or([one('valid_to', 'is', null), one('valid_to', '>=', onDay)]))
    .orderBy('title')
    .execute();
  return rows.map(postOf);
}

/** Posts of the heads of the agencies directly below one, on a day (today by default), each with name and kind of its agency. */
export async function listHeadsBelow(
  look: Look,
  parent: string,
  onDay = today(look),
): Promise<readonly { readonly post: Post; readonly agency: string; readonly kind: AgencyKind }[]> {
  const rows = await tables(look)
    .selectFrom('agencies.posts as p')
    .innerJoin('agencies.agencies as a', (join) =>
      join.onRef('a.tenant', '=', 'p.tenant').onRef('a.id', '=', 'p.agency'),
    )
    .selectAll('p')
    .select(['a.name as agency_name', 'a.kind as agency_kind'])
    .where('p.tenant', '=', look.tenant)
    .where('a.parent', '=', parent)
    .where('p.rank', '=', 'head')
    .where('p.valid_from', '<=', onDay)
    .where((one) => one.or([one('p.valid_to', 'is', null), one('p.valid_to', '>=', onDay)]))
    .where((one) => one.or([one('a.abolished', 'is', null), one('a.abolished', '>=', onDay)]))
    .orderBy('a.identifier')
    .execute();
  return rows.map(({ agency_name: agency, agency_kind: kind, ...row }) => ({
    post: postOf(row),
    agency,
    kind,
  }));
}

/** The powers that an officer's posts bring on a day (today by default); `mandates` adds what was granted besides. */
export const powersOfPosts = async (look: Look, person: string, onDay = today(look)): Promise<Power[]> =>
  powersFromPosts(await listHeld(look, person), onDay);

/** The holdings of these posts, whatever the day. */
export async function listHoldings(look: Look, posts: readonly string[]): Promise<Holding[]> {
  if (posts.length === 0) return [];
  const rows = await tables(look)
    .selectFrom('agencies.holdings')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('post', 'in', [...posts])
    .execute();
  return rows.map(holdingOf);
}
