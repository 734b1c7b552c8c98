/** Where administration lies, and the doors by which rooms contribute to its first page. */
import type { By } from '../db/act.ts';
import type { Text } from '../text/language.ts';
import type { View } from './page.ts';

/** The first page of administration; all its pages lie under this path. */
export const ADMINISTRATION = '/quan-tri';

/** One entry of the first page of administration: shown to those who may open it. */
export type Door = {
  readonly path: string;
  readonly name: Text;
  readonly hint: Text;
  readonly may: (by: By) => boolean;
};

/** The way to a page of administration: its first page, then the pages between. */
export const administrationCrumbs = (
  ...between: readonly { readonly text: Text; readonly href: string }[]
): NonNullable<View['crumbs']> => [
  { text: { vi: 'Quản trị', en: 'Administration' }, href: ADMINISTRATION },
  ...between,
];
