/** Failed jobs in plain words, for the administrator: what was to be done, and what kind of thing went wrong. */
import type { Text } from '../../ground/text/language.ts';

/** A job as its room names it. */
export type NamedJob = { readonly name: string; readonly does: Text };

/** Of a subscriber that no room has any more: an older version announced to it. */
const otherJob: Text = { vi: 'Việc khác của hệ thống', en: 'Other work of the platform' };

/** What a subscriber does, in the words of its room. */
export const jobName = (jobs: readonly NamedJob[], subscriber: string): Text =>
  jobs.find(({ name }) => name === subscriber)?.does ?? otherJob;

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
