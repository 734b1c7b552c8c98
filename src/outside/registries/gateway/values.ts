/** Reading single values of foreign answers: dates without dashes, sexes as numbers, empty texts. Nothing is guessed. */
import { isPartialDay } from '../../../ground/text/dates.ts';
import { personName } from '../../../ground/text/names.ts';

/** A text, or null for nothing. */
export const textOf = (value: unknown): string | null =>
  (typeof value === 'string' && value.normalize('NFC').trim()) ||
  (typeof value === 'number' ? String(value) : null);

/** `20260115`, `2026-01-15`, `15/01/2026` or `1961` as `YYYY-MM-DD` or `YYYY`; null when it is no such day. */
export function dayOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = plain
    ? `${plain[1]}-${plain[2]}-${plain[3]}`
    : local
      ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}`
      : text;
  return isPartialDay(day) ? day : null;
}

/** 1 nam, 2 nữ (as the population database and civil status write them); anything else is not known. */
export const sexOf = (value: unknown): 'male' | 'female' | null => {
  const text = textOf(value);
  return text === '1' ? 'male' : text === '2' ? 'female' : null;
};

/** A name, in the case people write it. */
export const nameOf = (value: unknown): string | null => {
  const text = textOf(value);
  return text && personName(text);
};

/** A personal number, or null for what is none. */
export const numberOf = (value: unknown): string | null => {
  const text = textOf(value);
  return text && /^\d{12}$/.test(text) ? text : null;
};

/** The fields of an object; none of what is not one. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

/** The objects of a list; a single object counts as a list of one, as gateways that convert XML write it. */
export const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  (Array.isArray(value) ? (value as unknown[]) : value === null || value === undefined ? [] : [value]).map(
    fieldsOf,
  );
