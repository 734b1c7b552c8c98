/** A person's name in Vietnamese writing (họ, chữ đệm và tên): NFC, title case, tone position as the person writes it. STANDARDS §8.2. */
import { personName as asName } from '../../../ground/text/names.ts';
import { strangeCharacter, tidyLine } from './characters.ts';
import { whole, type FieldBase } from './field.ts';
import { line } from './line.tsx';
import { about, brokenText } from './wording.ts';

export type PersonNameField = FieldBase & {
  readonly type: 'personName';
  /** A single word is taken too: some peoples and foreigners have no family name. */
  readonly oneWord?: boolean;
};

const letters = /^[\p{L}\p{M}'.-]+(?: [\p{L}\p{M}'.-]+)*$/u;
const strangers = /[^\p{L}\p{M}'. -]/u;
/** Letters that only come from old encodings (TCVN3, VNI) read as Unicode: `NguyÔn V¨n`. */
const oldEncoding = /[¨©®¸µ¶·¹]/u;

const field: PersonNameField = {
  id: 'name',
  type: 'personName',
  label: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  short: { vi: 'họ và tên', en: 'full name' },
  personalData: 'basic',
};

export const personName = line<PersonNameField>({
  name: { vi: 'Họ và tên', en: 'Person’s name' },
  options: { oneWord: { type: 'boolean' } },
  tidy: (text) => asName(tidyLine(text)),
  schema: () => ({ type: 'string', minLength: 1, maxLength: 100 }),
  broken: brokenText,
  check: (field, value: string) => {
    const strange = strangeCharacter(field, value);
    if (strange) return strange;
    if (/\d/u.test(value)) return whole(about(field, '{} không có chữ số.', '{} has no digits.'));
    if (oldEncoding.test(value))
      return whole(
        about(
          field,
          '{} gõ bằng bảng mã cũ (TCVN3 hoặc VNI). Hãy gõ lại bằng Unicode.',
          '{} is typed in an old encoding (TCVN3 or VNI). Type it in Unicode.',
        ),
      );
    if (!letters.test(value)) {
      const stranger = strangers.exec(value)?.[0] ?? '';
      return whole(
        about(field, `{} không dùng ký tự “${stranger}”.`, `{} cannot have the character “${stranger}”.`),
      );
    }
    if (!field.oneWord && !value.includes(' '))
      return whole(
        about(field, '{} phải đủ cả họ và tên, ví dụ Trần Thị Mẫu.', '{} must have family and given name.'),
      );
    return null;
  },
  looks: () => ({ autocapitalize: 'words', spellcheck: false }),
  format: () => ({ vi: 'Họ và tên, tối đa 100 ký tự', en: 'Name, up to 100 characters' }),
  examples: {
    field,
    valid: [
      ['Nguyễn Văn Thí Dụ', 'Nguyễn Văn Thí Dụ', 'Nguyễn Văn Thí Dụ'],
      ['TRẦN THỊ MẪU', 'Trần Thị Mẫu', 'Trần Thị Mẫu'],
      ['  le\u0302   vi\u0301 du\u0323 ', 'Lê Ví Dụ', 'Lê Ví Dụ'],
      ['H’Hen Mẫu', "H'Hen Mẫu", "H'Hen Mẫu"],
      ['Đỗ Thuý-Hoà', 'Đỗ Thuý-Hoà', 'Đỗ Thuý-Hoà'],
    ],
    bad: [
      ['', 'Hãy điền họ và tên.'],
      ['   ', 'Hãy điền họ và tên.'],
      [null, 'Hãy điền họ và tên.'],
      ['\u00ad\u200b', 'Hãy điền họ và tên.'],
      ['Mẫu', 'Họ và tên phải đủ cả họ và tên, ví dụ Trần Thị Mẫu.'],
      [`Nguyễn ${'Ví '.repeat(40)}`, 'Họ và tên dài tối đa 100 ký tự; bạn đã viết 126.'],
      [`a ${'b'.repeat(1_000_000)}`, 'Họ và tên dài tối đa 100 ký tự; bạn đã viết 1.000.002.'],
      ['Nguyễn Văn 2', 'Họ và tên không có chữ số.'],
      ['NguyÔn V¨n Du', 'Họ và tên gõ bằng bảng mã cũ (TCVN3 hoặc VNI). Hãy gõ lại bằng Unicode.'],
      ['Nguyễn Văn <b>Dụ</b>', 'Họ và tên không dùng ký tự “<”.'],
      ["Robert'); DROP TABLE Dân;--", 'Họ và tên không dùng ký tự “)”.'],
      ['Trần_Mẫu Thị', 'Họ và tên không dùng ký tự “_”.'],
      ['Trần Thị Mẫu, Lê Dụ', 'Họ và tên không dùng ký tự “,”.'],
      ['Trần Thị Mẫu?', 'Họ và tên không dùng ký tự “?”.'],
      ['Trần Mẫu 😀', 'Họ và tên có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.'],
      ['Trần Mẫu\u0000', 'Họ và tên có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Trần \u202eMẫu', 'Họ và tên có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.'],
      ['Tr\ufffdn M\ufffdu', 'Họ và tên có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      ['Trần M\u0334\u0335\u0336ẫu', 'Họ và tên có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      [['Trần Thị Mẫu', 'Lê Ví Dụ'], 'Họ và tên chỉ nhận một câu trả lời.'],
      [{ family: 'Trần', given: 'Mẫu' }, 'Họ và tên không đọc được, hãy điền lại.'],
      [7, 'Họ và tên không đọc được, hãy điền lại.'],
      [true, 'Họ và tên không đọc được, hãy điền lại.'],
    ],
  },
});
