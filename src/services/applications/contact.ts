/** Where the applicant lives and is reached, as the forms of the one-stop unit print it (Circular 03/2025/TT-VPCP, annex I; C1). */
import type { Look } from '../../ground/db/act.ts';
import { listContacts, type Organisation, type Person } from '../../world/people/index.ts';
import { findUnit } from '../../world/places/index.ts';
import type { Submission } from '../dossiers/index.ts';

/** “Phường Sông Mẫu, Tỉnh Sông Lam”; null for a commune that is not known. */
export async function placeNames(look: Look, commune: string | null): Promise<string | null> {
  const unit = commune ? await findUnit(look, 'commune', commune) : null;
  if (!unit) return null;
  const province = unit.province ? await findUnit(look, 'province', unit.province) : null;
  return [unit.fullName, province?.fullName].filter(Boolean).join(', ');
}

/** Address with commune and province, phone and e-mail of the organisation or person whose application it is. */
export async function contactOf(
  look: Look,
  owner: Organisation | Person | null,
): Promise<Submission['contact']> {
  if (!owner) return { phone: null, email: null, address: null };
  const [contacts, place] = await Promise.all([
    listContacts(look, owner.id),
    placeNames(look, owner.commune),
  ]);
  const found = (kind: string): string | null => contacts.find((one) => one.kind === kind)?.value ?? null;
  return {
    phone: found('phone'),
    email: found('email'),
    address: [owner.address, place].filter(Boolean).join(', ') || null,
  };
}
