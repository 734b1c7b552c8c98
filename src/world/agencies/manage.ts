/** Who changes agencies, units, posts and their holders: the policy of this room. Every officer may read them. */
import { hasRole, type By, type Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { findAgency } from './queries.ts';

/** Whether an officer administers any agency at all. */
export const isAdministrator = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'it-admin');

const administeredBy = ({ powers }: By): ReadonlySet<string> =>
  new Set(powers.filter(({ role }) => role === 'it-admin').map(({ agency }) => agency));

/**
 * Whether the officer who looks administers this agency: is IT administrator there or in one above it. What stands at the
 * top (null) is administered by administrators of a top agency.
 */
export const manages = async (look: Look, agency: string | null): Promise<boolean> =>
  isAdministrator(look.by) && (await managersOf(look, agency))(look.by);

/** The same as a policy of powers: by it the record finds in whose place somebody administers (làm thay). */
export async function managersOf(look: Look, agency: string | null): Promise<(by: By) => boolean> {
  const line = new Set<string>();
  for (let at = agency; at !== null;) {
    line.add(at);
    at = (await findAgency(look, at))?.parent ?? null;
  }
  if (agency === null)
    for (const id of administeredBy(look.by)) if ((await findAgency(look, id))?.parent === null) line.add(id);
  return (by) => isAdministrator(by) && [...administeredBy(by)].some((id) => line.has(id));
}

/** Throws NotAllowed unless the officer who looks administers this agency. */
export async function guardAgency(look: Look, agency: string | null): Promise<void> {
  if (await manages(look, agency)) return;
  throw new NotAllowed({
    vi: 'Cơ quan này do người quản trị khác phụ trách.',
    en: 'Another administrator looks after this agency.',
  });
}
