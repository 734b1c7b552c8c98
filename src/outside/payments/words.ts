/** What people read about money. */
import type { ChargeState, DueWhen, Fate, Source } from './schema.ts';
import type { Text } from '../../ground/text/language.ts';

export const stateName: Readonly<Record<ChargeState, Text>> = {
  due: { vi: 'Chưa nộp', en: 'To be paid' },
  paid: { vi: 'Đã nộp', en: 'Paid' },
  refunded: { vi: 'Đã trả lại', en: 'Given back' },
  void: { vi: 'Không phải nộp', en: 'Nothing to pay' },
};

export const dueName: Readonly<Record<DueWhen, Text>> = {
  intake: { vi: 'Khi nộp hồ sơ', en: 'With the dossier' },
  supplement: { vi: 'Trong khi giải quyết', en: 'While it is being decided' },
  return: { vi: 'Khi nhận kết quả', en: 'When the result is returned' },
};

export const sourceName: Readonly<Record<Source, Text>> = {
  platform: { vi: 'Trực tuyến', en: 'Online' },
  bank: { vi: 'Chuyển khoản', en: 'Bank transfer' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
};

export const fateName: Readonly<Record<Fate, Text>> = {
  charge: { vi: 'Đã nộp cho hồ sơ', en: 'Paid a charge' },
  surplus: { vi: 'Nộp thừa', en: 'Paid twice' },
  'wrong-amount': { vi: 'Sai số tiền', en: 'Wrong amount' },
  unmatched: { vi: 'Không rõ nộp cho khoản nào', en: 'Nobody knows what for' },
};

export const words = {
  title: { vi: 'Nộp phí, lệ phí', en: 'Pay fees' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  myPage: { vi: 'Trang của tôi', en: 'My page' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  unknown: { vi: 'Chưa biết', en: 'Not known yet' },
  state: { vi: 'Tình trạng', en: 'State' },
  when: { vi: 'Nộp khi nào', en: 'When' },
  lines: { vi: 'Gồm những khoản nào, vì sao', en: 'What it is made of, and why' },
  name: { vi: 'Khoản thu', en: 'Fee' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  rate: { vi: 'Mức thu', en: 'Rate' },
  sum: { vi: 'Thành tiền', en: 'Sum' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  exempt: { vi: 'Được miễn', en: 'Exempt' },
  mayBeExempt: { vi: 'Được miễn nếu có giấy tờ chứng minh', en: 'Exempt on evidence' },
  tellBeforePaying: {
    vi: 'Nói với bộ phận một cửa trước khi nộp tiền',
    en: 'Tell the one-stop unit before you pay',
  },
  howTo: { vi: 'Cách nộp', en: 'How to pay' },
  online: { vi: 'Nộp trực tuyến', en: 'Pay online' },
  onlineHint: {
    vi: 'Bạn sang nền tảng thanh toán quốc gia, nộp xong thì tự về lại trang này.',
    en: 'You go to the national payment platform and come back here when you have paid.',
  },
  byQr: { vi: 'Quét mã bằng ứng dụng ngân hàng', en: 'Scan with a banking application' },
  qrLabel: { vi: 'Mã VietQR để chuyển khoản', en: 'VietQR code for the transfer' },
  qrHint: {
    vi: 'Giữ nguyên số tiền và nội dung. Hệ thống nhận ra khoản của bạn nhờ nội dung này.',
    en: 'Leave amount and words as they are: we recognise your payment by them.',
  },
  account: { vi: 'Tài khoản', en: 'Account' },
  transferWords: { vi: 'Nội dung', en: 'Words of the transfer' },
  atCounter: { vi: 'Nộp tiền mặt', en: 'Pay in cash' },
  atCounterHint: (counter: string): Text => ({
    vi: `Đến ${counter}, nói mã hồ sơ hoặc mã nộp tiền.`,
    en: `Go to ${counter} and say the code of the dossier or of the payment.`,
  }),
  ref: { vi: 'Mã nộp tiền', en: 'Code of the payment' },
  goingBack: { vi: 'Tiền không tính vào khoản này', en: 'Money that does not count here' },
  arrived: (when: string, source: string): Text => ({
    vi: `Đến lúc ${when}, ${source}`,
    en: `Came in ${when}, ${source}`,
  }),
  willBeSeen: {
    vi: 'Cán bộ sẽ kiểm tra và trả lại. Bạn vẫn phải nộp đủ khoản trên, nếu chưa nộp.',
    en: 'An officer will check it and give it back. What is owed above must still be paid, if it is not yet.',
  },
  willGoBack: { vi: 'Sẽ được trả lại', en: 'Will be given back' },
  wentBack: (when: string, evidence: string): Text => ({
    vi: `Đã trả lại lúc ${when}, chứng từ ${evidence}`,
    en: `Given back ${when}, voucher ${evidence}`,
  }),
  refund: { vi: 'Trả lại tiền', en: 'Give the money back' },
  refundElsewhere: {
    vi: 'Việc trả lại tiền do lãnh đạo cơ quan giải quyết hoặc cơ quan đã nhận hồ sơ quyết định.',
    en: 'A leader of the agency that decides, or that received the dossier, decides about giving money back.',
  },
  notYourBooks: {
    vi: 'Khoản tiền này không thuộc cơ quan mà bạn lãnh đạo.',
    en: 'This money is not that of an agency you lead.',
  },
  refundTitle: { vi: 'Trả lại tiền đã nộp', en: 'Give back what was paid' },
  refundHint: {
    vi: 'Trả lại cả khoản. Người nộp thấy lý do. Khi đã chuyển tiền, ghi số chứng từ ở trang đối soát: lúc đó khoản này mới hết là đã nộp.',
    en: 'The whole amount goes back and the payer reads why. Once the money is sent, enter the voucher on the page of reconciliation: only then it no longer counts as paid.',
  },
  refundWhy: { vi: 'Lý do trả lại', en: 'Why it is given back' },
  refundDecided: { vi: 'Đã quyết định trả lại.', en: 'It will be given back.' },
  notRefundable: {
    vi: 'Khoản này chưa nộp, hoặc đã có quyết định trả lại.',
    en: 'This has not been paid, or it is decided already to give it back.',
  },
  receipt: { vi: 'Tải biên lai', en: 'Download the receipt' },
  receiptNumber: { vi: 'Biên lai', en: 'Receipt' },
  paidAt: { vi: 'Nộp lúc', en: 'Paid' },
  payer: { vi: 'Người nộp', en: 'Payer' },
  waiting: {
    vi: 'Có một lượt nộp trực tuyến chưa rõ kết quả. Nếu bạn đã bị trừ tiền, đừng nộp lại: hệ thống đang hỏi nền tảng thanh toán và sẽ tự ghi nhận.',
    en: 'One online payment is not decided yet. If money has left your account, do not pay again: we are asking the platform and will note it by ourselves.',
  },
  checkAgain: { vi: 'Kiểm tra lại', en: 'Check again' },
  stillWaiting: {
    vi: 'Nền tảng thanh toán chưa ghi nhận khoản này. Hệ thống sẽ tự hỏi lại.',
    en: 'The platform has not noted this payment yet. We will ask again by ourselves.',
  },
  thanks: { vi: 'Đã nhận được tiền. Cảm ơn bạn.', en: 'The money has arrived. Thank you.' },
  givenUp: {
    vi: 'Lượt nộp tiền này đã bị huỷ. Bạn chưa mất tiền.',
    en: 'This payment was given up. No money was taken.',
  },
  odd: {
    vi: 'Số tiền nhận được không khớp với khoản phải nộp. Cán bộ sẽ kiểm tra và trả lại tiền.',
    en: 'What arrived does not fit what is owed. An officer will check and give it back.',
  },
  counterTitle: { vi: 'Thu tiền mặt', en: 'Cash' },
  counterDue: { vi: 'Chưa nộp', en: 'To be paid' },
  counterNone: { vi: 'Không có khoản nào chờ nộp ở bộ phận này.', en: 'Nothing waits to be paid here.' },
  find: { vi: 'Mã hồ sơ, mã nộp tiền hoặc tên người nộp', en: 'Code of dossier or payment, or name' },
  book: { vi: 'Sổ quỹ của tôi trong ngày', en: 'My cash book of the day' },
  bookNone: { vi: 'Chưa thu khoản nào.', en: 'Nothing taken in yet.' },
  total: { vi: 'Cộng', en: 'Total' },
  day: { vi: 'Ngày', en: 'Day' },
  show: { vi: 'Xem', en: 'Show' },
  take: { vi: 'Thu tiền', en: 'Take cash' },
  takeTitle: { vi: 'Thu tiền mặt', en: 'Take cash' },
  takeButton: { vi: 'Đã nhận đủ tiền', en: 'I have received the money' },
  taken: { vi: 'Đã thu tiền và ghi biên lai.', en: 'The money is noted and the receipt written.' },
  enterTitle: { vi: 'Nhập mức thu', en: 'Enter the amount' },
  exemptTitle: { vi: 'Miễn theo giấy tờ', en: 'Exempt on evidence' },
  at: { vi: 'Lúc', en: 'At' },
  elsewhere: {
    vi: 'Khoản này thu ở bộ phận một cửa khác.',
    en: 'This is paid at another one-stop unit.',
  },
  waiveTitle: { vi: 'Miễn thu khoản này', en: 'Waive this' },
  waiveWhy: { vi: 'Lý do miễn thu', en: 'Why it is waived' },
  waiveField: { vi: 'lý do miễn thu', en: 'why it is waived' },
  waiveHint: {
    vi: 'Ví dụ: người nộp không lấy bản sao nữa. Lý do được ghi vào hồ sơ, người nộp và lãnh đạo đều đọc được.',
    en: 'For example: the person does not want the copies any more. It stands in the record, where the person and the leader read it.',
  },
  waiveNoReason: { vi: 'Hãy nêu lý do miễn thu.', en: 'State why it is waived.' },
  keepNoReason: { vi: 'Hãy nêu lý do không trả lại tiền.', en: 'State why the money is not given back.' },
  notUndecided: {
    vi: 'Khoản này không còn chờ quyết định trả lại hay không.',
    en: 'Whether this is given back need not be decided any more.',
  },
  waived: { vi: 'Khoản này không phải nộp nữa.', en: 'This need not be paid any more.' },
} as const;

/** What is said of money on the desk. */
export const deskWords = {
  decide: { vi: 'Quyết định trả lại hay giữ tiền', en: 'Decide whether money goes back' },
  'give-back': { vi: 'Trả lại tiền đã quyết định', en: 'Give money back as decided' },
  noDossier: { vi: 'Không rõ hồ sơ', en: 'No dossier known' },
  unmatched: { vi: 'Tiền không rõ nộp cho khoản nào', en: 'Money of which nobody knows what for' },
  title: { vi: 'Tiền đã thu', en: 'Money that came in' },
  came: { vi: 'Tiền vào', en: 'Came in' },
  what: { vi: 'Vì sao cần quyết định', en: 'Why it must be decided' },
  said: { vi: 'Nội dung chuyển khoản', en: 'Words of the transfer' },
  why: { vi: 'Lý do, người nộp sẽ đọc', en: 'Reason, as the payer will read it' },
  whyField: { vi: 'lý do', en: 'the reason' },
  back: { vi: 'Trả lại tiền', en: 'Give it back' },
  keep: { vi: 'Không trả lại', en: 'Keep it' },
  evidence: { vi: 'Số chứng từ trả tiền', en: 'Number of the transfer or voucher' },
  done: { vi: 'Đã trả lại', en: 'It was given back' },
  decided: { vi: 'Đã quyết định trả lại', en: 'It was decided to give it back' },
  nothing: {
    vi: 'Không còn gì phải quyết định về khoản tiền này.',
    en: 'Nothing is left to decide about this money.',
  },
  none: { vi: 'Không có khoản tiền này.', en: 'There is no such money.' },
  toCharge: { vi: 'Mở khoản phải nộp', en: 'Open the charge' },
  choice: { vi: 'việc cần làm', en: 'what to do' },
  noted: { vi: 'Đã ghi nhận.', en: 'Noted.' },
} satisfies Record<string, Text>;
