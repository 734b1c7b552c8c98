import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { organisationColumns, organisationOf, personColumns } from './rows.ts';
import { isRestricted } from './restrictions.ts';
import { digitsOf, mayServeProactively, searchKey, searchQuery } from './rules.ts';
import type { Consent, Contact, IdentityPaper, Organisation, Person, Refusal, Relative } from './schema.ts';
import type { PeopleTables } from './tables.ts';

const tables = (look: Look) => own<PeopleTables>(look.tx);
const persons = (look: Pick<Look, 'tx' | 'tenant'>) =>
  own<PeopleTables>(look.tx)
    .selectFrom('people.persons')
    .select(personColumns)
    .where('tenant', '=', look.tenant);
const personBy = prepared((db, { tenant, id }: { tenant: number; id: string }) =>
  persons({ tx: db, tenant }).where('id', '=', id),
);
const organisations = (look: Look) =>
  tables(look)
    .selectFrom('people.organisations')
    .select(organisationColumns)
    .where('tenant', '=', look.tenant);

/** A person by id; null for an officer who never came as a person. Pages that show a person's data must also record the look. */
export const findPerson = async ({ tx, tenant }: Look, id: string): Promise<Person | null> =>
  (await personBy(tx, { tenant, id }))[0] ?? null;

/** A person by id. Throws NotFound. */
export async function getPerson(look: Look, id: string): Promise<Person> {
  const found = await findPerson(look, id);
  if (found) return found;
  throw new NotFound({ vi: 'Không có người này.', en: 'There is no such person.' });
}

/** A person by the personal identification number (K1), spaces and dots forgiven; null when not known here. */
export const findPersonByNumber = async (look: Look, number: string): Promise<Person | null> =>
  (await persons(look).where('number', '=', digitsOf(number)).executeTakeFirst()) ?? null;

/** A person by another identity document; null when not known here, or when two persons have that number. */
export async function findPersonByPaper(look: Look, kind: string, number: string): Promise<Person | null> {
  const owners = await tables(look)
    .selectFrom('people.papers')
    .select('person')
    .where('tenant', '=', look.tenant)
    .where('number', '=', number.trim().toUpperCase())
    .where('kind', '=', kind)
    .limit(2)
    .execute();
  return owners.length === 1 ? getPerson(look, owners[0]!.person) : null;
}

/**
 * Persons by number, or by words of the name with or without diacritics, the last word perhaps unfinished. Exact names
 * first. For officers with a purpose only: the page records the look.
 */
export async function findPersons(look: Look, search: string, limit = 20): Promise<Person[]> {
  if (/^\d{12}$/.test(digitsOf(search))) {
    const found = await findPersonByNumber(look, search);
    return found ? [found] : [];
  }
  const query = searchQuery(search);
  if (query === null) return [];
  return persons(look)
    .where(sql<boolean>`search @@ to_tsquery('simple', ${query})`)
    .orderBy(sql`name_key <> ${searchKey(search)}`)
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Identity documents of a person besides the number. */
export const listPapers = (look: Look, person: string): Promise<IdentityPaper[]> =>
  tables(look)
    .selectFrom('people.papers')
    .select(['kind', 'number', 'issued', 'expires', 'issuer'])
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .orderBy('kind')
    .execute();

const seenFrom = {
  parent: ['child', 'parent'],
  spouse: ['spouse', 'spouse'],
  guardian: ['ward', 'guardian'],
} as const;

/** Parents, children, spouses (also former ones), guardians and wards of a person, as far as known. */
export async function listRelatives(look: Look, person: string): Promise<Relative[]> {
  const lines = await tables(look)
    .selectFrom('people.relationships')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where((one) => one.or([one('person', '=', person), one('relative', '=', person)]))
    .execute();
  if (lines.length === 0) return [];
  const ids = lines.map((line) => (line.person === person ? line.relative : line.person));
  const found = new Map((await persons(look).where('id', 'in', ids).execute()).map((one) => [one.id, one]));
  return lines.flatMap((line): Relative[] => {
    const isFirst = line.person === person;
    const relative = found.get(isFirst ? line.relative : line.person);
    const is = seenFrom[line.kind][isFirst ? 0 : 1];
    return relative ? [{ person: relative, is, from: line.valid_from, to: line.valid_to }] : [];
  });
}

/** An organisation by id. Throws NotFound. */
export async function getOrganisation(look: Look, id: string): Promise<Organisation> {
  const row = await organisations(look).where('id', '=', id).executeTakeFirst();
  if (row) return organisationOf(row);
  throw new NotFound({ vi: 'Không có tổ chức này.', en: 'There is no such organisation.' });
}

/** An organisation by its number (mã số doanh nghiệp, mã số thuế); null when not known here. */
export async function findOrganisationByNumber(look: Look, number: string): Promise<Organisation | null> {
  const row = await organisations(look).where('number', '=', digitsOf(number)).executeTakeFirst();
  return row ? organisationOf(row) : null;
}

/** Organisations by number or by words of the name, with or without diacritics; exact names first. */
export async function findOrganisations(look: Look, search: string, limit = 20): Promise<Organisation[]> {
  const byNumber = await findOrganisationByNumber(look, search);
  if (byNumber) return [byNumber];
  const query = searchQuery(search);
  if (query === null) return [];
  const rows = await organisations(look)
    .where(sql<boolean>`search @@ to_tsquery('simple', ${query})`)
    .orderBy(sql`name_key <> ${searchKey(search)}`)
    .orderBy('name_key')
    .limit(limit)
    .execute();
  return rows.map(organisationOf);
}

/** How a person or an organisation can be reached, preferred ways first. */
export async function listContacts(look: Look, owner: string): Promise<Contact[]> {
  const rows = await tables(look)
    .selectFrom('people.contacts')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('owner', '=', owner)
    .where('ended_at', 'is', null)
    .orderBy('preferred', 'desc')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    owner: row.owner,
    ownerKind: row.owner_kind,
    kind: row.kind,
    value: row.value,
    preferred: row.preferred,
    verifiedAt: row.verified_at,
  }));
}

/** Consents a person has given, also those withdrawn, newest first (N1). */
export async function listConsents(look: Look, person: string): Promise<Consent[]> {
  const rows = await tables(look)
    .selectFrom('people.consents')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .orderBy('given_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    basis: row.basis,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

/** Persons whose consent to a purpose holds now, in the order of their ids. */
export async function listConsenting(look: Look, purpose: string): Promise<string[]> {
  const rows = await tables(look)
    .selectFrom('people.consents')
    .select('person')
    .where('tenant', '=', look.tenant)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .orderBy('person')
    .execute();
  return rows.map(({ person }) => person);
}

/** Refusals of proactive services, also those withdrawn, newest first (P2). */
export async function listRefusals(look: Look, person: string): Promise<Refusal[]> {
  const rows = await tables(look)
    .selectFrom('people.refusals')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .orderBy('refused_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    service: row.service,
    refusedAt: row.refused_at,
    withdrawnAt: row.withdrawn_at,
    reason: row.reason,
  }));
}

/** Tells whether this service may be rendered to a person without a request (Decree 224/2026, art. 17; P2). */
export const acceptsProactively = async (look: Look, person: string, service: string): Promise<boolean> =>
  !(await isRestricted(look, person)) && mayServeProactively(await listRefusals(look, person), service);
