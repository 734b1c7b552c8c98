/** Who grants and revokes mandates: the policy of this room. */
import type { Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { holdersOf, manages } from '../agencies/index.ts';
import type { Mandate } from './schema.ts';

/**
 * Whether the one who looks may revoke a mandate: who granted it, whom it speaks for (the person, who acts for the
 * organisation now), the officer whose post it fills in for, or the administrator of its agency.
 */
async function mayRevoke(look: Look, mandate: Mandate): Promise<boolean> {
  const { by } = look;
  const { principal, grantedBy, agency } = mandate;
  if (by.person === null) return false;
  if (grantedBy === by.person) return true;
  if (principal.kind === 'person') return by.organisation === null && principal.id === by.person;
  if (principal.kind === 'organisation') return principal.id === by.organisation && by.mandate === null;
  const holders = principal.kind === 'post' ? await holdersOf(look, principal.id) : [];
  return (
    holders.some(({ officer }) => officer.person === by.person) ||
    (agency !== null && (await manages(look, agency)))
  );
}

/** Throws NotAllowed unless the one who looks may revoke this mandate. */
export async function guardRevocation(look: Look, mandate: Mandate): Promise<void> {
  if (await mayRevoke(look, mandate)) return;
  throw new NotAllowed({
    vi: 'Chỉ người đã giao, người được thay mặt hoặc người quản trị của cơ quan được thu hồi.',
    en: 'Only who granted it, whom it speaks for, or the administrator of the agency may revoke it.',
  });
}
