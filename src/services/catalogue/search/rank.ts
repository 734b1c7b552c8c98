/**
 * Which procedure a query means most likely. Each part of the query is a wish; a procedure grants it as far as the rarest words of
 * one of its wordings stand in its name (fully), domain or results (in part). Then: how much of the name was asked for (short exact
 * names first), whether the marks agree, and how often people use the service. Pure.
 */
import { frequencyOf, specialPairs, wordsOf } from './sayings.ts';
import { pairsOf, runsOf, termsOf } from './terms.ts';
import { MOST_WORDS, type Part, type Placed } from './understand.ts';

/** In how many procedures terms stand; `total` procedures. */
export type Lexicon = { readonly docs: ReadonlyMap<string, number>; readonly total: number };

/** A term and what it weighs. */
export type Unit = { readonly term: string; readonly weight: number };

/** One wording of a wish; `share`: how sure it is that this was meant. */
export type Wording = { readonly units: readonly Unit[]; readonly share: number };

/** A wish: wordings of which the best counts, and what it weighs among the wishes. */
export type Wish = { readonly wordings: readonly Wording[]; readonly weight: number };

/** A procedure as the ranking sees it. */
export type Candidate = {
  readonly code: string;
  readonly name: string;
  readonly levels: readonly string[];
  readonly audience: readonly string[];
  /** Its `tsvector` in text form. */
  readonly terms: string;
};

/** How the pieces of a score weigh. Found by trying on `phrases.jsonl`. */
const weights = {
  laterMeaning: 0.9,
  plainBeside: 0.35,
  special: 0.1,
  syllable: 0.35,
  emptySyllable: 0,
  strangeSyllable: 0.2,
  saying: 1.6,
  light: 0.5,
  domain: 0.5,
  words: 0.35,
  exactness: 0.4,
  opening: 0.1,
  marks: 0.08,
  frequency: 0.04,
  sureAsTyped: 0.75,
  leastOfBest: 0.5,
  citizen: 0.05,
  level: { commune: 0.05, province: 0.03, ministry: 0, other: 0.02 } as Readonly<Record<string, number>>,
};

const rarity = ({ docs, total }: Lexicon, term: string): number => {
  const count = docs.get(term) ?? 0;
  return count === 0 ? 0 : Math.log(1 + total / count);
};

const unitsOf = (text: string, lexicon: Lexicon): readonly Unit[] =>
  runsOf(text)
    .flatMap((run) => [
      ...run.map((term) => ({ term, weight: weights.syllable * rarity(lexicon, term) })),
      ...pairsOf(run).map((term) => ({ term, weight: rarity(lexicon, term) })),
    ])
    .filter(({ weight }) => weight > 0);

const sum = (units: readonly Unit[]): number => units.reduce((all, { weight }) => all + weight, 0);

/**
 * Words that stand as they are. A syllable that makes no pair with its neighbours says little; one that is filler says nothing.
 * `strict`: words that the catalogue does not have count as wishes that nothing grants.
 */
function plainWish(words: readonly Placed[], lexicon: Lexicon, share: number, strict = false): Wish {
  const units: Unit[] = [];
  const rarityHere = (term: string): number =>
    strict && !lexicon.docs.has(term) ? Math.log(1 + lexicon.total) : rarity(lexicon, term);
  const pairAt = (i: number): string | null => {
    const [one, next] = [words[i], words[i + 1]];
    return one && next && next.at === one.at + 1 && !(one.empty && next.empty)
      ? `${one.folded} ${next.folded}`
      : null;
  };
  words.forEach(({ folded, empty }, i) => {
    const pairs = [pairAt(i - 1), pairAt(i)];
    if (pairs[1]) units.push({ term: pairs[1], weight: share * rarityHere(pairs[1]) });
    const paired = words.length === 1 || pairs.some((pair) => pair && lexicon.docs.has(pair));
    const own = empty ? weights.emptySyllable : paired ? weights.syllable : weights.strangeSyllable;
    units.push({ term: folded, weight: share * own * rarityHere(folded) });
  });
  const known = units.filter(({ weight }) => weight > 0);
  return { wordings: [{ units: known, share: 1 }], weight: sum(known) };
}

