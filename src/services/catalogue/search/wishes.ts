/**
 * What a query asks for, weighed: every part of it is a wish with wordings in the terms of the catalogue. A wish weighs by the words of
 * the query that it explains, not by how long the official name is. Pure.
 */
import { deedsNamed, deedsSaid, type Deeds } from './deeds.ts';
import { wordsOf } from './sayings.ts';
import { isSyllable } from './syllables.ts';
import { pairsOf, runsOf, termsOf } from './terms.ts';
import { MOST_WORDS, placedOf, type Part, type Placed } from './understand.ts';

/** In how many procedures terms stand; `total` procedures. */
export type Lexicon = { readonly docs: ReadonlyMap<string, number>; readonly total: number };

/** A term and what it weighs. `marked`: a syllable that was typed with marks; alone it means no other. */
export type Unit = { readonly term: string; readonly weight: number; readonly marked?: string };

/** One wording of a wish; `share`: how sure it is that this was meant. */
export type Wording = { readonly units: readonly Unit[]; readonly share: number };

/** A wish: wordings of which the best counts, and what it weighs among the wishes. */
export type Wish = { readonly wordings: readonly Wording[]; readonly weight: number };

/** How the pieces weigh. Found by trying on the lists of phrases. */
const weights = {
  laterMeaning: 0.9,
  original: 0.81,
  syllable: 0.35,
  strangeSyllable: 0.2,
  rareSyllable: 0.5,
  bridge: 0.5,
  narrative: 0.7,
  saying: 4.8,
  light: 2,
  general: 1.6,
  stranger: 0.8,
  reordered: 0.93,
};

const rarity = ({ docs, total }: Lexicon, term: string): number => {
  const count = docs.get(term) ?? 0;
  return count === 0 ? 0 : Math.log(1 + total / count);
};

/** A term of so few procedures that it tells something by itself. */
export const isRare = ({ docs, total }: Lexicon, term: string): boolean => {
  const count = docs.get(term) ?? 0;
  return count > 0 && count * 100 < total;
};

/** A word by itself: a pair of syllables, or what is no syllable of Vietnamese («IDERA», «CITES»). */
export const isWhole = (term: string): boolean => term.includes(' ') || !isSyllable(term);

/** What a term weighs within a text: a single syllable says little beside a pair. */
export const weightOf = (lexicon: Lexicon, term: string): number =>
  rarity(lexicon, term) * (isWhole(term) ? 1 : weights.syllable);

export const sum = (units: readonly Unit[]): number => units.reduce((all, { weight }) => all + weight, 0);

const unitsOf = (text: string, lexicon: Lexicon): readonly Unit[] =>
  runsOf(text)
    .flatMap((run) => [...run, ...pairsOf(run)].map((term) => ({ term, weight: weightOf(lexicon, term) })))
    .filter(({ weight }) => weight > 0);

/**
 * Words that stand as they are. A syllable that makes no pair with its neighbours says little, filler nothing. `strict`: words that
 * the catalogue does not have count as wishes that nothing grants.
 */
function plainWish(words: readonly Placed[], lexicon: Lexicon, strict = false): Wish {
  const units: Unit[] = [];
  const rarityHere = (term: string): number =>
    strict && !lexicon.docs.has(term) ? Math.log(1 + lexicon.total) : rarity(lexicon, term);
  const pairAt = (i: number): string | null => {
    const [one, next] = [words[i], words[i + 1]];
    return one && next && next.at === one.at + 1 && !(one.empty && next.empty)
      ? `${one.folded} ${next.folded}`
      : null;
  };
  words.forEach(({ folded, marked, empty }, i) => {
    const [before, pair] = [pairAt(i - 1), pairAt(i)];
    if (pair) {
      const bridged = !strict && (empty || words[i + 1]!.empty);
      units.push({ term: pair, weight: (bridged ? weights.bridge : 1) * rarityHere(pair) });
    }
    if (empty) return;
    const paired = words.length === 1 || [before, pair].some((one) => one && lexicon.docs.has(one));
    const share = isWhole(folded)
      ? 1
      : paired
        ? weights.syllable
        : isRare(lexicon, folded)
          ? weights.rareSyllable
          : weights.strangeSyllable;
    const weight = share * rarityHere(folded);
    units.push(paired || marked === folded ? { term: folded, weight } : { term: folded, weight, marked });
  });
  const known = units.filter(({ weight }) => weight > 0);
  return { wordings: [{ units: known, share: 1 }], weight: sum(known) };
}

type SayingPart = Extract<Part, { kind: 'saying' }>;

/** What is done where nobody says otherwise; it stands first in most meanings. */
const usualDeed =
  /^(đăng ký thành lập|đăng ký|công bố hoạt động|công nhận|thành lập|cấp mới|cấp giấy|cấp) (?!lại|đổi|thay đổi)/u;

