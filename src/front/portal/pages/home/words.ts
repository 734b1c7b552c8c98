/** Texts of the home page. */
import { formatCount } from '../../../../ground/text/money.ts';
import type { Text } from '../../../../ground/text/language.ts';

export const words = {
  title: { vi: 'Bạn cần làm gì hôm nay?', en: 'What do you need today?' },
  search: { vi: 'Tìm dịch vụ', en: 'Find a service' },
  hint: {
    vi: 'Gõ như bạn vẫn nói: khai sinh, sổ đỏ, mở quán…',
    en: 'In your own words: birth, land certificate, open a shop…',
  },
  events: { vi: 'Theo việc trong đời bạn', en: 'By what happens in your life' },
  services: (n: number): Text => ({
    vi: `${formatCount(n, 'vi')} dịch vụ`,
    en: `${formatCount(n, 'en')} services`,
  }),
  all: { vi: 'Xem tất cả dịch vụ', en: 'See all services' },
  used: { vi: 'Được làm nhiều nhất, từ đầu tháng trước', en: 'Most used since the start of last month' },
  usedTimes: (n: number): Text => ({
    vi: `${formatCount(n, 'vi')} hồ sơ`,
    en: `${formatCount(n, 'en')} dossiers`,
  }),
  ready: { vi: 'Khai và nộp được ngay trên mạng', en: 'Ready to be filled in and submitted online' },
  follow: { vi: 'Hồ sơ của bạn đang ở đâu?', en: 'Where is your dossier?' },
  code: { vi: 'Mã hồ sơ', en: 'Code of the dossier' },
  codeHint: { vi: 'Ghi trên giấy tiếp nhận', en: 'As on the acceptance slip' },
  find: { vi: 'Tra cứu', en: 'Find' },
  check: { vi: 'Xác minh giấy tờ', en: 'Check a document' },
  checkHint: {
    vi: 'Quét mã trên giấy hoặc tải tệp lên để biết giấy thật hay không, còn giá trị không.',
    en: 'Scan the code or upload the file to see whether it is genuine and still in force.',
  },
  mine: { vi: 'Trang của tôi', en: 'My page' },
  mineHint: {
    vi: 'Hồ sơ đang làm, việc chờ bạn, và các bản khai còn dở.',
    en: 'Your dossiers, what waits for you, and forms you have begun.',
  },
  desk: { vi: 'Bàn làm việc', en: 'My desk' },
  deskHint: {
    vi: 'Mọi việc đang chờ bạn, việc gấp nhất ở trên cùng.',
    en: 'Everything that waits for you, the most urgent first.',
  },
  vault: { vi: 'Kho giấy tờ của tôi', en: 'My documents' },
  vaultHint: {
    vi: 'Mọi kết quả đã cấp nằm ở đây, dùng lại được, không phải nộp lần nữa.',
    en: 'Every result issued to you, ready to use again; nobody asks you for it twice.',
  },
} as const;
