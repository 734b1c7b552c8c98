/** Words of the editor's pages. */
import type { Text } from '../../../../ground/text/language.ts';
import type { DraftAct } from '../../rules/states.ts';
import type { SystemOfRecord, Term } from '../../schema.ts';

export const words = {
  title: { vi: 'Danh mục thủ tục', en: 'Catalogue of procedures' },
  hint: {
    vi: 'Soạn lớp của tỉnh, rà soát, công bố; xử lý chỗ nghi vấn khi nhập danh mục quốc gia.',
    en: 'Local layer, review, publication; doubtful fields of the national import.',
  },
  inStep: { vi: 'Đối chiếu với danh mục quốc gia', en: 'Compared with the national catalogue' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  drafts: { vi: 'Đang soạn', en: 'Drafts' },
  noDrafts: { vi: 'Không có bản soạn nào', en: 'There are no drafts' },
  doubts: { vi: 'Chỗ nghi vấn', en: 'Doubtful fields' },
  noDoubts: { vi: 'Không còn chỗ nghi vấn nào', en: 'There are no doubtful fields' },
  doubtsHint: {
    vi: 'Nội dung đã nhập vẫn hiện cho người dân như danh mục quốc gia ghi; chỗ chưa rõ thì ghi là chưa rõ. Hãy xem, bổ sung ở lớp của tỉnh nếu cần, rồi đánh dấu đã xem.',
    en: 'What was imported is shown as the national catalogue has it; what is unclear is shown as unclear. Look, add to the local layer where needed, then mark it as seen.',
  },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  state: { vi: 'Bước', en: 'Step' },
  from: { vi: 'Hiệu lực từ', en: 'In force from' },
  cause: { vi: 'Căn cứ thay đổi', en: 'Cause of the change' },
  field: { vi: 'Trường', en: 'Field' },
  kind: { vi: 'Vấn đề', en: 'What is doubtful' },
  value: { vi: 'Danh mục ghi', en: 'The catalogue has' },
  seen: { vi: 'Đã xem', en: 'Seen' },
  settled: { vi: 'Đã đánh dấu đã xem.', en: 'Marked as seen.' },
  all: { vi: 'Tất cả', en: 'All' },
  builder: { vi: 'Dựng biểu mẫu điện tử', en: 'Build the interactive form' },
  edit: { vi: 'Soạn lớp của tỉnh', en: 'Edit the local layer' },
  public: { vi: 'Trang cho người dân', en: 'Public page' },
  inForce: { vi: 'Bản đang hiệu lực', en: 'Version in force' },
  unreviewed: {
    vi: 'Nhập từ danh mục quốc gia, chưa ai ở đây rà soát.',
    en: 'Imported and not reviewed here.',
  },
  confirm: { vi: 'Tôi đã rà soát bản này', en: 'I have reviewed this version' },
  confirmed: { vi: 'Đã ghi nhận rà soát.', en: 'The review is recorded.' },
  draft: { vi: 'Bản soạn', en: 'Draft' },
  changes: { vi: 'Thay đổi so với bản đang hiệu lực', en: 'Changes against the version in force' },
  toKnow: {
    vi: 'Cần biết thêm, không cản việc công bố',
    en: 'To know, though it keeps nothing from being published',
  },
  wanting: { vi: 'Phải sửa trước khi công bố', en: 'To be mended before it is published' },
  next: { vi: 'Việc tiếp theo', en: 'Next' },
  reason: { vi: 'Lý do trả lại', en: 'Why it is returned' },
  drop: { vi: 'Bỏ bản soạn', en: 'Give the draft up' },
  done: { vi: 'Đã thực hiện.', en: 'Done.' },
  saved: { vi: 'Đã lưu bản soạn.', en: 'The draft is saved.' },
  save: { vi: 'Lưu bản soạn', en: 'Save the draft' },
  term: {
    vi: 'Thời hạn tại tỉnh (chỉ được ngắn hơn quốc gia; để trống: theo quốc gia)',
    en: 'Limit here (only shorter than the national one; empty: the national one)',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  fees: {
    vi: 'Phí, lệ phí theo nghị quyết của Hội đồng nhân dân tỉnh',
    en: 'Fees by resolution of the provincial council',
  },
  feesHint: {
    vi: 'Mỗi dòng: tên | số đồng | căn cứ | ghi chú',
    en: 'A line each: name | đồng | basis | remark',
  },
  decisionNumber: { vi: 'Quyết định phê duyệt quy trình: số', en: 'Decision on the process: number' },
  decisionDate: { vi: 'Ngày của quyết định', en: 'Date of the decision' },
  decisionSigner: { vi: 'Người ký', en: 'Signer' },
  decisionAgency: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  summaryVi: { vi: 'Tóm tắt cho người dân', en: 'Summary for people, in Vietnamese' },
  summaryEn: { vi: 'Tóm tắt bằng tiếng Anh', en: 'Summary in English' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name' },
  receiving: { vi: 'Nơi tiếp nhận tại tỉnh', en: 'Received at, here' },
  supporting: { vi: 'Cơ quan phối hợp tại tỉnh', en: 'Asked as well, here' },
  system: { vi: 'Hệ thống giữ hồ sơ', en: 'System of record' },
  transitional: { vi: 'Điều khoản chuyển tiếp', en: 'Transitional clause' },
  topics: { vi: 'Chủ đề', en: 'Topics' },
  events: { vi: 'Sự kiện trong đời', en: 'Events of life' },
  barriers: { vi: 'Lý do chưa toàn trình', en: 'Why it is not end-to-end' },
  barriersHint: {
    vi: 'Mỗi dòng: có mặt, hiện trường, sự cố hoặc kỹ thuật | giải thích | tiếng Anh | căn cứ',
    en: 'A line each: có mặt, hiện trường, sự cố or kỹ thuật | words | English | basis',
  },
  eligibility: { vi: 'Câu hỏi điều kiện trước khi đăng nhập', en: 'Eligibility questions before sign-in' },
  eligibilityHint: {
    vi: 'Mỗi dòng: câu hỏi | tiếng Anh | có hoặc không thì dừng | vì sao | tiếng Anh | căn cứ | mã thủ tục phù hợp',
    en: 'A line each: question | English | có or không stops | because | English | basis | code of the fitting service',
  },
  papers: { vi: 'Loại giấy tờ của các thành phần hồ sơ', en: 'Kinds of papers of the documents' },
  papersHint: {
    vi: 'Mỗi dòng: thành phần | tên | mã loại giấy tờ (mã kết quả, ví dụ KQ.G15.000031). Giấy cùng loại trong Kho giấy tờ của người nộp được gợi ý dùng lại. Chỉ ghi mã khi thành phần luôn là loại giấy ấy; để trống nếu không chắc.',
    en: 'A line each: document | name | code of the kind of paper (code of the result, for example KQ.G15.000031). A paper of that kind in the applicant’s documents is offered again. Give a code only where the document always is that kind; leave it empty when in doubt.',
  },
  kept: {
    vi: 'Biểu mẫu và quy trình nội bộ được giữ nguyên; sửa chúng bằng công cụ biểu mẫu và quy trình.',
    en: 'Form and internal process are kept as they are; they are changed with the form and process tools.',
  },
} as const satisfies Record<string, Text>;

export const actWords: Readonly<Record<DraftAct, Text>> = {
  edit: { vi: 'Sửa', en: 'Edit' },
  review: { vi: 'Xác nhận đã rà soát', en: 'Confirm the review' },
  return: { vi: 'Trả lại để soạn tiếp', en: 'Return to be worked on' },
  publish: { vi: 'Công bố', en: 'Publish' },
};

export const systemWords: Readonly<Record<SystemOfRecord, Text>> = {
  us: { vi: 'Hệ thống của tỉnh', en: 'Our system' },
  ministry: { vi: 'Hệ thống của bộ', en: "The ministry's system" },
  'national-portal': { vi: 'Cổng Dịch vụ công quốc gia', en: 'The national portal' },
};

export const unitWords: Readonly<Record<NonNullable<Term['unit']>, Text>> = {
  'same-day': { vi: 'trong ngày', en: 'same day' },
  hour: { vi: 'giờ', en: 'hours' },
  'working-hour': { vi: 'giờ làm việc', en: 'working hours' },
  day: { vi: 'ngày', en: 'days' },
  'working-day': { vi: 'ngày làm việc', en: 'working days' },
  month: { vi: 'tháng', en: 'months' },
};
