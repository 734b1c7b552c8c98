/**
 * Search for procedures (B1, A5): PostgreSQL finds by words (GIN over folded terms, weighted by rarity), `rank.ts` puts the best
 * first. Forgives missing marks and tone position (folded terms), typing errors (`spelling.ts`), and knows what people call things.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Look } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { conditionsOf, lineOf, listed, type ListFilter, type ListLine, type ListRow } from '../lists.ts';
import { codesAsked, type CodesAsked } from './codes.ts';
import { servicesTold, storyOf } from './everyday.ts';
import { findAlike, readLexicon } from './lexicon.ts';
import { rank } from './rank.ts';
import { mendSounds } from './sounds.ts';
import { mend, pairsToAsk, triesFor, unknownWords } from './spelling.ts';
import { typed } from './typing.ts';
import { placedOf, understand, type Part } from './understand.ts';
import { isRare, isWhole, readingsOf, termsIn, type Lexicon, type Unit, type Wish } from './wishes.ts';

/** Candidates that are fetched for ranking; also the most results that a search gives. */
const MOST_FOUND = 200;

/** Terms that take part in the look-up, of one wording and in all. */
const TERMS_OF_WORDING = 6;
const TERMS_OF_WISH = 8;
/** Procedures that the look-up may come upon, counted for each term; the ranking sees the best of them. */
const MOST_MATCHES = 600;

/** So many services that a query tells of most are candidates, whatever words their names have. */
const MOST_TOLD = 20;

/** What a search found. `mended`: the query as it was understood, when typing errors were mended. */
export type Found = { readonly items: readonly ListLine[]; readonly mended: string | null };

/** A query as it is understood. `mended`: its words, when errors were mended. */
type Read = { readonly parts: readonly Part[]; readonly lexicon: Lexicon; readonly mended: string | null };

async function readAs(look: Look, query: string, mended: string | null): Promise<Read> {
  const parts = understand(query);
  return { parts, lexicon: await readLexicon(look, termsIn(query, parts)), mended };
}

/** Understands a query, mending what is written by ear or mistyped. */
async function read(look: Look, asTyped: string): Promise<Read> {
  const typed = await readAs(look, asTyped, null);
  if (typed.lexicon.total === 0) return typed;
  const heard = mendSounds(asTyped, typed.lexicon.docs);
  const found = heard === null ? typed : await readAs(look, heard, heard);
  const query = heard ?? asTyped;
  const unknown = unknownWords(query, found.lexicon.docs);
  if (unknown.length === 0) return found;
  const alike = await findAlike(look, triesFor(unknown));
  const pairs = await readLexicon(look, pairsToAsk(query, unknown, alike));
  const mended = mend(query, unknown, alike, pairs.docs);
  return mended === null ? found : readAs(look, mended, mended);
}

/** The heaviest terms, as many as together stand in so few procedures that looking at each of them costs little. */
function withinBudget(terms: readonly Unit[], budget: number, { docs }: Lexicon): readonly Unit[] {
  const taken: Unit[] = [];
  let left = budget;
  for (const unit of terms) {
    const count = docs.get(unit.term) ?? 0;
    if (taken.length > 0 && (count > left || taken.length >= TERMS_OF_WISH)) continue;
    taken.push(unit);
    left -= count;
  }
  return taken;
}

/**
 * The terms to look up: the few heaviest of every wording, which are its rarest pairs of syllables. Where there is a pair, single
 * syllables are left out unless they are rare («phà»), and what stands in every fifth procedure where there is something rarer:
 * they would fetch the whole catalogue and tell nothing.
 */
