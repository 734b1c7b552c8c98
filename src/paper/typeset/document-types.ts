/** The 29 types of administrative documents and the kinds of copies, with their abbreviations. */

export type DocumentType = {
  readonly name: string;
  /** Letters before the agency in the notation; null for the two types that have none. */
  readonly abbreviation: string | null;
};

/** Decree 30/2020, art. 7; abbreviations of annex III, I. Công văn and thư công have none. */
export const documentTypes: readonly DocumentType[] = [
  { name: 'Nghị quyết', abbreviation: 'NQ' },
  { name: 'Quyết định', abbreviation: 'QĐ' },
  { name: 'Chỉ thị', abbreviation: 'CT' },
  { name: 'Quy chế', abbreviation: 'QC' },
  { name: 'Quy định', abbreviation: 'QyĐ' },
  { name: 'Thông cáo', abbreviation: 'TC' },
  { name: 'Thông báo', abbreviation: 'TB' },
  { name: 'Hướng dẫn', abbreviation: 'HD' },
  { name: 'Chương trình', abbreviation: 'CTr' },
  { name: 'Kế hoạch', abbreviation: 'KH' },
  { name: 'Phương án', abbreviation: 'PA' },
  { name: 'Đề án', abbreviation: 'ĐA' },
  { name: 'Dự án', abbreviation: 'DA' },
  { name: 'Báo cáo', abbreviation: 'BC' },
  { name: 'Biên bản', abbreviation: 'BB' },
  { name: 'Tờ trình', abbreviation: 'TTr' },
  { name: 'Hợp đồng', abbreviation: 'HĐ' },
  { name: 'Công văn', abbreviation: null },
  { name: 'Công điện', abbreviation: 'CĐ' },
  { name: 'Bản ghi nhớ', abbreviation: 'BGN' },
  { name: 'Bản thỏa thuận', abbreviation: 'BTT' },
  { name: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  { name: 'Giấy mời', abbreviation: 'GM' },
  { name: 'Giấy giới thiệu', abbreviation: 'GGT' },
  { name: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  { name: 'Phiếu gửi', abbreviation: 'PG' },
  { name: 'Phiếu chuyển', abbreviation: 'PC' },
  { name: 'Phiếu báo', abbreviation: 'PB' },
  { name: 'Thư công', abbreviation: null },
];

/** Copies of an agency's documents (art. 25; annex III, I). */
export const copyTypes: readonly DocumentType[] = [
  { name: 'Sao y', abbreviation: 'SY' },
  { name: 'Trích sao', abbreviation: 'TrS' },
  { name: 'Sao lục', abbreviation: 'SL' },
];

/** One spelling for both lawful ways to write "uỷ" and "hoà", and no difference of capitals. */
const plain = (words: string): string =>
  words.normalize('NFC').trim().toLocaleLowerCase('vi').replaceAll('uỷ', 'ủy').replaceAll('thoả', 'thỏa');

/** The type with this name, however it is capitalised; null when the decree knows no such type. */
export const findDocumentType = (name: string): DocumentType | null =>
  documentTypes.find((type) => plain(type.name) === plain(name)) ?? null;
