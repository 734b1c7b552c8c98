/**
 * Names of persons. The population database has them in three parts (Họ, Chữ đệm, Tên; service 037) and in capitals;
 * papers carry them as the person writes them. STANDARDS §8.2.
 */
import { foldKeepingMarks, oneLine } from './fold.ts';
import { compareText } from './sort.ts';

export type NameParts = { readonly family: string; readonly middle: string; readonly given: string };

const word = /[\p{L}\p{M}]+/gu;

/** First letter of every word in capitals, the rest small: `NGUYỄN VĂN A` → `Nguyễn Văn A`, `h'hen niê` → `H'Hen Niê`. */
export const titleCase = (name: string): string =>
  oneLine(name).replace(word, (letters) => {
    const [first = '', ...rest] = letters;
    return first.toLocaleUpperCase('vi') + rest.join('').toLocaleLowerCase('vi');
  });

/**
 * A person's name as we keep it: NFC, single spaces; title case when it came wholly in capitals or wholly in small letters,
 * otherwise the capitals that the person chose (`Lê Nguyễn McMẫu`). Tone position stays as the person writes it.
 */
export const personName = (typed: string): string => {
  const name = oneLine(typed).replace(/[‘’ʼ]/gu, "'");
  const oneCase = name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi');
  return oneCase ? titleCase(name) : name;
};

/**
 * Splits a name into Họ, Chữ đệm and Tên the Kinh way: first word, all between, last word. Names of other peoples may be built
 * otherwise: where a registry gives the parts, take those.
 */
export const splitName = (name: string): NameParts => {
  const words = oneLine(name).split(' ');
  if (words.length === 1) return { family: '', middle: '', given: words[0] ?? '' };
  return { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given: words.at(-1) ?? '' };
};

/** The three parts as one name. */
export const joinName = ({ family, middle, given }: NameParts): string =>
  oneLine(`${family} ${middle} ${given}`);

/** Whether two spellings are one name: case, spaces and tone position do not count, diacritics do. */
export const sameName = (one: string, other: string): boolean =>
  foldKeepingMarks(one.replace(/[‘’ʼ]/gu, "'")) === foldKeepingMarks(other.replace(/[‘’ʼ]/gu, "'"));

/** The order of Vietnamese lists of people: by given name, then family name, then the middle. */
export const comparePersonNames = (one: string, other: string): number => {
  const a = splitName(one);
  const b = splitName(other);
  return compareText(a.given, b.given) || compareText(a.family, b.family) || compareText(a.middle, b.middle);
};
