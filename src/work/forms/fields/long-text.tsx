/** Several lines of text (đoạn văn): reasons, descriptions, contents of a request. */
import { Textarea } from '../../../ground/ui/index.ts';
import { formatCount } from '../../../ground/text/money.ts';
import { strangeCharacter, tidyLines } from './characters.ts';
import type { FieldBase, Leaf } from './field.ts';
import { around, brokenText, caption, fillIn, tidyText, typed } from './wording.ts';

export type LongTextField = FieldBase & {
  readonly type: 'longText';
  readonly minLength?: number;
  /** 4,000 unless told. */
  readonly maxLength?: number;
  readonly rows?: number;
};

const field: LongTextField = {
  id: 'reason',
  type: 'longText',
  label: { vi: 'Lý do thay đổi', en: 'Reason for the change' },
  minLength: 10,
  maxLength: 100,
};

export const longText: Leaf<LongTextField> = {
  kind: 'leaf',
  name: { vi: 'Đoạn văn', en: 'Several lines of text' },
  options: {
    minLength: { type: 'integer', minimum: 0 },
    maxLength: { type: 'integer', minimum: 1, maximum: 20_000 },
    rows: { type: 'integer', minimum: 2, maximum: 30 },
  },
  gather: 'one',
  tidy: (_, value) => tidyText(value, tidyLines),
  schema: ({ minLength = 1, maxLength = 4000 }) => ({ type: 'string', minLength, maxLength }),
  missing: fillIn,
  broken: brokenText,
  check: (field, value: string) => strangeCharacter(field, value),
  input: (props) => (
    <Textarea
      {...around(props)}
      id={props.id}
      name={props.name}
      label={caption(props)}
      value={typed(props.value)}
      rows={props.field.rows}
    />
  ),
  display: (_, value: string) => value,
  format: ({ maxLength = 4000 }) => ({
    vi: `Đoạn văn, tối đa ${formatCount(maxLength)} ký tự`,
    en: `Several lines, up to ${formatCount(maxLength, 'en')} characters`,
  }),
  examples: {
    field,
    valid: [
      ['Chuyển nhà\r\nsang xã khác', 'Chuyển nhà\nsang xã khác', 'Chuyển nhà\nsang xã khác'],
      ['\n Sai ngày sinh\n\n<i>mẹ</i> \n', 'Sai ngày sinh\n\n<i>mẹ</i>', 'Sai ngày sinh\n\n<i>mẹ</i>'],
      ['Sai te\u0302n đe\u0323\u0302m', 'Sai tên đệm', 'Sai tên đệm'],
      ["Ông O' -- 1=1; DELETE", "Ông O' -- 1=1; DELETE", "Ông O' -- 1=1; DELETE"],
    ],
    bad: [
      ['', 'Hãy điền lý do thay đổi.'],
      [' \n\t ', 'Hãy điền lý do thay đổi.'],
      [null, 'Hãy điền lý do thay đổi.'],
      ['\ufeff\u200b', 'Hãy điền lý do thay đổi.'],
      ['Sai tên', 'Lý do thay đổi phải có ít nhất 10 ký tự; bạn mới viết 7.'],
      ['Sai\n\n\n', 'Lý do thay đổi phải có ít nhất 10 ký tự; bạn mới viết 3.'],
      ['a'.repeat(101), 'Lý do thay đổi dài tối đa 100 ký tự; bạn đã viết 101.'],
      ['a\n'.repeat(500_000), 'Lý do thay đổi dài tối đa 100 ký tự; bạn đã viết 1.000.000.'],
      [
        'Sai họ tên 😭😭',
        'Lý do thay đổi có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.',
      ],
      ['Sai họ tên ❤️', 'Lý do thay đổi có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.'],
      ['Sai họ\u0000 và tên', 'Lý do thay đổi có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Sai họ\u0008 và tên', 'Lý do thay đổi có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Sai họ\u202e và tên', 'Lý do thay đổi có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Sai h\ufffd v\ufffd t\ufffdn', 'Lý do thay đổi có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      ['Sai họ và tên \udc00', 'Lý do thay đổi có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      [
        'Sai họ và tê\u0303\u0303\u0303\u0303n',
        'Lý do thay đổi có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.',
      ],
      [['Sai họ và tên', 'Sai ngày sinh'], 'Lý do thay đổi chỉ nhận một câu trả lời.'],
      [{ text: 'Sai họ và tên' }, 'Lý do thay đổi không đọc được, hãy điền lại.'],
      [12345678901, 'Lý do thay đổi không đọc được, hãy điền lại.'],
      [false, 'Lý do thay đổi không đọc được, hãy điền lại.'],
    ],
  },
};
