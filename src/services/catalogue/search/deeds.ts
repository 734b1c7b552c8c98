/**
 * What is done with a thing (hành vi của thủ tục): end, renew, exchange, withdraw … A citizen who says «xóa» wants nothing that
 * registers, whatever else fits; and who says nothing of the kind wants the plain procedure. Pure.
 */
import { fits, linesIn, wordsOf, type Word } from './sayings.ts';
import { pairsOf } from './terms.ts';

/** A deed: the terms by which names tell it, and what people say for it. */
type Deed = { readonly named: ReadonlySet<string>; readonly said: readonly Said[] };

/** `marked`: without its marks it may be another word. */
type Said = { readonly words: readonly Word[]; readonly marked: boolean };

const deeds: readonly Deed[] = linesIn('deeds.txt').map((line) => {
  const [named = '', said = ''] = line.split('←');
  return {
    named: new Set(named.split(',').map((one) => one.trim())),
    said: said.split(',').map((one) => ({ words: wordsOf(one), marked: one.trim().startsWith('*') })),
  };
});

/** Sayings of deeds by the folded form of their first word. */
const bySaid = Map.groupBy(
  deeds.flatMap((deed, at) => deed.said.map((said) => ({ at, ...said }))),
  ({ words }) => words[0]!.folded,
);

/** Deeds by number. */
export type Deeds = ReadonlySet<number>;

/** The deeds that words say, and the words that say them; `known` tells which of them something else explains already. */
export function deedsSaid<One extends Word>(
  words: readonly One[],
  known: (some: readonly One[]) => boolean,
): { readonly deeds: Deeds; readonly by: ReadonlySet<One> } {
  const deedsFound = new Set<number>();
  const by = new Set<One>();
  for (let i = 0; i < words.length;) {
    const here = (bySaid.get(words[i]!.folded) ?? []).filter(({ words: said, marked }) =>
      said.every((word, j) => {
        const typed = words[i + j];
        return typed !== undefined && (marked ? typed.marked === word.marked : fits(typed, word));
      }),
    );
    const longest = Math.max(1, ...here.map(({ words: said }) => said.length));
    const saying = words.slice(i, i + longest);
    const told = known(saying) ? [] : here.filter(({ words: said }) => said.length === longest);
    for (const { at } of told) deedsFound.add(at);
    if (told.length > 0) for (const word of saying) by.add(word);
    i += longest;
  }
  return { deeds: deedsFound, by };
}

/** Deeds by the terms by which names tell them. */
const byNamed = Map.groupBy(
  deeds.flatMap(({ named }, at) => [...named].map((term) => ({ at, term }))),
  ({ term }) => term,
);

/** The deeds that a run of folded syllables names. */
export const deedsNamed = (run: readonly string[]): readonly number[] =>
  [...run, ...pairsOf(run)].flatMap((term) => byNamed.get(term)?.map(({ at }) => at) ?? []);
