/**
 * Where a tone mark stands in a Vietnamese syllable. People write both `hòa` and `hoà`, `thúy` and `thuý`; a computer sees different
 * words. This puts the mark where official place names have it (Khánh Hòa, Thanh Hóa), so that both compare equal (B1 search, B4 matching).
 */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/;
const toneOf = new RegExp(tones, 'g');
const word = /\p{L}[\p{L}\p{M}]*/gu;
/** Onset (with `qu` and `gi` before a vowel), vowels, final consonants: the build of every native syllable. */
const syllable =
  /^(qu|gi(?=[aeiouyăâêôơư])|ngh|[ckgpt]h|ng|nh|tr|[bcdđghklmnpqrstvx])?([aeiouyăâêôơư]{1,3})(ch|ng|nh|[cmnpt])?$/u;
const marked = /[ăâêôơư]/u;

/** The index of the vowel that carries the tone, within the vowels of a syllable. */
const bearer = (vowels: string, coda: string): number => {
  const letters = [...vowels];
  const lastMarked = letters.findLastIndex((letter) => marked.test(letter));
  if (lastMarked >= 0) return lastMarked;
  if (letters.length === 1) return 0;
  return letters.length === 3 || coda !== '' ? 1 : 0;
};

const place = (original: string): string => {
  const apart = original.normalize('NFD');
  const found = apart.match(toneOf);
  if (found?.length !== 1) return original;
  const bare = apart.replace(tones, '').normalize('NFC');
  const parts = syllable.exec(bare.toLowerCase());
  if (!parts) return original;
  const [, onset = '', vowels = '', coda = ''] = parts;
  const at = onset.length + bearer(vowels, coda);
  return (bare.slice(0, at + 1) + found[0] + bare.slice(at + 1)).normalize('NFC');
};

/**
 * The text in NFC with every tone mark of a native syllable in the official place (`hoà` → `hòa`, `thuý` → `thúy`, `hòan` → `hoàn`).
 * Words that are not one Vietnamese syllable stay as they are. For comparing and searching; a person's own spelling is never replaced by it.
 */
export const toneNormal = (text: string): string => text.normalize('NFC').replace(word, place);
