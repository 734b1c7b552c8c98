/**
 * In which lines of `everyday/*.txt` a word or a pair of neighbours stands. Built when somebody searches first, and kept in plain
 * arrays of numbers: as sets of strings the same takes tens of megabytes. Pure but for reading the files.
 */
import { linesIn, namesIn, wordsOf, type Word } from './sayings.ts';

/** By its marks, and folded for who types none. */
export type Form = 'marked' | 'folded';

/** What `everyday/*.txt` holds: codes, a colon, phrases parted by commas. A line is about a service, or several that are told alike. */
const readLines = () =>
  namesIn('everyday')
    .flatMap((file) => linesIn(file))
    .map((line) => {
      const [codes = '', phrases = ''] = line.split(':');
      return { codes: codes.split(' '), phrases: phrases.split(',') };
    });

/** More syllables than Vietnamese writes: the number of a pair is made of those of its words. */
const MOST_WORDS = 2 ** 14;

/** Lists of lines, one for each word and pair, each list from its last line back to its first. */
type Lists<Numbers> = {
  readonly words: Map<string, number>;
  /** The last place of a list, by the number of its word or pair. */
  readonly ends: Map<number, number>;
  readonly lines: Numbers;
  /** The place before in the same list, or none (-1). */
  readonly before: Numbers;
};

/** The number of a word, or of a pair; a word that nobody says has none. */
function numberOf(words: ReadonlyMap<string, number>, [one, next]: readonly string[]): number | undefined {
  const first = words.get(one ?? '');
  if (next === undefined || first === undefined) return first;
  const second = words.get(next);
  return second === undefined ? undefined : first + MOST_WORDS * (second + 1);
}

function add({ words, ends, lines, before }: Lists<number[]>, some: readonly string[], line: number): void {
  const number = numberOf(words, some)!;
  const end = ends.get(number) ?? -1;
  if (lines[end] === line) return;
  ends.set(number, lines.length);
  lines.push(line);
  before.push(end);
}

function addPhrase(lists: Lists<number[]>, words: readonly string[], line: number): void {
  for (const word of words) if (!lists.words.has(word)) lists.words.set(word, lists.words.size);
  words.forEach((word, i) => {
    add(lists, [word], line);
    if (i > 0) add(lists, [words[i - 1]!, word], line);
  });
}

type Index = Readonly<Record<Form, Lists<Int32Array>>> & {
  readonly codes: readonly (readonly string[])[];
  readonly lineOf: ReadonlyMap<string, number>;
};

function build(): Index {
  const lines = readLines();
  // The same few thousand words come again and again; taking a word apart costs more than all else.
  const known = new Map<string, readonly Word[]>();
  const wordsIn = (phrase: string): readonly Word[] =>
    phrase.split(' ').flatMap((text) => {
      const words = known.get(text) ?? wordsOf(text);
      known.set(text, words);
      return words;
    });
  const listsBy = (form: Form): Lists<Int32Array> => {
    const lists: Lists<number[]> = { words: new Map(), ends: new Map(), lines: [], before: [] };
    lines.forEach(({ phrases }, line) => {
      for (const phrase of phrases)
        addPhrase(
          lists,
          wordsIn(phrase).map((word) => word[form]),
          line,
        );
    });
    return { ...lists, lines: Int32Array.from(lists.lines), before: Int32Array.from(lists.before) };
  };
  return {
    codes: lines.map(({ codes }) => codes),
    lineOf: new Map(lines.flatMap(({ codes }, line) => codes.map((code) => [code, line]))),
    marked: listsBy('marked'),
    folded: listsBy('folded'),
  };
}

let built: Index | undefined;
const index = (): Index => (built ??= build());

/** The codes of every line. */
export const codesOfLines = (): readonly (readonly string[])[] => index().codes;

/** The line that tells of a service. */
export const lineOf = (code: string): number | undefined => index().lineOf.get(code);

/** The lines in which a word or a pair stands. */
export function linesWith(some: readonly string[], form: Form): ReadonlySet<number> {
  const { words, ends, lines, before } = index()[form];
  const found = new Set<number>();
  const number = numberOf(words, some);
  if (number === undefined) return found;
  for (let at = ends.get(number) ?? -1; at >= 0; at = before[at]!) found.add(lines[at]!);
  return found;
}

/** Whether people say this folded word of some service: it is no typing error, though the catalogue may not have it. */
export const isTold = (folded: string): boolean => index().folded.words.has(folded);

/**
 * Whether a query is typed with its marks, so that «con» means no other word. Not «giay khai sinh cho bé»: nobody who types all marks
 * writes «giay».
 */
export const areMarked = (words: readonly Word[]): boolean =>
  words.some(({ folded, marked }) => folded !== marked) &&
  words.every(
    ({ folded, marked }) => folded !== marked || index().marked.words.has(marked) || !isTold(folded),
  );
