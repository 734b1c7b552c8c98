/** Texts of the access pages. */
import type { Text } from '../../ground/text/language.ts';
import type { Standing } from './rules.ts';
import type { Method, SecurityEvent } from './schema.ts';

/** How one signs in, in words. */
export const methodName: Readonly<Record<Method, Text>> = {
  vneid: { vi: 'VNeID', en: 'VNeID' },
  password: { vi: 'Mật khẩu và mã xác thực', en: 'Password and code' },
  passkey: { vi: 'Khóa truy cập', en: 'Passkey' },
  agency: { vi: 'Tài khoản của cơ quan', en: 'Account of the agency' },
};

/** What the security log tells, in words. */
export const eventName: Readonly<Record<SecurityEvent, Text>> = {
  'signed-in': { vi: 'Đăng nhập', en: 'Signed in' },
  failed: { vi: 'Đăng nhập không thành công', en: 'Sign-in failed' },
  locked: { vi: 'Thử đăng nhập khi tài khoản bị khóa', en: 'Tried to sign in to a locked account' },
  'signed-out': { vi: 'Thoát', en: 'Signed out' },
  ended: { vi: 'Kết thúc phiên từ nơi khác', en: 'Ended a session from elsewhere' },
  opened: { vi: 'Mở tài khoản', en: 'Account opened' },
  activated: { vi: 'Kích hoạt tài khoản', en: 'Account set up' },
  'password-changed': { vi: 'Đổi mật khẩu', en: 'Password changed' },
  'passkey-added': { vi: 'Thêm khóa truy cập', en: 'Passkey added' },
  'passkey-removed': { vi: 'Bỏ khóa truy cập', en: 'Passkey removed' },
  reset: { vi: 'Cấp lại mật khẩu và mã xác thực', en: 'Password and second factor reset' },
  suspended: { vi: 'Tạm khóa tài khoản', en: 'Account stopped' },
  unlocked: { vi: 'Mở khóa tài khoản', en: 'Account opened again' },
  closed: { vi: 'Đóng tài khoản', en: 'Account closed' },
  reviewed: { vi: 'Rà soát: tài khoản còn cần', en: 'Reviewed: still needed' },
  'post-chosen': { vi: 'Chọn chức vụ làm việc', en: 'Chose the post to work in' },
  'acting-for': { vi: 'Đổi người được làm thay', en: 'Changed whom to act for' },
};

/** How an account stands, in words. */
export const standingName: Readonly<Record<Standing, Text>> = {
  open: { vi: 'Đang dùng', en: 'In use' },
  waiting: { vi: 'Chờ kích hoạt', en: 'Not set up yet' },
  locked: { vi: 'Khóa vì nhập sai', en: 'Locked after wrong attempts' },
  idle: { vi: 'Khóa vì 45 ngày không dùng', en: 'Stopped: not used for 45 days' },
  suspended: { vi: 'Tạm khóa', en: 'Stopped' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
};

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
    vi: 'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng. Sai 5 lần liên tiếp thì tài khoản bị khóa 15 phút, kể cả khi sau đó nhập đúng.',
    en: 'The sign-in name, password or authentication code is not right. After five wrong attempts in a row an account is locked for 15 minutes, even if the next one is right.',
  },
  barred: {
    vi: 'Tài khoản này đang bị khóa hoặc đã đóng. Nếu vừa nhập sai nhiều lần, hãy thử lại sau 15 phút; nếu không, hãy hỏi người quản trị của cơ quan bạn.',
    en: 'This account is locked or closed. After several wrong attempts, try again in 15 minutes; otherwise ask the administrator of your agency.',
  },
  signInAfresh: {
    vi: 'Việc này cần bạn vừa đăng nhập trong 15 phút gần đây. Hãy thoát, đăng nhập lại rồi làm tiếp.',
    en: 'This asks for a sign-in of the last 15 minutes. Sign out, sign in again, and go on.',
  },
  again: {
    vi: 'Lượt đăng nhập này đã cũ hoặc bị gián đoạn. Hãy đăng nhập lại.',
    en: 'This sign-in is old or was interrupted. Please sign in again.',
  },
  unknownPerson: {
    vi: 'Chưa nhận được đủ thông tin định danh. Hãy đăng nhập lại.',
    en: 'The identity sent incomplete information. Please sign in again.',
  },
  haveCode: {
    vi: 'Tôi có mã kích hoạt từ người quản trị',
    en: 'I have an activation code from the administrator',
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
