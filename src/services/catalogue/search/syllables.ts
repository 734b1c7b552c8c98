/** Whether something typed can be a syllable of Vietnamese: what can be is rather an everyday word than a typing error. Pure. */

const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?';

/** Rhymes without their marks, by the vowel that they begin with. */
const rhymes = [
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
  'e(?:c|ch|m|n|ng|nh|o|p|t|u)?',
  'i(?:a|ch|m|n|nh|p|t|u)?',
  '(?:i|y)e(?:c|m|n|ng|p|t|u)',
  'o(?:c|i|m|n|ng|p|t)?',
  'oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?',
  'oe(?:m|n|o|t)?',
  'oo(?:c|ng)',
  'u(?:a|c|i|m|n|ng|p|t|u)?',
  'ua(?:n|ng|t|y)',
  'ue(?:ch|nh)?',
  'uo(?:c|i|m|n|ng|p|t|u)?',
  'uy(?:a|ch|en|et|n|nh|t|u)?',
  'y(?:m|nh|t)?',
];

const syllable = new RegExp(`^${onset}(?:${rhymes.join('|')})$`);

/** Whether a folded word has the shape of a syllable («com», not «sing» or «khaisinh»). */
export const isSyllable = (folded: string): boolean => syllable.test(folded);
