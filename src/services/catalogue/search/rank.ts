/**
 * Which procedure a query means most likely. Each part of the query is a wish; a procedure grants it as far as the rarest words of
 * one of its wordings stand in its name (fully), domain or results (in part). Then: how much of the name was asked for (short exact
 * names first), whether the marks agree, and how often people use the service. Pure.
 */
import { foldKeepingMarks } from '../../../ground/text/fold.ts';
import { frequencyOf, wordsOf } from './sayings.ts';
import { pairsOf, runsOf, termsOf } from './terms.ts';
import type { Part } from './understand.ts';

/** In how many procedures terms stand; `total` procedures. */
export type Lexicon = { readonly docs: ReadonlyMap<string, number>; readonly total: number };

/** A term and what it weighs. */
export type Unit = { readonly term: string; readonly weight: number };

/** A wish: wordings of which the best counts, and what it weighs among the wishes. */
export type Wish = { readonly wordings: readonly (readonly Unit[])[]; readonly weight: number };

/** A procedure as the ranking sees it. */
export type Candidate = {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
  readonly words: string;
  readonly levels: readonly string[];
  readonly audience: readonly string[];
};

/** How the pieces of a score weigh. Found by trying on `phrases.jsonl`. */
const weights = {
  syllable: 0.35,
  emptySyllable: 0,
  strangeSyllable: 0.2,
  saying: 1.6,
  domain: 0.5,
  words: 0.35,
  exactness: 0.4,
  marks: 0.08,
  frequency: 0.05,
  citizen: 0.05,
  level: { commune: 0.05, province: 0.03, ministry: 0, other: 0.02 } as Readonly<Record<string, number>>,
};

const rarity = ({ docs, total }: Lexicon, term: string): number => {
  const count = docs.get(term) ?? 0;
  return count === 0 ? 0 : Math.log(1 + total / count);
};

const unitsOf = (text: string, lexicon: Lexicon, share = 1): readonly Unit[] =>
  runsOf(text)
    .flatMap((run) => [
      ...run.map((term) => ({ term, weight: weights.syllable * rarity(lexicon, term) * share })),
      ...pairsOf(run).map((term) => ({ term, weight: rarity(lexicon, term) * share })),
    ])
    .filter(({ weight }) => weight > 0);

const sum = (units: readonly Unit[]): number => units.reduce((all, { weight }) => all + weight, 0);

/** Words that stand as they are. A syllable that makes no pair with its neighbours says little; one that is filler says nothing. */
function plainWish(words: Extract<Part, { kind: 'plain' }>['words'], lexicon: Lexicon): Wish {
  const units: Unit[] = [];
  words.forEach(({ folded, empty }, i) => {
    const next = words[i + 1];
    if (next && !(empty && next.empty)) units.push({ term: `${folded} ${next.folded}`, weight: rarity(lexicon, `${folded} ${next.folded}`) });
    const paired = [words[i - 1] && `${words[i - 1]!.folded} ${folded}`, next && `${folded} ${next.folded}`].some((pair) => pair && lexicon.docs.has(pair));
    const share = empty ? weights.emptySyllable : paired || words.length === 1 ? weights.syllable : weights.strangeSyllable;
    units.push({ term: folded, weight: share * rarity(lexicon, folded) });
  });
  const known = units.filter(({ weight }) => weight > 0);
  return { wordings: [known], weight: sum(known) };
}

/** The wishes of a query. */
export const wishesOf = (parts: readonly Part[], lexicon: Lexicon): readonly Wish[] =>
  parts
    .map((part): Wish => {
      if (part.kind === 'plain') return plainWish(part.words, lexicon);
      const wordings = part.means.map((wording) => unitsOf(wording, lexicon)).filter((units) => units.length > 0);
      const original = unitsOf(part.words.map(({ folded }) => folded).join(' '), lexicon);
      const heaviest = Math.max(0, ...wordings.map((units) => sum(units) / Math.sqrt(units.length)));
      return { wordings: [...wordings, original].filter((units) => units.length > 0), weight: weights.saying * heaviest };
    })
    .filter(({ wordings }) => wordings.some((units) => units.length > 0));

/** Every term that a query needs to know about. */
export const termsIn = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(
    parts.flatMap((part) => [
      ...termsOf(part.words.map(({ folded }) => folded).join(' ')),
      ...(part.kind === 'saying' ? part.means.flatMap((wording) => [...termsOf(wording)]) : []),
    ]),
  );

const opening = /^[\s.]*thủ tục( hành chính)?[\s:]+/i;

/** The score of a procedure for these wishes; 0 when it grants none. */
export function scoreOf(candidate: Candidate, wishes: readonly Wish[], lexicon: Lexicon, typed: ReadonlySet<string>): number {
  const name = candidate.name.replace(opening, '');
  const [inName, inDomain, inWords] = [termsOf(name), termsOf(candidate.domain), termsOf(candidate.words)];
  const standing = (term: string): number => (inName.has(term) ? 1 : inDomain.has(term) ? weights.domain : inWords.has(term) ? weights.words : 0);
  const asked = new Set<string>();
  let [granted, all] = [0, 0];
  for (const { wordings, weight } of wishes) {
    let best = 0;
    let bestUnits: readonly Unit[] = [];
    for (const units of wordings) {
      const share = units.reduce((sumSoFar, unit) => sumSoFar + unit.weight * standing(unit.term), 0) / sum(units);
      if (share > best) [best, bestUnits] = [share, units];
    }
    for (const { term } of bestUnits) if (inName.has(term)) asked.add(term);
    granted += weight * best;
    all += weight;
  }
  if (granted === 0) return 0;
  let [named, askedOfName] = [0, 0];
  for (const term of inName) {
    const weight = rarity(lexicon, term) * (term.includes(' ') ? 1 : weights.syllable);
    named += weight;
    if (asked.has(term)) askedOfName += weight;
  }
  const marked = new Set(wordsOf(foldKeepingMarks(name)).map((word) => word.marked));
  const agreeing = typed.size === 0 ? 0 : [...typed].filter((word) => marked.has(word)).length / typed.size;
  const level = Math.max(0, ...candidate.levels.map((one) => weights.level[one] ?? 0));
  return (
    granted / all +
    weights.exactness * (named === 0 ? 0 : askedOfName / named) +
    weights.marks * agreeing +
    weights.frequency * frequencyOf(candidate.code) +
    (candidate.audience.includes('citizen') ? weights.citizen : 0) +
    level
  );
}

/** Typed words that carry marks: where they agree with a name, it is the likelier one. */
export const markedWords = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ words }) => words.filter(({ folded, marked }) => folded !== marked).map(({ marked }) => marked)));