/** Deeds beside the usual ones, by the pair of syllables that names them. */
const deeds: ReadonlySet<string> = new Set([
  'cap lai',
  'cap doi',
  'cham dut',
  'dinh chinh',
  'gia han',
  'rut yeu',
  'tam ngung',
  'xoa dang',
]);

type SayingPart = Extract<Part, { kind: 'saying' }>;

/** What is done where nobody says otherwise; it stands first in most meanings. */
const usualDeed = /^(đăng ký|cấp|cấp giấy) (?!lại|đổi)/u;

/**
 * A saying: its meanings, the first one best, and the words themselves, which the catalogue may have as well. `otherwise`: the query
 * says what should be done («gia hạn», «cấp lại»), so that the usual deed of the meaning is not wished for.
 */
function sayingWish(part: SayingPart, lexicon: Lexicon, otherwise: boolean): Wish {
  const meanings = part.means.map((wording, i) => ({
    units: unitsOf(otherwise && !part.light ? wording.replace(usualDeed, '') : wording, lexicon),
    share: weights.laterMeaning ** i,
  }));
  const original = {
    units: unitsOf(part.words.map(({ folded }) => folded).join(' '), lexicon),
    share: weights.laterMeaning ** 2,
  };
  const heaviest = Math.max(
    0,
    ...meanings.map(({ units }) => (units.length === 0 ? 0 : sum(units) / Math.sqrt(units.length))),
  );
  return {
    wordings: [...meanings, original].filter(({ units }) => units.length > 0),
    weight: (part.light ? weights.light : weights.saying) * heaviest,
  };
}

/** Whether a light saying names a deed beside the usual one: it makes a procedure a special one. */
const saysDeed = ({ means: [first = ''] }: SayingPart): boolean =>
  pairsOf(runsOf(first)[0] ?? []).some((pair) => deeds.has(pair));

/** The wishes of a query. Beside a thing that is known by its saying, other words say little. */
function wishesOf(parts: readonly Part[], lexicon: Lexicon): readonly Wish[] {
  const known = parts.some((part) => part.kind === 'saying' && !part.light);
  const otherwise = parts.some((part) => part.kind === 'saying' && part.light && saysDeed(part));
  return parts
    .map((part) =>
      part.kind === 'plain'
        ? plainWish(part.words, lexicon, known ? weights.plainBeside : 1)
        : sayingWish(part, lexicon, otherwise),
    )
    .filter(({ wordings, weight }) => weight > 0 && wordings.some(({ units }) => units.length > 0));
}

/** A query as it was understood, and taken by the letter: who types the name of a procedure means just that. */
export type Readings = { readonly wishes: readonly Wish[]; readonly asTyped: readonly Wish[] };

/** Both readings of a query. */
export const readingsOf = (parts: readonly Part[], lexicon: Lexicon): Readings => {
  const words = parts.flatMap(({ words: some }) => some).toSorted((one, other) => one.at - other.at);
  return { wishes: wishesOf(parts, lexicon), asTyped: [plainWish(words, lexicon, 1, true)] };
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

/** Weight of each place that a term may stand in. */
const places = { A: 1, B: weights.domain, C: weights.words } as const;

/** Terms of a candidate with the weight of their best place; without the «thủ tục» that so many names begin with. */
function placesOf({ terms }: Candidate): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [, term = '', place] of terms.matchAll(/'([^']+)':\d+([ABC])/g))
    found.set(term, places[place as keyof typeof places]);
  found.delete('thu tuc');
  return found;
}

/** Which wording of a wish a candidate grants best, and how far. */
function bestWording(
  { wordings }: Wish,
  standing: ReadonlyMap<string, number>,
): { readonly share: number; readonly units: readonly Unit[] } {
  let best: { share: number; units: readonly Unit[] } = { share: 0, units: [] };
  for (const { units, share: sure } of wordings) {
    const share =
      (sure * units.reduce((all, unit) => all + unit.weight * (standing.get(unit.term) ?? 0), 0)) /
      sum(units);
    if (share > best.share) best = { share, units };
  }
  return best;
}

