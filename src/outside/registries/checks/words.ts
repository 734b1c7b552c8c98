/** Texts of checks after submission. */
import type { Text } from '../../../ground/text/language.ts';
import type { CheckState } from './check-later.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  title: say('Đối chiếu sau khi nộp', 'Checks after submission'),
  step: say('Xem kết quả đối chiếu với cơ sở dữ liệu', 'See what the check against the registry found'),
  intro: say(
    'Khi người dân khai, cơ sở dữ liệu không trả lời nên họ tự khai. Nay hệ thống đã hỏi lại.',
    'When the person applied the registry did not answer, so they answered themselves. It has been asked again since.',
  ),
  fact: say('Thông tin', 'Fact'),
  said: say('Người dân khai', 'The person said'),
  found: say('Cơ sở dữ liệu', 'The registry says'),
  none: say(
    'Không có lần đối chiếu nào, hoặc bạn không được xem.',
    'There is no check, or you may not see it.',
  ),
  seen: say('Tôi đã xem', 'I have seen this'),
  noted: say('Đã ghi nhận.', 'Noted.'),
} as const;

export const stateWords: Readonly<Record<CheckState, Text>> = {
  waiting: say('Đang chờ cơ sở dữ liệu trả lời.', 'Waiting for the registry.'),
  same: say('Khớp với cơ sở dữ liệu.', 'The same as in the registry.'),
  differs: say('Có chỗ khác với cơ sở dữ liệu.', 'Something differs from the registry.'),
  unknown: say('Cơ sở dữ liệu không có thông tin này.', 'The registry does not hold this.'),
  'given-up': say(
    'Cơ sở dữ liệu không trả lời suốt nhiều ngày; hãy kiểm tra bằng cách khác.',
    'The registry did not answer for days; please check in another way.',
  ),
};
