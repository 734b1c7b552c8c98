/** Citizens sign in at the national identity (VNeID) by OpenID Connect; we check the level of assurance ourselves. */
import type { Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import { findAccount } from './accounts.ts';
import { searchOf } from './administer.ts';
import type { Identity } from './gateway/identity.ts';
import { beginSession } from './sessions.ts';
import type { From } from './security-log.ts';

/**
 * Begins a session for a person whom the national identity has recognised. `person` and `organisation` are ids of
 * the people room; an organisation has no level of its own and acts through its representative's level 2.
 */
export async function signInCitizen(
  act: Act,
  identity: Identity,
  person: string,
  organisation: string | null,
  from: From,
): Promise<string> {
  if (organisation && identity.assurance < 2) {
    throw new NotAllowed({
      vi: 'Người đại diện cần tài khoản định danh mức độ 2 để làm việc thay tổ chức.',
      en: 'The representative needs a level 2 identity account to act for an organisation.',
    });
  }
  const { number: login, name, assurance } = identity;
  const found = await findAccount(act, 'citizen', login);
  const id = found?.id ?? newId(act.now);
  const row = { name, search: searchOf(login, name), signed_in_at: act.now };
  if (found) update(act.writes, 'access.accounts', { tenant: act.tenant, id }, row);
  else {
    const fresh = { tenant: act.tenant, id, kind: 'citizen', person, login, created_at: act.now };
    insert(act.writes, 'access.accounts', { ...fresh, ...row });
  }
  return beginSession(act, { account: id, assurance, method: 'vneid', organisation }, from);
}