/** How much of a name was asked for, by the rarity of its words. */
function exactness(
  asked: ReadonlySet<string>,
  standing: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): number {
  let [named, found] = [0, 0];
  for (const [term, place] of standing) {
    if (place !== places.A) continue;
    const weight = rarity(lexicon, term) * (term.includes(' ') ? 1 : weights.syllable);
    named += weight;
    if (asked.has(term)) found += weight;
  }
  return named === 0 ? 0 : found / named;
}

/** How special a procedure is beyond what was asked for. */
const unasked = (standing: ReadonlyMap<string, number>, asked: ReadonlySet<string>): number =>
  specialPairs.filter((pair) => standing.get(pair) === places.A && !asked.has(pair)).length;

/** How far a procedure grants the wishes, all told, and how much of its name was asked for. */
function grantOf(
  standing: ReadonlyMap<string, number>,
  wishes: readonly Wish[],
  lexicon: Lexicon,
): { readonly share: number; readonly score: number; readonly asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  let [granted, all] = [0, 0];
  for (const wish of wishes) {
    const { share, units } = bestWording(wish, standing);
    for (const { term } of units) asked.add(term);
    granted += wish.weight * share;
    all += wish.weight;
  }
  const share = all === 0 ? 0 : granted / all;
  const special = weights.special * Math.min(2, unasked(standing, asked));
  return { share, score: share + weights.exactness * exactness(asked, standing, lexicon) - special, asked };
}

/** «Thủ tục», «Đề nghị», «Đăng ký» … stand before what a name is about. */
const OPENING = 4;

/** How much of the first words of a name was asked for: «Giải thể doanh nghiệp, …» is about just that, a name that mentions it later is not. */
function openingOf(name: string, asked: ReadonlySet<string>): number {
  const first = (runsOf(name)[0] ?? []).slice(0, OPENING + 2);
  const pairs = pairsOf(first[0] === 'thu' && first[1] === 'tuc' ? first.slice(2) : first.slice(0, OPENING));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => asked.has(pair)).length / pairs.length;
}

/** The score of a procedure, but for the marks; 0 when it grants no wish. */
function scoreOf(candidate: Candidate, { wishes, asTyped }: Readings, lexicon: Lexicon): number {
  const standing = placesOf(candidate);
  const understood = grantOf(standing, wishes, lexicon);
  const typed = grantOf(standing, asTyped, lexicon);
  if (understood.share === 0) return 0;
  return (
    Math.max(understood.score, typed.share >= weights.sureAsTyped ? typed.score : 0) +
    weights.opening * openingOf(candidate.name, understood.asked) +
    weights.frequency * frequencyOf(candidate.code) +
    (candidate.audience.includes('citizen') ? weights.citizen : 0) +
    Math.max(0, ...candidate.levels.map((one) => weights.level[one] ?? 0))
  );
}

/** Typed words that carry marks: where they agree with a name, it is the likelier one. */
const markedWords = (parts: readonly Part[]): readonly string[] => [
  ...new Set(
    parts.flatMap(({ words }) =>
      words.filter(({ folded, marked }) => folded !== marked).map(({ marked }) => marked),
    ),
  ),
];

/** Marks are compared for so many of the best only: it costs more than all else. */
const MARKED = 30;

/** Candidates in the order of likelihood; those that grant no wish are left out. */
export function rank<One extends Candidate>(
  candidates: readonly One[],
  parts: readonly Part[],
  readings: Readings,
  lexicon: Lexicon,
): readonly One[] {
  const order = (one: Scored<One>, other: Scored<One>): number =>
    other.score - one.score || (one.candidate.code < other.candidate.code ? -1 : 1);
  const scored = candidates
    .map((candidate): Scored<One> => ({ candidate, score: scoreOf(candidate, readings, lexicon) }))
    .filter(({ score }) => score > 0);
  scored.sort(order);
  const typed = markedWords(parts);
  if (typed.length > 0) {
    for (const one of scored.slice(0, MARKED)) {
      const marked = new Set(wordsOf(one.candidate.name).map((word) => word.marked));
      one.score += (weights.marks * typed.filter((word) => marked.has(word)).length) / typed.length;
    }
    scored.sort(order);
  }
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= weights.leastOfBest * best).map(({ candidate }) => candidate);
}

type Scored<One> = { readonly candidate: One; score: number };
