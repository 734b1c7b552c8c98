/** Questions of the sample forms in short: id, words in both languages, then what is special about the field. */
import type { Definition, Field, Logic, Page, Section } from '../../../src/work/forms/index.ts';

type Of<Type extends Field['type']> = Extract<Field, { readonly type: Type }>;
type Special<Type extends Field['type']> = Omit<Of<Type>, 'id' | 'type' | 'label'>;
type Ask<Type extends Field['type']> = (
  id: string,
  vi: string,
  en: string,
  ...special: object extends Special<Type> ? [Special<Type>?] : [Special<Type>]
) => Of<Type>;

const asks =
  <Type extends Field['type']>(type: Type): Ask<Type> =>
  (id, vi, en, ...special) =>
    ({ id, type, label: { vi, en }, ...special[0] }) as unknown as Of<Type>;

/** One question of each type that the sample forms use. */
export const ask = {
  address: asks('address'),
  choice: asks('choice'),
  choices: asks('choices'),
  date: asks('date'),
  declaration: asks('declaration'),
  email: asks('email'),
  enterpriseCode: asks('enterpriseCode'),
  files: asks('files'),
  landParcel: asks('landParcel'),
  longText: asks('longText'),
  money: asks('money'),
  name: asks('personName'),
  number: asks('number'),
  organisation: asks('organisation'),
  person: asks('person'),
  personalNumber: asks('personalNumber'),
  phone: asks('phone'),
  text: asks('text'),
  yesNo: asks('yesNo'),
} as const;

/** Words in both languages. */
export const say = (vi: string, en: string) => ({ vi, en });

/** One answer that a choice offers. */
export const option = (value: string, vi: string, en: string) => ({ value, label: { vi, en } });

/** The condition that an answer is this value. */
export const is = (id: string, value: Logic): Logic => ({ '==': [{ var: id }, value] });

/** The condition that an answer is one of these. */
export const isOneOf = (id: string, ...values: readonly string[]): Logic => ({ in: [{ var: id }, values] });

/** One page: one idea. */
export const page = (
  id: string,
  vi: string,
  en: string,
  fields: readonly Field[],
  special: Omit<Page, 'id' | 'title' | 'fields'> = {},
): Page => ({ id, title: { vi, en }, fields, ...special });

/** Pages that belong together. */
export const section = (
  id: string,
  vi: string,
  en: string,
  pages: readonly Page[],
  showIf?: Logic,
): Section => ({ id, title: { vi, en }, pages, ...(showIf !== undefined && { showIf }) });

const personal: ReadonlySet<Field['type']> = new Set([
  'address',
  'email',
  'person',
  'personName',
  'personalNumber',
  'phone',
]);

/** What every question must say, where the author has not: class of personal data, legal basis, name of a datum that a registry holds. */
const complete = (field: Field, basis: string): Field => ({
  personalData: personal.has(field.type) ? 'basic' : 'none',
  legalBasis: basis,
  ...(field.source && { datum: `${field.source.registry}.${field.source.path}` }),
  ...field,
});

/** A form. The first basis is that of every question which names none of its own. */
export const form = (
  id: string,
  vi: string,
  en: string,
  legalBasis: readonly [string, ...string[]],
  sections: readonly Section[],
): Definition => ({
  id,
  version: 1,
  title: { vi, en },
  legalBasis,
  sections: sections.map((one) => ({
    ...one,
    pages: one.pages.map((each) => ({
      ...each,
      fields: each.fields.map((field) => complete(field, legalBasis[0])),
    })),
  })),
});
