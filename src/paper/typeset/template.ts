/** What a template is: Typst source, the declared input, and the codes drawn from that input. */
import { readFileSync } from 'node:fs';
import type { Text } from '../../ground/text/language.ts';
import type { Field, Schema } from './fields.ts';

/** A bar code or square code that a template places as the picture `/codes/NAME.svg`. */
export type Code = { readonly kind: 'code128' | 'qr'; readonly content: string };

/**
 * A template of an official document. `source` is Typst; it may import the files of `layout/` by `/layout/NAME.typ`,
 * reads its input with `json("/data.json")`, and reaches nothing else. What is shipped is
 * version 0; an administrator's edited version is the same object with another `source` and `version`.
 */
export type Template<Input> = {
  readonly key: string;
  readonly version: string;
  readonly title: Text;
  readonly law: string;
  readonly schema: Schema;
  readonly source: string;
  readonly sample: Input;
  // Methods, so that a template found by its key is a `Template<unknown>`: `typeset` checks the data before it calls them.
  documentTitle(input: Input): string;
  codes(input: Input): Readonly<Record<string, Code>>;
  derived(input: Input): Readonly<Record<string, unknown>>;
};

/** The input that a template takes. */
export type InputOf<T> = T extends { readonly sample: infer Input } ? Input : never;

/** What a shipped template declares; its Typst source is the file of the same name beside it. */
export type Declared<Input> = {
  readonly key: string;
  readonly title: Text;
  /** The act that prescribes the form. */
  readonly law: string;
  readonly input: Field<Input>;
  /** An obviously invented example, used for previews and tests. */
  readonly sample: NoInfer<Input>;
  /** The title in the properties of the file; by default the Vietnamese title of the template. */
  readonly documentTitle?: (input: NoInfer<Input>) => string;
  readonly codes?: (input: NoInfer<Input>) => Readonly<Record<string, Code>>;
  /** What follows from the input and is printed too, such as sums in words: the template reads `/derived.json`. */
  readonly derived?: (input: NoInfer<Input>) => Readonly<Record<string, unknown>>;
};

/** Makes a shipped template from its declaration and `templates/KEY.typ`. */
export const shipped = <Input>(declared: Declared<Input>): Template<Input> => ({
  key: declared.key,
  version: '0',
  title: declared.title,
  law: declared.law,
  schema: declared.input.schema,
  source: readFileSync(new URL(`templates/${declared.key}.typ`, import.meta.url), 'utf8'),
  sample: declared.sample,
  documentTitle: declared.documentTitle ?? (() => declared.title.vi),
  codes: declared.codes ?? (() => ({})),
  derived: declared.derived ?? (() => ({})),
});
