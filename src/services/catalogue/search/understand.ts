/**
 * What a query asks for: sayings that are known, and words taken as they stand. A saying is recognised wherever its telling words
 * stand close together, in any order and with other words between («sổ hồng của mẹ tôi bị mất» says «mất sổ hồng»). Pure.
 */
import { filler, fits, sayings, wordsOf, type Saying, type Word } from './sayings.ts';
import { situationsIn } from './situations.ts';
import { areMarked } from './told-index.ts';

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

/**
 * Marks the words that say nothing. Who types marks at all means «chi» where «chi» is typed, not «chị»; whose typing has none may mean
 * either.
 */
function place(words: readonly Word[]): readonly Placed[] {
  const marked = areMarked(words);
  const says = (typed: Word | undefined, wanted: Word): boolean =>
    typed !== undefined && (marked ? typed.marked === wanted.marked : fits(typed, wanted));
  const empty = new Set<number>();
  words.forEach((_, at) => {
    const phrase = filler.find((one) => one.every((word, i) => says(words[at + i], word)));
    phrase?.forEach((__, i) => empty.add(at + i));
  });
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
  if (saying.light && between.length > 0) return null;
  const inOrder = found.every((word, i) => i === 0 || word.at > found[i - 1]!.at);
  return { saying, words: found, span, strangers: between.length, inOrder };
}

/** A situation is told by words that may stand anywhere. */
const asMatch = (told: { readonly saying: Saying; readonly words: readonly Placed[] }): Match => ({
  ...told,
  span: told.words.length,
  strangers: 0,
  inOrder: true,
});

/** Sayings that a query may hold: those one of whose telling words it has. */
const candidatesFor = (words: readonly Placed[]): ReadonlySet<Saying> =>
  new Set(words.flatMap(({ folded }) => sayings.get(folded) ?? []));

/** A light saying of so many words says just what it says. */
const LONG = 4;

/**
 * What a saying explains of a query: a long one more than several short ones. What should be done, or something general, explains
 * less; so does an unusual order, and two words that stand apart («sổ hồng của mẹ tôi bị mất»: not the mother is lost).
 */
const explains = ({ words, span, strangers, inOrder, saying }: Match): number =>
  words.length ** 2 *
  0.65 ** strangers *
  (inOrder ? 1 : 0.8) *
  (words.length === 2 && span > 2 ? 0.7 : 1) *
  (saying.light && words.length < LONG ? 0.3 : saying.general ? 0.5 : 1);

/** Sayings that share no word, taken in this order. */
function together(matches: readonly Match[]): readonly Match[] {
  const used = new Set<Placed>();
  return matches.filter(({ words }) => {
    if (words.some((word) => used.has(word))) return false;
    for (const word of words) used.add(word);
    return true;
  });
}

/** So many sayings are tried as the first. */
const FIRSTS = 8;

/**
 * Takes a query apart: of the sayings that it may hold, those that together explain most of it; the surest are tried first, and each
 * word is used once. «cấp lại bằng lái tàu hỏa» is «bằng lái tàu hỏa» and «cấp lại», not «cấp lại bằng lái» and a train.
 */
export function understand(query: string): readonly Part[] {
  const words = place(wordsOf(query).slice(0, MOST_WORDS));
  const matches = [
    ...[...candidatesFor(words)].flatMap((saying) => matchOf(saying, words) ?? []),
    ...situationsIn(words).map(asMatch),
  ];
  matches.sort(
    (one, other) =>
      sureness(other) - sureness(one) ||
      Number(one.saying.light) - Number(other.saying.light) ||
      Number(one.saying.general) - Number(other.saying.general) ||
      one.span - other.span,
  );
  let best: readonly Match[] = [];
  let most = 0;
  for (const first of matches.slice(0, FIRSTS)) {
    const some = together([first, ...matches]);
    const explained = some.reduce((all, match) => all + explains(match), 0);
    if (explained > most + 1e-9) [best, most] = [some, explained];
  }
  const used = new Set(best.flatMap(({ words: said }) => said));
  const parts = best.map(({ saying: { means, light, general }, words: said, strangers, inOrder }): Part => ({
    kind: 'saying',
    words: said,
    means,
    light,
    general,
    strangers,
    inOrder,
  }));
  const plain = words.filter((word) => !used.has(word));
  return plain.length > 0 ? [...parts, { kind: 'plain', words: plain }] : parts;
}

/** The words of a query in their order. */
export const placedOf = (parts: readonly Part[]): readonly Placed[] =>
  parts.flatMap(({ words }) => words).toSorted((one, other) => one.at - other.at);