/**
 * A saying: its meanings, the first one best, and the words themselves, which the catalogue may have as well. `otherwise`: the query
 * says what should be done («gia hạn», «cấp lại»), so that the usual deed of the meaning is not wished for.
 */
function sayingWish(part: SayingPart, lexicon: Lexicon, otherwise: boolean): Wish {
  const sure = weights.stranger ** Math.min(2, part.strangers) * (part.inOrder ? 1 : weights.reordered);
  const meanings = part.means.map((wording, i) => ({
    units: unitsOf(otherwise && !part.light ? wording.replace(usualDeed, '') : wording, lexicon),
    share: weights.laterMeaning ** i * sure,
  }));
  const original = {
    units: unitsOf(part.words.map(({ folded }) => folded).join(' '), lexicon),
    share: weights.original * sure,
  };
  return {
    wordings: [...meanings, original].filter(({ units }) => units.length > 0),
    weight:
      weights[part.light ? 'light' : part.general ? 'general' : 'saying'] * Math.sqrt(part.words.length),
  };
}

/**
 * The wishes of a query. Beside a thing that is known by its saying, the words around it are often a story. Words that say a deed
 * (`deeds`) are judged by what a name does, not by where it has the same words.
 */
function wishesOf(parts: readonly Part[], lexicon: Lexicon, deeds: ReadonlySet<Placed>): readonly Wish[] {
  const known = parts.some((part) => part.kind === 'saying' && !part.light && !part.general);
  return parts
    .map((part) => {
      if (part.kind === 'saying') return sayingWish(part, lexicon, deeds.size > 0);
      const words = part.words.map((word) => (deeds.has(word) ? { ...word, empty: true } : word));
      const wish = plainWish(words, lexicon);
      // Who writes «IDERA» names what is wanted, whatever else is known.
      const names = words.some(({ folded }) => !isSyllable(folded) && isRare(lexicon, folded));
      return known && !names ? { ...wish, weight: weights.narrative * wish.weight } : wish;
    })
    .filter(({ wordings, weight }) => weight > 0 && wordings.some(({ units }) => units.length > 0));
}

/** The deeds that a query asks for, those it says itself and those in the meaning of its sayings; and the words that say them. */
function deedsOf(
  parts: readonly Part[],
  words: readonly Placed[],
): { readonly deeds: Deeds; readonly by: ReadonlySet<Placed> } {
  const known = parts.flatMap((part) => (part.kind === 'saying' && !part.light ? [part] : []));
  const { deeds, by } = deedsSaid(words, (some) =>
    known.some((part) => some.every((word) => part.words.includes(word))),
  );
  const meant = known.flatMap(({ means: [first = ''] }) => runsOf(first).flatMap(deedsNamed));
  return { deeds: new Set([...deeds, ...meant]), by };
}

/** Where a query says that it goes to: «phường», «tỉnh». */
const placesSaid: Readonly<Record<string, string>> = {
  xã: 'commune',
  phường: 'commune',
  tỉnh: 'province',
  sở: 'province',
};

/** The level that a query names, if any; a «hợp tác xã» is no commune. */
const levelSaid = (words: readonly Placed[]): string | null =>
  words
    .filter(({ marked }, i) => marked in placesSaid && words[i - 1]?.folded !== 'tac')
    .map(({ marked }) => placesSaid[marked]!)[0] ?? null;

/**
 * A query as it was understood, and taken by the letter: who types the name of a procedure means just that. `deeds`: what should be
 * done, where it is not the usual.
 */
export type Readings = {
  readonly wishes: readonly Wish[];
  readonly asTyped: readonly Wish[];
  readonly deeds: Deeds;
  readonly level: string | null;
};

/** Both readings of a query. */
export const readingsOf = (parts: readonly Part[], lexicon: Lexicon): Readings => {
  const words = placedOf(parts);
  const { deeds, by } = deedsOf(parts, words);
  const wishes = wishesOf(parts, lexicon, by);
  const asTyped = [plainWish(words, lexicon, true)];
  return {
    // Who says nothing but a deed («cấp lại») means its words.
    wishes: wishes.length > 0 ? wishes : asTyped,
    asTyped,
    deeds,
    level: levelSaid(words),
  };
};

/** Every term that a query needs to know about. */
export const termsIn = (query: string, parts: readonly Part[]): ReadonlySet<string> =>
  new Set([
    ...termsOf(
      wordsOf(query)
        .slice(0, MOST_WORDS)
        .map(({ folded }) => folded)
        .join(' '),
    ),
    ...parts.flatMap((part) => [
      ...termsOf(part.words.map(({ folded }) => folded).join(' ')),
      ...(part.kind === 'saying' ? part.means.flatMap((wording) => [...termsOf(wording)]) : []),
    ]),
  ]);
