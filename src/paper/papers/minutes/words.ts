/** Texts about minutes. */
import type { Text } from '../../../ground/text/language.ts';

export const words = {
  title: { vi: 'Lập biên bản', en: 'Write minutes' },
  hint: {
    vi: 'Biên bản có hai người ký: thư ký rồi chủ tọa; văn thư cấp số, đóng dấu sau cùng.',
    en: 'Minutes have two signers: the secretary, then the chair; the clerk numbers and seals last.',
  },
  abstract: { vi: 'Về việc gì', en: 'About what' },
  abstractHint: {
    vi: 'Ví dụ: Họp xét duyệt hồ sơ đất đai tháng 11',
    en: 'For example: Meeting on land dossiers',
  },
  begins: { vi: 'Bắt đầu lúc', en: 'Began at' },
  beginsHint: { vi: 'Ví dụ: 08 giờ 00, ngày 23/11/2026', en: 'For example: 08:00, 23/11/2026' },
  where: { vi: 'Địa điểm', en: 'Place' },
  present: { vi: 'Thành phần tham dự, mỗi dòng một người hoặc cơ quan', en: 'Those present, one a line' },
  content: { vi: 'Nội dung, mỗi đoạn một dòng', en: 'What was said, a paragraph a line' },
  ends: { vi: 'Kết thúc lúc', en: 'Ended at' },
  endsHint: { vi: 'Ví dụ: 10 giờ 30, ngày 23/11/2026', en: 'For example: 10:30, 23/11/2026' },
  recipients: { vi: 'Nơi nhận, mỗi dòng một nơi', en: 'Recipients, one a line' },
  secretary: { vi: 'Thư ký, ký trước', en: 'Secretary, signs first' },
  chair: { vi: 'Chủ tọa, ký sau', en: 'Chair, signs second' },
  draft: { vi: 'Trình ký biên bản', en: 'Submit for signatures' },
  drafted: { vi: 'Đã gửi biên bản cho thư ký ký.', en: 'The minutes are with the secretary.' },
  onePerson: {
    vi: 'Thư ký và chủ tọa phải là hai người khác nhau.',
    en: 'Secretary and chair must be two people.',
  },
  otherStep: {
    vi: 'Biên bản này đã được xử lý ở bước khác.',
    en: 'These minutes are at another step already.',
  },
  notMinutes: { vi: 'Văn bản này không phải biên bản.', en: 'This paper is not minutes.' },
  signTitle: { vi: 'Ký biên bản', en: 'Sign the minutes' },
  sign: { vi: 'Ký số', en: 'Sign' },
  signed: { vi: 'Bạn đã ký biên bản.', en: 'You have signed the minutes.' },
  whoSigns: { vi: 'Chữ ký', en: 'Signatures' },
  who: { vi: 'Người ký', en: 'Signer' },
  state: { vi: 'Tình trạng', en: 'State' },
  hasSigned: { vi: 'Đã ký', en: 'Signed' },
  next: { vi: 'Chờ ký', en: 'To sign now' },
  later: { vi: 'Ký sau thư ký', en: 'After the secretary' },
  readFile: { vi: 'Đọc tệp thư ký đã ký', en: 'Read the file that the secretary signed' },
  notTurn: {
    vi: 'Chưa đến lượt bạn ký, hoặc bạn không phải người ký biên bản này.',
    en: 'It is not your turn, or you do not sign these minutes.',
  },
} as const satisfies Readonly<Record<string, Text>>;
