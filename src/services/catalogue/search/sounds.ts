/**
 * Words written as they are spoken: «di trúc» for «di chúc», «xửa nhà» for «sửa nhà». In the north ch and tr, s and x, d, gi and r sound
 * alike, here and there l and n; in the south hỏi and ngã, and the ends n and ng, c and t. What makes no pair with its neighbours that
 * people say becomes the like-sounding word that does. Pure.
 */
import { fold } from '../../../ground/text/fold.ts';
import { wordsOf } from './sayings.ts';
import { linesWith } from './told-index.ts';

const onsets: readonly (readonly string[])[] = [
  ['ch', 'tr'],
  ['s', 'x'],
  ['d', 'gi', 'r'],
  ['l', 'n'],
];
const ends: readonly (readonly string[])[] = [
  ['n', 'ng'],
  ['c', 't'],
];
const hook = '\u0309';
const tilde = '\u0303';

/** Forms with another of the letters that sound alike. */
const swapped = (word: string, groups: typeof onsets, at: 'start' | 'end'): readonly string[] =>
  groups.flatMap((group) => {
    const here = group.find((one) => (at === 'start' ? startsWith(word, one) : endsWith(word, one)));
    if (here === undefined) return [];
    return group
      .filter((one) => one !== here)
      .map((one) =>
        at === 'start' ? one + word.slice(here.length) : word.slice(0, word.length - here.length) + one,
      );
  });

const startsWith = (word: string, onset: string): boolean =>
  word.startsWith(onset) && /^[\p{L}]/u.test(word.slice(onset.length)) && isVowel(word[onset.length]);
const endsWith = (word: string, end: string): boolean =>
  word.endsWith(end) && isVowel(word.at(-end.length - 1));
const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && /[aeiouy]/.test(fold(letter));

/** The other of hỏi and ngã. */
const retoned = (word: string): readonly string[] => {
  const parts = word.normalize('NFD');
  const other = parts.includes(hook) ? parts.replace(hook, tilde) : parts.replace(tilde, hook);
  return other === parts ? [] : [other.normalize('NFC')];
};

/** Words that sound like this one. */
const soundingLike = (word: string): readonly string[] => {
  const starts = [word, ...swapped(word, onsets, 'start')];
  const both = starts.flatMap((one) => [one, ...retoned(one)]);
  return [...both, ...swapped(word, ends, 'end')].slice(1);
};

/** Of the lines that have a word so many have the pair, when the two belong together («di chúc», not «hết trữ»). */
const TOGETHER = 0.3;

/**
 * A query with the words that were written by ear as people write them, or null when there are none. `known`: terms of the catalogue,
 * folded. Who types no marks is understood as typed: too much sounds alike then.
 */
export function mendSounds(query: string, known: ReadonlyMap<string, number>): string | null {
  const words = wordsOf(query).map(({ marked }) => marked);
  const linesOf = (...some: readonly string[]): number => linesWith(some, 'marked').size;
  const isPair = (one = '', next = ''): boolean =>
    linesOf(one, next) > 0 || known.has(fold(`${one} ${next}`));
  const mended = words.map((word, i) => {
    const [before = '', after = ''] = [words[i - 1], words[i + 1]];
    if (fold(word) === word || isPair(before, word) || isPair(word, after)) return word;
    const belongs = (one: string): boolean =>
      Math.max(linesOf(before, one), linesOf(one, after)) > TOGETHER * linesOf(one);
    return soundingLike(word).find(belongs) ?? word;
  });
  return mended.some((word, i) => word !== words[i]) ? mended.join(' ') : null;
}
