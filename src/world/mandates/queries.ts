import { sql } from 'kysely';
import { own, type Look, type Power } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import {
  getAgency,
  getPost,
  heldOn,
  inheritedPowers,
  listHeld,
  officersWithRole,
  powersFromPosts,
  type Held,
  type Post,
  type Role,
} from '../agencies/index.ts';
import { listRelatives, type Person } from '../people/index.ts';
import { mandateOf } from './rows.ts';
import { holds, mayAct, powersFromMandates, wardsOf, type Verdict } from './rules.ts';
import type { Actor, Deed, Mandate, Principal } from './schema.ts';
import { signingAuthority, type SigningAuthority, type ToSign } from './signing.ts';
import type { MandateRow, MandateTables } from './tables.ts';

const today = (look: Look): string => vietnamDay(look.now);
const table = (look: Look) =>
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

/** Every mandate given to a person, also ended ones: by name, not through a post. */
export const listMandatesOf = async (look: Look, person: string): Promise<Mandate[]> =>
  (await table(look).where('agent', '=', person).orderBy('valid_from', 'desc').execute()).map(mandateOf);

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
 * All powers of an officer on a day (today by default): of the posts held, of roles granted, of posts filled in for, and in what
 * the agency took over from abolished ones. Whoever has read the posts already hands them in.
 */
export async function powersOf(
  look: Look,
  person: string,
  onDay = today(look),
  known?: readonly Held[],
): Promise<Power[]> {
  const held = known ?? (await listHeld(look, person));
  const posts = postsOn(held, onDay);
  const mandates = await mandatesOf(look, [person, ...posts]);
  const filledIn = new Map<string, Post>();
  for (const { kind, principal } of mandates) {
    if (kind === 'substitution') filledIn.set(principal.id, await getPost(look, principal.id));
  }
  const now = [
    ...powersFromPosts(held, onDay),
    ...powersFromMandates(mandates, { person, posts }, filledIn, onDay),
  ];
  const powers = [...now, ...(await inheritedPowers(look, now, onDay))];
  return [...new Map(powers.map((power) => [JSON.stringify(Object.values(power)), power])).values()];
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
    { agency: await getAgency(look, agency), signer: person, held, mandates, document },
    onDay,
  );
}
