/** Texts of the book of copies and of making electronic copies. */
import type { Text } from '../../../../ground/text/language.ts';
import type { Original } from '../../schema.ts';

export const words = {
  book: { vi: 'Sổ bản sao', en: 'Book of copies' },
  bookHint: {
    vi: 'Sao y, sao lục, trích sao của cơ quan, trên giấy và thành tệp, chung một dãy số.',
    en: 'Full copies, copies of copies and extracts of the agency, on paper and as files, in one series of numbers.',
  },
  bookLead: {
    vi: 'Số được đánh chung cho các loại bản sao, từ 01 mỗi năm (Nghị định 30/2020/NĐ-CP, Phụ lục I). Muốn sao văn bản đã cấp ở đây, hãy mở văn bản đó.',
    en: 'Copies of all kinds are numbered together, from 01 every year (Decree 30/2020, Annex I). To copy a paper that was issued here, open that paper.',
  },
  entered: { vi: 'Bản sao đã vào sổ', en: 'Copies in the book' },
  none: { vi: 'Chưa có bản sao nào', en: 'No copies yet' },
  make: { vi: 'Sao văn bản thành tệp', en: 'Copy a document as a file' },
  makeLead: {
    vi: 'Quét văn bản giấy (màu, ít nhất 200 dpi, đúng cỡ 1:1) hoặc lấy tệp điện tử có chữ ký số mà cơ quan đã nhận. Cơ quan ký số lên góc trên, bên phải trang đầu. Người có thẩm quyền quyết định, rồi văn thư ký. Văn bản mật không được sao ở đây.',
    en: 'Scan the paper (colour, at least 200 dpi, 1:1), or take a signed electronic file that the agency received. The agency signs at the top right of the first page. Whoever has the authority decides, then the clerk signs. Secret documents may not be copied here.',
  },
  ofPaper: { vi: 'Sao thành tệp', en: 'Copy as a file' },
  ofPaperLead: {
    vi: 'Tệp sao có chữ ký số của cơ quan ở góc trên, bên phải trang đầu: hình thức sao, tên cơ quan, thời điểm ký.',
    en: 'The copy carries the signature of the agency at the top right of its first page: kind of copy, agency, time.',
  },
  file: { vi: 'Tệp cần sao', en: 'File to copy' },
  fileHint: {
    vi: 'PDF, hoặc ảnh của máy quét (JPG, PNG, TIFF), nhiều nhất 30 MB. Có lỗi thì phải chọn lại tệp.',
    en: 'A PDF, or pictures of a scanner (JPG, PNG, TIFF), at most 30 MB. After an error choose the file again.',
  },
  noFile: { vi: 'Hãy chọn tệp cần sao.', en: 'Choose the file to copy.' },
  agency: { vi: 'Cơ quan sao', en: 'Agency that copies' },
  agencyField: { vi: 'cơ quan sao', en: 'the agency' },
  document: { vi: 'Văn bản được sao', en: 'The document' },
  titleOf: { vi: 'Tên loại và trích yếu', en: 'Kind and subject' },
  titleHint: {
    vi: 'Ví dụ: Quyết định về việc phân công trực lễ',
    en: 'For example: Decision on duty during holidays',
  },
  titleField: { vi: 'tên loại và trích yếu', en: 'kind and subject' },
  symbolOf: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
  symbolField: { vi: 'số, ký hiệu', en: 'number and symbol' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  issuerField: { vi: 'cơ quan ban hành', en: 'who issued it' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  issuedOnField: { vi: 'ngày ban hành', en: 'the day of issue' },
  kind: { vi: 'Hình thức sao', en: 'Kind of copy' },
  kindField: { vi: 'hình thức sao', en: 'the kind of copy' },
  fullCopy: {
    vi: 'Bản sao y được sao lại (khi sao lục)',
    en: 'Full copy that is copied again (for a copy of a copy)',
  },
  fullCopyHint: {
    vi: 'Số và cơ quan sao, ví dụ: 05/SY, Ủy ban nhân dân xã Bến Mẫu',
    en: 'Number and agency, for example: 05/SY, People’s Committee of Bến Mẫu',
  },
  fullCopyField: { vi: 'bản sao y', en: 'the full copy' },
  part: { vi: 'Phần được trích (khi trích sao)', en: 'Part to extract (for an extract)' },
  partHint: {
    vi: 'Ví dụ: Điều 2 và Điều 3. Chỗ của phần đó trên trang được chọn ở bước sau.',
    en: 'For example: Articles 2 and 3. Where that stands on the pages is chosen next.',
  },
  partField: { vi: 'phần được trích', en: 'the part' },
  pages: { vi: 'Chỗ trích trong văn bản', en: 'Where it stands in the document' },
  authority: { vi: 'Người quyết định cho sao (thẩm quyền sao)', en: 'Who decides on the copy' },
  authorityHint: {
    vi: 'Người đứng đầu hoặc người được giao ký bản sao, theo thẩm quyền hôm nay. Người này tự quyết định trên hệ thống.',
    en: 'The head of the agency, or who was given the authority to sign copies, as it stands today. They decide here themselves.',
  },
  authorityField: { vi: 'người có thẩm quyền sao', en: 'who decides on the copy' },
  nobody: {
    vi: 'Hôm nay chưa có ai của cơ quan có thẩm quyền sao. Hãy giao thẩm quyền ký “Bản sao y, sao lục, trích sao” ở trang Quản trị.',
    en: 'Nobody of the agency may decide on copies today. Give the authority to sign “Full copy, copy of a copy, extract” on the administration pages.',
  },
  reason: { vi: 'Dùng vào việc gì, theo yêu cầu của ai', en: 'What for, asked by whom' },
  why: { vi: 'Lý do, người yêu cầu', en: 'Reason, asked by' },
  reasonField: { vi: 'lý do và người yêu cầu', en: 'the reason and who asked' },
  prepare: { vi: 'Tiếp tục', en: 'Continue' },
  done: (symbol: string, code: string): Text => ({
    vi: `Đã ký và vào sổ số ${symbol}. Mã xác minh: ${code}. Hãy tải tệp và gửi cho người yêu cầu.`,
    en: `Signed and entered as ${symbol}. Check code: ${code}. Download the file and send it to who asked.`,
  }),
  download: { vi: 'Tải bản sao', en: 'Download the copy' },
  number: { vi: 'Số bản sao', en: 'Number of the copy' },
  medium: { vi: 'Dạng', en: 'Form' },
  day: { vi: 'Ngày', en: 'Day' },
  made: { vi: 'Ký lúc', en: 'Signed at' },
  by: { vi: 'Văn thư', en: 'Clerk' },
  code: { vi: 'Mã xác minh', en: 'Check code' },
  source: { vi: 'Sao từ', en: 'Copied from' },
  paper: { vi: 'Mở văn bản', en: 'Open the paper' },
  hash: { vi: 'Mã băm của tệp', en: 'Hash of the file' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  notYours: {
    vi: 'Sổ bản sao này không thuộc cơ quan hoặc phần việc của bạn.',
    en: 'This book of copies does not belong to your agency or to your work.',
  },
  noCopy: { vi: 'Không có bản sao này.', en: 'There is no such copy.' },
} as const;

export const mediumNames = {
  paper: { vi: 'giấy', en: 'on paper' },
  electronic: { vi: 'tệp ký số', en: 'signed file' },
} as const satisfies Readonly<Record<string, Text>>;

export const sourceNames: Readonly<Record<Original['source'], Text>> = {
  issued: { vi: 'Văn bản điện tử đã cấp ở đây', en: 'An electronic paper issued here' },
  scan: { vi: 'Bản quét của văn bản giấy', en: 'The scan of a paper document' },
  file: { vi: 'Tệp điện tử có chữ ký số đã nhận', en: 'A signed electronic file that was received' },
};
