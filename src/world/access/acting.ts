/** Acting for an organisation or another person (uỷ quyền, đại diện; requirement B14). */
import type { Act } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { actingForOf, type Whom } from './represented.ts';
import { note, type From } from './security-log.ts';
import { turnSession } from './sessions.ts';

/**
 * From now on this session acts under a mandate, for a child or ward by law, or (null) for the person alone. Throws
 * NotAllowed when the mandate is not theirs or does not hold, when the law does not make them its representative, or when the
 * sign-in is too weak: an organisation has no level of its own and acts through its representative's level 2.
 */
export async function actFor(act: Act, session: string, whom: Whom | null, from: From): Promise<void> {
  if (whom === null) {
    turnSession(act, session, { mandate: null, ward: null, organisation: null });
    return note(act, 'acting-for', act.by.account, from);
  }
  const actingFor = act.by.person && (await actingForOf(act, act.by.person, whom));
  if (!actingFor)
    throw new NotAllowed(
      'ward' in whom
        ? {
            vi: 'Bạn không phải là người đại diện theo pháp luật của người này, hoặc người này đã đủ 18 tuổi.',
            en: 'You do not represent this person by law, or the person has come of age.',
          }
        : {
            vi: 'Uỷ quyền này không dành cho bạn, đã hết hạn hoặc đã bị thu hồi.',
            en: 'This authorisation is not yours, has ended or been revoked.',
          },
    );
  if (act.by.assurance < 2)
    throw new NotAllowed({
      vi: 'Làm việc thay người khác cần tài khoản định danh mức độ 2. Hãy đăng nhập lại bằng tài khoản mức độ 2.',
      en: 'To act for somebody else you need an identity account of level 2. Sign in again with one.',
    });
  turnSession(act, session, {
    mandate: null,
    ward: null,
    ...whom,
    organisation: actingFor.organisation,
  });
  note(act, 'acting-for', act.by.account, from, actingFor.name);
}
