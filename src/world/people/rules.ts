/** Pure rules about persons and organisations: numbers, names, who is family, who may be served proactively. */
import type { FieldError } from '../../ground/operate/errors.ts';
import { isDay, isPartialDay } from '../../ground/text/dates.ts';
import { fold } from '../../ground/text/fold.ts';
import type { NewOrganisation, NewPerson, Refusal } from './schema.ts';

/** What a personal number says by itself. */
export type PersonNumber = {
  /** Code of the province (or country) where the birth was registered, three digits. */
  readonly province: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
};

/**
 * Reads a personal identification number (số định danh cá nhân): 3 digits of province, 1 of century and sex, 2 of year of
 * birth, 6 random ones (STANDARDS §8.2). Null for what cannot be one.
 */
export function readPersonNumber(number: string): PersonNumber | null {
  const found = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(number);
  if (!found) return null;
  const [, province = '', centuryAndSex = '', year = ''] = found;
  const code = Number(centuryAndSex);
  return {
    province,
    sex: code % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(code / 2) * 100 + Number(year),
  };
}

/** A number as people type it, with spaces and dots, reduced to its digits. */
export const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/[\s.]/g, '');

/** Tells whether a text can be the number of an enterprise: 10 digits, `-NNN` for a dependent unit; 12 digits of a household business. */
export const isOrganisationNumber = (number: string): boolean =>
  /^(?:\d{10}(?:-\d{3})?|\d{12})$/.test(number);

/** The words by which a name is found: no diacritics, case or punctuation. */
export const searchKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A search as PostgreSQL's query: all words, the last one may be unfinished. Null when there is no word in it. */
export function searchQuery(typed: string): string | null {
  const words = searchKey(typed).split(' ').filter(Boolean);
  return words.length === 0 ? null : `${words.join(' & ')}:*`;
}

const problem = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

/** What keeps a person from being entered or corrected; `today` bounds birth and death. */
export function personProblems(person: NewPerson, today: string): FieldError[] {
  const problems: FieldError[] = [];
  if (searchKey(person.name) === '')
    problems.push(problem('name', 'Hãy nhập họ và tên.', 'Enter the full name.'));
  if (/[\p{N}\p{Cc}<>{}]/u.test(person.name)) {
    problems.push(problem('name', 'Họ và tên chỉ gồm chữ cái.', 'A name is made of letters.'));
  }
  problems.push(...birthProblems(person, today), ...numberProblems(person));
  if (person.died !== null && (!isDay(person.died) || person.died > today)) {
    problems.push(
      problem('died', 'Ngày chết phải là ngày có thật, không ở tương lai.', 'Enter a real past date.'),
    );
  } else if (person.died !== null && person.born !== null && person.died < person.born) {
    problems.push(problem('died', 'Ngày chết phải sau ngày sinh.', 'The death lies before the birth.'));
  }
  return problems;
}

function birthProblems({ born }: NewPerson, today: string): FieldError[] {
  if (born === null) return [];
  if (!isPartialDay(born))
    return [problem('born', 'Ngày sinh phải là ngày có thật.', 'Enter a real date of birth.')];
  if (born > today)
    return [problem('born', 'Ngày sinh không thể ở tương lai.', 'The birth lies in the future.')];
  return [];
}

function numberProblems({ number, sex, born }: NewPerson): FieldError[] {
  if (number === null) return [];
  const read = readPersonNumber(number);
  if (!read) return [problem('number', 'Số định danh cá nhân gồm 12 chữ số.', 'The number has 12 digits.')];
  const problems: FieldError[] = [];
  if (born !== null && Number(born.slice(0, 4)) !== read.birthYear) {
    const vi = `Số định danh này là của người sinh năm ${read.birthYear}.`;
    problems.push(problem('number', vi, `This number belongs to somebody born in ${read.birthYear}.`));
  }
  if ((sex === 'male' || sex === 'female') && sex !== read.sex) {
    const vi = 'Số định danh không khớp với giới tính.';
    problems.push(problem('number', vi, 'The number does not agree with the sex.'));
  }
  return problems;
}

/** What keeps an organisation from being entered or corrected. */
export function organisationProblems(organisation: NewOrganisation): FieldError[] {
  const problems: FieldError[] = [];
  if (searchKey(organisation.name) === '') {
    problems.push(problem('name', 'Hãy nhập tên tổ chức.', 'Enter the name of the organisation.'));
  }
  if (!isOrganisationNumber(organisation.number)) {
    const vi = 'Mã số gồm 10 chữ số, đơn vị phụ thuộc thêm dấu gạch và 3 chữ số.';
    problems.push(
      problem('number', vi, 'The number has 10 digits; a dependent unit adds a dash and 3 digits.'),
    );
  }
  return problems;
}

/** What is wrong with a contact. */
export function contactProblems(kind: 'phone' | 'email' | 'post', value: string): FieldError[] {
  const good = {
    phone: /^\+?\d{9,15}$/,
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    post: /\p{L}/u,
  }[kind].test(value);
  if (good && value.length <= 300) return [];
  const words = {
    phone: ['Số điện thoại gồm 9 đến 15 chữ số.', 'A telephone number has 9 to 15 digits.'],
    email: ['Địa chỉ thư điện tử chưa đúng.', 'The e-mail address is not valid.'],
    post: ['Hãy nhập địa chỉ nhận thư.', 'Enter a postal address.'],
  } as const;
  const [vi, en] = words[kind];
  return [problem('value', vi, en)];
}

/** Tells whether a person may be served proactively by a service: not when refused, for this service or for all (P2). */
export const mayServeProactively = (refusals: readonly Refusal[], service: string): boolean =>
  !refusals.some((one) => one.withdrawnAt === null && (one.service === null || one.service === service));
