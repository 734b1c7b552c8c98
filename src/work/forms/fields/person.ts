/** A person (người): oneself, a relative or somebody else; its parts are ordinary fields. Names of the parts follow service 037 (STANDARDS §8.2). */
import type { Address, AddressField } from './address.tsx';
import type { ChoiceField } from './choice.tsx';
import type { DateField } from './date.tsx';
import type { EmailField } from './email.ts';
import type { Composite, Fault, FieldBase } from './field.ts';
import type { PersonNameField } from './person-name.ts';
import { readPersonalNumber, type PersonalNumberField } from './personal-number.ts';
import type { PhoneField } from './phone.ts';
import type { TextField } from './text.ts';
import { about } from './wording.ts';

const partNames = [
  'who',
  'relation',
  'name',
  'birth',
  'sex',
  'personalNumber',
  'ethnicity',
  'nationality',
  'phone',
  'email',
  'residence',
] as const;
export type PersonPart = (typeof partNames)[number];

export type PersonField = FieldBase & {
  readonly type: 'person';
  /** What is asked, in this order; `relation` comes by itself after `who`. */
  readonly ask: readonly Exclude<PersonPart, 'relation'>[];
  readonly optionalParts?: readonly PersonPart[];
  /** Whether the day or the month of birth may be unknown. */
  readonly unknownBirth?: 'day' | 'month';
};

export type Person = {
  readonly who?: 'self' | 'relative' | 'other';
  readonly relation?: string;
  readonly name?: string;
  readonly birth?: string;
  readonly sex?: 'male' | 'female';
  readonly personalNumber?: string;
  readonly ethnicity?: string;
  readonly nationality?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly residence?: Address;
};

type PartField =
  | AddressField
  | ChoiceField
  | DateField
  | EmailField
  | PersonNameField
  | PersonalNumberField
  | PhoneField
  | TextField;

const option = (value: string, vi: string, en: string) => ({ value, label: { vi, en } });

const whoOptions = [
  option('self', 'Chính tôi', 'Myself'),
  option('relative', 'Người thân của tôi', 'A relative of mine'),
  option('other', 'Người khác', 'Somebody else'),
];
const relationOptions = [
  option('father', 'Cha', 'Father'),
  option('mother', 'Mẹ', 'Mother'),
  option('spouse', 'Vợ hoặc chồng', 'Husband or wife'),
  option('child', 'Con', 'Child'),
  option('sibling', 'Anh, chị, em', 'Brother or sister'),
  option('grandparent', 'Ông, bà', 'Grandparent'),
  option('grandchild', 'Cháu', 'Grandchild'),
  option('guardian', 'Người giám hộ', 'Guardian'),
  option('kin', 'Người thân khác', 'Other relative'),
];

/** The parts as fields. */
const parts: Readonly<Record<PersonPart, (field: PersonField) => PartField>> = {
  who: () => ({
    id: 'who',
    type: 'choice',
    label: { vi: 'Người này với bạn là', en: 'This person is' },
    short: { vi: 'quan hệ với bạn', en: 'relation to you' },
    options: whoOptions,
  }),
  relation: () => ({
    id: 'relation',
    type: 'choice',
    label: { vi: 'Cụ thể là', en: 'More exactly' },
    short: { vi: 'quan hệ cụ thể', en: 'exact relation' },
    options: relationOptions,
    as: 'select',
    showIf: { '==': [{ var: 'item.who' }, 'relative'] },
  }),
  name: () => ({ id: 'name', type: 'personName', label: { vi: 'Họ, chữ đệm và tên', en: 'Full name' } }),
  birth: ({ unknownBirth }) => ({
    id: 'birth',
    type: 'date',
    label: { vi: 'Ngày sinh', en: 'Date of birth' },
    notAfter: 'today',
    ...(unknownBirth && { unknown: unknownBirth }),
  }),
  sex: () => ({
    id: 'sex',
    type: 'choice',
    label: { vi: 'Giới tính', en: 'Sex' },
    options: [option('male', 'Nam', 'Male'), option('female', 'Nữ', 'Female')],
  }),
  personalNumber: () => ({
    id: 'personalNumber',
    type: 'personalNumber',
    label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  }),
  ethnicity: () => ({
    id: 'ethnicity',
    type: 'text',
    label: { vi: 'Dân tộc', en: 'Ethnicity' },
    maxLength: 40,
    personalData: 'sensitive',
  }),
  nationality: () => ({
    id: 'nationality',
    type: 'text',
    label: { vi: 'Quốc tịch', en: 'Nationality' },
    maxLength: 60,
  }),
  phone: () => ({ id: 'phone', type: 'phone', label: { vi: 'Số điện thoại', en: 'Telephone number' } }),
  email: () => ({ id: 'email', type: 'email', label: { vi: 'Thư điện tử', en: 'E-mail address' } }),
  residence: () => ({ id: 'residence', type: 'address', label: { vi: 'Nơi cư trú', en: 'Residence' } }),
};

const partOf = (field: PersonField, name: PersonPart): PartField => {
  const part = parts[name](field);
  return field.optionalParts?.includes(name) ? { ...part, optional: true } : part;
};

/** The personal number tells year of birth and sex: they must be those that were entered. */
const contradiction = (field: PersonField, { personalNumber, birth, sex }: Person): Fault | null => {
  if (!personalNumber) return null;
  const told = readPersonalNumber(personalNumber);
  if (birth && !birth.startsWith(String(told.year)))
    return {
      at: 'personalNumber',
      text: about(
        field,
        `{}: số định danh là của người sinh năm ${told.year}, nhưng năm sinh đã điền là ${birth.slice(0, 4)}. Hãy xem lại cả hai.`,
        `{}: the personal number is of a person born in ${told.year}, but the year entered is ${birth.slice(0, 4)}. Check both.`,
      ),
    };
  if (sex && sex !== told.sex)
    return {
      at: 'personalNumber',
      text: about(
        field,
        `{}: số định danh là của ${told.sex === 'male' ? 'nam' : 'nữ'}, nhưng giới tính đã chọn khác. Hãy xem lại cả hai.`,
        `{}: the personal number is of a ${told.sex}, but the sex chosen differs. Check both.`,
      ),
    };
  return null;
};

