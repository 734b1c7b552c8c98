/** Texts of the pages on which people apply. */
import type { Text } from '../../ground/text/language.ts';

export const words = {
  begin: { vi: 'Bắt đầu khai', en: 'Begin' },
  resume: { vi: 'Khai tiếp', en: 'Go on' },
  resumeHint: {
    vi: 'Bạn đang khai dở thủ tục này. Những gì đã khai vẫn còn.',
    en: 'You have begun this already. What you entered is kept.',
  },
  anew: { vi: 'Khai lại từ đầu', en: 'Begin anew' },
  noForm: { vi: 'Thủ tục này chưa nộp được trên mạng', en: 'This cannot be filed online yet' },
  noFormHint: {
    vi: 'Mời bạn đến Trung tâm Phục vụ hành chính công gần nhất, bất kỳ nơi nào trong tỉnh.',
    en: 'Please go to any public administration service centre in the province.',
  },
  level2: {
    vi: 'Thủ tục này cần tài khoản định danh mức độ 2. Hãy đến công an xã, phường để nâng mức.',
    en: 'This needs a level 2 identity account. Your commune police can raise the level.',
  },
  knownHint: (n: number): Text => ({
    vi: `${n} mục đã có sẵn từ dữ liệu của Nhà nước, bạn không phải khai lại.`,
    en: `${n} answers are known to the state already: you need not give them again.`,
  }),
  check: { vi: 'Kiểm tra và nộp', en: 'Check and submit' },
  submit: { vi: 'Nộp hồ sơ', en: 'Submit' },
  returnWay: { vi: 'Bạn muốn nhận kết quả bằng cách nào?', en: 'How do you want to receive the result?' },
  returnOnline: { vi: 'Bản điện tử, lưu trong Kho giấy tờ của tôi', en: 'Electronically, in my documents' },
  returnCounter: { vi: 'Nhận thêm bản giấy tại quầy', en: 'Also on paper at the counter' },
  returnPost: { vi: 'Nhận thêm bản giấy qua bưu điện', en: 'Also on paper by post' },
  decidedBy: { vi: 'Cơ quan giải quyết', en: 'Decided by' },
  noAgency: {
    vi: 'Chưa xác định được cơ quan giải quyết từ nơi bạn khai. Hãy chọn lại xã, phường.',
    en: 'The agency that decides cannot be found from the place you gave. Choose the commune again.',
  },
  filesWaiting: {
    vi: 'Tệp bạn gửi đang được kiểm tra. Đợi vài giây rồi bấm Nộp hồ sơ lần nữa.',
    en: 'Your files are being checked. Wait a few seconds, then press Submit again.',
  },
  filesInfected: {
    vi: 'Có tệp chứa mã độc nên không nhận. Hãy bỏ tệp đó và gửi tệp khác.',
    en: 'A file contains malware and cannot be taken. Remove it and send another.',
  },
  stillOpen: {
    vi: 'Còn câu chưa trả lời hoặc chưa đúng.',
    en: 'Some questions are not answered or not right yet.',
  },
  received: (code: string): Text => ({
    vi: `Đã nhận hồ sơ ${code}.`,
    en: `Dossier ${code} has been received.`,
  }),
  saved: {
    vi: 'Đã lưu. Bạn có thể khai tiếp trên bất kỳ máy nào.',
    en: 'Saved. You can go on, on any device.',
  },
} as const;
