import { sql } from 'kysely';
import { own, type Look, type Power } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import {
  getAgency,
  getPost,
  heldBy,
  heldOn,
  holdersOf,
  inheritedPowers,
  listHeld,
  officersWithRole,
  powersFromPosts,
  predecessors,
  seatOf,
  type Held,
  type Line,
  type Post,
  type Role,
  type Seat,
  type SeatRow,
} from '../agencies/index.ts';
import { listRelatives, type Person } from '../people/index.ts';
import { mandateOf } from './rows.ts';
import { holds, mayAct, powersFromMandates, wardsOf, type Verdict } from './rules.ts';
import type { Actor, Deed, Mandate, Principal } from './schema.ts';
import { signingAuthority, type Below, type SigningAuthority, type ToSign } from './signing.ts';
import type { MandateRow, MandateTables } from './tables.ts';

const today = (look: Look): string => vietnamDay(look.now);
const table = (look: Pick<Look, 'tx' | 'tenant'>) =>
  own<MandateTables>(look.tx).selectFrom('mandates.mandates').selectAll().where('tenant', '=', look.tenant);

/** A mandate. Throws NotFound. */
export async function getMandate(look: Look, id: string): Promise<Mandate> {
  const row = await table(look).where('id', '=', id).executeTakeFirst();
  if (row) return mandateOf(row);
  throw new NotFound({ vi: 'Không có uỷ quyền này.', en: 'There is no such mandate.' });
}

/** The mandates given to these agents (a person and the posts held), with those they were passed on from. */
async function mandatesOf(look: Look, agents: readonly string[]): Promise<Mandate[]> {
  const found = await sql<{ mandate: MandateRow }>`
    with recursive found as (
      select * from mandates.mandates where tenant = ${look.tenant} and agent = any(${agents}::uuid[])
      union
      select m.* from mandates.mandates m join found f on m.tenant = f.tenant and m.id = f.under
    )
    select to_jsonb(found) as mandate from found order by valid_from, id`.execute(look.tx);
  return found.rows.map(({ mandate }) => mandateOf(mandate));
}

const givenTo = prepared((db, { tenant, person }: { tenant: number; person: string }) =>
  table({ tx: db, tenant }).where('agent', '=', person).orderBy('valid_from', 'desc'),
);

/** Every mandate given to a person, also ended ones: by name, not through a post. */
export const listMandatesOf = async ({ tx, tenant }: Look, person: string): Promise<Mandate[]> =>
  (await givenTo(tx, { tenant, person })).map(mandateOf);

/** Every mandate to act for somebody, also ended ones: what I have granted, who represents this organisation. */
export const listMandatesFor = async (look: Look, principal: Principal): Promise<Mandate[]> =>
  (
    await table(look)
      .where('principal_kind', '=', principal.kind)
      .where('principal', '=', principal.id)
      .orderBy('valid_from', 'desc')
      .execute()
  ).map(mandateOf);

/** Every mandate within an agency, also ended ones: roles, substitutions, signing authority. */
export const listMandatesIn = async (look: Look, agency: string): Promise<Mandate[]> =>
  (await table(look).where('agency', '=', agency).orderBy('valid_from', 'desc').execute()).map(mandateOf);

/** Whether somebody has a role in an agency, by post or by mandate. */
export async function isRoleGiven(look: Look, agency: string, role: Role): Promise<boolean> {
  if ((await officersWithRole(look, agency, role)).length > 0) return true;
  const day = today(look);
  const all = await listMandatesIn(look, agency);
  const byId = new Map(all.map((one) => [one.id, one]));
  return all.some((one) => one.kind === 'role' && one.roles.includes(role) && holds(one, day, byId));
}

/** Who is away when this substitution holds: who granted it, where they hold the post; else everybody who holds it. */
export async function absentSeats(
  look: Look,
  mandate: Mandate,
  onDay = today(look),
): Promise<readonly Seat[]> {
  const seats = await holdersOf(look, mandate.principal.id, onDay);
  const granter = seats.filter(({ officer }) => officer.person === mandate.grantedBy);
  return granter.length > 0 ? granter : seats;
}

const postsOn = (held: readonly Held[], day: string): string[] =>
  heldOn(held, day).map(({ post }) => post.id);

/** Minor children and wards whom a person represents by law today (Civil Code 2015, art. 136): no paper is needed for them. */
export async function listWards(look: Look, person: string): Promise<Person[]> {
  const relatives = await listRelatives(look, person);
  const wards = new Set(wardsOf(relatives, today(look)));
  return relatives.map((one) => one.person).filter(({ id }) => wards.has(id));
}

/** Decides from the database whether a person may act for somebody on a day, today by default (B14). */
export async function mayPersonAct(
  look: Look,
  person: string,
  deed: Deed,
  onDay = today(look),
): Promise<Verdict> {
  const posts = postsOn(await listHeld(look, person), onDay);
  const wards = wardsOf(await listRelatives(look, person), onDay);
  const who: Actor = { person, posts, wards };
  return mayAct(await mandatesOf(look, [person, ...posts]), who, deed, onDay);
}

