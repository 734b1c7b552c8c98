/** Names of kinds, signing forms and acts. */
import type { Text } from '../../ground/text/language.ts';
import type { CitizenAct, GrantedForm, MandateKind } from './schema.ts';

export const kindName: Readonly<Record<MandateKind, Text>> = {
  role: { vi: 'Phân quyền trong hệ thống', en: 'Role in the platform' },
  substitution: { vi: 'Làm thay khi vắng mặt', en: 'Substitution during leave' },
  delegation: { vi: 'Uỷ quyền', en: 'Authorisation' },
  representation: { vi: 'Đại diện tổ chức', en: 'Representation of an organisation' },
  signing: { vi: 'Thẩm quyền ký', en: 'Signing authority' },
};

export const formName: Readonly<Record<GrantedForm, Text>> = {
  KT: { vi: 'KT. (ký thay)', en: 'KT. (deputy signs)' },
  TL: { vi: 'TL. (thừa lệnh)', en: 'TL. (by order)' },
  TUQ: { vi: 'TUQ. (thừa uỷ quyền)', en: 'TUQ. (by authorisation)' },
};

/** What one person may do for another on this platform. */
export const actName: Readonly<Record<CitizenAct, Text>> = {
  apply: { vi: 'Nộp hồ sơ', en: 'Submit dossiers' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Answer requests for supplement' },
  pay: { vi: 'Nộp phí, lệ phí', en: 'Pay fees' },
  'receive-result': { vi: 'Nhận kết quả', en: 'Receive results' },
  view: { vi: 'Xem hồ sơ, giấy tờ', en: 'See dossiers and papers' },
};
