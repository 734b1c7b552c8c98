/** Where a page of a list begins, as one opaque word in an address: by name, or by rank in what a search found. */
import type { After } from './lists.ts';

export type Place = ({ readonly kind: 'name' } & After) | { readonly kind: 'rank'; readonly from: number };

/** A place as a word for addresses. */
export const writePlace = (place: Place): string =>
  Buffer.from(JSON.stringify(place.kind === 'name' ? [place.sortName, place.code] : place.from)).toString(
    'base64url',
  );

/** Reads such a word; null when it is none: the list then begins at its beginning. */
export function readPlace(word: string | null | undefined): Place | null {
  if (!word) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(word, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000)
    return { kind: 'rank', from: value };
  if (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((one) => typeof one === 'string' && !one.includes('\u0000'))
  ) {
    const [sortName, code] = value as [string, string];
    return { kind: 'name', sortName: sortName.toWellFormed(), code: code.toWellFormed() };
  }
  return null;
}
