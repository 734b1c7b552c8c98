/** Data of the search: what people say and what the catalogue calls it, words that mean nothing, services that people use often. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fold, foldKeepingMarks } from '../../../ground/text/fold.ts';

/** Lines of a data file beside this one, without remarks. */
export const linesIn = (file: string): readonly string[] =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The data files in a folder beside this one. */
export const namesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(import.meta.dirname, folder))
    .toSorted()
    .map((file) => path.join(folder, file));

/** A word as typed: folded, and with its marks in the official place. */
export type Word = { readonly folded: string; readonly marked: string };

/** Longer words are no words: keys that were leant on, codes, addresses. */
const LONGEST_WORD = 40;

/** «kí», «lí», «kĩ», «qui» are written with y in the catalogue (ký, lý, kỹ, quy); people write either. */
const withY = (word: string): string =>
  word.replace(/^(k|l|qu)([iíìỉĩị])$/u, (_, start, vowel: string) => start + yFor[vowel]);
const yFor: Readonly<Record<string, string>> = { i: 'y', í: 'ý', ì: 'ỳ', ỉ: 'ỷ', ĩ: 'ỹ', ị: 'ỵ' };

/** Words of a text; punctuation parts them and is dropped. */
export const wordsOf = (text: string): readonly Word[] =>
  foldKeepingMarks(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(withY)
    .filter((word) => word !== '' && word.length <= LONGEST_WORD)
    .map((marked) => ({ folded: fold(marked), marked }));

/** Whether a typed word may be the wanted one: same letters, and no marks that say otherwise. */
export const fits = (typed: Word, wanted: Word): boolean =>
  typed.folded === wanted.folded && (typed.marked === typed.folded || typed.marked === wanted.marked);

/** Phrases that say nothing about which service is meant, longest first. */
export const filler: readonly (readonly Word[])[] = linesIn('filler.txt')
  .flatMap((line) => line.split(','))
  .map(wordsOf)
  .filter((words) => words.length > 0)
  .toSorted((one, other) => other.length - one.length);

/**
 * A saying (cách nói) and its meanings in the words of the catalogue, the likeliest first. `telling`: the words by which it is
 * recognised. `light`: it says what should be done, not with what. `general`: it means this only where nothing more special is said
 * («mở tiệm thuốc thú y» is about medicine for animals).
 */
export type Saying = {
  readonly telling: readonly Word[];
  readonly means: readonly string[];
  readonly light: boolean;
  readonly general: boolean;
};

/** Words that only join the others of a saying. */
const joining: ReadonlySet<string> = new Set('bị cho của là ở tại để và với thì xin làm được'.split(' '));

/** Words that tell; where there are fewer than two, all of them are needed. */
const tellingOf = (words: readonly Word[]): readonly Word[] => {
  const telling = words.filter(({ marked }) => !joining.has(marked));
  return telling.length < 2 ? words : telling;
};

/** Meanings of a line, the likeliest first. */
export const meaningsIn = (text: string): readonly string[] => text.split('|').map((one) => one.trim());

/**
 * `synonyms/*.txt`: what people say → what the catalogue calls it, several sayings parted by commas, several meanings by bars. A line
 * that begins with ~ says what should be done with a thing, not what thing: it counts for less; one that begins with ? means this only where nothing
 * more special is said; the longest saying that fits wins. Written with diacritics: a saying typed without them fits as well.
 */
const allSayings: readonly Saying[] = namesIn('synonyms')
  .flatMap(linesIn)
  .flatMap((line) => {
    const [says = '', means = ''] = line.split('→');
    const meanings = meaningsIn(means);
    return says.split(',').map((saying): Saying => ({
      telling: tellingOf(wordsOf(saying)),
      means: meanings,
      light: line.startsWith('~'),
      general: line.startsWith('?'),
    }));
  });

/** Sayings by the folded form of their first telling word. */
export const sayings: ReadonlyMap<string, readonly Saying[]> = Map.groupBy(
  allSayings,
  ({ telling }) => telling[0]!.folded,
);

/** Folded words that are no typing errors, though the catalogue may not have them. */
export const saidWords: ReadonlySet<string> = new Set(
  [...allSayings.flatMap(({ telling }) => telling), ...filler.flat()].map(({ folded }) => folded),
);

/** Pairs of syllables, folded, that make a procedure a special one. */
export const specialPairs: readonly string[] = linesIn('special.txt')
  .flatMap((line) => line.split(','))
  .map(fold);

const frequent = new Map(
  linesIn('frequent.txt').flatMap((line) => {
    const [weight, ...codes] = line.split(' ');
    return codes.map((code): [string, number] => [code, Number(weight)]);
  }),
);

/** How often people use a service: 3 every family, 0 unknown. */
export const frequencyOf = (code: string): number => frequent.get(code) ?? 0;
