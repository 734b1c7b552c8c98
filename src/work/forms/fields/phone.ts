/** A telephone number (số điện thoại): Vietnamese mobile (10 digits) and landline (02…, 10 or 11 digits), abroad with `+`. Kept without blanks. */
import { whole, type FieldBase } from './field.ts';
import { line } from './line.tsx';
import { about, wrongKind } from './wording.ts';

export type PhoneField = FieldBase & {
  readonly type: 'phone';
  /** Only a mobile number will do: it must take text messages. */
  readonly mobile?: boolean;
};

const tidyPhone = (text: string): string => {
  const typedIn = text.normalize('NFC').trim();
  const digits = typedIn.replace(/[\s.()-]+/gu, '');
  if (!/^\+?\d+$/u.test(digits)) return typedIn;
  const home = digits.replace(/^(?:\+|00)840?/u, '0');
  return /^84\d{9}$/u.test(home) ? `0${home.slice(2)}` : home.replace(/^00/u, '+');
};

const mobile = /^0[35789]\d{8}$/u;
const landline = /^02\d{8,9}$/u;
const abroad = /^\+[1-9]\d{6,14}$/u;

const field: PhoneField = {
  id: 'phone',
  type: 'phone',
  label: { vi: 'Số điện thoại', en: 'Telephone number' },
  personalData: 'basic',
};

const example = 'Số điện thoại chỉ gồm chữ số, ví dụ 0912 345 678.';
const count = (digits: number) => `Số điện thoại di động phải có 10 chữ số; bạn đã viết ${digits}.`;

export const phone = line<PhoneField>({
  name: { vi: 'Số điện thoại', en: 'Telephone number' },
  options: { mobile: { type: 'boolean' } },
  tidy: tidyPhone,
  schema: () => ({ type: 'string', pattern: '^[+]?[0-9]+$', maxLength: 1000 }),
  broken: (field, { value }) =>
    typeof value === 'string'
      ? about(field, '{} chỉ gồm chữ số, ví dụ 0912 345 678.', '{} has digits only, such as 0912 345 678.')
      : wrongKind(field, value),
  check: (field, value: string) => {
    if (mobile.test(value)) return null;
    if (landline.test(value))
      return field.mobile
        ? whole(
            about(
              field,
              '{} phải là số di động để nhận tin nhắn.',
              '{} must be a mobile number, for messages.',
            ),
          )
        : null;
    if (abroad.test(value)) return null;
    if (value.startsWith('+'))
      return whole(
        about(
          field,
          '{} ở nước ngoài phải có mã nước và 7 đến 15 chữ số.',
          '{} abroad needs a country code and 7 to 15 digits.',
        ),
      );
    if (/^0[35789]/u.test(value))
      return whole(
        about(
          field,
          `{} di động phải có 10 chữ số; bạn đã viết ${value.length}.`,
          `{} (mobile) must have 10 digits; you wrote ${value.length}.`,
        ),
      );
    return whole(
      about(
        field,
        '{} phải bắt đầu bằng 03, 05, 07, 08, 09 (di động) hoặc 02 (cố định, 10 hoặc 11 số).',
        '{} must begin with 03, 05, 07, 08, 09 (mobile) or 02 (landline, 10 or 11 digits).',
      ),
    );
  },
  looks: () => ({ type: 'tel', autocomplete: 'tel', width: 20 }),
  display: (value) => (mobile.test(value) ? value.replace(/^(\d{4})(\d{3})(\d{3})$/u, '$1 $2 $3') : value),
  format: () => ({ vi: 'Số điện thoại, không dấu cách', en: 'Telephone number without blanks' }),
  examples: {
    field,
    valid: [
      ['0912345678', '0912345678', '0912 345 678'],
      ['+84 912 345 678', '0912345678', '0912 345 678'],
      ['(024) 3825.1234', '02438251234', '02438251234'],
      ['0084912345678', '0912345678', '0912 345 678'],
      ['84912345678', '0912345678', '0912 345 678'],
      ['+33 1 23 45 67 89', '+33123456789', '+33123456789'],
    ],
    bad: [
      ['', 'Hãy điền số điện thoại.'],
      [' ', 'Hãy điền số điện thoại.'],
      [null, 'Hãy điền số điện thoại.'],
      ['091234567', count(9)],
      ['09123456789', count(11)],
      [`09${'1'.repeat(500)}`, count(502)],
      ['9'.repeat(1_000_000), example],
      [
        '912345678',
        'Số điện thoại phải bắt đầu bằng 03, 05, 07, 08, 09 (di động) hoặc 02 (cố định, 10 hoặc 11 số).',
      ],
      [
        '113',
        'Số điện thoại phải bắt đầu bằng 03, 05, 07, 08, 09 (di động) hoặc 02 (cố định, 10 hoặc 11 số).',
      ],
      [
        '1900 1234',
        'Số điện thoại phải bắt đầu bằng 03, 05, 07, 08, 09 (di động) hoặc 02 (cố định, 10 hoặc 11 số).',
      ],
      [
        '0212345',
        'Số điện thoại phải bắt đầu bằng 03, 05, 07, 08, 09 (di động) hoặc 02 (cố định, 10 hoặc 11 số).',
      ],
      ['+33', 'Số điện thoại ở nước ngoài phải có mã nước và 7 đến 15 chữ số.'],
      ['+1234567890123456', 'Số điện thoại ở nước ngoài phải có mã nước và 7 đến 15 chữ số.'],
      ['không có', example],
      ['không có'.normalize('NFD'), example],
      ['O912345678', example],
      ['0912345678 (Dụ)', example],
      ['0912345678, 0987654321', example],
      ['0912345678\u0000', example],
      ['\u202e0912345678', example],
      ['<a>0912345678</a>', example],
      ["0912345678' --", example],
      ['📞0912345678', example],
      [['0912345678', '0987654321'], 'Số điện thoại chỉ nhận một câu trả lời.'],
      [912_345_678, 'Số điện thoại không đọc được, hãy điền lại.'],
      [{ phone: '0912345678' }, 'Số điện thoại không đọc được, hãy điền lại.'],
    ],
  },
});
