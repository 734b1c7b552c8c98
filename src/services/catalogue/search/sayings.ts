/** Data of the search: what people say and what the catalogue calls it, words that mean nothing, services that people use often. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fold, foldKeepingMarks } from '../../../ground/text/fold.ts';

const linesIn = (file: string): readonly string[] =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A word as typed: folded, and with its marks in the official place. */
export type Word = { readonly folded: string; readonly marked: string };

/** Words of a text; punctuation parts them and is dropped. */
export const wordsOf = (text: string): readonly Word[] =>
  foldKeepingMarks(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((marked) => ({ folded: fold(marked), marked }));

/** Whether a typed word may be the wanted one: same letters, and no marks that say otherwise. */
export const fits = (typed: Word, wanted: Word): boolean =>
  typed.folded === wanted.folded && (typed.marked === typed.folded || typed.marked === wanted.marked);

/** A saying (cách nói) and its meanings in the words of the catalogue. */
export type Saying = { readonly words: readonly Word[]; readonly means: readonly string[] };

const readSayings = (): ReadonlyMap<string, readonly Saying[]> => {
  const all = linesIn('synonyms.txt').flatMap((line) => {
    const [says = '', means = ''] = line.split('→');
    const meanings = means.split('|').map((one) => one.trim());
    return says.split(',').map((saying): Saying => ({ words: wordsOf(saying), means: meanings }));
  });
  const longestFirst = all.toSorted((one, other) => other.words.length - one.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0]!.folded);
};

/** Sayings by their first folded word, longest first. */
export const sayings: ReadonlyMap<string, readonly Saying[]> = readSayings();

/** Folded words that occur in sayings: they are no typing errors, though the catalogue may not have them. */
export const saidWords: ReadonlySet<string> = new Set([...sayings.values()].flat().flatMap(({ words }) => words.map(({ folded }) => folded)));

/** Phrases that say nothing about which service is meant, longest first. */
export const filler: readonly (readonly Word[])[] = linesIn('filler.txt')
  .flatMap((line) => line.split(','))
  .map(wordsOf)
  .filter((words) => words.length > 0)
  .toSorted((one, other) => other.length - one.length);

const frequent = new Map(
  linesIn('frequent.txt').flatMap((line) => {
    const [weight, ...codes] = line.split(' ');
    return codes.map((code): [string, number] => [code, Number(weight)]);
  }),
);

/** How often people use a service: 3 every family, 0 unknown. */
export const frequencyOf = (code: string): number => frequent.get(code) ?? 0;
