/** Texts of the page on which an officer chooses with what to sign. */
export const remoteWords = {
  title: { vi: 'Chữ ký số của tôi', en: 'My digital signature' },
  hint: {
    vi: 'Ký bằng khóa ở cơ quan hoặc xác nhận trên điện thoại.',
    en: 'Sign with the key at the agency, or confirm on your phone.',
  },
  here: {
    vi: 'Bạn đang ký bằng khóa được giữ ở hệ thống của cơ quan.',
    en: 'You sign with the key that is kept in the system of the agency.',
  },
  onPhone: {
    vi: 'Bạn đang ký trên điện thoại. Khi bấm ký, văn bản được khóa và điện thoại hỏi bạn; bạn xác nhận xong thì bấm ký lần nữa. Ký nhiều văn bản cùng lúc chỉ cần xác nhận một lần.',
    en: 'You sign on your phone. When you press sign, the paper is locked and your phone asks you; confirm, then press sign again. Many papers together need one confirmation.',
  },
  connectTitle: { vi: 'Chuyển sang ký trên điện thoại', en: 'Sign on the phone instead' },
  connectHint: {
    vi: 'Dùng tài khoản của bạn ở dịch vụ ký số từ xa mà cơ quan đã ký hợp đồng.',
    en: 'Use your account at the remote signing service that your agency has a contract with.',
  },
  account: { vi: 'Tài khoản ký số', en: 'Signing account' },
  accountField: { vi: 'tài khoản ký số', en: 'the signing account' },
  accountMissing: { vi: 'Hãy nhập tài khoản ký số.', en: 'Enter the signing account.' },
  connect: { vi: 'Kết nối', en: 'Connect' },
  connected: { vi: 'Từ nay bạn ký trên điện thoại.', en: 'From now on you sign on your phone.' },
  disconnect: { vi: 'Ngừng ký trên điện thoại', en: 'Stop signing on the phone' },
  disconnected: {
    vi: 'Từ nay bạn ký bằng khóa ở hệ thống của cơ quan.',
    en: 'From now on you sign with the key in the system of the agency.',
  },
  noCredential: {
    vi: 'Tài khoản này không có chứng thư nào đang dùng được. Hãy xem lại tên tài khoản.',
    en: 'This account has no certificate that can be used now. Check the name of the account.',
  },
  notYours: {
    vi: 'Chứng thư của tài khoản này mang tên người khác nên không dùng được cho bạn.',
    en: 'The certificate of this account names somebody else, so you cannot sign with it.',
  },
  noService: {
    vi: 'Cơ quan chưa kết nối dịch vụ ký số từ xa.',
    en: 'No remote signing service is connected.',
  },
  signer: { vi: 'Tên trong chứng thư', en: 'Name in the certificate' },
  until: { vi: 'Chứng thư có giá trị đến', en: 'Certificate valid until' },
  waiting: { vi: 'Văn bản đang chờ bạn xác nhận trên điện thoại', en: 'Papers that wait for your phone' },
  nothingWaits: { vi: 'Không có văn bản nào đang chờ.', en: 'Nothing is waiting.' },
  asked: { vi: 'Gửi yêu cầu lúc', en: 'Asked at' },
  answerUntil: { vi: 'Xác nhận trước', en: 'Confirm before' },
  phone: { vi: 'Mở điện thoại mô phỏng', en: 'Open the simulated phone' },
} as const;
