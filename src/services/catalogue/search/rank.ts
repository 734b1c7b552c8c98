/**
 * Which procedure a query means most likely. It grants a wish as far as the rarest words of one of its wordings stand in its name
 * (fully), domain or results (in part). Then: how much of the name was asked for (short exact names first), whether it does what
 * should be done, whether the marks agree, and how often people use the service. Pure.
 */
import { deedsNamed, type Deeds } from './deeds.ts';
import { shareOf, type Story } from './everyday.ts';
import { frequencyOf, specialPairs, wordsOf, type Word } from './sayings.ts';
import { pairsOf, runsOf } from './terms.ts';
import type { Part } from './understand.ts';
import { sum, weightOf, type Lexicon, type Readings, type Unit, type Wish } from './wishes.ts';

/** A procedure as the ranking sees it. */
export type Candidate = {
  readonly code: string;
  readonly name: string;
  readonly levels: readonly string[];
  readonly audience: readonly string[];
  /** Its `tsvector` in text form. */
  readonly terms: string;
};

/** How the pieces of a score weigh. Found by trying on the lists of phrases. */
const weights = {
  domain: 0.5,
  words: 0.35,
  exactness: 0.4,
  head: 0.9,
  clause: 0.85,
  laterClause: 0.85,
  opening: 0.1,
  deed: 0.12,
  deedLater: 0.06,
  otherDeed: 0.2,
  special: 0.1,
  unaskedDeed: 0.15,
  unaskedLater: 0.05,
  marks: 0.12,
  frequency: 0.04,
  sureAsTyped: 0.75,
  leastOfBest: 0.5,
  citizen: 0.05,
  told: 2,
  toldOtherDeed: 0.9,
  toldOften: 0.08,
  levelSaid: 0.08,
  level: { commune: 0.05, province: 0.03, ministry: 0, other: 0.02 } as Readonly<Record<string, number>>,
};

/** Weight of each place that a term may stand in. */
const places = { A: 1, B: weights.domain, C: weights.words } as const;

/**
 * Terms of a candidate with the weight of their best place, without the «thủ tục» that so many names begin with. Reads what
 * `vectorText` writes, `'an toan':1A 'ca':1C`, by hand: a regular expression takes longer than all else.
 */
function placesOf({ terms }: Candidate): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let start = 1, end = terms.indexOf("':", start); end >= 0; end = terms.indexOf("':", start)) {
    found.set(terms.slice(start, end), places[terms[end + 3] as keyof typeof places]);
    start = end + "':1A '".length;
  }
  found.delete('thu tuc');
  return found;
}

/** What stands in brackets says where or in which case, and is not asked for. */
const brackets = /\([^()]*\)/g;

/** Brackets that except something. */
const exceptions = /\(trừ [^()]*\)/giu;

/** With these words a name turns from what is done to the cases, persons and offices that it concerns. */
const turns =
  / (?=(?:đối với|trong trường hợp|trường hợp|theo quy định|thuộc thẩm quyền|do bị|tại cục|tại công an) )/giu;

/**
 * A name in runs of folded syllables, without brackets and the «thủ tục» before it. `head`: those before it turns; `begins`: the deeds
 * that its first words tell; `deeds`: those of each run.
 */
type Name = {
  readonly runs: readonly (readonly string[])[];
  readonly head: readonly (readonly string[])[];
  readonly pairs: ReadonlySet<string>;
  /** Pairs that it names only to except them («trừ xe mô tô»). */
  readonly excepted: ReadonlySet<string>;
  /** Its words with their marks. */
  readonly marked: ReadonlySet<string>;
  readonly begins: readonly number[];
  readonly deeds: readonly (readonly number[])[];
};

/** A name tells within so many syllables what is done. */
const DEED_WITHIN = 8;

/** Takes a name apart. */
function takeApart(name: string): Name {
  const without = new Set(runsOf(name.replaceAll(exceptions, ' , ')).flatMap(pairsOf));
  const [before = '', ...after] = name.replaceAll(brackets, ' , ').split(turns);
  const [first = [], ...others] = runsOf(before);
  const start = first[0] === 'thu' && first[1] === 'tuc' ? 2 : 0;
  const head = [first.slice(start), ...others];
  const runs = [...head, ...after.flatMap(runsOf)];
  return {
    head,
    runs,
    pairs: new Set(runs.flatMap(pairsOf)),
    excepted: new Set(
      runsOf(name)
        .flatMap(pairsOf)
        .filter((pair) => !without.has(pair)),
    ),
    marked: new Set(wordsOf(name).map(({ marked }) => marked)),
    begins: deedsNamed(head[0]!.slice(0, DEED_WITHIN)),
    deeds: runs.map(deedsNamed),
  };
}

