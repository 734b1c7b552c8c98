/**
 * What a query asks for: sayings that are known, and words taken as they stand. A saying is recognised wherever its telling words
 * stand close together, in any order and with other words between («sổ hồng của mẹ tôi bị mất» says «mất sổ hồng»). Pure.
 */
import { filler, fits, sayings, wordsOf, type Saying, type Word } from './sayings.ts';

/** A word of a query at its place. `empty` words say nothing by themselves. */
export type Placed = Word & { readonly at: number; readonly empty: boolean };

/** Part of a query. */
export type Part =
  | {
      readonly kind: 'saying';
      readonly words: readonly Placed[];
      readonly means: readonly string[];
      readonly light: boolean;
      readonly general: boolean;
      /** So many words that say something stand between its words, without being part of it. */
      readonly strangers: number;
      /** Whether its words stand in the usual order. */
      readonly inOrder: boolean;
    }
  | { readonly kind: 'plain'; readonly words: readonly Placed[] };

/** Longest queries are cut: nobody's wish has more words. */
export const MOST_WORDS = 40;
/** So many other words may stand between the words of a saying. */
const MOST_BETWEEN = 4;

const startsWith = (words: readonly Word[], at: number, wanted: readonly Word[]): boolean =>
  wanted.every((word, i) => {
    const typed = words[at + i];
    return typed !== undefined && fits(typed, word);
  });

/** Marks the words that say nothing. */
function place(words: readonly Word[]): readonly Placed[] {
  const empty = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const phrase = filler.find((one) => startsWith(words, at, one));
    phrase?.forEach((_, i) => empty.add(at + i));
  }
  return words.map((word, at) => ({ ...word, at, empty: empty.has(at) }));
}

type Match = {
  readonly saying: Saying;
  readonly words: readonly Placed[];
  readonly span: number;
  readonly strangers: number;
  readonly inOrder: boolean;
};

/** How surely a saying was meant: by its words; other words between them, or an unusual order, speak against it. */
const sureness = ({ words, strangers, inOrder }: Match): number =>
  words.length * 0.85 ** strangers * (inOrder ? 1 : 0.7);

/** The words of a query that say this, or null. */
function matchOf(saying: Saying, words: readonly Placed[]): Match | null {
  const found: Placed[] = [];
  for (const wanted of saying.telling) {
    // The nearest to what was found so far: the same word may stand twice.
    const near = words.filter((word) => !found.includes(word) && fits(word, wanted));
    const last = found.at(-1)?.at ?? near[0]?.at ?? 0;
    const next = near.toSorted(
      (one, other) => Math.abs(one.at - last - 1) - Math.abs(other.at - last - 1),
    )[0];
    if (!next) return null;
    found.push(next);
  }
  const places = found.map(({ at }) => at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const span = last - first + 1;
  if (span > saying.telling.length + MOST_BETWEEN) return null;
  const between = words.slice(first, last).filter((word) => !word.empty && !found.includes(word));
  const inOrder = found.every((word, i) => i === 0 || word.at > found[i - 1]!.at);
  return { saying, words: found, span, strangers: between.length, inOrder };
}

/** Sayings that a query may hold: those one of whose telling words it has. */
const candidatesFor = (words: readonly Placed[]): ReadonlySet<Saying> =>
  new Set(words.flatMap(({ folded }) => sayings.get(folded) ?? []));

/** Takes a query apart: the saying with most words first, each word used once. */
export function understand(query: string): readonly Part[] {
  const words = place(wordsOf(query).slice(0, MOST_WORDS));
  const matches = [...candidatesFor(words)].flatMap((saying) => matchOf(saying, words) ?? []);
  matches.sort(
    (one, other) =>
      sureness(other) - sureness(one) ||
      Number(one.saying.light) - Number(other.saying.light) ||
      Number(one.saying.general) - Number(other.saying.general) ||
      one.span - other.span,
  );
  const used = new Set<Placed>();
  const parts: Part[] = [];
  for (const { saying, words: said, strangers, inOrder } of matches) {
    if (said.some((word) => used.has(word))) continue;
    for (const word of said) used.add(word);
    const { means, light, general } = saying;
    parts.push({ kind: 'saying', words: said, means, light, general, strangers, inOrder });
  }
  const plain = words.filter((word) => !used.has(word));
  return plain.length > 0 ? [...parts, { kind: 'plain', words: plain }] : parts;
}
