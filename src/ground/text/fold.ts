import { toneNormal } from './tone.ts';

export { toneNormal };

const marks = /\p{M}+/gu;
const spaces = /\s+/gu;

/** Canonical composition: the one form in which text is stored and compared (TCVN 6909:2001, Unicode). */
export const nfc = (text: string): string => text.normalize('NFC');

/** Marks that turn the direction of the letters after them, and the line ends of other scripts: whoever reads them sees other words than were kept. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const otherLineEnds = /\r\n|[\u2028\u2029]/gu;

/** NFC with plain line ends, read from left to right: texts come from address books and web pages with such marks. */
export const plain = (text: string): string =>
  nfc(text).replaceAll(turns, '').replaceAll(otherLineEnds, '\n');

/** NFC, spaces trimmed and collapsed: what a person meant to type into one line. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(spaces, ' ').trim();

/** Letters without any diacritic; `đ` and `Đ`, which Unicode does not take apart, become `d` and `D`. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(marks, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC');

/** The form for searching without diacritics and case: `Hộ Tịch Đà Nẵng` → `ho tich da nang`. Tone position needs no care here. */
export const fold = (text: string): string => oneLine(withoutMarks(text)).toLowerCase();

/** The form for searching with diacritics but forgiving case and tone position: `Khánh Hoà` → `khánh hòa`. */
export const foldKeepingMarks = (text: string): string => oneLine(toneNormal(text)).toLowerCase();

/** Whether two texts are the same words, whatever the case, spaces, composition and tone position. */
export const sameWords = (one: string, other: string): boolean =>
  foldKeepingMarks(one) === foldKeepingMarks(other);

/** A readable ASCII name for a URL: `Khai sinh & cư trú` → `khai-sinh-cu-tru`. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
