/** What a query asks for: sayings that are known, and words taken as they stand. Pure. */
import { filler, fits, sayings, wordsOf, type Saying, type Word } from './sayings.ts';

/** Part of a query. `empty` words say nothing by themselves. */
export type Part =
  | { readonly kind: 'saying'; readonly words: readonly Word[]; readonly means: readonly string[] }
  | { readonly kind: 'plain'; readonly words: readonly (Word & { readonly empty: boolean })[] };

const startsWith = (words: readonly Word[], at: number, wanted: readonly Word[]): boolean =>
  wanted.every((word, i) => {
    const typed = words[at + i];
    return typed !== undefined && fits(typed, word);
  });

const sayingAt = (words: readonly Word[], at: number): Saying | undefined =>
  sayings.get(words[at]!.folded)?.find((saying) => startsWith(words, at, saying.words));

const fillerAt = (words: readonly Word[], at: number): number =>
  filler.find((phrase) => startsWith(words, at, phrase))?.length ?? 0;

/** Longest queries are cut: nobody's wish has more words. */
const MOST_WORDS = 40;

/** Takes a query apart. */
export function understand(query: string): readonly Part[] {
  const words = wordsOf(query).slice(0, MOST_WORDS);
  const parts: Part[] = [];
  let plain: (Word & { empty: boolean })[] = [];
  const endPlain = (): void => {
    if (plain.length > 0) parts.push({ kind: 'plain', words: plain });
    plain = [];
  };
  for (let at = 0; at < words.length; ) {
    const saying = sayingAt(words, at);
    const empty = fillerAt(words, at);
    if (saying && saying.words.length >= empty) {
      endPlain();
      parts.push({ kind: 'saying', words: saying.words, means: saying.means });
      at += saying.words.length;
      continue;
    }
    const many = Math.max(1, empty);
    for (const word of words.slice(at, at + many)) plain.push({ ...word, empty: empty > 0 });
    at += many;
  }
  endPlain();
  return parts;
}
