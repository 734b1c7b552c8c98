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
export async function manages(look: Look, agency: string | null): Promise<boolean> {
  if (!isAdministrator(look.by)) return false;
  const own = administeredBy(look.by);
  for (let at = agency; at !== null;) {
    if (own.has(at)) return true;
    at = (await findAgency(look, at))?.parent ?? null;
  }
  if (agency !== null) return false;
  for (const id of own) if ((await findAgency(look, id))?.parent === null) return true;
  return false;
}

/** Throws NotAllowed unless the officer who looks administers this agency. */
export async function guardAgency(look: Look, agency: string | null): Promise<void> {
  if (await manages(look, agency)) return;
  throw new NotAllowed({
    vi: 'Cơ quan này do người quản trị khác phụ trách.',
    en: 'Another administrator looks after this agency.',
  });
}
