/**
 * Everyday words (lời kể thường ngày) of the services: what people tell, without their official names. Softer than sayings and
 * situations, which know just what was said: a story that has most of the words of a service is likely about it, also when no single
 * phrase of it is known. Pure.
 */
import type { Word } from './sayings.ts';
import { areMarked, codesOfLines, lineOf, linesWith } from './told-index.ts';

/** A word of a query, or a pair of neighbours: how much it tells (the fewer services have it, the more), and in which lines it stands. */
type Tells = {
  readonly words: readonly Word[];
  readonly weight: number;
  readonly lines: ReadonlySet<number>;
};

/** All that a query tells, and how much that is. */
export type Story = { readonly tells: readonly Tells[]; readonly weight: number };

/** How the pieces weigh. Found by trying on the lists of phrases. */
const weights = { pair: 0.8, strange: 1, least: 0.25 };

/**
 * Takes a query as a story. `empty` words count only in pairs that people say; a word that nobody says of any service tells as much as
 * the rarest, and speaks for those that have it in their names, or against all.
 */
export function storyOf(words: readonly (Word & { readonly empty: boolean })[]): Story {
  const marked = areMarked(words);
  const all = codesOfLines().length;
  const tell = (some: readonly Word[], share: number, strange: number): Tells => {
    const form = marked || some.every((word) => word.folded !== word.marked) ? 'marked' : 'folded';
    const lines = linesWith(
      some.map((word) => word[form]),
      form,
    );
    return {
      words: some,
      weight: (lines.size > 0 ? share : strange) * Math.log(1 + all / (lines.size || 1)),
      lines,
    };
  };
  const tells = words
    .flatMap((word, i) => {
      const next = words[i + 1];
      const alone = word.empty ? [] : [tell([word], 1, weights.strange)];
      return next && !(word.empty && next.empty) ? [...alone, tell([word, next], weights.pair, 0)] : alone;
    })
    .filter(({ weight }) => weight > 0);
  return { tells, weight: tells.reduce((sum, { weight }) => sum + weight, 0) };
}

/** How much of a story fits a service (0 to 1): what people say of it, and what else fits it by `also` (its name). */
export function shareOf(story: Story, code: string, also: (words: readonly Word[]) => boolean): number {
  const line = lineOf(code) ?? -1;
  let share = 0;
  for (const { words, weight, lines } of story.tells) if (lines.has(line) || also(words)) share += weight;
  return story.weight === 0 ? 0 : share / story.weight;
}

/** The services that a story is told of most, by code, with their shares. */
export function servicesTold(story: Story, most: number): readonly (readonly [string, number])[] {
  const shares = new Map<number, number>();
  for (const { weight, lines } of story.tells)
    for (const line of lines) shares.set(line, (shares.get(line) ?? 0) + weight / story.weight);
  const codes = codesOfLines();
  return [...shares]
    .filter(([, share]) => share >= weights.least)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .flatMap(([line, share]) => codes[line]!.map((code) => [code, share] as const));
}
