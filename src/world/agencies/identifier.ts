/**
 * Electronic identifiers of agencies (mã định danh điện tử) in their two forms. Pure.
 * - root first, Decision 20/2020/QĐ-TTg art. 4: `H29.15`, at most 35 characters;
 * - leaf first, Circular 10/2016 and QCVN 102:2016: `000.00.15.H29`, 13 characters (level 4 · 3 · 2 · 1); messages also
 *   carry it shortened (`28.22.H17`).
 */

/** An identifier taken apart: the code of level 1 and the groups below it, from the top down. */
export type IdentifierParts = { readonly root: string; readonly groups: readonly string[] };

const MOST_CHARACTERS = 35;
const rootPattern = /^[A-Z]\d{2}$/;
const groupPattern = /^[0-9A-Z]{1,10}$/;
const isZero = (group: string): boolean => /^0+$/.test(group);

/** Reads an identifier in either form; null when it is neither. Small letters and spaces around it are forgiven. */
export function parseIdentifier(text: string): IdentifierParts | null {
  const written = text.trim().toUpperCase();
  if (written.length > MOST_CHARACTERS) return null;
  const groups = written.split('.');
  if (!groups.every((group) => groupPattern.test(group))) return null;
  const first = groups[0] ?? '';
  const last = groups.at(-1) ?? '';
  if (rootPattern.test(first)) return { root: first, groups: groups.slice(1) };
  if (!rootPattern.test(last)) return null;
  return fromLeafFirst(last, groups.slice(0, -1));
}

/** Slots of the leaf-first form hold digits only, of 3, 2 and 2 places; a level above a filled one may be skipped, except level 2 by level 3. */
function fromLeafFirst(root: string, slots: readonly string[]): IdentifierParts | null {
  if (slots.length > 3 || !slots.every((slot) => /^\d{2,3}$/.test(slot))) return null;
  const [level2 = '00', level3 = '00', level4 = '000'] = slots.toReversed();
  if (level2.length !== 2 && slots.length === 3) return null;
  if (isZero(level2) && !isZero(level3)) return null;
  return { root, groups: [level2, level3, level4].filter((group) => !isZero(group)) };
}

/** Writes an identifier root first: `H29.15`. */
export const rootFirst = ({ root, groups }: IdentifierParts): string => [root, ...groups].join('.');

/** Writes an identifier leaf first in 13 characters: `000.00.15.H29`; null when its groups do not fit (letters, more levels). */
export function leafFirst({ root, groups }: IdentifierParts): string | null {
  const rest = [...groups];
  const take = (digits: number): string =>
    rest[0]?.length === digits && /^\d+$/.test(rest[0]) ? rest.shift()! : '0'.repeat(digits);
  const level2 = take(2);
  const level3 = isZero(level2) ? '00' : take(2);
  const level4 = take(3);
  return rest.length === 0 ? [level4, level3, level2, root].join('.') : null;
}

/** The form in which identifiers are compared and kept: root first. Null for a text that is no identifier. */
export function canonicalIdentifier(text: string): string | null {
  const parts = parseIdentifier(text);
  return parts && rootFirst(parts);
}

/** Tells whether one agency's identifier lies under another's: `H29.15.01` under `H29`. */
export function isBelow(identifier: string, above: string): boolean {
  const lower = parseIdentifier(identifier);
  const upper = parseIdentifier(above);
  if (!lower || !upper || lower.root !== upper.root || lower.groups.length <= upper.groups.length)
    return false;
  return upper.groups.every((group, i) => group === lower.groups[i]);
}
