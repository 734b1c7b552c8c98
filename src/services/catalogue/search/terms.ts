/** Words of Vietnamese for the search: folded syllables, and pairs of neighbours, for a Vietnamese word is mostly two syllables. */
import { fold } from '../../../ground/text/fold.ts';

/** Syllables of a text, folded, in runs that no punctuation parts. */
export const runsOf = (text: string): readonly (readonly string[])[] =>
  fold(text)
    .split(/[^a-z0-9 ]+/)
    .map((run) => run.split(' ').filter((syllable) => syllable !== ''))
    .filter((run) => run.length > 0);

/** Neighbouring pairs of a run. */
export const pairsOf = (run: readonly string[]): readonly string[] =>
  run.slice(1).map((syllable, i) => `${run[i]} ${syllable}`);

/** Longest term that is kept: longer ones are codes and garbage, and no index holds them. */
const LONGEST = 60;

/** Syllables and pairs of a text, each once. */
export const termsOf = (text: string): ReadonlySet<string> =>
  new Set(
    runsOf(text)
      .flatMap((run) => [...run, ...pairsOf(run)])
      .filter((term) => term.length <= LONGEST),
  );

/** A `tsvector` in text form: what a term stands in decides its weight (A name, B domain, C the rest). */
export function vectorText(
  weighed: readonly { readonly text: string; readonly weight: 'A' | 'B' | 'C' }[],
): string {
  const weights = new Map<string, string>();
  for (const { text, weight } of weighed) {
    for (const term of termsOf(text)) if (!weights.has(term)) weights.set(term, weight);
  }
  return [...weights].map(([term, weight]) => `'${term}':1${weight}`).join(' ');
}
