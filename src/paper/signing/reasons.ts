/** Every sentence that a verifier can say, each with what it does to the verdict. */
import type { Text } from '../../ground/text/language.ts';
import { shownTime } from './shown-time.ts';
import type { Finding } from './verdict.ts';

const invalid = (vi: string, en: string): Finding => ({ weight: 'invalid', text: { vi, en } });
const open = (vi: string, en: string): Finding => ({ weight: 'undetermined', text: { vi, en } });
const note = (vi: string, en: string): Finding => ({ weight: 'note', text: { vi, en } });

/** What the law asks of a certificate counts only where the certificate is proven: otherwise the finding stays open. */
export const unlessProven = (finding: Finding, proven: boolean): Finding =>
  finding.weight === 'invalid' && !proven ? { ...finding, weight: 'undetermined' } : finding;

/** The same sentence without effect on the verdict. */
export const asNote = ({ text }: Finding): Finding => ({ weight: 'note', text });

export const reasons = {
  // the file
  unknownKind: open(
    'Không nhận ra loại tệp này, nên không kiểm tra được chữ ký.',
    'This kind of file is not known, so no signature can be checked.',
  ),
  contentElsewhere: open(
    'Tệp chỉ chứa chữ ký, nội dung được ký nằm ở tệp khác.',
    'The file holds only the signature; the signed content is in another file.',
  ),
  damagedFile: open(
    'Tệp bị hỏng hoặc bị cắt cụt, không đọc được cấu trúc.',
    'The file is damaged or cut off; its structure cannot be read.',
  ),
  encrypted: open(
    'Tệp được mã hóa nên không xem được phần thêm vào sau khi ký.',
    'The file is encrypted, so what was added after signing cannot be looked at.',
  ),
  hidden: open(
    'Tệp được mã hóa nên không xem được trong tệp có chữ ký hay không.',
    'The file is encrypted, so it cannot be seen whether it is signed.',
  ),
  removed: note(
    'Tệp hiện không có chữ ký, nhưng một bản trước của tệp đã được ký: chữ ký ấy đã bị gỡ bỏ.',
    'The file is not signed now, but an earlier revision of it was: that signature was removed.',
  ),
  tooMany: open('Tệp quá phức tạp để kiểm tra hết.', 'The file is too complex to be checked in full.'),

  // bytes
  intact: note('Nội dung đã ký còn nguyên vẹn.', 'The signed content is intact.'),
  noByteRange: invalid(
    'Chữ ký không cho biết nó bảo vệ phần nào của tệp.',
    'The signature does not say which part of the file it protects.',
  ),
  rangeOutside: invalid(
    'Phần được ký nằm ngoài tệp: tệp đã bị cắt hoặc tách từ một tệp đã ký khác.',
    'The signed range lies outside the file: it was cut, or taken out of another signed file.',
  ),
  rangeMalformed: invalid(
    'Phần được ký bị sắp đặt sai: có chỗ trong tệp không được chữ ký bảo vệ.',
    'The signed range is malformed: a part of the file is left unprotected.',
  ),
  unreadable: invalid('Không đọc được dữ liệu chữ ký.', 'The signature data cannot be read.'),
  digestDiffers: invalid('Nội dung đã bị thay đổi sau khi ký.', 'The content was changed after signing.'),
  signatureDiffers: invalid(
    'Chữ ký không khớp với chứng thư của người ký.',
    "The signature does not fit the signer's certificate.",
  ),
  unknownAlgorithm: open(
    'Chữ ký dùng thuật toán mà hệ thống không biết.',
    'The signature uses an algorithm that is not known here.',
  ),
  unknownFormat: open(
    'Chữ ký ở định dạng mà hệ thống không biết.',
    'The signature has a format that is not known here.',
  ),
  notWholeRevision: invalid(
    'Chữ ký không bảo vệ trọn một phiên bản của tệp.',
    'The signature does not protect a complete revision of the file.',
  ),
  partOnly: open('Chữ ký chỉ bảo vệ một phần của tệp.', 'The signature protects only a part of the file.'),
  doctype: open(
    'Tệp XML có phần khai báo DOCTYPE nên không kiểm tra an toàn được.',
    'The XML declares a DOCTYPE; it cannot be checked safely.',
  ),
  instructions: open(
    'Tệp XML có chỉ dẫn cho phần mềm (như bảng kiểu trình bày) nằm ngoài phần được kiểm tra, nên không biết chắc người xem thấy gì.',
    'The XML has instructions for programs (such as a style sheet) outside of what is checked, so it is not certain what a reader sees.',
  ),
  namedTwice: open(
    'Tệp JSON có một tên xuất hiện hai lần, mỗi phần mềm đọc một kiểu.',
    'A name occurs twice in the JSON; programs differ on which one counts.',
  ),
  otherEncoding: open(
    'Tệp XML dùng bảng mã khác UTF-8 và UTF-16 nên không kiểm tra được chữ ký.',
    'The XML is in an encoding other than UTF-8 and UTF-16, so its signatures cannot be checked.',
  ),
  severalSigners: open(
    'Chữ ký chứa nhiều người ký, điều mà định dạng PDF không cho phép.',
    'The signature holds several signers, which PDF does not allow.',
  ),

  // afterwards
  appended: invalid(
    'Có dữ liệu lạ được nối vào tệp sau khi ký.',
    'Foreign data was appended to the file after signing.',
  ),
  contentChanged: (what: Text): Finding =>
    invalid(`Sau khi ký, tệp đã bị sửa: ${what.vi}.`, `The file was altered after signing: ${what.en}.`),
  padding: open(
    'Sau giá trị chữ ký còn dữ liệu lạ mà không chữ ký nào bảo vệ.',
    'Behind the signature value stands foreign data that no signature covers.',
  ),
  readDifferently: open(
    'Phần được nối vào tệp sau khi ký có thể được mỗi phần mềm đọc hiểu một kiểu, nên không biết chắc người xem thấy gì.',
    'What was appended after signing may be read differently by different programs, so it is not certain what a reader sees.',
  ),
  changeUnclear: (what: Text): Finding =>
    open(
      `Sau khi ký, tệp có thay đổi chưa rõ có được phép không: ${what.vi}.`,
      `After signing something changed that may not be allowed: ${what.en}.`,
    ),
  changeForbidden: (what: Text): Finding =>
    invalid(
      `Người ký không cho phép thay đổi này sau khi ký: ${what.vi}.`,
      `The signer does not allow this change after signing: ${what.en}.`,
    ),
  changeAllowed: (what: Text): Finding =>
    note(`Sau khi ký có thay đổi được phép: ${what.vi}.`, `Allowed change after signing: ${what.en}.`),

  // algorithm
  weakDigest: invalid(
    'Chữ ký dùng hàm băm SHA-1 hoặc cũ hơn, không còn an toàn và không được chấp nhận.',
    'The signature uses SHA-1 or older, which is no longer safe or accepted.',
  ),
  algorithmEnded: (end: Date): Finding =>
    open(
      `Thuật toán của chữ ký chỉ được coi là an toàn đến ${shownTime(end)}, và không có dấu thời gian chứng minh chữ ký có từ trước.`,
      `The algorithm of the signature counts as safe until ${shownTime(end)} only, and no timestamp proves that the signature is older.`,
    ),
  weakKey: invalid(
    'Khóa của người ký quá ngắn, không đạt yêu cầu (RSA từ 2048 bit, đường cong từ 256 bit).',
    "The signer's key is too short (RSA from 2048 bits, curves from 256).",
  ),
  weakChain: invalid(
    'Một chứng thư trong chuỗi được cấp bằng thuật toán không còn an toàn.',
    'A certificate of the chain was issued with an algorithm that is no longer safe.',
  ),

  // certificate
  noCertificate: open('Không có chứng thư của người ký trong tệp.', "The signer's certificate is missing."),
  noSignature: invalid(
    'Tệp tự ghi là không có chữ ký (“none”) hoặc dùng mã mà ai kiểm tra cũng tự tạo được: không chứng minh được ai đã ký.',
    'The file says itself that it is not signed ("none"), or uses a code that anybody who checks it could have made.',
  ),
  otherCertificate: invalid(
    'Chứng thư kèm theo không phải chứng thư mà người ký đã nêu khi ký.',
    'The certificate is not the one that the signer named when signing.',
  ),
  unknownRoot: open(
    'Chứng thư không dẫn tới tổ chức gốc nào đã được cấu hình là tin cậy.',
    'The certificate does not lead to a root that is configured as trusted.',
  ),
  incompleteChain: open(
    'Thiếu chứng thư của tổ chức cấp, nên không lần được tới tổ chức gốc tin cậy.',
    'Certificates of the issuers are missing, so no trusted root is reached.',
  ),
  badAuthority: (name: string): Finding =>
    invalid(
      `Chứng thư “${name}” không được quyền cấp chứng thư khác.`,
      `The certificate “${name}” may not issue certificates.`,
    ),
  unknownCritical: (name: string): Finding =>
    open(
      `Chứng thư “${name}” có điều kiện bắt buộc mà hệ thống không hiểu.`,
      `The certificate “${name}” has a critical condition that is not understood here.`,
    ),
  wrongUsage: invalid(
    'Chứng thư không được cấp để ký văn bản.',
    'The certificate was not issued for signing documents.',
  ),
  notForTime: invalid(
    'Chứng thư không được cấp để đóng dấu thời gian.',
    'The certificate was not issued for stamping time.',
  ),
  notYetValid: (name: string): Finding =>
    invalid(
      `Chứng thư “${name}” chưa có hiệu lực lúc ký.`,
      `The certificate “${name}” was not yet valid when signing.`,
    ),
  expired: (name: string, day: Date): Finding =>
    invalid(
      `Chứng thư “${name}” đã hết hạn lúc ký (hết hạn ${shownTime(day)}).`,
      `The certificate “${name}” had expired when signing (${shownTime(day)}).`,
    ),
  expiredSince: (name: string, day: Date): Finding =>
    open(
      `Chứng thư “${name}” nay đã hết hạn (${shownTime(day)}) và không có dấu thời gian tin cậy chứng minh đã ký trước đó.`,
      `The certificate “${name}” has expired (${shownTime(day)}) and no trusted timestamp proves earlier signing.`,
    ),
  timeInFuture: invalid('Thời điểm ký nằm ở tương lai.', 'The time of signing lies in the future.'),
  revoked: (name: string, day: Date): Finding =>
    invalid(
      `Chứng thư “${name}” đã bị thu hồi lúc ký (thu hồi ${shownTime(day)}).`,
      `The certificate “${name}” was revoked when signing (${shownTime(day)}).`,
    ),
  revokedSince: (name: string, day: Date): Finding =>
    open(
      `Chứng thư “${name}” đã bị thu hồi (${shownTime(day)}) và không có dấu thời gian tin cậy chứng minh đã ký trước đó.`,
      `The certificate “${name}” was revoked (${shownTime(day)}) and no trusted timestamp proves earlier signing.`,
    ),
  revocationUnknown: (name: string): Finding =>
    open(
      `Không có thông tin còn hiệu lực cho biết chứng thư “${name}” có bị thu hồi hay không.`,
      `No current information tells whether the certificate “${name}” was revoked.`,
    ),

  // time
  timeProven: (authority: string): Finding =>
    note(`Thời điểm ký được “${authority}” xác nhận.`, `The time of signing is confirmed by “${authority}”.`),
  timeClaimed: note(
    'Thời điểm ký do người ký tự ghi, không có dấu thời gian tin cậy.',
    'The time of signing is stated by the signer; no trusted timestamp confirms it.',
  ),
  timestampBroken: open(
    'Dấu thời gian kèm chữ ký không đúng với chữ ký này.',
    'The timestamp does not belong to this signature.',
  ),
  timestampUntrusted: note(
    'Có dấu thời gian nhưng chưa xác định được tổ chức cấp dấu là tin cậy.',
    'There is a timestamp, but its authority cannot be established as trusted.',
  ),
  recordProves: (day: Date, authority: string): Finding =>
    note(
      `Hồ sơ bằng chứng chứng minh tệp đã có, nguyên như bây giờ, từ trước ${shownTime(day)} (“${authority}” xác nhận); chữ ký được xét tại thời điểm đó.`,
      `The evidence record proves that the file existed, as it is now, before ${shownTime(day)} (confirmed by “${authority}”); signatures are judged at that time.`,
    ),
  recordOfOther: note(
    'Hồ sơ bằng chứng đi kèm không phải của tệp này, hoặc tệp đã bị sửa sau khi lập hồ sơ.',
    'The evidence record is not that of this file, or the file was changed since.',
  ),
  recordUnreadable: note('Không đọc được hồ sơ bằng chứng đi kèm.', 'The evidence record cannot be read.'),
  recordUnproven: note(
    'Hồ sơ bằng chứng đi kèm không chứng minh được thời điểm nào.',
    'The evidence record proves no time.',
  ),
  good: note(
    'Chứng thư còn hiệu lực và không bị thu hồi lúc ký.',
    'The certificate was in force and not revoked when signing.',
  ),
} as const;
