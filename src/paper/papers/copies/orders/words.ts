/** Texts about electronic copies before they are signed. */
import type { Text } from '../../../../ground/text/language.ts';
import type { OrderState } from '../../schema.ts';

export const orderWords = {
  list: { vi: 'Đề nghị sao chưa xong', en: 'Copies not signed yet' },
  none: { vi: 'Không có đề nghị sao này.', en: 'There is no such order of a copy.' },
  notYours: {
    vi: 'Đề nghị sao này không thuộc cơ quan hoặc phần việc của bạn.',
    en: 'This copy does not belong to your agency or to your work.',
  },
  elsewhere: {
    vi: 'Đề nghị sao này vừa thay đổi hoặc đã ở bước khác. Hãy mở lại trang.',
    en: 'This copy has just changed, or is at another step already. Open the page again.',
  },
  notMade: {
    vi: 'Chưa tạo bản trích. Hãy chọn phần cần trích rồi tạo bản trích để xem.',
    en: 'The extract has not been made. Choose its parts, then make it to look at it.',
  },
  agencyChanged: {
    vi: 'Cơ quan đã thay đổi sau khi quyết định cho sao. Hãy rút đề nghị này và lập đề nghị mới.',
    en: 'The agency has changed since it was decided. Withdraw this order and prepare a new one.',
  },
  title: { vi: 'Đề nghị sao văn bản', en: 'Copy of a document' },
  state: { vi: 'Tình trạng', en: 'State' },
  document: { vi: 'Văn bản được sao', en: 'Document' },
  preparedBy: { vi: 'Người chuẩn bị', en: 'Prepared by' },
  asked: { vi: 'Người được đề nghị quyết định', en: 'Who was asked to decide' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  refusal: { vi: 'Lý do không đồng ý', en: 'Why it was refused' },
  part: { vi: 'Nội dung trích', en: 'What it holds' },
  bands: { vi: 'Chỗ trích trong văn bản', en: 'Where that stands' },
  look: { vi: 'Mở tệp sẽ ký', en: 'Open the file to be signed' },
  lookHint: {
    vi: 'Cơ quan ký số lên đúng tệp này; ở góc trên, bên phải trang đầu sẽ có hình thức sao, tên cơ quan và thời điểm ký.',
    en: 'The agency signs exactly this file; kind of copy, agency and time will stand at the top right of its first page.',
  },
  openCopy: { vi: 'Mở bản sao đã ký', en: 'Open the signed copy' },
  editBands: { vi: 'Chọn lại phần trích', en: 'Choose other parts' },
  whole: {
    vi: 'Bản trích có đủ thể thức: đầu văn bản (cơ quan, số, ký hiệu, ngày, tên loại), phần cần trích và phần ký.',
    en: 'The extract has the form of the document: its head (agency, number, day, kind), the part that is wanted, and the signature.',
  },
  wholeMissing: {
    vi: 'Hãy mở tệp xem, rồi đánh dấu là bản trích có đủ thể thức.',
    en: 'Open the file, then tick that the extract has the form of the document.',
  },
  send: { vi: 'Gửi người có thẩm quyền', en: 'Send to who decides' },
  approve: { vi: 'Đồng ý cho sao', en: 'Confirm the copy' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  refuseTitle: { vi: 'Không đồng ý cho sao', en: 'Refuse the copy' },
  refuseReason: { vi: 'Lý do không đồng ý', en: 'Why it is refused' },
  reasonField: { vi: 'lý do không đồng ý', en: 'why it is refused' },
  reasonMissing: { vi: 'Hãy ghi lý do không đồng ý.', en: 'Say why it is refused.' },
  decideAs: { vi: 'Bạn quyết định với tư cách', en: 'You decide as' },
  sign: { vi: 'Ký số và vào sổ', en: 'Sign and enter in the book' },
  withdraw: { vi: 'Rút đề nghị', en: 'Withdraw' },
  history: { vi: 'Quá trình', en: 'History' },
  choice: { vi: 'việc cần làm', en: 'what to do' },
  saidSent: { vi: 'Đã gửi người có thẩm quyền sao.', en: 'Sent to who decides.' },
  saidApproved: {
    vi: 'Đã đồng ý cho sao. Văn thư sẽ ký số và vào sổ.',
    en: 'The copy is confirmed. The clerk signs it and enters it in the book.',
  },
  saidRefused: { vi: 'Đã trả lời không đồng ý cho sao.', en: 'The copy is refused.' },
  saidWithdrawn: { vi: 'Đã rút đề nghị sao.', en: 'Withdrawn.' },
  prepared: {
    vi: 'Đã chuẩn bị bản sao. Xem tình trạng ở dưới.',
    en: 'The copy is prepared. Its state stands below.',
  },
  bandsTitle: { vi: 'Chọn phần cần trích', en: 'Choose what the extract holds' },
  bandsLead: {
    vi: 'Mỗi phần là một dải ngang của trang, tính bằng milimét từ mép trên (xem thước bên trái). Phần ngoài các dải được xóa hẳn khỏi tệp. Phải có phần đầu văn bản ở trang 1 và phần ký.',
    en: 'A part is a band across the page, in millimetres from its upper edge (see the ruler at the left). What is outside of the bands is removed from the file. The head on page 1 and the signature must be there.',
  },
  page: { vi: 'Trang', en: 'Page' },
  pages: { vi: 'Các trang', en: 'Pages' },
  from: { vi: 'Từ (mm)', en: 'From (mm)' },
  to: { vi: 'Đến (mm)', en: 'To (mm)' },
  fromField: { vi: 'chỗ bắt đầu', en: 'the beginning' },
  toField: { vi: 'chỗ kết thúc', en: 'the end' },
  fromMissing: { vi: 'Hãy nhập chỗ bắt đầu (mm).', en: 'Enter where it begins (mm).' },
  toMissing: { vi: 'Hãy nhập chỗ kết thúc (mm).', en: 'Enter where it ends (mm).' },
  add: { vi: 'Thêm dải này', en: 'Add this band' },
  addPage: { vi: 'Lấy cả trang', en: 'Take the whole page' },
  chosen: { vi: 'Các phần đã chọn', en: 'What is chosen' },
  nothing: { vi: 'Chưa chọn phần nào.', en: 'Nothing is chosen yet.' },
  place: { vi: 'Phần', en: 'Part' },
  remove: { vi: 'Bỏ', en: 'Take out' },
  make: { vi: 'Tạo bản trích để xem', en: 'Make the extract' },
  made: {
    vi: 'Đã tạo bản trích. Hãy mở tệp xem trước khi gửi.',
    en: 'The extract is made. Open the file before you send it.',
  },
  noPage: { vi: 'Không có trang này.', en: 'There is no such page.' },
  picture: (page: number): Text => ({
    vi: `Hình trang ${page}, các phần đã chọn có viền xanh; thước bên trái tính bằng milimét`,
    en: `Picture of page ${page} with the chosen parts framed in blue; the ruler at the left is in millimetres`,
  }),
} as const;

export const orderStates: Readonly<Record<OrderState, Text>> = {
  draft: { vi: 'Đang chọn phần trích', en: 'Its parts are being chosen' },
  asked: { vi: 'Chờ người có thẩm quyền quyết định', en: 'Waits for the decision' },
  approved: { vi: 'Đã đồng ý, chờ văn thư ký số', en: 'Confirmed, waits for the clerk’s signature' },
  refused: { vi: 'Không đồng ý', en: 'Refused' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  signed: { vi: 'Đã ký, vào sổ', en: 'Signed and entered' },
};

/** What each step of its record means. */
export const orderSteps: Readonly<Record<string, Text>> = {
  'copy.prepare': { vi: 'Chuẩn bị bản sao', en: 'Prepared' },
  'copy.approve': { vi: 'Đồng ý cho sao', en: 'Confirmed' },
  'copy.refuse': { vi: 'Không đồng ý cho sao', en: 'Refused' },
  'copy.withdraw': { vi: 'Rút đề nghị', en: 'Withdrawn' },
};
