/** Texts of the pages on which papers are digitised. */
import type { Text } from '../../../../ground/text/language.ts';
import type { Recognised, ScanState } from '../../../../paper/scanning/index.ts';

export const digitiseWords = {
  title: { vi: 'Số hóa, đối chiếu giấy tờ', en: 'Digitise and compare papers' },
  hint: {
    vi: 'Ảnh và bản quét được chuyển thành PDF/A tìm được chữ. Cán bộ một cửa so với bản chính, ký xác nhận và trả lại bản chính.',
    en: 'Pictures and scans become PDF/A in which words are found. The one-stop officer compares with the original, signs, and hands the original back.',
  },
  none: { vi: 'Hồ sơ chưa có ảnh hay bản quét nào.', en: 'The dossier has no picture or scan yet.' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  code: { vi: 'Mã tài liệu', en: 'Code of the document' },
  file: { vi: 'Tên tệp', en: 'Name of the file' },
  state: { vi: 'Tình trạng', en: 'Status' },
  pages: { vi: 'Số trang', en: 'Pages' },
  dpi: { vi: 'Độ phân giải', en: 'Resolution' },
  text: { vi: 'Nhận dạng chữ', en: 'Text recognition' },
  open: { vi: 'Xem bản số hóa (PDF)', en: 'Open the digitised copy (PDF)' },
  source: { vi: 'Xem tệp đã nhận', en: 'Open the file as received' },
  data: { vi: 'Tải dữ liệu mô tả (JSON)', en: 'Download its metadata (JSON)' },
  compare: { vi: 'Đối chiếu', en: 'Compare' },
  view: { vi: 'Xem', en: 'View' },
  search: { vi: 'Tìm chữ trong giấy tờ của hồ sơ', en: 'Find words in the papers of this dossier' },
  searchHint: { vi: 'Không cần gõ dấu.', en: 'Marks need not be typed.' },
  find: { vi: 'Tìm', en: 'Find' },
  notFound: { vi: 'Không thấy trong các bản đã nhận dạng chữ.', en: 'Not found in the recognised papers.' },
  page: (n: number): Text => ({ vi: `trang ${n}`, en: `page ${n}` }),
  add: { vi: 'Quét thêm một giấy tờ', en: 'Scan another paper' },
  name: { vi: 'Tên giấy tờ', en: 'Name of the paper' },
  nameField: { vi: 'tên giấy tờ', en: 'the name of the paper' },
  scan: { vi: 'Bản quét hoặc ảnh (PDF, JPG, PNG, TIFF)', en: 'Scan or photo (PDF, JPG, PNG, TIFF)' },
  scanHint: { vi: 'Từ 200 điểm trên inch (dpi) trở lên.', en: '200 dots per inch or more.' },
  scanMissing: { vi: 'Hãy chọn tệp quét hoặc ảnh.', en: 'Choose a scan or a photo.' },
  upload: { vi: 'Tải lên và số hóa', en: 'Upload and digitise' },
  compareHint: {
    vi: 'Mở bản số hóa, đặt cạnh bản chính và so từng trang. Chỉ ký khi bản chính đang ở trước mặt bạn và hai bản giống nhau.',
    en: 'Open the digitised copy beside the original and compare page by page. Sign only with the original before you, when both agree.',
  },
  symbol: { vi: 'Số, ký hiệu của giấy tờ', en: 'Number and notation of the paper' },
  symbolHint: {
    vi: 'Ví dụ 15/GCS. Để trống nếu giấy tờ không có số.',
    en: 'For example 15/GCS. Leave empty where it has none.',
  },
  symbolField: { vi: 'số, ký hiệu', en: 'the number and notation' },
  issuedOn: { vi: 'Ngày cấp', en: 'Day of issue' },
  issuedOnField: { vi: 'ngày cấp', en: 'the day of issue' },
  issuer: { vi: 'Nơi cấp', en: 'Issued by' },
  issuerField: { vi: 'nơi cấp', en: 'the issuer' },
  matches: {
    vi: 'Tôi đã so với bản chính, bản số hóa đúng với bản chính',
    en: 'I compared it with the original; the digitised copy matches it',
  },
  matchesMissing: {
    vi: 'Hãy đánh dấu rằng bạn đã so với bản chính.',
    en: 'Tick that you compared it with the original.',
  },
  back: { vi: 'Đã trả lại bản chính cho người nộp', en: 'The original was handed back to the applicant' },
  sign: { vi: 'Ký số xác nhận', en: 'Sign to confirm' },
  handBack: { vi: 'Ghi nhận đã trả lại bản chính', en: 'Note that the original was handed back' },
  handedBack: { vi: 'Bản chính', en: 'Original' },
  handedBackBy: (who: string, when: string): Text => ({
    vi: `đã trả lại người nộp, ${who} ghi nhận ${when}`,
    en: `handed back, noted by ${who} on ${when}`,
  }),
  notHandedBack: { vi: 'chưa ghi nhận trả lại', en: 'not noted as handed back' },
  confirmedBy: (who: string, when: string): Text => ({
    vi: `${who} ký xác nhận đúng với bản chính, ${when}`,
    en: `${who} signed that it matches the original, ${when}`,
  }),
  confirmed: { vi: 'Đối chiếu', en: 'Comparison' },
} as const;

export const stateNames: Readonly<Record<ScanState, Text>> = {
  waiting: { vi: 'Đang tạo', en: 'Being made' },
  made: { vi: 'Chờ đối chiếu', en: 'To be compared' },
  confirmed: { vi: 'Đúng với bản chính', en: 'Matches the original' },
  original: { vi: 'Bản điện tử gốc', en: 'Electronic original' },
  refused: { vi: 'Không số hóa được', en: 'Cannot be digitised' },
};

export const recognisedNames: Readonly<Record<Recognised, Text>> = {
  all: { vi: 'đã nhận dạng', en: 'recognised' },
  some: { vi: 'một số trang chưa nhận dạng được', en: 'some pages were not recognised' },
  none: { vi: 'chưa nhận dạng được', en: 'not recognised' },
  own: { vi: 'tệp có sẵn chữ', en: 'the file brought its text' },
};
