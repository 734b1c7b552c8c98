/** Codes of procedures as people type them: whole, with other punctuation, or half of one. Pure. */

/** What codes a query asks for: these, or all that begin so. */
export type CodesAsked = { readonly codes: readonly string[] } | { readonly prefix: string };

/** The first digit of a code tells which level of law asks for the procedure. */
const KINDS = [1, 2, 3, 4, 5, 6];

const whole = /(?<![\d.])(\d)[.,·-]?(\d{6})(?![\d])/;
const tail = /^\D*(\d{6})\D*$/;
const beginning = /^\D*(\d)[.,·-](\d{2,5})\D*$/;

/**
 * The codes in a query, or null when it has none. A whole code may stand among other words; half of one («001193», «1.00119») counts only
 * by itself.
 */
export function codesAsked(query: string): CodesAsked | null {
  const [, kind, digits] = whole.exec(query) ?? [];
  if (kind && digits) return { codes: [`${kind}.${digits}`] };
  const [, end] = tail.exec(query) ?? [];
  if (end) return { codes: KINDS.map((one) => `${one}.${end}`) };
  const [, first, some] = beginning.exec(query) ?? [];
  return first && some ? { prefix: `${first}.${some}` } : null;
}
