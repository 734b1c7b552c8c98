/** Mends typing errors: a word that neither the catalogue nor people know becomes the known word that is nearest, given its neighbours. Pure. */
import { fold } from '../../../ground/text/fold.ts';
import type { Alike } from './lexicon.ts';
import { saidWords, wordsOf } from './sayings.ts';
import { isSyllable } from './syllables.ts';
import { isTold } from './told-index.ts';

/** Edits (insert, delete, replace, swap neighbours) between two short words; Infinity beyond `most`. */
export function editsBetween(one: string, other: string, most = 2): number {
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let edits = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        edits = Math.min(edits, rows[i - 2]![j - 2]! + 1);
      row.push(edits);
    }
    rows.push(row);
  }
  const edits = rows[one.length]![other.length]!;
  return edits > most ? Number.POSITIVE_INFINITY : edits;
}

/** Letters of the common ways of typing Vietnamese (Telex) that were left as typed: `ddawng kys` → `dang ky`. */
export const untypeTelex = (word: string): string =>
  word
    .replaceAll(/([aeo])\1/g, '$1')
    .replaceAll('dd', 'd')
    .replaceAll(/([aou])w/g, '$1')
    .replace(/^(.*[aeiouy][a-z]*?)[sfrxj]$/, '$1');

/**
 * Words of a query that are no words of the catalogue or of the sayings. Who types «cơm» with its mark typed no error, though the
 * catalogue does not know it.
 */
export const unknownWords = (query: string, known: ReadonlyMap<string, number>): readonly string[] => [
  ...new Set(
    wordsOf(query)
      .filter(({ folded, marked }) => folded === marked || !isSyllable(folded))
      .map(({ folded }) => folded)
      .filter(
        (word) =>
          word.length > 2 && !/\d/.test(word) && !known.has(word) && !saidWords.has(word) && !isTold(word),
      ),
  ),
];

type Choice = { readonly text: string; readonly cost: number };

/**
 * The best known word for one unknown word, between its neighbours; null when nothing is near. What can be a word as it stands is
 * mended only where its neighbours say so.
 */
function choose(
  word: string,
  before: string | undefined,
  after: string | undefined,
  alike: readonly Alike[],
  pairs: ReadonlyMap<string, number>,
): string | null {
  const bare = untypeTelex(word);
  const choices = alike
    .filter((one) => one.word === word || one.word === bare)
    .flatMap(({ term, docs }): readonly Choice[] => {
      const edits = Math.min(
        editsBetween(word, term),
        editsBetween(bare, term),
        editsBetween(word, term.replaceAll(' ', '')) + 0.2,
      );
      if (!Number.isFinite(edits) || edits > Math.max(1, word.length / 3)) return [];
      const beside =
        (before !== undefined && pairs.has(`${before} ${term}`)) ||
        (after !== undefined && pairs.has(`${term} ${after}`));
      if (!beside && isSyllable(word)) return [];
      return [{ text: term, cost: edits - (beside ? 1.5 : 0) - Math.min(0.4, docs / 1000) }];
    });
  return choices.toSorted((one, other) => one.cost - other.cost)[0]?.text ?? null;
}

/** Words to look for alike ones of: as typed, and without what Telex left behind. */
export const triesFor = (unknown: readonly string[]): readonly string[] => [
  ...new Set(unknown.flatMap((word) => [word, untypeTelex(word)])),
];

/** Pairs that would tell which of the alike words fits between its neighbours. */
export function pairsToAsk(
  query: string,
  unknown: readonly string[],
  alike: readonly Alike[],
): ReadonlySet<string> {
  const words = wordsOf(query).map(({ folded }) => folded);
  const pairs = new Set<string>();
  words.forEach((word, i) => {
    if (!unknown.includes(word)) return;
    for (const { term } of alike) {
      if (i > 0) pairs.add(`${words[i - 1]} ${term}`);
      if (i + 1 < words.length) pairs.add(`${term} ${words[i + 1]}`);
    }
  });
  return pairs;
}

/** Abbreviations and names that people use («cccd», «vneid»). */
const names = [...saidWords].filter((word) => word.length > 3 && !isSyllable(word));

/** The one of them that was mistyped by a single key. */
const nameNear = (word: string): string | null =>
  word.length > 3 && !isSyllable(word)
    ? (names.find((name) => editsBetween(word, name, 1) <= 1) ?? null)
    : null;

/** The query with its unknown words mended, or null when there is nothing to mend. */
export function mend(
  query: string,
  unknown: readonly string[],
  alike: readonly Alike[],
  pairs: ReadonlyMap<string, number>,
): string | null {
  const words = wordsOf(query);
  let changed = false;
  const mended = words.map(({ folded, marked }, i) => {
    if (!unknown.includes(folded)) return marked;
    const better =
      nameNear(folded) ?? choose(folded, words[i - 1]?.folded, words[i + 1]?.folded, alike, pairs);
    changed ||= better !== null && fold(better) !== folded;
    return better ?? marked;
  });
  return changed ? mended.join(' ') : null;
}
