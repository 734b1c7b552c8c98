/** Texts of the public check. */
import type { Text } from '../../../ground/text/language.ts';
import type { Outcome } from '../../signing/index.ts';
import type { FileChecked } from './check.ts';
import type { StatementCheck } from './statement.ts';

export const words = {
  title: { vi: 'Xác minh giấy tờ', en: 'Check a document' },
  lead: {
    vi: 'Ai cũng xác minh được, không cần đăng nhập. Chúng tôi chỉ cho biết điều đã có trên giấy và giấy còn giá trị hay không.',
    en: 'Anybody can check, without signing in. We only say what stands on the paper anyway, and whether it is still in force.',
  },
  byCode: { vi: 'Bằng mã in trên giấy', en: 'By the code on the paper' },
  code: { vi: 'Mã xác minh', en: 'Code' },
  codeHint: {
    vi: '12 chữ và số dưới mã QR, ví dụ 7K2M9QHT3B5N',
    en: '12 letters and digits below the square code, for example 7K2M9QHT3B5N',
  },
  check: { vi: 'Xác minh', en: 'Check' },
  checkFile: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  byFile: { vi: 'Bằng tệp', en: 'By the file' },
  file: { vi: 'Tệp PDF đã ký số, nhiều nhất 50 MB', en: 'Signed PDF, at most 50 MB' },
  fileHint: {
    vi: 'Tệp chỉ được kiểm tra rồi bỏ đi, không lưu lại.',
    en: 'The file is only checked, and not kept.',
  },
  fileField: { vi: 'tệp cần xác minh', en: 'the file to check' },
  codeForFile: { vi: 'Mã trên giấy (nếu có)', en: 'Code on the paper (if any)' },
  offline: { vi: 'Xác minh khi không có mạng', en: 'Checking without network' },
  evidence: {
    vi: 'Tải hồ sơ bằng chứng của tệp (RFC 4998)',
    en: 'Download the evidence record of the file (RFC 4998)',
  },
  none: {
    vi: 'Không có giấy tờ nào mang mã này. Hãy xem lại mã; nếu mã đúng như trên giấy thì giấy không do hệ thống này cấp.',
    en: 'No document has this code. Look at it again; if it is as on the paper, the paper was not issued by this system.',
  },
  paper: { vi: 'Loại giấy tờ', en: 'Kind' },
  issuer: { vi: 'Nơi cấp', en: 'Issued by' },
  symbol: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Ngày cấp', en: 'Issued on' },
  until: { vi: 'Có giá trị đến', en: 'Valid until' },
  state: { vi: 'Hiệu lực', en: 'Status' },
  ended: { vi: 'Từ ngày', en: 'Since' },
  replacedBy: { vi: 'Thay bằng văn bản', en: 'Replaced by' },
  askIssuer: {
    vi: 'Văn bản không do hệ thống này cấp: muốn biết bản gốc còn hiệu lực, hãy hỏi nơi cấp',
    en: 'Not issued by this system: ask its issuer whether the original is still in force',
  },
  annexOf: { vi: 'Tệp này là phụ lục của văn bản dưới đây', en: 'This file is an annex of the paper below' },
  copy: { vi: 'Bản này là', en: 'This is a' },
  madeBy: (agency: string, day: string): Text => ({
    vi: `${agency}, ngày ${day}`,
    en: `${agency}, ${day}`,
  }),
  compare: {
    vi: 'Hãy so từng dòng trên với giấy bạn cầm. Giấy sửa tên hay ngày cũng mang được mã của giấy thật.',
    en: 'Compare every line with the paper in your hand: a paper with a changed name can carry the code of a genuine one.',
  },
  nameTitle: { vi: 'So tên trên giấy', en: 'Compare a name' },
  name: { vi: 'Một họ tên ghi trên giấy', en: 'A name on the paper' },
  nameField: { vi: 'họ tên ghi trên giấy', en: 'the name on the paper' },
  compareName: { vi: 'So tên', en: 'Compare' },
  nameAgrees: { vi: 'Giấy đã cấp có đúng tên này.', en: 'The paper that was issued has this name.' },
  nameDiffers: {
    vi: 'Giấy đã cấp không có tên này. Hãy xem lại chính tả; nếu đúng như trên giấy thì giấy đã bị sửa.',
    en: 'The paper that was issued does not have this name. Check the spelling; if it is as on the paper, the paper was changed.',
  },
  signatures: { vi: 'Chữ ký trong tệp', en: 'Signatures in the file' },
  unknownSigner: { vi: 'Không rõ người ký', en: 'Unknown signer' },
  why: { vi: 'Vì sao?', en: 'Why?' },
  again: { vi: 'Xác minh giấy tờ khác', en: 'Check another document' },
  offlineLead: {
    vi: 'Mã QR trên giấy mang một lời chứng ngắn do cơ quan cấp ký số. Máy có khóa công khai của cơ quan là tự kiểm được, không cần mạng và không hỏi ai.',
    en: 'The square code carries a short statement signed by the agency. A device with the agency’s public key can check it without network, asking nobody.',
  },
  offlineHow: {
    vi: 'Lời chứng cho biết loại giấy, cơ quan cấp, ngày ký và mã băm của nội dung. Nó không biết giấy đã bị thu hồi hay thay thế về sau: khi có mạng hãy xác minh lại bằng mã.',
    en: 'It tells the kind of paper, the agency, the day of signature and the hash of the content. It cannot know of a later revocation: check by the code when there is a network.',
  },
  keys: { vi: 'Khóa công khai của các cơ quan (JWKS)', en: 'Public keys of the agencies (JWKS)' },
  read: { vi: 'Nội dung đọc được từ mã QR', en: 'What the square code says' },
  readHint: {
    vi: 'Cả địa chỉ dài, có phần sau dấu ?c=',
    en: 'The whole long address with the part after ?c=',
  },
  readField: { vi: 'nội dung mã QR', en: 'what the square code says' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  digest: { vi: 'Mã băm của dữ liệu (data.json)', en: 'Hash of the data (data.json)' },
  noStatement: {
    vi: 'Mã này không có lời chứng đã ký. Hãy xác minh bằng mã khi có mạng.',
    en: 'This code has no signed statement. Check by the code when there is a network.',
  },
} as const satisfies Readonly<Record<string, Text | ((...all: string[]) => Text)>>;

export const verdictNames: Readonly<Record<Outcome, Text>> = {
  valid: { vi: 'Hợp lệ', en: 'Valid' },
  invalid: { vi: 'Không hợp lệ', en: 'Not valid' },
  undetermined: { vi: 'Không xác định được', en: 'Cannot be determined' },
  unsigned: { vi: 'Không có chữ ký số', en: 'Not signed' },
};

export const fileNames: Readonly<Record<FileChecked['kind'], Text>> = {
  'as-issued': {
    vi: 'Tệp đúng nguyên như văn bản đã cấp',
    en: 'The file is exactly what was issued',
  },
  differs: {
    vi: 'Tệp khác với văn bản đã cấp mang mã này',
    en: 'The file differs from what was issued with this code',
  },
  'not-ours': {
    vi: 'Tệp không phải văn bản do hệ thống này cấp, hoặc đã bị thay đổi',
    en: 'The file was not issued by this system, or was changed since',
  },
};

export const statementNames: Readonly<Record<StatementCheck['kind'], Text>> = {
  genuine: { vi: 'Lời chứng trong mã QR là thật', en: 'The statement in the square code is genuine' },
  forged: { vi: 'Lời chứng trong mã QR là giả', en: 'The statement in the square code is forged' },
  unreadable: {
    vi: 'Không đọc được lời chứng trong mã QR',
    en: 'The statement in the square code cannot be read',
  },
  'unknown-key': {
    vi: 'Lời chứng ký bằng khóa không phải của cơ quan nào ở đây',
    en: 'The statement was signed with a key of none of our agencies',
  },
};
