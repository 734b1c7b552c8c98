/** Words of the service page. */
import { formatCount, formatMoney } from '../../../../ground/text/money.ts';
import type { Language, Text } from '../../../../ground/text/language.ts';
import type { Cost } from '../../rules/fees.ts';
import type { ServiceLevel } from '../../rules/level.ts';
import type { Times } from '../../times.ts';

export const words = {
  services: { vi: 'Dịch vụ công', en: 'Public services' },
  onlyVietnamese: {
    vi: 'Nội dung này chỉ có tiếng Việt.',
    en: 'This content is available in Vietnamese only.',
  },
  unreviewed: {
    vi: 'Nội dung nhập từ danh mục quốc gia, chưa được cơ quan tại tỉnh rà soát.',
    en: 'Imported from the national catalogue and not reviewed here yet.',
  },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  byRule: { vi: 'Theo quy định', en: 'By rule' },
  inTruth: { vi: 'Thực tế ở đây', en: 'Really, here' },
  toAnswer: { vi: 'Bạn phải khai', en: 'You answer' },
  start: { vi: 'Bắt đầu', en: 'Start now' },
  startForSomebody: { vi: 'Khai giúp tại quầy', en: 'Enter it at the counter' },
  elsewhere: {
    vi: 'Dịch vụ này do hệ thống của bộ xử lý. Hồ sơ nộp tại đó; ở đây bạn theo dõi được tình trạng.',
    en: "This service is handled in the ministry's system. You file there; here you can follow it.",
  },
  notOnline: {
    vi: 'Chưa nộp trên mạng tại đây được. Bạn nộp theo các cách dưới đây.',
    en: 'It cannot be filed online here yet. File it in one of the ways below.',
  },
  eligible: { vi: 'Tôi có dùng dịch vụ này được không?', en: 'Is this service for me?' },
  eligibleHint: {
    vi: 'Trả lời vài câu, không cần đăng nhập.',
    en: 'Answer a few questions; no sign-in needed.',
  },
  needed: { vi: 'Cần có', en: 'What you need' },
  neededNothing: { vi: 'Danh mục không nêu giấy tờ nào.', en: 'The catalogue names no document.' },
  notNeeded: { vi: 'không phải nộp', en: 'not needed' },
  takenFrom: { vi: 'lấy từ', en: 'taken from' },
  ownVault: { vi: 'kho giấy tờ của bạn, nếu đã có ở đó', en: 'your own documents, if it is there' },
  show: { vi: 'xuất trình, nhận lại ngay', en: 'shown and given back' },
  fillIn: { vi: 'mẫu', en: 'form' },
  filledInOnline: { vi: 'bạn khai ngay khi nộp trên mạng', en: 'you fill it in as you apply online' },
  unnamed: {
    vi: 'Giấy tờ không ghi tên trong danh mục quốc gia',
    en: 'A document that the national catalogue does not name',
  },
  either: { vi: 'chỉ cần một trong các giấy tờ này', en: 'one of these is enough' },
  sometimes: { vi: 'tùy trường hợp của bạn', en: 'depending on your case' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  costs: { vi: 'Chi phí', en: 'What it costs' },
  unknownFee: {
    vi: 'Chưa có mức tại tỉnh. Không có nghĩa là miễn phí.',
    en: 'The amount here is not known yet. That does not mean it is free.',
  },
  exempt: { vi: 'Miễn', en: 'Exempt' },
  whoDecides: { vi: 'Ai giải quyết, đến khi nào', en: 'Who decides, and by when' },
  agency: { vi: 'Cơ quan quyết định', en: 'Deciding agency' },
  carriesOut: { vi: 'Cơ quan thực hiện', en: 'Carried out by' },
  received: { vi: 'Nơi tiếp nhận', en: 'Received at' },
  supporting: { vi: 'Cơ quan phối hợp', en: 'Asked as well' },
  ifNow: { vi: 'Nếu nộp bây giờ', en: 'If you file now' },
  before: { vi: 'Có kết quả trước', en: 'Result before' },
  ifAccepted: { vi: 'nếu hồ sơ được tiếp nhận ngay', en: 'if the dossier is accepted at once' },
  why: { vi: 'Vì sao?', en: 'Why?' },
  result: { vi: 'Kết quả', en: 'Result' },
  ways: { vi: 'Cách nộp', en: 'Ways of filing' },
  steps: { vi: 'Trình tự', en: 'Steps' },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  law: { vi: 'Căn cứ pháp lý', en: 'The law' },
  level: { vi: 'Mức độ trực tuyến', en: 'Online level' },
  decision: { vi: 'Quyết định công bố', en: 'Published by' },
  processDecision: { vi: 'Quyết định phê duyệt quy trình', en: 'Process approved by' },
  transitional: { vi: 'Chuyển tiếp', en: 'Transition' },
  validFrom: { vi: 'Có hiệu lực từ', en: 'In force since' },
  version: { vi: 'Phiên bản', en: 'Version' },
  silence: { vi: 'Quá hạn không trả lời là chấp thuận.', en: 'No answer within the limit means approval.' },
  code: { vi: 'Mã', en: 'Code' },
  printedForm: { vi: 'Mẫu đơn để in (PDF)', en: 'Form to print (PDF)' },
  wordForm: { vi: 'Mẫu đơn để gõ máy (Word)', en: 'Form to type into (Word)' },
  process: { vi: 'Quy trình nội bộ', en: 'Internal process' },
  history: { vi: 'Các phiên bản', en: 'Versions' },
  data: { vi: 'Dữ liệu mở', en: 'Open data' },
  edit: { vi: 'Sửa lớp của tỉnh', en: 'Edit the local layer' },
  more: { vi: 'Xem thêm', en: 'More' },
} as const satisfies Record<string, Text>;

/** Names of the levels. */
export const levelNames: Readonly<Record<ServiceLevel['level'], Text>> = {
  'end-to-end': { vi: 'Toàn trình', en: 'End to end' },
  partial: { vi: 'Một phần', en: 'Partial' },
  information: { vi: 'Chỉ cung cấp thông tin', en: 'Information only' },
};

/** What it costs, in a word. */
export function costWords(cost: Cost, lang: Language): string {
  if (cost.kind === 'free') return lang === 'vi' ? 'Miễn phí' : 'Free';
  if (cost.kind === 'unknown') return lang === 'vi' ? 'Chưa rõ' : 'Not known';
  if (cost.kind === 'unstated') return lang === 'vi' ? 'Không nêu' : 'Not stated';
  const amount = formatMoney(cost.dong, lang);
  if (!cost.from) return amount;
  return lang === 'vi' ? `Từ ${amount}` : `From ${amount}`;
}

const hours = (count: number): Text => {
  if (count < 1) return { vi: 'dưới 1 giờ', en: 'under 1 hour' };
  if (count < 48) return { vi: `${Math.round(count)} giờ`, en: `${Math.round(count)} hours` };
  return { vi: `${Math.round(count / 24)} ngày`, en: `${Math.round(count / 24)} days` };
};

/** How long it really takes: the middle, and what nine in ten get. */
export const timesWords = ({ median, p90, n }: Times): { readonly value: Text; readonly note: Text } => ({
  value: hours(median),
  note: {
    vi: `9 trên 10 người: ${hours(p90).vi.startsWith('dưới') ? '' : 'dưới '}${hours(p90).vi} (${formatCount(n)} hồ sơ)`,
    en: `9 in 10: within ${hours(p90).en} (${formatCount(n, 'en')} dossiers)`,
  },
});
