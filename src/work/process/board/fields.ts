/** The fields of the panel beside the drawing: exactly what a definition keeps of an element. Data for page and browser. */
import type { Text } from '../../../ground/text/language.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

/** Words of one field. */
type FieldWords = { readonly label: Text; readonly hint?: Text; readonly lines?: true };

/** In the order of the panel. `otherwise` is a box to tick and stands for itself. */
const words = {
  name: { label: say('Tên', 'Name') },
  unit: { label: say('Đơn vị', 'Unit') },
  role: {
    label: say('Vị trí', 'Position'),
    hint: say('Để trống thì lấy tên làn.', 'If empty, the name of the lane.'),
  },
  limit: {
    label: say('Thời hạn', 'Time limit'),
    hint: say('Như: 4 giờ; 3 ngày làm việc; 10 ngày.', 'Like: 4 hours; 3 working days; 10 days.'),
  },
  output: { label: say('Kết quả', 'Output') },
  act: {
    label: say('Việc trong hệ thống', 'Act'),
    hint: say(
      'Để trống là thẩm định. Mã khác: check (kiểm tra tại một cửa), assign (phân công), inspect (kiểm tra thực địa), opinion (cho ý kiến), draft (dự thảo), sign (ký), seal (cấp số, đóng dấu), return (trả kết quả). Việc của hệ thống: một dịch vụ của nền tảng; mã khác thì cán bộ làm.',
      'Empty is appraisal. Others: check (at the one-stop unit), assign, inspect (on the site), opinion, draft, sign, seal (number and seal), return (the result). Service tasks: a service of the platform; with others an officer does them.',
    ),
  },
  form: { label: say('Biểu mẫu', 'Form') },
  message: { label: say('Tên tin nhắn', 'Name of the message') },
  timer: {
    label: say('Chờ đến khi nào', 'Until when'),
    hint: say('Như: 3 ngày làm việc; PT8H; 2026-12-31.', 'Like: 3 working days; PT8H; 2026-12-31.'),
  },
  calls: { label: say('Mã quy trình được gọi', 'Id of the process that is called') },
  condition: {
    label: say('Điều kiện của nhánh', 'Condition of the branch'),
    hint: say(
      'Như: duyet = true. Tên mà tờ khai không hỏi thì người làm bước ngay trước cổng chọn hướng.',
      'Like: duyet = true. Where the application does not ask for a name, whoever does the step before the gateway decides.',
    ),
  },
  note: {
    label: say('Ghi chú', 'Note'),
    hint: say(
      'Dòng như «Thời hạn: 4 giờ» được dùng khi ô ở trên để trống.',
      'A line like «Thời hạn: 4 giờ» counts where the field above is empty.',
    ),
    lines: true,
  },
} as const satisfies Readonly<Record<string, FieldWords>>;

/** Name of a field of the panel. */
export type FieldName = keyof typeof words;

/** All of them, by name. */
export const fields: Readonly<Record<FieldName, FieldWords>> = words;
export const fieldNames = Object.keys(words) as readonly FieldName[];

/** The box at an arrow behind a gateway: the branch that is taken when no condition holds. */
export const otherwise = say('Nhánh đi khi không điều kiện nào đúng', 'Taken when no condition holds');
