/** One line of text (một dòng chữ). HTML and SQL are words like any other: they are kept and escaped when shown. */
import { strangeCharacter, tidyLine } from './characters.ts';
import type { FieldBase } from './field.ts';
import { line } from './line.tsx';
import { brokenText } from './wording.ts';
import type { Text } from '../../../ground/text/language.ts';

export type TextField = FieldBase & {
  readonly type: 'text';
  readonly minLength?: number;
  /** 200 unless told. */
  readonly maxLength?: number;
  /** A rule of this one field, with its own message. */
  readonly pattern?: { readonly regex: string; readonly message: Text };
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
};

const field: TextField = {
  id: 'occupation',
  type: 'text',
  label: { vi: 'Nghề nghiệp', en: 'Occupation' },
  minLength: 2,
  maxLength: 40,
};

export const text = line<TextField>({
  name: { vi: 'Một dòng chữ', en: 'One line of text' },
  options: {
    minLength: { type: 'integer', minimum: 0 },
    maxLength: { type: 'integer', minimum: 1, maximum: 2000 },
    pattern: {
      type: 'object',
      required: ['regex', 'message'],
      properties: { regex: { type: 'string' }, message: { $ref: '#/$defs/text' } },
    },
    width: { enum: [2, 3, 4, 5, 10, 20, 30] },
  },
  tidy: tidyLine,
  schema: ({ minLength, maxLength = 200, pattern }) => ({
    type: 'string',
    minLength: minLength ?? 1,
    maxLength,
    ...(pattern && { pattern: pattern.regex }),
  }),
  broken: (field, broken) =>
    broken.keyword === 'pattern' && field.pattern ? field.pattern.message : brokenText(field, broken),
  check: (field, value: string) => strangeCharacter(field, value),
  looks: (field) => ({ width: field.width }),
  format: ({ maxLength = 200 }) => ({
    vi: `Chữ, tối đa ${maxLength} ký tự`,
    en: `Text, up to ${maxLength} characters`,
  }),
  examples: {
    field,
    valid: [
      ['Thợ mộc', 'Thợ mộc', 'Thợ mộc'],
      ['  Tho\u031b\u0323  mo\u0323\u0302c ', 'Thợ mộc', 'Thợ mộc'],
      ['Thợ\r\nmộc\u200b', 'Thợ mộc', 'Thợ mộc'],
      ['<b>thợ</b> & "sơn"', '<b>thợ</b> & "sơn"', '<b>thợ</b> & "sơn"'],
      ["'; DROP TABLE ho_so; --", "'; DROP TABLE ho_so; --", "'; DROP TABLE ho_so; --"],
    ],
    bad: [
      ['', 'Hãy điền nghề nghiệp.'],
      ['   ', 'Hãy điền nghề nghiệp.'],
      [null, 'Hãy điền nghề nghiệp.'],
      ['\u200b', 'Hãy điền nghề nghiệp.'],
      ['a', 'Nghề nghiệp phải có ít nhất 2 ký tự; bạn mới viết 1.'],
      ['x'.repeat(41), 'Nghề nghiệp dài tối đa 40 ký tự; bạn đã viết 41.'],
      ['ồ'.repeat(100_000), 'Nghề nghiệp dài tối đa 40 ký tự; bạn đã viết 100.000.'],
      ['Thợ 🔨', 'Nghề nghiệp có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.'],
      ['Thợ\u0000mộc', 'Nghề nghiệp có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Thợ\u001b[31m', 'Nghề nghiệp có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Thợ \u202eộm', 'Nghề nghiệp có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Th\ufffd m\ufffdc', 'Nghề nghiệp có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      ['Thợ \ud83d', 'Nghề nghiệp có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      ['Thợ\ue000', 'Nghề nghiệp có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      ['T\u0335\u0336\u0337\u0338hợ', 'Nghề nghiệp có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      [['Thợ mộc', 'Thợ nề'], 'Nghề nghiệp chỉ nhận một câu trả lời.'],
      [[], 'Nghề nghiệp chỉ nhận một câu trả lời.'],
      [{ job: 'Thợ mộc' }, 'Nghề nghiệp không đọc được, hãy điền lại.'],
      [42, 'Nghề nghiệp không đọc được, hãy điền lại.'],
      [true, 'Nghề nghiệp không đọc được, hãy điền lại.'],
    ],
  },
});