const names = new Map<string, Name>();
/** More names than any catalogue has. */
const MOST_NAMES = 10_000;

/** A name taken apart; the same few thousand names come again with every search. */
function nameOf(name: string): Name {
  const known = names.get(name);
  if (known) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const taken = takeApart(name);
  names.set(name, taken);
  return taken;
}

/**
 * How well a candidate has a term. What a name excepts it has not, nor a syllable that was typed with its marks and that the name marks
 * otherwise.
 */
const having = ({ term, marked }: Unit, standing: ReadonlyMap<string, number>, name: Name): number => {
  const place = standing.get(term) ?? 0;
  const said = !name.excepted.has(term) && (marked === undefined || name.marked.has(marked));
  return place === places.A && !said ? 0 : place;
};

/** Whether a name has a word, or a pair of neighbours, with the marks that were typed. */
const hasInName = (words: readonly Word[], standing: ReadonlyMap<string, number>, name: Name): boolean =>
  standing.get(words.map(({ folded }) => folded).join(' ')) === places.A &&
  words.every(({ folded, marked }) => folded === marked || name.marked.has(marked));

/** How far a candidate grants a wish by its best wording, and the terms of that and of every other that it grants in full. */
function granting(
  { wordings }: Wish,
  standing: ReadonlyMap<string, number>,
  name: Name,
): { readonly share: number; readonly units: readonly Unit[] } {
  let best: { share: number; units: readonly Unit[] } = { share: 0, units: [] };
  const full: Unit[] = [];
  for (const { units, share: sure } of wordings) {
    const share =
      units.reduce((all, unit) => all + unit.weight * having(unit, standing, name), 0) / sum(units);
    if (share > 0.999) full.push(...units);
    if (sure * share > best.share) best = { share: sure * share, units };
  }
  return { share: best.share, units: [...best.units, ...full] };
}

/** What a pair weighs that the query does not know, as most words of a name. */
const UNASKED = 4;

/** How much of these runs was asked for, by the rarity of their words. */
function askedShare(
  runs: readonly (readonly string[])[],
  asked: ReadonlySet<string>,
  lexicon: Lexicon,
): number {
  let [named, found] = [0, 0];
  for (const term of new Set(runs.flatMap(pairsOf))) {
    const weight = weightOf(lexicon, term) || UNASKED;
    named += weight;
    if (asked.has(term)) found += weight;
  }
  return named === 0 ? 0 : found / named;
}

/** A clause of fewer syllables is no name by itself («Cấp, cấp lại …»). */
const CLAUSE = 4;

/** How much of a name was asked for: of all of it, of what stands before the cases, or of one deed in a list of them. */
function exactness({ runs, head }: Name, asked: ReadonlySet<string>, lexicon: Lexicon): number {
  const share = (some: readonly (readonly string[])[]): number => askedShare(some, asked, lexicon);
  const clauses = head.filter((run) => run.length >= CLAUSE);
  return Math.max(
    share(runs),
    weights.head * share(head),
    ...clauses.map((run, i) => weights.clause * (i === 0 ? 1 : weights.laterClause) * share([run])),
  );
}

/** What a name says beyond what was asked for: special cases, and deeds that nobody spoke of. */
function unasked(
  { pairs, deeds: [first, ...rest] }: Name,
  asked: ReadonlySet<string>,
  wanted: Deeds,
): number {
  const special = specialPairs.filter((pair) => pairs.has(pair) && !asked.has(pair)).length;
  const strange = (deeds: readonly number[]): boolean => deeds.some((deed) => !wanted.has(deed));
  return (
    weights.special * Math.min(2, special) +
    (first && strange(first) ? weights.unaskedDeed : rest.some(strange) ? weights.unaskedLater : 0)
  );
}

