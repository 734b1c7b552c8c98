/** Reads values that may be missing or of a wrong kind, as files of many hands have them: never throws, notes what it doubts. */
import type { Note } from './doubt.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** Control characters that a database or a page cannot hold; line break and tab stay. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** NFC, well formed, without control characters, lines trimmed. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replace(unfit, '')
    .replaceAll('\u00a0', ' ')
    .trim();

/** Whether a value says nothing: absent, null, an empty text or list. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && clean(value) === '') ||
  (Array.isArray(value) && value.length === 0);

/** A text, also from a number or a list of texts (joined by lines); null when there is none. */
export function textOf(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value)) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text =
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join('\n') : value;
  if (typeof text !== 'string') {
    note(field, 'wrong-type', value);
    return null;
  }
  if (text.includes('\ufffd')) note(field, 'encoding', text);
  return clean(text);
}

/** A list of texts, also from a single text. */
export function textsOf(value: unknown, field: string, note: Note): readonly string[] {
  const list = isNothing(value) ? [] : Array.isArray(value) ? value : [value];
  return list.flatMap((one) => textOf(one, field, note) ?? []);
}

/** A list of objects; whatever else is in it is noted and left out. */
export function objectsOf(value: unknown, field: string, note: Note): readonly Raw[] {
  if (isNothing(value)) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one: unknown): readonly Raw[] => {
    if (isObject(one)) return [one];
    note(field, 'wrong-type', one);
    return [];
  });
}

export const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number that is not negative, also written as text (`"05"`); null when there is none. */
export function countOf(value: unknown, field: string, note: Note): number | null {
  if (isNothing(value)) return null;
  const number =
    typeof value === 'string' && /^\s*\d+([.,]\d+)?\s*$/.test(value)
      ? Number(value.replace(',', '.'))
      : value;
  if (typeof number === 'number' && Number.isFinite(number) && number >= 0 && number <= 1e12) return number;
  note(field, 'wrong-type', value);
  return null;
}
