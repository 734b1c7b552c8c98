/** Failed jobs in plain words, for the administrator: what was to be done, and what kind of thing went wrong. */
import type { Text } from '../../ground/text/language.ts';

/** By name of the subscriber, else by the room before the dot. */
const jobs: Readonly<Record<string, Text>> = {
  'dossiers.note-delivered': {
    vi: 'Ghi hồ sơ đã trả kết quả qua bưu chính',
    en: 'Note a result delivered by post',
  },
  'dossiers.note-paid': { vi: 'Ghi hồ sơ đã nộp phí', en: 'Note that a fee was paid' },
  'dossiers.raise-fees': { vi: 'Tính phí của hồ sơ', en: 'Ask for the fees of a dossier' },
  'exchange.post-result': { vi: 'Gửi kết quả qua bưu chính', en: 'Send a result by post' },
  'exchange.parcel': { vi: 'Theo dõi bưu gửi', en: 'Follow a parcel' },
  'files.scan': { vi: 'Quét vi-rút một tệp', en: 'Scan a file for viruses' },
  'messages.deliver': { vi: 'Gửi thư, tin nhắn', en: 'Send mail or a text message' },
  'papers.check-issued': {
    vi: 'Kiểm tra chữ ký văn bản đã ban hành',
    en: 'Check the signature of an issued paper',
  },
  'papers.check-upload': { vi: 'Kiểm tra chữ ký tệp gửi lên', en: 'Check the signature of an uploaded file' },
  'vault.deposit': { vi: 'Đưa kết quả vào kho giấy tờ', en: 'Put a result into the vault' },
  'vault.note-end': {
    vi: 'Ghi giấy tờ trong kho hết hiệu lực',
    en: 'Note that a paper in the vault has ended',
  },
  dossiers: { vi: 'Cập nhật hồ sơ', en: 'Update a dossier' },
  exchange: { vi: 'Gửi, nhận với hệ thống khác', en: 'Exchange with another system' },
  messages: { vi: 'Báo tin cho người dân', en: 'Tell people' },
  papers: { vi: 'Xử lý văn bản', en: 'Work on a paper' },
  payments: { vi: 'Thanh toán', en: 'Payment' },
  registries: { vi: 'Hỏi cơ sở dữ liệu', en: 'Ask a registry' },
  vault: { vi: 'Kho giấy tờ', en: 'Vault' },
};

const otherJob: Text = { vi: 'Việc khác của hệ thống', en: 'Other work of the platform' };

/** What a subscriber does. */
export const jobName = (subscriber: string): Text =>
  jobs[subscriber] ?? jobs[/^[a-z]+/.exec(subscriber)?.[0] ?? ''] ?? otherJob;

const causes: readonly (readonly [RegExp, Text])[] = [
  [
    /not answer|no answer|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timed? ?out|socket|status 5\d\d|fetch failed/i,
    {
      vi: 'Hệ thống bên ngoài không trả lời. Kiểm tra kết nối rồi cho chạy lại.',
      en: 'A system outside did not answer. Check the connection, then run it again.',
    },
  ],
  [
    /ENOSPC|no space|EACCES|EROFS/i,
    {
      vi: 'Ổ đĩa đầy hoặc không ghi được. Giải phóng chỗ trống rồi cho chạy lại.',
      en: 'The disk is full or cannot be written. Make room, then run it again.',
    },
  ],
  [
    /heartbeat|expired|expire/i,
    {
      vi: 'Tiến trình xử lý bị dừng giữa chừng. Cho chạy lại.',
      en: 'The worker stopped half way. Run it again.',
    },
  ],
];

const otherCause: Text = {
  vi: 'Chương trình gặp lỗi. Chạy lại một lần; nếu vẫn lỗi, gửi dòng chi tiết cho đội kỹ thuật.',
  en: 'The program failed. Run it once more; if it fails again, send the details to the technical team.',
};

/** What went wrong, and what to do. The words of the program stay behind *details*. */
export const causeOf = (problem: string): Text =>
  causes.find(([pattern]) => pattern.test(problem))?.[1] ?? otherCause;