/** How far a procedure grants the wishes, all told, and how much of its name was asked for. */
function grantOf(
  standing: ReadonlyMap<string, number>,
  wishes: readonly Wish[],
  name: Name,
): { readonly share: number; readonly asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  let [granted, all] = [0, 0];
  for (const wish of wishes) {
    const { share, units } = granting(wish, standing, name);
    for (const { term } of units) asked.add(term);
    granted += wish.weight * share;
    all += wish.weight;
  }
  return { share: all === 0 ? 0 : granted / all, asked };
}

/** Whether a procedure does what was asked for: the first words of a name tell it best. */
function deedOf({ begins, deeds }: Name, wanted: Deeds): number {
  if (wanted.size === 0) return 0;
  const does = (some: readonly number[]): boolean => some.some((deed) => wanted.has(deed));
  if (does(begins)) return weights.deed;
  return deeds.some(does) ? weights.deedLater : -weights.otherDeed;
}

/** «Đề nghị», «Đăng ký» … stand before what a name is about. */
const OPENING = 4;

/** How much of the first words of a name was asked for: «Giải thể doanh nghiệp, …» is about just that, a name that mentions it later is not. */
function openingOf({ runs: [first = []] }: Name, asked: ReadonlySet<string>): number {
  const pairs = pairsOf(first.slice(0, OPENING));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => asked.has(pair)).length / pairs.length;
}

/** The score of a procedure, but for the marks; 0 when it grants no wish and nothing of the story is told of it. */
function scoreOf(
  candidate: Candidate,
  { wishes, asTyped, deeds, level }: Readings,
  lexicon: Lexicon,
  story: Story,
): number {
  const standing = placesOf(candidate);
  const name = nameOf(candidate.name);
  const scored = ({ share, asked }: ReturnType<typeof grantOf>): number =>
    share *
      (1 + weights.exactness * exactness(name, asked, lexicon) + weights.opening * openingOf(name, asked)) -
    unasked(name, asked, deeds);
  const understood = grantOf(standing, wishes, name);
  const typed = grantOf(standing, asTyped, name);
  const deed = deedOf(name, deeds);
  const often = frequencyOf(candidate.code);
  const told = shareOf(story, candidate.code, (words) => hasInName(words, standing, name));
  if (understood.share === 0 && told === 0) return 0;
  return (
    Math.max(scored(understood), typed.share >= weights.sureAsTyped ? scored(typed) : 0) +
    deed +
    told * (weights.told * (deed < 0 ? weights.toldOtherDeed : 1) + weights.toldOften * often) +
    understood.share *
      (weights.frequency * often +
        (candidate.audience.includes('citizen') ? weights.citizen : 0) +
        (level !== null && candidate.levels.includes(level) ? weights.levelSaid : 0) +
        Math.max(0, ...candidate.levels.map((one) => weights.level[one] ?? 0)))
  );
}

/** Typed words that carry marks: where they agree with a name, it is the likelier one. */
const markedWords = (parts: readonly Part[]): readonly string[] => [
  ...new Set(
    parts.flatMap(({ words }) =>
      words.filter(({ folded, marked, empty }) => !empty && folded !== marked).map(({ marked }) => marked),
    ),
  ),
];

/** Marks are compared for so many of the best only: it costs more than all else. */
const MARKED = 30;

type Scored<One> = { readonly candidate: One; score: number };

/** Candidates in the order of likelihood; those that grant no wish are left out. */
export function rank<One extends Candidate>(
  candidates: readonly One[],
  parts: readonly Part[],
  readings: Readings,
  lexicon: Lexicon,
  story: Story,
): readonly One[] {
  const order = (one: Scored<One>, other: Scored<One>): number =>
    other.score - one.score || (one.candidate.code < other.candidate.code ? -1 : 1);
  const scored = candidates
    .map((candidate): Scored<One> => ({
      candidate,
      score: scoreOf(candidate, readings, lexicon, story),
    }))
    .filter(({ score }) => score > 0);
  scored.sort(order);
  const typed = markedWords(parts);
  if (typed.length > 0) {
    for (const one of scored.slice(0, MARKED)) {
      const { marked } = nameOf(one.candidate.name);
      one.score += (weights.marks * typed.filter((word) => marked.has(word)).length) / typed.length;
    }
    scored.sort(order);
  }
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= weights.leastOfBest * best).map(({ candidate }) => candidate);
}
