/**
 * Who decides that a document is copied (thẩm quyền sao; Decree 30/2020, art. 27): the head of the agency, and whoever was given
 * the authority to sign its copies. The clerk carries it out with the seal of the agency (art. 32).
 */
import type { Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { listSeats } from '../../../world/agencies/index.ts';
import { maySign, type ToSign } from '../../../world/mandates/index.ts';
import { templates } from '../../typeset/index.ts';

/** Copies as a kind of document in grants of authority (list `result-document`). */
const copies: ToSign = { type: templates.copyStatement.key, field: null, authority: 'agency' };

/** Somebody who may decide on copies, with the lines above the name. */
export type Authorised = { readonly person: string; readonly name: string; readonly as: string };

const known: ReadonlySet<string> = new Set(['head', 'deputy', 'unit-head', 'unit-deputy']);

/** Those of an agency who may decide on copies today, the head first. */
export async function listAuthorised(look: Look, agency: string): Promise<readonly Authorised[]> {
  const seats = (await listSeats(look, agency)).filter(({ post }) => known.has(post.rank));
  const officers = new Map(seats.map(({ officer }) => [officer.person, officer.name]));
  const found: Authorised[] = [];
  for (const [person, name] of officers) {
    const authority = await maySign(look, person, agency, copies);
    if (authority.may) found.push({ person, name, as: authority.lines.join(' / ') });
  }
  return found;
}

const nobody: Text = {
  vi: 'Hãy chọn người có thẩm quyền sao.',
  en: 'Choose who decides on the copy.',
};

/** The authority of this person on the day of the act. Throws Invalid with what it lacks. */
export async function getAuthorised(look: Look, agency: string, person: string): Promise<Authorised> {
  const seat = (await listSeats(look, agency)).find(({ officer }) => officer.person === person);
  if (!seat) throw new Invalid([{ field: 'authority', message: nobody }]);
  const authority = await maySign(look, person, agency, copies);
  if (!authority.may) throw new Invalid([{ field: 'authority', message: authority.reason }]);
  return { person, name: seat.officer.name, as: authority.lines.join(' / ') };
}
