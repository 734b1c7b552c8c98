/**
 * What a field of a form is, and what a type of field must bring: every facet of a type stands in one file of this folder.
 * Requirement B3; DESIGN: forms are data, never code.
 */
import type { VNode } from 'preact';
import type { Content } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { FileLinks } from './file-list.tsx';

/** A condition or a computation in JSONLogic. */
export type Logic =
  boolean | number | string | null | readonly Logic[] | { readonly [operator: string]: Logic };

/** JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Class of personal data (Law 91/2025/QH15: dữ liệu cá nhân cơ bản, nhạy cảm). */
export type PersonalData = 'none' | 'basic' | 'sensitive';

/** Where an answer already lies: a registry (or `vault`, `account`) and the path of the value in its answer. */
export type Source = { readonly registry: string; readonly path: string };

/** What every field has, whatever its type. */
export type FieldBase = {
  /** Key of the answer: a letter, then letters and digits. */
  readonly id: string;
  readonly type: string;
  /** The question, or the name of the thing asked. */
  readonly label: Text;
  /** The thing in a few words (“họ và tên của bé”), for messages, summary and print; needed when the label is a question. */
  readonly short?: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  /** Asked only when this holds. It may speak of earlier fields, of `today`, and of `item.…` inside a repeated group or a person. */
  readonly showIf?: Logic;
  /** Not asked but worked out from earlier answers. */
  readonly compute?: Logic;
  readonly source?: Source;
  /** Its name in the dictionary of data that the state holds (`person.birthDate`): how we find out that we ask what is known. */
  readonly datum?: string;
  readonly personalData?: PersonalData;
  /** Why the law lets us ask this: article and document. */
  readonly legalBasis?: string;
};

/** What is known when answers are checked; nothing here reads the clock. */
export type Context = { readonly today: string };

/** Something wrong inside a value: at the whole (`at` empty) or at one of its boxes. */
export type Fault = { readonly at: string; readonly text: Text };

/** A rule of the JSON Schema that a value broke. */
export type Broken = {
  readonly keyword: string;
  /** Where inside the value (`place`), empty for the whole. */
  readonly at: string;
  /** The limit that was passed, where the rule has one. */
  readonly limit: number;
  readonly value: unknown;
};

/** What a type needs to draw its input. */
export type InputProps<F extends FieldBase> = {
  readonly field: F;
  /** Name in the post; boxes are `name.box`. */
  readonly name: string;
  readonly id: string;
  readonly value: unknown;
  readonly language: Language;
  /** Words of the label or legend, with “(không bắt buộc)” where due. */
  readonly label: string;
  /** The label is the heading of the page: one question a page. */
  readonly isPageHeading: boolean;
  readonly error: (at?: string) => string | undefined;
  /** Where a prefilled value came from; stands with the hint, so that screen readers say it too. */
  readonly origin: Content;
  /** Where the files of the draft can be looked at; without it their names stand alone. */
  readonly links: FileLinks | undefined;
};

/** Inputs with what they should lead to, for tests, for previews and as documentation. */
export type Examples<F extends FieldBase> = {
  readonly field: F;
  /** What is typed, what is kept, what is shown in Vietnamese. */
  readonly valid: readonly (readonly [input: unknown, value: unknown, shown: string])[];
  /** What is typed and what the person is told in Vietnamese. */
  readonly bad: readonly (readonly [input: unknown, message: string])[];
};

type Facets<F extends FieldBase> = {
  /** What service designers call it. */
  readonly name: Text;
  /** JSON Schema of the options that a definition may give beyond those of every field. */
  readonly options: Readonly<Record<string, JsonSchema>>;
  /** Those of them that a definition must give. */
  readonly needs?: readonly string[];
  /** What JSON Schema cannot say; called only when the schema holds. */
  readonly check?: (field: F, value: never, context: Context) => Fault | null;
  readonly examples: Examples<F>;
};

/** A type with one value of its own. */
export type Leaf<F extends FieldBase> = Facets<F> & {
  readonly kind: 'leaf';
  /** How its inputs are named in a post: one value, several, named boxes, or kept by the draft and never taken from a post. */
  readonly gather: 'one' | 'many' | 'kept' | readonly string[];
  /** The canonical form of what was typed or sent; what cannot be read stays as it is, so that the text is kept. Undefined: no answer. */
  readonly tidy: (field: F, value: unknown) => unknown;
  readonly schema: (field: F) => JsonSchema;
  readonly missing: (field: F) => Text;
  readonly broken: (field: F, broken: Broken) => Text;
  /** The box at which that stands; the whole unless told. */
  readonly box?: (field: F, broken: Broken) => string;
  readonly input: (props: InputProps<F>) => VNode;
  /** The answer in one line, for the summary and the printed form. */
  readonly display: (field: F, value: never, language: Language) => string;
  /** The form of the value, for the data dictionary. */
  readonly format: (field: F) => Text;
};

/** A type made of other fields: a person, an organisation, a parcel of land. */
export type Composite<F extends FieldBase> = Facets<F> & {
  readonly kind: 'composite';
  readonly parts: (field: F) => readonly FieldBase[];
};

export type FieldType<F extends FieldBase> = Leaf<F> | Composite<F>;

/** A fault of the whole value. */
export const whole = (text: Text): Fault => ({ at: '', text });
