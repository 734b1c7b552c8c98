/**
 * Enterprise code (mã số doanh nghiệp): the 10 digits of the business register, the same as the tax code (STANDARDS §8.3);
 * branches and representative offices have three more.
 */
import { whole, type FieldBase } from './field.ts';
import { fitsCheckDigit, tidyCode } from './tax-code.ts';
import { line } from './line.tsx';
import { about, wrongKind } from './wording.ts';

export type EnterpriseCodeField = FieldBase & {
  readonly type: 'enterpriseCode';
  /** Whether the code of a branch is taken too. */
  readonly branches?: boolean;
};

const field: EnterpriseCodeField = {
  id: 'enterprise',
  type: 'enterpriseCode',
  label: { vi: 'Mã số doanh nghiệp', en: 'Enterprise code' },
};

const letters = 'Mã số doanh nghiệp chỉ gồm chữ số.';

export const enterpriseCode = line<EnterpriseCodeField>({
  name: { vi: 'Mã số doanh nghiệp', en: 'Enterprise code' },
  options: { branches: { type: 'boolean' } },
  tidy: tidyCode,
  schema: ({ branches }) => ({
    type: 'string',
    pattern: branches ? '^[0-9]{10}(-[0-9]{3})?$' : '^[0-9]{10}$',
  }),
  broken: (field, { value }) => {
    if (typeof value !== 'string') return wrongKind(field, value);
    if (/^\d{10}-\d{3}$/u.test(value))
      return about(
        field,
        '{} phải là mã của doanh nghiệp (10 số), không phải mã chi nhánh.',
        '{} must be that of the enterprise (10 digits), not of a branch.',
      );
    if (/^\d+$/u.test(value))
      return about(
        field,
        `{} phải có 10 chữ số; bạn đã viết ${value.length}.`,
        `{} must have 10 digits; you wrote ${value.length}.`,
      );
    return about(field, '{} chỉ gồm chữ số.', '{} has digits only.');
  },
  check: (field, value: string) =>
    fitsCheckDigit(value)
      ? null
      : whole(
          about(
            field,
            '{} không đúng: chữ số thứ 10 không khớp. Hãy xem lại trên giấy chứng nhận.',
            '{} is wrong: the tenth digit does not fit. Check the certificate.',
          ),
        ),
  looks: (field) => ({ inputmode: field.branches ? undefined : 'numeric', width: 20, spellcheck: false }),
  format: ({ branches }) => ({
    vi: branches ? '10 chữ số, chi nhánh thêm -NNN' : '10 chữ số',
    en: branches ? '10 digits, a branch adds -NNN' : '10 digits',
  }),
  examples: {
    field,
    valid: [
      ['0100109106', '0100109106', '0100109106'],
      ['0300 588 569', '0300588569', '0300588569'],
      ['030.058.8569', '0300588569', '0300588569'],
    ],
    bad: [
      ['', 'Hãy điền mã số doanh nghiệp.'],
      ['\t', 'Hãy điền mã số doanh nghiệp.'],
      [null, 'Hãy điền mã số doanh nghiệp.'],
      ['030058856', 'Mã số doanh nghiệp phải có 10 chữ số; bạn đã viết 9.'],
      ['03005885699', 'Mã số doanh nghiệp phải có 10 chữ số; bạn đã viết 11.'],
      ['001190000001', 'Mã số doanh nghiệp phải có 10 chữ số; bạn đã viết 12.'],
      ['3'.repeat(50_000), 'Mã số doanh nghiệp phải có 10 chữ số; bạn đã viết 50000.'],
      ['0300588569-001', 'Mã số doanh nghiệp phải là mã của doanh nghiệp (10 số), không phải mã chi nhánh.'],
      ['0300588569001', 'Mã số doanh nghiệp phải là mã của doanh nghiệp (10 số), không phải mã chi nhánh.'],
      [
        '0300588568',
        'Mã số doanh nghiệp không đúng: chữ số thứ 10 không khớp. Hãy xem lại trên giấy chứng nhận.',
      ],
      [
        '0000000000',
        'Mã số doanh nghiệp không đúng: chữ số thứ 10 không khớp. Hãy xem lại trên giấy chứng nhận.',
      ],
      ['41K8001234', letters],
      ['chưa có'.normalize('NFD'), letters],
      ['0300588569\u0007', letters],
      ['03005\u200e88569', letters],
      ['<p>0300588569', letters],
      ["0300588569'; DROP TABLE--", letters],
      ['🏢', letters],
      ['-300588569', letters],
      ['0300588569/1', letters],
      [['0300588569', '0100109106'], 'Mã số doanh nghiệp chỉ nhận một câu trả lời.'],
      [300_588_569, 'Mã số doanh nghiệp không đọc được, hãy điền lại.'],
      [{ code: '0300588569' }, 'Mã số doanh nghiệp không đọc được, hãy điền lại.'],
    ],
  },
});
