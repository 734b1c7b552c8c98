/** Texts of the access pages. */
import type { Text } from '../../ground/text/language.ts';

export const words = {
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  citizens: { vi: 'Người dân, tổ chức', en: 'Citizens and organisations' },
  withIdentity: { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' },
  identityHint: {
    vi: 'Dùng tài khoản định danh điện tử. Không cần nhớ mật khẩu riêng cho trang này.',
    en: 'Use your electronic identity account. You need no separate password for this site.',
  },
  officers: { vi: 'Cán bộ, công chức', en: 'Officers' },
  officerSignIn: { vi: 'Đăng nhập của cán bộ', en: 'Officers sign in' },
  login: { vi: 'tên đăng nhập', en: 'sign-in name' },
  loginLabel: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  password: { vi: 'mật khẩu', en: 'password' },
  passwordLabel: { vi: 'Mật khẩu', en: 'Password' },
  code: { vi: 'mã xác thực', en: 'authentication code' },
  codeLabel: { vi: 'Mã xác thực', en: 'Authentication code' },
  codeHint: {
    vi: 'Sáu chữ số trong ứng dụng xác thực trên điện thoại.',
    en: 'Six digits from the authenticator app on your phone.',
  },
  wrong: {
    vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng.',
    en: 'The sign-in name, password or authentication code is not right.',
  },
  locked: {
    vi: 'Tài khoản đang bị khóa vì nhập sai nhiều lần. Hãy thử lại sau 15 phút.',
    en: 'The account is locked after several wrong attempts. Please try again in 15 minutes.',
  },
  again: {
    vi: 'Lượt đăng nhập này đã cũ hoặc bị gián đoạn. Hãy đăng nhập lại.',
    en: 'This sign-in is old or was interrupted. Please sign in again.',
  },
  unknownPerson: {
    vi: 'Chưa nhận được đủ thông tin định danh. Hãy đăng nhập lại.',
    en: 'The identity sent incomplete information. Please sign in again.',
  },
  signedOut: { vi: 'Bạn đã thoát.', en: 'You have signed out.' },
  sessions: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
  sessionsHint: {
    vi: 'Nếu thấy phiên nào không phải của bạn, hãy kết thúc phiên đó.',
    en: 'If you see a session that is not yours, end it.',
  },
  thisOne: { vi: 'phiên này', en: 'this session' },
  device: { vi: 'Thiết bị', en: 'Device' },
  since: { vi: 'Từ', en: 'Since' },
  lastSeen: { vi: 'Lần cuối', en: 'Last used' },
  end: { vi: 'Kết thúc', en: 'End' },
  ended: { vi: 'Đã kết thúc phiên.', en: 'The session has been ended.' },
  sampleCode: {
    vi: 'Tài khoản mẫu: mã xác thực lúc này là',
    en: 'Sample accounts: the authentication code is now',
  },
} as const satisfies Readonly<Record<string, Text>>;