/**
 * Everything that an officer's powers follow from, in one statement, because every request of an officer asks for it: posts,
 * mandates to the person and to these posts (also to posts held once: the rules pass those over), what agencies took over.
 */
const grounds = prepared(
  (db, { tenant, person, onDay }: { tenant: number; person: string; onDay: string }) => {
    const agencies = sql`array(select (post->>'agency')::uuid from held union select agency from given where agency is not null
    union select p.agency from agencies.posts p where p.tenant = ${tenant} and p.id = any(array(
      select principal from given where kind = 'substitution')))`;
    const statement = sql<{ held: SeatRow[]; given: MandateRow[]; lines: Line[] }>`
    with recursive held as (${heldBy({ tenant }, person)}),
    given as (
      select * from mandates.mandates where tenant = ${tenant}
         and agent = any(array(select ${person}::uuid union all select (post->>'id')::uuid from held))
      union
      select m.* from mandates.mandates m join given g on m.tenant = g.tenant and m.id = g.under
    )
    select (select coalesce(jsonb_agg(to_jsonb(held)), '[]') from held) as held,
           (select coalesce(jsonb_agg(to_jsonb(given) order by valid_from, id), '[]') from given) as given,
           (select coalesce(jsonb_agg(to_jsonb(lines)), '[]')
              from (${predecessors({ tenant }, agencies, onDay)}) lines) as lines`;
    return { compile: () => statement.compile(db) };
  },
);

/**
 * The posts that an officer holds or held, and all powers on a day (today by default): of the posts held, of roles granted, of
 * posts filled in for, and in what the agency took over from abolished ones.
 */
export async function rightsOf(
  look: Look,
  person: string,
  onDay = today(look),
): Promise<{ readonly held: readonly Seat[]; readonly powers: readonly Power[] }> {
  const [found] = await grounds(look.tx, { tenant: look.tenant, person, onDay });
  const { held: seats, given, lines } = found!;
  const [held, mandates] = [seats.map(seatOf), given.map(mandateOf)];
  const posts = postsOn(held, onDay);
  const filledIn = new Map<string, Post>();
  const absent = new Map<string, string>();
  for (const mandate of mandates) {
    if (mandate.kind !== 'substitution') continue;
    filledIn.set(mandate.principal.id, await getPost(look, mandate.principal.id));
    const away = await absentSeats(look, mandate, onDay);
    absent.set(mandate.id, away.map(({ officer }) => officer.name).join(', '));
  }
  const now = [
    ...powersFromPosts(held, onDay),
    ...powersFromMandates(mandates, { person, posts }, filledIn, onDay, absent),
  ];
  const powers = [...now, ...inheritedPowers(now, lines)];
  return { held, powers: onceEach(powers) };
}

/** Each power once, as one's own where it is that, too. */
function onceEach(powers: readonly Power[]): readonly Power[] {
  const known = new Map<string, Power>();
  for (const power of powers) {
    const key = JSON.stringify([power.role, power.agency, power.unit]);
    if (known.get(key)?.insteadOf !== undefined || !known.has(key)) known.set(key, power);
  }
  return [...known.values()];
}

/** All powers of an officer on a day, today by default. */
export const powersOf = async (look: Look, person: string, onDay?: string): Promise<readonly Power[]> =>
  (await rightsOf(look, person, onDay)).powers;

/** The agencies right below one in which these posts are, by id. */
async function agenciesBelow(
  look: Look,
  agency: string,
  held: readonly Held[],
): Promise<ReadonlyMap<string, Below>> {
  const below = new Map<string, Below>();
  for (const id of new Set(held.map(({ post }) => post.agency))) {
    const found = id === agency ? null : await getAgency(look, id);
    if (found?.parent === agency) below.set(id, { name: found.name.vi, kind: found.kind });
  }
  return below;
}

/** Heads of agencies below to whom an agency has given authority to sign (TUQ., its office also TL.) that holds on a day, today by default. */
export async function listAuthorisedBelow(look: Look, agency: string, onDay = today(look)): Promise<Seat[]> {
  const all = await listMandatesIn(look, agency);
  const known = new Map(all.map((one) => [one.id, one]));
  const posts = all
    .filter((one) => one.kind === 'signing' && one.form !== 'KT' && one.agent.kind === 'post')
    .filter((one) => holds(one, onDay, known))
    .map(({ agent }) => agent.id);
  const seats = await Promise.all([...new Set(posts)].map((post) => holdersOf(look, post, onDay)));
  return seats.flat().filter(({ post }) => post.agency !== agency);
}

/** Decides from the database whether a person may sign a document of an agency on a day (today by default), and in which form. */
export async function maySign(
  look: Look,
  person: string,
  agency: string,
  document: ToSign,
  onDay = today(look),
): Promise<SigningAuthority> {
  const held = await listHeld(look, person);
  const mandates = await mandatesOf(look, [person, ...postsOn(held, onDay)]);
  return signingAuthority(
    {
      agency: await getAgency(look, agency),
      signer: person,
      held,
      mandates,
      below: await agenciesBelow(look, agency, heldOn(held, onDay)),
      document,
    },
    onDay,
  );
}