const sample: PersonField = {
  id: 'mother',
  type: 'person',
  label: { vi: 'Người mẹ', en: 'Mother' },
  ask: ['who', 'name', 'birth', 'sex', 'personalNumber'],
};
const mother: Person = {
  who: 'relative',
  relation: 'mother',
  name: 'Trần Thị Mẫu',
  birth: '1990-02-05',
  sex: 'female',
  personalNumber: '001190000001',
};
const shown = 'Người thân của tôi; Mẹ; Trần Thị Mẫu; 05/02/1990; Nữ; 001190000001';

export const person: Composite<PersonField> = {
  kind: 'composite',
  name: { vi: 'Thông tin một người', en: 'Person' },
  options: {
    ask: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: partNames.filter((name) => name !== 'relation') },
    },
    optionalParts: { type: 'array', uniqueItems: true, items: { enum: partNames } },
    unknownBirth: { enum: ['day', 'month'] },
  },
  needs: ['ask'],
  parts: (field) =>
    field.ask
      .flatMap((name): PersonPart[] => (name === 'who' ? ['who', 'relation'] : [name]))
      .map((name) => partOf(field, name)),
  check: contradiction,
  examples: {
    field: sample,
    valid: [
      [mother, mother, shown],
      [{ ...mother, name: 'TRẦN THỊ MẪU', birth: { day: '5', month: '2', year: '1990' } }, mother, shown],
      [
        { ...mother, who: 'self', relation: 'mother' },
        {
          who: 'self',
          name: mother.name,
          birth: mother.birth,
          sex: 'female',
          personalNumber: mother.personalNumber,
        },
        'Chính tôi; Trần Thị Mẫu; 05/02/1990; Nữ; 001190000001',
      ],
    ],
    bad: [
      [{ ...mother, who: '' }, 'Hãy chọn quan hệ với bạn của người mẹ.'],
      [{ ...mother, relation: undefined }, 'Hãy chọn quan hệ cụ thể của người mẹ.'],
      [{ ...mother, name: '' }, 'Hãy điền họ, chữ đệm và tên của người mẹ.'],
      [{ ...mother, birth: undefined }, 'Hãy điền ngày sinh của người mẹ.'],
      [{ ...mother, sex: null }, 'Hãy chọn giới tính của người mẹ.'],
      [{ ...mother, personalNumber: ' ' }, 'Hãy điền số định danh cá nhân của người mẹ.'],
      [{ ...mother, who: 'me' }, 'Quan hệ với bạn của người mẹ phải là một trong các mục đã liệt kê.'],
      [{ ...mother, relation: 'aunt' }, 'Quan hệ cụ thể của người mẹ phải là một trong các mục đã liệt kê.'],
      [
        { ...mother, name: 'Mẫu' },
        'Họ, chữ đệm và tên của người mẹ phải đủ cả họ và tên, ví dụ Trần Thị Mẫu.',
      ],
      [{ ...mother, name: 'Trần <b>Mẫu' }, 'Họ, chữ đệm và tên của người mẹ không dùng ký tự “<”.'],
      [
        { ...mother, name: ['Trần Mẫu', 'Lê Dụ'] },
        'Họ, chữ đệm và tên của người mẹ chỉ nhận một câu trả lời.',
      ],
      [
        { ...mother, name: 'Trần Mẫu 🤰' },
        'Họ, chữ đệm và tên của người mẹ có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.',
      ],
      [
        { ...mother, name: 'Trần Mẫu\u0000' },
        'Họ, chữ đệm và tên của người mẹ có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.',
      ],
      [
        { ...mother, birth: { day: '30', month: '2', year: '1990' } },
        'Ngày sinh của người mẹ không có thật: tháng 2 năm 1990 không có ngày 30.',
      ],
      [{ ...mother, birth: '2027-01-01' }, 'Ngày sinh của người mẹ không được ở trong tương lai.'],
      [
        { ...mother, sex: 'nữ'.normalize('NFD') },
        'Giới tính của người mẹ phải là một trong các mục đã liệt kê.',
      ],
      [
        { ...mother, personalNumber: '123456789' },
        'Số định danh cá nhân của người mẹ phải có 12 chữ số; số bạn viết là chứng minh nhân dân cũ (9 số).',
      ],
      [
        { ...mother, personalNumber: "1' OR 1=1" },
        'Số định danh cá nhân của người mẹ chỉ gồm chữ số, không có chữ hay dấu.',
      ],
      [
        { ...mother, personalNumber: '001191000001' },
        'Người mẹ: số định danh là của người sinh năm 1991, nhưng năm sinh đã điền là 1990. Hãy xem lại cả hai.',
      ],
      [
        { ...mother, personalNumber: '001090000001' },
        'Người mẹ: số định danh là của nam, nhưng giới tính đã chọn khác. Hãy xem lại cả hai.',
      ],
      [null, 'Hãy chọn quan hệ với bạn của người mẹ.'],
      ['Trần Thị Mẫu', 'Người mẹ không đọc được, hãy điền lại.'],
      [[mother], 'Người mẹ chỉ nhận một câu trả lời.'],
      [7, 'Người mẹ không đọc được, hãy điền lại.'],
    ],
  },
};
