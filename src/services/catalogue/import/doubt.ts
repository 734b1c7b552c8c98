/** What an import was not sure of: the work list of the editor. The row is taken in; the doubt stays until somebody has looked. */
import type { Text } from '../../../ground/text/language.ts';

/** Kinds of doubt, each with what the editor should do about it. */
export const doubtKinds = {
  missing: { vi: 'Danh mục không ghi', en: 'The catalogue does not say' },
  'wrong-type': { vi: 'Giá trị sai kiểu, đã bỏ', en: 'Value of a wrong kind, left out' },
  'unknown-value': { vi: 'Giá trị lạ, chưa xếp loại được', en: 'Unknown value, not classified' },
  'no-unit': {
    vi: 'Thời hạn không có đơn vị (1 thường nghĩa là trong ngày)',
    en: 'Limit without a unit (1 mostly means the same day)',
  },
  'fee-left-open': {
    vi: 'Phí ghi 0 nhưng ghi chú nói khác: chưa biết mức',
    en: 'Fee of 0 with a note that says otherwise: unknown',
  },
  'fee-contradicts': {
    vi: 'Mức phí và ghi chú không khớp: chưa biết mức',
    en: 'Fee and note do not agree: unknown',
  },
  'fee-currency': { vi: 'Mức phí không tính bằng đồng', en: 'The fee is not in đồng' },
  flattened: {
    vi: 'Bảng bị dồn thành một dòng, tách ra không chắc',
    en: 'A flattened table, taken apart with doubt',
  },
  'no-name': { vi: 'Giấy tờ không có tên', en: 'A document without a name' },
  'no-count': { vi: 'Giấy tờ không ghi số bản', en: 'A document without a count' },
  paragraph: { vi: 'Tên là cả đoạn văn', en: 'The name is a whole paragraph' },
  'bad-code': { vi: 'Mã không đúng dạng, đã bỏ', en: 'The code is malformed, left out' },
  abolished: {
    vi: 'Nhắc đến cấp huyện, đã bỏ từ 01/7/2025',
    en: 'Names the district level, abolished on 1 July 2025',
  },
  encoding: { vi: 'Có ký tự hỏng', en: 'Broken characters' },
  'differs-from-ours': {
    vi: 'Danh mục quốc gia khác bản ta đã soạn: hãy so sánh',
    en: 'The national catalogue differs from what was worked out here: compare',
  },
} as const satisfies Record<string, Text>;

/** Names of the fields that doubts are about; those of a list carry their place in it. */
const fieldNames: Readonly<Record<string, Text>> = {
  name: { vi: 'Tên', en: 'Name' },
  domain: { vi: 'Lĩnh vực', en: 'Domain' },
  domainCode: { vi: 'Mã lĩnh vực', en: 'Code of the domain' },
  publisher: { vi: 'Cơ quan công bố', en: 'Publisher' },
  levels: { vi: 'Cấp thực hiện', en: 'Levels' },
  audience: { vi: 'Đối tượng', en: 'Who may use it' },
  competent: { vi: 'Cơ quan có thẩm quyền', en: 'Who decides' },
  implementing: { vi: 'Cơ quan thực hiện', en: 'Who carries it out' },
  supporting: { vi: 'Cơ quan phối hợp', en: 'Who is asked' },
  receiving: { vi: 'Nơi tiếp nhận', en: 'Where it is received' },
  steps: { vi: 'Trình tự', en: 'Steps' },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  methods: { vi: 'Cách thức thực hiện', en: 'Ways of filing' },
  'methods.channel': { vi: 'Cách nộp', en: 'Way of filing' },
  'methods.time_limit': { vi: 'Thời hạn', en: 'Limit' },
  'methods.fees': { vi: 'Phí, lệ phí', en: 'Fee' },
  groups: { vi: 'Thành phần hồ sơ', en: 'Documents' },
  'groups.items': { vi: 'Giấy tờ', en: 'Document' },
  'groups.items.name': { vi: 'Tên giấy tờ', en: 'Name of a document' },
  results: { vi: 'Kết quả', en: 'Results' },
  'results.code': { vi: 'Mã kết quả', en: 'Code of a result' },
  'results.name': { vi: 'Tên kết quả', en: 'Name of a result' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  'legalBasis.number': { vi: 'Số hiệu văn bản', en: 'Number of a legal text' },
  'decision.number': { vi: 'Số quyết định công bố', en: 'Number of the decision' },
  keywords: { vi: 'Từ khóa', en: 'Keywords' },
};

/** A field in words: `methods[1].fees[0]` → «Phí, lệ phí (dòng 2.1)». */
export function fieldWords(field: string): Text {
  const places = [...field.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n) + 1).join('.');
  const path = field.replaceAll(/\[\d+\]/g, '');
  const name = fieldNames[path] ??
    fieldNames[path.split('.').slice(0, -1).join('.')] ??
    fieldNames[path.split('.')[0]!] ?? { vi: path, en: path };
  return places === '' ? name : { vi: `${name.vi} (dòng ${places})`, en: `${name.en} (line ${places})` };
}

export type DoubtKind = keyof typeof doubtKinds;

/** One doubt: which field of the national content, why, and what stands there. */
export type Doubt = { readonly field: string; readonly kind: DoubtKind; readonly value: string };

/** Notes a doubt while reading. */
export type Note = (field: string, kind: DoubtKind, value?: unknown) => void;

const LONGEST = 300;

/** A list that collects doubts; the same doubt about the same field is kept once. */
export function collectDoubts(): { readonly doubts: readonly Doubt[]; readonly note: Note } {
  const doubts: Doubt[] = [];
  const seen = new Set<string>();
  const note: Note = (field, kind, value = '') => {
    if (seen.has(`${kind} ${field}`)) return;
    seen.add(`${kind} ${field}`);
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    doubts.push({ field, kind, value: text.slice(0, LONGEST).toWellFormed() });
  };
  return { doubts, note };
}
