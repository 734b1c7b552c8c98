/** Where the builder of forms lies. */
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import type { View } from '../../../../ground/web/page.ts';
import { words as editor } from '../editor/words.ts';
import { EDITOR } from '../editor/list.tsx';
import { words } from './words.ts';

/** A page of the builder for a procedure. */
export const builderPath = (code: string, rest = ''): string => `${EDITOR}/${code}/bieu-mau${rest}`;

/** The way to the builder; with `inside`, to a page of it. */
export const builderCrumbs = (code: string, inside = false): NonNullable<View['crumbs']> =>
  administrationCrumbs(
    { text: editor.title, href: EDITOR },
    { text: { vi: code, en: code }, href: `${EDITOR}/${code}` },
    ...(inside ? [{ text: words.title, href: builderPath(code) }] : []),
  );
