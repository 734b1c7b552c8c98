/** Words of the page of reconciliation. */
import type { Text } from '../../../ground/text/language.ts';
import type { Difference } from '../reconcile.ts';

/** What the page of reconciliation says. */
export const words = {
  doing: { vi: 'Việc làm được', en: 'What can be done' },
  title: { vi: 'Đối soát thanh toán', en: 'Reconciliation of payments' },
  hint: {
    vi: 'So sổ của ta với nền tảng thanh toán; tiền cần trả lại',
    en: 'Our ledger beside the platform’s; money to give back',
  },
  day: { vi: 'Ngày', en: 'Day' },
  show: { vi: 'Xem', en: 'Show' },
  ours: { vi: 'Sổ của ta', en: 'Our ledger' },
  theirs: { vi: 'Nền tảng báo', en: 'The platform says' },
  agreed: { vi: 'Khoản khớp', en: 'Agree' },
  away: {
    vi: 'Nền tảng thanh toán hiện không trả lời. Chưa so được sổ của ngày này.',
    en: 'The platform does not answer now. The ledgers of this day cannot be compared.',
  },
  notConnected: { vi: 'Chưa kết nối nền tảng thanh toán.', en: 'No payment platform is connected.' },
  differences: { vi: 'Khoản chênh lệch', en: 'Differences' },
  none: { vi: 'Hai sổ khớp nhau.', en: 'Both ledgers agree.' },
  ref: { vi: 'Mã tham chiếu', en: 'Reference' },
  what: { vi: 'Chênh lệch', en: 'Difference' },
  askAgain: { vi: 'Hỏi lại nền tảng', en: 'Ask the platform again' },
  asked: { vi: 'Hệ thống đang hỏi lại nền tảng.', en: 'The platform is being asked again.' },
  stray: { vi: 'Tiền chưa nộp cho khoản nào', en: 'Money that pays nothing' },
  strayNone: { vi: 'Không có.', en: 'None.' },
  at: { vi: 'Lúc', en: 'At' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  source: { vi: 'Nguồn', en: 'Source' },
  why: { vi: 'Vì sao', en: 'Why' },
  said: { vi: 'Nội dung', en: 'Words' },
  giveBack: { vi: 'Trả lại', en: 'Give back' },
  undecided: {
    vi: 'Đã nộp cho hồ sơ dừng lại, chưa quyết định trả lại hay không',
    en: 'Paid for a dossier that ended; to decide whether it goes back',
  },
  keep: { vi: 'Không trả lại', en: 'Do not give back' },
  refunds: { vi: 'Tiền phải trả lại', en: 'Money to be given back' },
  whom: { vi: 'Trả cho ai, hồ sơ nào', en: 'To whom, for which dossier' },
  cameBy: { vi: 'Tiền đến bằng cách nào, số giao dịch', en: 'How it came, number of the transaction' },
  evidence: { vi: 'Số chứng từ', en: 'Number of the voucher' },
  ways: { vi: 'Ba sổ của ngày', en: 'Three ledgers of the day' },
  way: { vi: 'Cách nộp', en: 'Way' },
  count: { vi: 'Số khoản', en: 'Payments' },
  receipts: { vi: 'Số biên lai', en: 'Receipts' },
  receipted: { vi: 'Tiền trên biên lai', en: 'Sum of receipts' },
  apart: { vi: 'Không có biên lai, phải trả lại', en: 'Without a receipt, to give back' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  agree: { vi: 'Khớp', en: 'Agrees' },
  download: { vi: 'Tải sổ của ngày (CSV)', en: 'Download the day (CSV)' },
  waived: { vi: 'Miễn thu trong tháng', en: 'Waived this month' },
  waivedNone: { vi: 'Tháng này không miễn thu khoản nào.', en: 'Nothing was waived this month.' },
  waivedCount: { vi: 'Số khoản miễn thu', en: 'Waived' },
  waivedSum: { vi: 'Số tiền miễn thu', en: 'Sum waived' },
  forWhat: { vi: 'Thủ tục', en: 'Procedure' },
  waivedBy: { vi: 'Người quyết định', en: 'Decided by' },
  waivedDownload: { vi: 'Tải danh sách miễn thu (CSV)', en: 'Download what was waived (CSV)' },
  unknown: { vi: 'Chưa biết', en: 'Not known' },
  done: { vi: 'Đã trả', en: 'Given back' },
  noted: { vi: 'Đã ghi.', en: 'Noted.' },
} satisfies Record<string, Text>;

/** How a line of the two ledgers differs. */
export const kinds: Readonly<Record<Difference['kind'], Text>> = {
  ours: { vi: 'Ta có, nền tảng không có', en: 'We have it, the platform does not' },
  theirs: { vi: 'Nền tảng có, ta chưa ghi', en: 'The platform has it, we have not' },
  amounts: { vi: 'Khác số tiền', en: 'Different amounts' },
};
