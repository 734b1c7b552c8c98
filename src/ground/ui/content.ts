/**
 * The vocabulary of every component. JSX elements take children; data handed to a component (an item of a list,
 * a label) carries its words as `text`. Neither is ever a string of HTML.
 */
import { isValidElement, type VNode } from 'preact';

/** What may stand between two tags. */
export type Content = VNode | string | number | bigint | boolean | null | undefined | readonly Content[];

/** Attributes beyond those a component names: `data-…`, `aria-…`, `form`. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What every component accepts besides its meaning. */
export type Styling = { readonly class?: string | undefined; readonly attributes?: Attributes | undefined };

/** Words with a look of their own. */
export type Part = Styling & { readonly text: Content };

/** An item of a list that may be left out in place: `signedIn && { … }`. */
export type Maybe<Item> = Item | false | null | undefined | '';

/** Joins class names, leaving out what is absent. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  let joined = '';
  for (const name of names) if (name) joined += joined ? ` ${name}` : name;
  return joined;
}

/** Joins ids for `aria-describedby`; undefined when there are none, so that the attribute is left out. */
export const ids = (...names: readonly (string | false | null | undefined)[]): string | undefined =>
  classes(...names) || undefined;

/** Reads words that may come bare or with a look of their own. */
export function partOf<Looked extends Part>(value: Content | Looked): Looked | Part {
  const isPart =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isValidElement(value);
  return isPart ? (value as Looked) : { text: value as Content };
}

/** Whether there is anything to show. */
export const isEmpty = (content: Content): boolean =>
  content === undefined || content === null || content === false || content === true || content === '';
