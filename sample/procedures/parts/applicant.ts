/** Who applies and how to reach them: all of it known from the account, so that it is read and not asked. */
import type { Field, Page, Section } from '../../../src/work/forms/index.ts';
import { ask, option, page, section } from './question.ts';

const sexes = [option('male', 'Nam', 'Male'), option('female', 'Nữ', 'Female')];

const known = {
  name: () =>
    ask.name('applicantName', 'Họ, chữ đệm, tên', 'Full name', {
      source: { registry: 'account', path: 'name' },
    }),
  number: () =>
    ask.personalNumber('applicantNumber', 'Số định danh cá nhân', 'Personal number', {
      source: { registry: 'account', path: 'number' },
    }),
  born: () =>
    ask.date('applicantBorn', 'Ngày sinh', 'Date of birth', {
      notAfter: 'today',
      personalData: 'basic',
      source: { registry: 'account', path: 'born' },
    }),
  sex: () =>
    ask.choice('applicantSex', 'Giới tính', 'Sex', {
      options: sexes,
      personalData: 'basic',
      source: { registry: 'account', path: 'sex' },
    }),
  ethnicity: () =>
    ask.text('applicantEthnicity', 'Dân tộc', 'Ethnicity', {
      maxLength: 40,
      personalData: 'sensitive',
      source: { registry: 'account', path: 'ethnicity' },
    }),
  nationality: () =>
    ask.text('applicantNationality', 'Quốc tịch', 'Nationality', {
      maxLength: 60,
      personalData: 'basic',
      source: { registry: 'account', path: 'nationality' },
    }),
  residence: () =>
    ask.address('applicantResidence', 'Nơi cư trú', 'Residence', {
      source: { registry: 'account', path: 'residence' },
    }),
} as const satisfies Readonly<Record<string, () => Field>>;

type Known = keyof typeof known;

/** What the account knows of the person who applies, in this order. */
export const applicantFields = (...parts: readonly Known[]): readonly Field[] =>
  parts.map((part) => known[part]());

/** How to reach the person about this dossier. */
export const contactPage: Page = page('lien-he', 'Cách liên hệ với bạn', 'How to reach you', [
  ask.phone('applicantPhone', 'Số điện thoại', 'Telephone number', {
    source: { registry: 'account', path: 'phone' },
  }),
  ask.email('applicantEmail', 'Thư điện tử', 'E-mail address', {
    optional: true,
    source: { registry: 'account', path: 'email' },
  }),
]);

/** “Về bạn”: who applies, and how to reach them. */
export const aboutYou = (...parts: readonly Known[]): Section =>
  section('ve-ban', 'Về bạn', 'About you', [
    page('nguoi-nop', 'Người làm thủ tục', 'Who applies', applicantFields(...parts)),
    contactPage,
  ]);

/** What most results print of a person: all of it. */
export const fully = [
  'name',
  'number',
  'born',
  'sex',
  'ethnicity',
  'nationality',
  'residence',
] as const satisfies readonly Known[];
