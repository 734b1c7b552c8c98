/** What one may do under the mandate of one's session, and whose it then is (requirement B14). Pure. */
import type { By, Power } from '../../ground/db/act.ts';
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

/**
 * The absent colleague in whose place an officer does something, by name: whoever may do it by a power of one's own does it for
 * oneself (null). `may` tells whether these powers suffice.
 */
export const inPlaceOf = (
  { kind, powers }: Pick<By, 'kind' | 'powers'>,
  may: (powers: readonly Power[]) => boolean,
): string | null =>
  kind !== 'officer' || may(powers.filter(({ insteadOf }) => insteadOf === undefined))
    ? null
    : (powers.find((power) => power.insteadOf !== undefined && may([power]))?.insteadOf ?? null);

/** The same for what these roles do in an agency. */
export const inPlaceAt = (
  by: Pick<By, 'kind' | 'powers'>,
  at: string,
  ...roles: readonly string[]
): string | null =>
  inPlaceOf(by, (powers) => powers.some(({ agency, role }) => agency === at && roles.includes(role)));
