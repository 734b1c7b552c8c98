/** Whom a citizen may act for under a mandate (uỷ quyền, đại diện; requirement B14). */
import type { Look } from '../../ground/db/act.ts';
import { same, type Text } from '../../ground/text/language.ts';
import { getMandate, listMandatesOf, mayPersonAct, type Deed, type Mandate } from '../mandates/index.ts';
import { getOrganisation, getPerson } from '../people/index.ts';

/** Somebody whom the visitor may act for, with the mandate that says so. */
export type Represented = { readonly mandate: Mandate; readonly name: Text };

/** A deed inside a mandate: entering it asks whether it holds; each later act is checked against its scope by its own room. */
const within = ({ principal, acts, procedures, fields, documents }: Mandate): Deed => ({
  for: principal,
  act: acts?.[0] ?? 'view',
  ...(procedures && { procedure: procedures[0] ?? '' }),
  ...(fields && { field: fields[0] ?? '' }),
  ...(documents && { document: documents[0] ?? '' }),
});

const isForCitizens = ({ kind, principal }: Mandate): boolean =>
  (kind === 'delegation' || kind === 'representation') &&
  (principal.kind === 'person' || principal.kind === 'organisation');

/** Whether this mandate is given to this person by name, is one that citizens use, and holds today. */
export async function mayEnter(look: Look, person: string, mandate: Mandate): Promise<boolean> {
  if (!isForCitizens(mandate) || mandate.agent.id !== person) return false;
  const verdict = await mayPersonAct(look, person, within(mandate));
  return verdict.may;
}

/** Whether a mandate that was entered still holds. */
export const holdsStill = async (look: Look, person: string, mandate: string): Promise<boolean> =>
  mayEnter(look, person, await getMandate(look, mandate));

/** Everybody whom a person may act for today under a mandate. */
export async function listRepresented(look: Look, person: string): Promise<Represented[]> {
  const found: Represented[] = [];
  for (const mandate of await listMandatesOf(look, person)) {
    if (await mayEnter(look, person, mandate)) found.push({ mandate, name: await nameOf(look, mandate) });
  }
  return found;
}

/** Whom a mandate speaks for. */
export async function nameOf(look: Look, { principal }: Mandate): Promise<Text> {
  if (principal.kind === 'person') return same((await getPerson(look, principal.id)).name);
  const { name, nameEn } = await getOrganisation(look, principal.id);
  return { vi: name, en: nameEn || name };
}
