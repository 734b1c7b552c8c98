/**
 * Keys of the ways of typing Vietnamese that were left as typed because no keyboard program was on: Telex («giaays khai sinh»), VNI
 * («gia6y1 khai sinh»), VIQR («gia^'y khai sinh»); and letters of full width. Pure.
 */
import { isSyllable } from './syllables.ts';

/** Tones in the order of VNI, with the keys of each in Telex, VNI and VIQR. */
const tones: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['\u0301', "s1'"],
      ['\u0300', 'f2`'],
      ['\u0309', 'r3?'],
      ['\u0303', 'x4~'],
      ['\u0323', 'j5.'],
    ] as const
  ).flatMap(([tone, keys]) => [...keys].map((key) => [key, tone])),
);

/** The letter that takes the tone before all others: the last one with a hat or horn. */
const shaped = /[âêôăơ](?!.*[âêôăơ])|ư(?!.*[âêôăơư])/u;
const vowels = /[aeiouy]+/;

/** A syllable with its tone on the letter that carries it. */
function toned(syllable: string, tone: string | undefined): string {
  if (!tone) return syllable;
  const put = (at: number): string =>
    (syllable.slice(0, at + 1) + tone + syllable.slice(at + 1)).normalize('NFC');
  const own = shaped.exec(syllable);
  if (own) return put(own.index);
  const start = /^(?:qu|gi(?=[aeouy]))/.exec(syllable)?.[0].length ?? 0;
  const found = vowels.exec(syllable.slice(start));
  if (!found) return syllable;
  const first = start + found.index;
  const closed = first + found[0].length < syllable.length;
  return put(
    found[0].length === 1 ? first : closed ? first + found[0].length - 1 : first + (found[0].length - 2),
  );
}

/** The word with this tone when it is a syllable then. */
const ifSyllable = (letters: string, tone: string | undefined): string | null => {
  const bare = letters
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd');
  return isSyllable(bare) ? toned(letters, tone) : null;
};

/** Telex: letters doubled, `w`, and one of `s f r x j` after the vowel. */
function fromTelex(word: string): string | null {
  const [, letters = '', tone, rest = ''] = /^(.*?[aeiouy][aeiouyw]*)([sfrxj])?(.*)$/.exec(word) ?? [];
  const [, ending = '', late] = /^(.*?)([sfrxj])?$/.exec(rest) ?? [];
  const shape = (letters + ending)
    .replaceAll('uow', 'ươ')
    .replaceAll(/aa|aw|ee|oo|ow|uw|dd/g, (keys) => telex[keys]!);
  return ifSyllable(shape, tones[tone ?? late ?? '']);
}
const telex: Readonly<Record<string, string>> = {
  aa: 'â',
  aw: 'ă',
  ee: 'ê',
  oo: 'ô',
  ow: 'ơ',
  uw: 'ư',
  dd: 'đ',
};

/** A Telex key that no word has as it stands. */
const telexKeys = /aa|aw|ee|ow|uw|^dd|oo(?!c|ng)/;

/** VNI: 6 to 9 shape a letter, 1 to 5 are tones. */
function fromVni(word: string): string | null {
  const tone = /[1-5]/.exec(word)?.[0];
  const shape = word
    .replaceAll(/[1-5]/g, '')
    .replaceAll(/d9/g, 'đ')
    .replaceAll(/uo([a-z]*)7/g, 'ươ$1')
    .replaceAll(/([ou])([a-z]*)7/g, (_, vowel: string, end: string) => (vowel === 'o' ? 'ơ' : 'ư') + end)
    .replaceAll(/([aeo])([a-z]*)6/g, (_, vowel: string, end: string) => hats[vowel]! + end)
    .replaceAll(/a([a-z]*)8/g, 'ă$1')
    .replace(/^d(.*)9/, 'đ$1');
  return /\d/.test(shape) ? null : ifSyllable(shape, tones[tone ?? '']);
}
const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };

/** VIQR: marks after their vowels. */
function fromViqr(word: string): string | null {
  const tone = /['`?~.]/.exec(word)?.[0];
  const shape = word
    .replaceAll(/['`?~.]/g, '')
    .replaceAll(/([aeo])\^/g, (_, vowel: string) => hats[vowel]!)
    .replaceAll('a(', 'ă')
    .replaceAll('o+', 'ơ')
    .replaceAll('u+', 'ư')
    .replaceAll('dd', 'đ');
  return ifSyllable(shape, tones[tone ?? '']);
}

const vniWord = /^(?=.*\d)[a-z]{2,}[1-9][a-z]*[1-9]?[a-z]*$|^[a-z][1-9][a-z]*[1-9]?[a-z]*$/;
const viqrKeys = /[aeo]\^|[ao]\(?\+|a\([a-z]|u\+/;

/**
 * A query as it was meant. Nothing changes unless keys stand in it that no word has: one word in Telex or VIQR that can be nothing else,
 * or two in VNI («b2», «mẫu số 1» are no keys).
 */
export function typed(query: string): string {
  const text = query.normalize('NFKC');
  const words = text.split(/(\s+)/u);
  const every = (decode: (word: string) => string | null, word: RegExp): string =>
    words.map((one) => (word.test(one.toLowerCase()) ? (decode(one.toLowerCase()) ?? one) : one)).join('');
  if (words.some((word) => viqrKeys.test(word.toLowerCase()))) return every(fromViqr, /^[a-z^(+'`?~.]+$/);
  const vni = words.filter(
    (word) => vniWord.test(word.toLowerCase()) && fromVni(word.toLowerCase()) !== null,
  );
  if (vni.length > 1) return every(fromVni, vniWord);
  const left = words.some((word) => {
    const lower = word.toLowerCase();
    return telexKeys.test(lower) && !isSyllable(lower) && fromTelex(lower) !== null;
  });
  return left
    ? words
        .map((word) => (isSyllable(word.toLowerCase()) ? word : (fromTelex(word.toLowerCase()) ?? word)))
        .join('')
    : text;
}
