/** What one may do under the mandate of one's session, and whose it then is (requirement B14). Pure. */
import type { By } from '../../ground/db/act.ts';
import { covers } from './rules.ts';
import type { CitizenAct, Deed } from './schema.ts';

/** A person or an organisation. */
export type Whose = { readonly person: string | null; readonly organisation: string | null };

/** For whom somebody acts now: who gave the mandate, the organisation signed in for, or oneself. */
export const principalOf = ({ person, organisation, actingFor }: By): Whose =>
  actingFor
    ? { person: actingFor.person, organisation: actingFor.organisation }
    : organisation
      ? { person: null, organisation }
      : { person, organisation: null };

/** Whether what is somebody's belongs to the one for whom the visitor acts now. */
export function actsForOwner(by: By, owner: Whose): boolean {
  const { person, organisation } = principalOf(by);
  return owner.organisation
    ? owner.organisation === organisation
    : person !== null && organisation === null && owner.person === person;
}

/** Whether the mandate of the session covers an act; for oneself everything is covered. */
export const mandateCovers = (
  { actingFor }: By,
  act: CitizenAct,
  about: Pick<Deed, 'procedure' | 'field'> = {},
): boolean => actingFor === null || covers({ ...actingFor, documents: null }, { act, ...about });

/** Whether somebody has one of these roles in an agency: the policy by which the record finds whose work it is (`StepWords.may`). */
export const hasRoleAt =
  (at: string, ...roles: readonly string[]) =>
  ({ powers }: By): boolean =>
    powers.some(({ agency, role }) => agency === at && roles.includes(role));
