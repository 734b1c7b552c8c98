/**
 * Everyday words (lời kể thường ngày) of the services that many people need: what they tell, without its official name. Softer than
 * sayings and situations, which know just what was said: a story that has most of the words of such a service is likely about it,
 * also when no single phrase of it is known. Pure.
 */
import { linesIn, namesIn, wordsOf, type Word } from './sayings.ts';

/** A service and everything people say about it: words and pairs of neighbours. */
type Told = { readonly codes: readonly string[]; readonly phrases: readonly (readonly Word[])[] };

const told: readonly Told[] = namesIn('everyday')
  .flatMap((file) => linesIn(file))
  .map((line) => {
    const [codes = '', phrases = ''] = line.split(':');
    return { codes: codes.split(' '), phrases: phrases.split(',').map(wordsOf) };
  });

/** In which lines a word or pair stands; by its marks, and folded for who types none. */
type Index = ReadonlyMap<string, ReadonlySet<number>>;

/** Words and pairs of a phrase. */
const featuresOf = (words: readonly string[]): readonly string[] => [
  ...words,
  ...words.slice(1).map((word, i) => `${words[i]} ${word}`),
];

function indexBy(form: 'marked' | 'folded'): Index {
  const index = new Map<string, Set<number>>();
  told.forEach(({ phrases }, at) => {
    for (const phrase of phrases) {
      for (const feature of featuresOf(phrase.map((word) => word[form]))) {
        const lines = index.get(feature) ?? new Set();
        index.set(feature, lines.add(at));
      }
    }
  });
  return index;
}

const indexes = { marked: indexBy('marked'), folded: indexBy('folded') };

/** Folded words that are no typing errors, though the catalogue may not have them. */
export const toldWords: ReadonlySet<string> = new Set(
  told.flatMap(({ phrases }) => phrases.flat()).map(({ folded }) => folded),
);

/** How the pieces weigh. Found by trying on the lists of phrases. */
const weights = { pair: 1.2, strange: 1, least: 0.3 };

/** What a word or pair tells: the fewer services have it, the more. */
const telling = (lines: ReadonlySet<number>): number => Math.log(1 + told.length / lines.size);

/**
 * The services that a query tells of, by code, and how much of what it says is said of them (0 to 1). `empty` words count only where
 * they are known; words that nobody says of any service speak against all.
 */
export function servicesTold(
  words: readonly (Word & { readonly empty: boolean })[],
): ReadonlyMap<string, number> {
  const form = words.some(({ folded, marked }) => folded !== marked) ? 'marked' : 'folded';
  const index = indexes[form];
  const shares = new Float64Array(told.length);
  let all = 0;
  const tell = (feature: string, weight: number): boolean => {
    const lines = index.get(feature);
    if (!lines) return false;
    const tells = weight * telling(lines);
    all += tells;
    for (const at of lines) shares[at]! += tells;
    return true;
  };
  words.forEach((word, i) => {
    if (!word.empty && !tell(word[form], 1)) all += weights.strange * Math.log(1 + told.length);
    const next = words[i + 1];
    if (next) tell(`${word[form]} ${next[form]}`, weights.pair);
  });
  const found = new Map<string, number>();
  if (all === 0) return found;
  told.forEach(({ codes }, at) => {
    const share = shares[at]! / all;
    if (share < weights.least) return;
    for (const code of codes) found.set(code, Math.max(share, found.get(code) ?? 0));
  });
  return found;
}
