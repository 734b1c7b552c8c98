/** Who may be secretary and chair of the minutes of an agency today, as pages offer them. */
import type { Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { getAgency, listSeats, type Agency } from '../../../world/agencies/index.ts';
import { maySign } from '../../../world/mandates/index.ts';
import { templates } from '../../typeset/index.ts';
import { documentToSign } from '../document-to-sign.ts';
import { words } from './words.ts';

/** Somebody who holds a post of the agency. */
export type Seated = { readonly person: string; readonly name: string; readonly post: string };
/** As choices of a form. */
export const offered = (seats: readonly Seated[]) =>
  seats.map(({ person, name, post }) => ({
    value: person,
    text: { vi: `${name}, ${post}`, en: `${name}, ${post}` },
  }));
/** An agency, those who work there, and those among them who may sign its minutes. */
export type Draftable = {
  readonly agency: Agency;
  readonly seats: readonly Seated[];
  readonly chairs: readonly Seated[];
};

/** Minutes in the words in which authority to sign is given. */
const asMinutes = documentToSign({ template: templates.namedDocument.key, data: { type: 'Biên bản' } }, null);

/** Those of an agency who may sign its minutes today. */
async function chairsAmong(look: Look, agency: string, seats: readonly Seated[]): Promise<readonly Seated[]> {
  const found: Seated[] = [];
  for (const seat of seats) if ((await maySign(look, seat.person, agency, asMinutes)).may) found.push(seat);
  return found;
}

/** Who may be secretary and chair of minutes of this agency. */
export async function draftable(look: Look, id: string): Promise<Draftable> {
  const agency = await getAgency(look, id);
  const seats = (await listSeats(look, agency.id)).map(({ officer, post }) => ({
    person: officer.person,
    name: officer.name,
    post: post.title.vi,
  }));
  const people = [...new Map(seats.map((one) => [one.person, one])).values()];
  return { agency, seats: people, chairs: await chairsAmong(look, agency.id, people) };
}

/** The two signers by their choice. The chair must have the authority to sign today. */
export async function signersOf(
  look: Look,
  { agency, seats }: Draftable,
  chosen: { readonly secretary: string; readonly chair: string },
) {
  const [secretary, chair] = [chosen.secretary, chosen.chair].map((id) =>
    seats.find(({ person }) => person === id),
  );
  if (!secretary || !chair) throw new Invalid([{ field: 'chair', message: words.onePerson }]);
  await guardAuthority(look, agency, chair.person, 'chair');
  return { secretary, chair };
}

/** Throws Invalid, at this field, for somebody who may not sign minutes of the agency as their chair today. */
export async function guardAuthority(
  look: Look,
  agency: Pick<Agency, 'id'>,
  person: string,
  field: string,
): Promise<void> {
  const authority = await maySign(look, person, agency.id, asMinutes);
  if (!authority.may) throw new Invalid([{ field, message: authority.reason }]);
}
