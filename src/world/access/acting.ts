/** Acting for an organisation or another person (uỷ quyền, đại diện; requirement B14). */
import type { Act } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { getMandate, partyName } from '../mandates/index.ts';
import { mayEnter } from './represented.ts';
import { note, type From } from './security-log.ts';
import { turnSession } from './sessions.ts';

/**
 * From now on this session acts under a mandate, or (null) for the person alone. Throws NotAllowed when the mandate is
 * not theirs, does not hold, or the sign-in is too weak: an organisation has no level of its own and acts through its
 * representative's level 2.
 */
export async function actFor(act: Act, session: string, id: string | null, from: From): Promise<void> {
  if (id === null) {
    turnSession(act, session, { mandate: null, organisation: null });
    return note(act, 'acting-for', act.by.account, from);
  }
  const mandate = await getMandate(act, id);
  if (!act.by.person || !(await mayEnter(act, act.by.person, mandate)))
    throw new NotAllowed({
      vi: 'Uỷ quyền này không dành cho bạn, đã hết hạn hoặc đã bị thu hồi.',
      en: 'This authorisation is not yours, has ended or been revoked.',
    });
  if (act.by.assurance < 2)
    throw new NotAllowed({
      vi: 'Làm việc thay người khác cần tài khoản định danh mức độ 2. Hãy đăng nhập lại bằng tài khoản mức độ 2.',
      en: 'To act for somebody else you need an identity account of level 2. Sign in again with one.',
    });
  const { principal } = mandate;
  turnSession(act, session, {
    mandate: id,
    organisation: principal.kind === 'organisation' ? principal.id : null,
  });
  note(act, 'acting-for', act.by.account, from, (await partyName(act, mandate.principal)).vi);
}