export function lookUp(wishes: readonly Wish[], lexicon: Lexicon): ReadonlySet<string> {
  const few = (term: string): boolean => (lexicon.docs.get(term) ?? 0) * 5 < lexicon.total;
  const telling = ({ term }: Unit): boolean => (isWhole(term) ? few(term) : isRare(lexicon, term));
  const terms = wishes.flatMap(({ wordings }) => {
    const heaviest = wordings.flatMap(({ units }) => {
      const known = units.filter(({ term }) => lexicon.docs.has(term));
      const pairs = known.filter(telling);
      return (pairs.length > 0 ? pairs : known)
        .toSorted((one, other) => other.weight - one.weight)
        .slice(0, TERMS_OF_WORDING);
    });
    return withinBudget(
      heaviest.toSorted((one, other) => other.weight - one.weight),
      MOST_MATCHES / wishes.length,
      lexicon,
    ).map(({ term }) => term);
  });
  // A wish that is one such syllable («giấy») is left to the others: with it, half of the catalogue would be read.
  const rarer = terms.filter(few);
  return new Set(rarer.length > 0 ? rarer : terms);
}

/**
 * The statement that fetches candidates: those that have most of the words, in the name before domain and results. The sum on the
 * tenant keeps the planner from the index by name: right after an import it thinks the table empty and would read all of it.
 */
export function candidatesQuery(
  look: Look,
  terms: ReadonlySet<string>,
  filter: ListFilter,
): RawBuilder<ListRow & { readonly terms: string }> {
  const query = [...terms].map((term) => `'${term}'`).join(' | ');
  return sql<ListRow & { readonly terms: string }>`
    select ${listed}, l.terms::text as terms
    from catalogue.listing l
    where l.tenant + 0 = ${look.tenant} and l.terms @@ ${query}::tsquery and ${conditionsOf(filter, vietnamDay(look.now))}
    order by ts_rank('{0, 0.35, 0.45, 1}', l.terms, ${query}::tsquery) desc, l.code
    limit ${MOST_FOUND}`;
}

/** Procedures by their codes, or by the beginning of one. */
const coded = (look: Look, asked: CodesAsked, filter: ListFilter): Promise<readonly ListRow[]> =>
  sql<ListRow>`select ${listed} from catalogue.listing l
    where l.tenant = ${look.tenant} and ${conditionsOf(filter, vietnamDay(look.now))}
      and ${
        'codes' in asked
          ? sql`l.code = any(${asked.codes}::text[])`
          : sql`l.code between ${asked.prefix} and ${`${asked.prefix}9999`}`
      }
    order by l.code limit ${MOST_FOUND}`
    .execute(look.tx)
    .then(({ rows }) => rows);

/** Those of these procedures that are in force, as candidates. */
const named = (
  look: Look,
  codes: readonly string[],
  filter: ListFilter,
): Promise<readonly (ListRow & { readonly terms: string })[]> =>
  sql<ListRow & { readonly terms: string }>`
    select ${listed}, l.terms::text as terms
    from catalogue.listing l
    where l.tenant = ${look.tenant} and l.code = any(${codes}::text[]) and ${conditionsOf(filter, vietnamDay(look.now))}`
    .execute(look.tx)
    .then(({ rows }) => rows);

/** Finds procedures, the likeliest first. */
export async function search(look: Look, asTyped: string, filter: ListFilter = {}): Promise<Found> {
  const query = typed(asTyped);
  const codes = codesAsked(query);
  const byCode = codes ? await coded(look, codes, filter) : [];
  if (byCode.length > 0) return { items: byCode.map(lineOf), mended: null };
  const { parts, lexicon, mended } = await read(look, query);
  const readings = readingsOf(parts, lexicon);
  const terms = lookUp([...readings.wishes, ...readings.asTyped], lexicon);
  const story = storyOf(placedOf(parts));
  const told = servicesTold(story, MOST_TOLD);
  if (terms.size === 0 && told.length === 0) return { items: [], mended };
  const { rows } = await candidatesQuery(look, terms, filter).execute(look.tx);
  const missing = told.flatMap(([code]) => (rows.some((row) => row.code === code) ? [] : [code]));
  const more = missing.length > 0 ? await named(look, missing, filter) : [];
  return { items: rank([...rows, ...more], parts, readings, lexicon, story).map(lineOf), mended };
}
