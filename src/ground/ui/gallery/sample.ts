/** One component of the gallery in all its states. */
import type { VNode } from 'preact';
import type { Language, Text } from '../../text/language.ts';

export type Sample = {
  readonly name: string;
  readonly Show: (props: { readonly lang: Language }) => VNode;
};

/** Where a sample lies on the page. */
export const idOf = (name: string): string => `sample-${name.replaceAll(/\W+/g, '-').toLowerCase()}`;

/** A text of the gallery. */
export const say = (vi: string, en: string): Text => ({ vi, en });
