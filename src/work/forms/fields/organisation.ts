/** An organisation or household business (tổ chức, doanh nghiệp, hộ kinh doanh), with the names of the business register (STANDARDS §8.3). */
import type { Address, AddressField } from './address.tsx';
import type { EmailField } from './email.ts';
import type { EnterpriseCodeField } from './enterprise-code.ts';
import type { Composite, FieldBase } from './field.ts';
import type { PersonNameField } from './person-name.ts';
import type { PhoneField } from './phone.ts';
import type { TaxCodeField } from './tax-code.ts';
import type { TextField } from './text.ts';

const partNames = [
  'name',
  'enterpriseCode',
  'taxCode',
  'address',
  'representative',
  'phone',
  'email',
] as const;
export type OrganisationPart = (typeof partNames)[number];

export type OrganisationField = FieldBase & {
  readonly type: 'organisation';
  readonly ask: readonly OrganisationPart[];
  readonly optionalParts?: readonly OrganisationPart[];
};

export type Organisation = {
  readonly name?: string;
  readonly enterpriseCode?: string;
  readonly taxCode?: string;
  readonly address?: Address;
  readonly representative?: string;
  readonly phone?: string;
  readonly email?: string;
};

type PartField =
  AddressField | EmailField | EnterpriseCodeField | PersonNameField | PhoneField | TaxCodeField | TextField;

const parts: Readonly<Record<OrganisationPart, PartField>> = {
  name: { id: 'name', type: 'text', label: { vi: 'Tên', en: 'Name' }, minLength: 2 },
  enterpriseCode: {
    id: 'enterpriseCode',
    type: 'enterpriseCode',
    label: { vi: 'Mã số doanh nghiệp', en: 'Enterprise code' },
  },
  taxCode: { id: 'taxCode', type: 'taxCode', label: { vi: 'Mã số thuế', en: 'Tax code' } },
  address: { id: 'address', type: 'address', label: { vi: 'Địa chỉ trụ sở', en: 'Head office' } },
  representative: {
    id: 'representative',
    type: 'personName',
    label: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
    personalData: 'basic',
  },
  phone: { id: 'phone', type: 'phone', label: { vi: 'Số điện thoại', en: 'Telephone number' } },
  email: { id: 'email', type: 'email', label: { vi: 'Thư điện tử', en: 'E-mail address' } },
};

const sample: OrganisationField = {
  id: 'company',
  type: 'organisation',
  label: { vi: 'Công ty', en: 'Company' },
  ask: ['name', 'enterpriseCode', 'representative', 'phone', 'email'],
  optionalParts: ['email'],
};
const company: Organisation = {
  name: 'Công ty TNHH Thí Dụ',
  enterpriseCode: '0300588569',
  representative: 'Lê Ví Dụ',
  phone: '0912345678',
};
const shown = 'Công ty TNHH Thí Dụ; 0300588569; Lê Ví Dụ; 0912 345 678';

export const organisation: Composite<OrganisationField> = {
  kind: 'composite',
  name: { vi: 'Thông tin một tổ chức', en: 'Organisation' },
  options: {
    ask: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: partNames } },
    optionalParts: { type: 'array', uniqueItems: true, items: { enum: partNames } },
  },
  needs: ['ask'],
  parts: (field) =>
    field.ask.map((name) => ({
      ...parts[name],
      ...(field.optionalParts?.includes(name) && { optional: true }),
    })),
  examples: {
    field: sample,
    valid: [
      [company, company, shown],
      [{ ...company, phone: '+84 912 345 678', email: ' ' }, company, shown],
      [
        { ...company, name: 'A & B <i>' },
        { ...company, name: 'A & B <i>' },
        'A & B <i>; 0300588569; Lê Ví Dụ; 0912 345 678',
      ],
    ],
    bad: [
      [{ ...company, name: '' }, 'Hãy điền tên của công ty.'],
      [{ ...company, name: 'A' }, 'Tên của công ty phải có ít nhất 2 ký tự; bạn mới viết 1.'],
      [{ ...company, name: 'A'.repeat(201) }, 'Tên của công ty dài tối đa 200 ký tự; bạn đã viết 201.'],
      [
        { ...company, name: 'Thí Dụ\u0000' },
        'Tên của công ty có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.',
      ],
      [
        { ...company, name: 'Thí Dụ 🏢' },
        'Tên của công ty có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.',
      ],
      [
        { ...company, name: 'Th\ufffd D\ufffd' },
        'Tên của công ty có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.',
      ],
      [{ ...company, name: ['A B', 'C D'] }, 'Tên của công ty chỉ nhận một câu trả lời.'],
      [{ ...company, name: { vi: 'A' } }, 'Tên của công ty không đọc được, hãy điền lại.'],
      [{ ...company, enterpriseCode: undefined }, 'Hãy điền mã số doanh nghiệp của công ty.'],
      [
        { ...company, enterpriseCode: '123' },
        'Mã số doanh nghiệp của công ty phải có 10 chữ số; bạn đã viết 3.',
      ],
      [{ ...company, enterpriseCode: "0300588569'--" }, 'Mã số doanh nghiệp của công ty chỉ gồm chữ số.'],
      [
        { ...company, enterpriseCode: '0300588568' },
        'Mã số doanh nghiệp của công ty không đúng: chữ số thứ 10 không khớp. Hãy xem lại trên giấy chứng nhận.',
      ],
      [
        { ...company, enterpriseCode: 300_588_569 },
        'Mã số doanh nghiệp của công ty không đọc được, hãy điền lại.',
      ],
      [{ ...company, representative: null }, 'Hãy điền người đại diện theo pháp luật của công ty.'],
      [
        { ...company, representative: '<b>Lê Dụ</b>' },
        'Người đại diện theo pháp luật của công ty không dùng ký tự “<”.',
      ],
      [
        { ...company, representative: 'Du\u0323'.normalize('NFD') },
        'Người đại diện theo pháp luật của công ty phải đủ cả họ và tên, ví dụ Trần Thị Mẫu.',
      ],
      [
        { ...company, phone: '12' },
        'Số điện thoại của công ty phải bắt đầu bằng 03, 05, 07, 08, 09 (di động) hoặc 02 (cố định, 10 hoặc 11 số).',
      ],
      [{ ...company, email: 'công ty' }, 'Thư điện tử của công ty không được có dấu cách.'],
      [
        { ...company, email: 'x'.repeat(1_000_000) },
        'Thư điện tử của công ty dài tối đa 254 ký tự; bạn đã viết 1.000.000.',
      ],
      ['Công ty TNHH Thí Dụ', 'Công ty không đọc được, hãy điền lại.'],
      [[company, company], 'Công ty chỉ nhận một câu trả lời.'],
      [{}, 'Hãy điền tên của công ty.'],
      [9, 'Công ty không đọc được, hãy điền lại.'],
    ],
  },
};
