/**
 * Tax code (mã số thuế): 10 digits of which the last is a check digit, `-NNN` for a dependent unit (STANDARDS §8.3). Since 1 July 2025
 * persons and household businesses use their 12-digit personal number (Circular 86/2024/TT-BTC).
 */
import type { Text } from '../../../ground/text/language.ts';
import { whole, type FieldBase } from './field.ts';
import { personalNumberFault } from './personal-number.ts';
import { line } from './line.tsx';
import { about, wrongKind } from './wording.ts';

export type TaxCodeField = FieldBase & {
  readonly type: 'taxCode';
  /** Whose code is asked; of anyone unless told. */
  readonly of?: 'organisation' | 'person' | 'anyone';
};

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Whether the tenth digit of a tax code fits the nine before it. */
export const fitsCheckDigit = (code: string): boolean => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return 10 - (sum % 11) === Number(code[9]);
};

/** Ten or thirteen digits as they are written: `0100109106-001`; anything else only without blanks. */
export const tidyCode = (text: string): string => {
  const code = text
    .normalize('NFC')
    .trim()
    .replace(/(?<=\d)[\s.]+(?=\d)/gu, '')
    .replace(/\s*[-–]\s*/gu, '-');
  return /^\d{13}$/u.test(code) ? `${code.slice(0, 10)}-${code.slice(10)}` : code;
};

const forms: Readonly<
  Record<NonNullable<TaxCodeField['of']>, { readonly pattern: string; readonly say: Text }>
> = {
  organisation: {
    pattern: '^[0-9]{10}(-[0-9]{3})?$',
    say: { vi: '10 chữ số (đơn vị phụ thuộc thêm -001)', en: '10 digits (a dependent unit adds -001)' },
  },
  person: {
    pattern: '^[0-9]{12}$',
    say: { vi: '12 chữ số, là số định danh cá nhân', en: '12 digits: the personal number' },
  },
  anyone: {
    pattern: '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$',
    say: {
      vi: '10 chữ số (tổ chức) hoặc 12 chữ số (cá nhân, hộ kinh doanh)',
      en: '10 digits (organisation) or 12 digits (person, household business)',
    },
  },
};

const field: TaxCodeField = { id: 'tax', type: 'taxCode', label: { vi: 'Mã số thuế', en: 'Tax code' } };

const form = 'Mã số thuế phải có 10 chữ số (tổ chức) hoặc 12 chữ số (cá nhân, hộ kinh doanh).';

export const taxCode = line<TaxCodeField>({
  name: { vi: 'Mã số thuế', en: 'Tax code' },
  options: { of: { enum: ['organisation', 'person', 'anyone'] } },
  tidy: tidyCode,
  schema: ({ of = 'anyone' }) => ({ type: 'string', pattern: forms[of].pattern }),
  broken: (field, { value }) => {
    if (typeof value !== 'string') return wrongKind(field, value);
    const { vi, en } = forms[field.of ?? 'anyone'].say;
    return about(field, `{} phải có ${vi}.`, `{} must have ${en}.`);
  },
  check: (field, value: string, context) => {
    if (value.length === 12) {
      const text = personalNumberFault(field, value, context);
      return text && whole(text);
    }
    if (fitsCheckDigit(value)) return null;
    return whole(
      about(
        field,
        '{} không đúng: chữ số thứ 10 không khớp với các số trước. Hãy xem lại.',
        '{} is wrong: the tenth digit does not fit those before. Check it.',
      ),
    );
  },
  looks: () => ({ width: 20, spellcheck: false }),
  format: ({ of = 'anyone' }) => forms[of].say,
  examples: {
    field,
    valid: [
      ['0100109106', '0100109106', '0100109106'],
      ['0300588569 - 001', '0300588569-001', '0300588569-001'],
      ['0300588569001', '0300588569-001', '0300588569-001'],
      ['001190000001', '001190000001', '001190000001'],
    ],
    bad: [
      ['', 'Hãy điền mã số thuế.'],
      ['  ', 'Hãy điền mã số thuế.'],
      [null, 'Hãy điền mã số thuế.'],
      ['010010910', form],
      ['01001091066', form],
      ['0100109106-1', form],
      ['0100109106-0001', form],
      ['MST0100109106', form],
      ['không có'.normalize('NFD'), form],
      ['0100109106\u0000', form],
      ['0100109106\u202e', form],
      ['<b>0100109106</b>', form],
      ["0100109106' --", form],
      ['0100109106😀', form],
      ['0'.repeat(100_000), form],
      ['-0100109106', form],
      ['0100109107', 'Mã số thuế không đúng: chữ số thứ 10 không khớp với các số trước. Hãy xem lại.'],
      ['1234567890-001', 'Mã số thuế không đúng: chữ số thứ 10 không khớp với các số trước. Hãy xem lại.'],
      ['000190000001', 'Mã số thuế có 3 số đầu 000 không phải mã tỉnh. Hãy xem lại trên thẻ.'],
      ['001290000001', 'Mã số thuế chỉ năm sinh 2090, chưa tới. Hãy xem lại số thứ 4 đến thứ 6.'],
      [['0100109106', '0300588569'], 'Mã số thuế chỉ nhận một câu trả lời.'],
      [100_109_106, 'Mã số thuế không đọc được, hãy điền lại.'],
      [{ code: '0100109106' }, 'Mã số thuế không đọc được, hãy điền lại.'],
    ],
  },
});
