/**
 * Search for procedures (B1, A5): PostgreSQL finds by words (GIN over folded terms, weighted by rarity), `rank.ts` puts the best
 * first. Forgives missing marks and tone position (folded terms), typing errors (`spelling.ts`), and knows what people call things.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Look } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { conditionsOf, lineOf, listed, type ListFilter, type ListLine, type ListRow } from '../lists.ts';
import { findAlike, readLexicon } from './lexicon.ts';
import { markedWords, scoreOf, termsIn, wishesOf, type Lexicon, type Wish } from './rank.ts';
import { mend, pairsToAsk, triesFor, unknownWords } from './spelling.ts';
import { understand, type Part } from './understand.ts';

/** Candidates that are fetched for ranking; also the most results that a search gives. */
export const MOST_FOUND = 200;

/** Terms that take part in the look-up; the rarest ones decide. */
const MOST_TERMS = 60;

/** What a search found. `mended`: the query as it was understood, when typing errors were mended. */
export type Found = { readonly items: readonly ListLine[]; readonly mended: string | null };

const codeInQuery = /\b\d\.\d{6}\b/;

/** Understands a query, mending what is mistyped. */
async function read(look: Look, query: string): Promise<{ readonly parts: readonly Part[]; readonly lexicon: Lexicon; readonly mended: string | null }> {
  const parts = understand(query);
  const lexicon = await readLexicon(look, termsIn(parts));
  const unknown = unknownWords(query, lexicon.docs);
  if (unknown.length === 0 || lexicon.total === 0) return { parts, lexicon, mended: null };
  const alike = await findAlike(look, triesFor(unknown));
  const pairs = await readLexicon(look, pairsToAsk(query, unknown, alike));
  const mended = mend(query, unknown, alike, pairs.docs);
  if (mended === null) return { parts, lexicon, mended: null };
  const again = understand(mended);
  return { parts: again, lexicon: await readLexicon(look, termsIn(again)), mended };
}

/** The terms of the wishes with their weights, the heaviest first. */
function lookUp(wishes: readonly Wish[]): readonly { readonly term: string; readonly weight: number }[] {
  const terms = new Map<string, number>();
  for (const { wordings, weight } of wishes) {
    for (const units of wordings) {
      const all = units.reduce((sum, unit) => sum + unit.weight, 0);
      for (const unit of units) terms.set(unit.term, Math.max(terms.get(unit.term) ?? 0, (weight * unit.weight) / all));
    }
  }
  return [...terms]
    .map(([term, weight]) => ({ term, weight }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_TERMS);
}

/** The statement that fetches candidates: those that have the heaviest words, in the name before domain and results. */
export function candidatesQuery(look: Look, terms: readonly { readonly term: string; readonly weight: number }[], filter: ListFilter): RawBuilder<ListRow> {
  const quoted = terms.map(({ term }) => `'${term}'`);
  return sql<ListRow>`
    select ${listed}
    from catalogue.listing l
    cross join lateral (
      select sum(q.weight * case when l.terms @@ q.named then 1 else 0.45 end) as score
      from unnest(${quoted.map((term) => `${term}:A`)}::text[]::tsquery[], ${quoted}::text[]::tsquery[], ${terms.map(({ weight }) => weight)}::float8[]) q(named, anywhere, weight)
      where l.terms @@ q.anywhere
    ) s
    where l.tenant = ${look.tenant} and l.terms @@ ${quoted.join(' | ')}::tsquery and ${conditionsOf(filter, vietnamDay(look.now))}
    order by s.score desc, l.code
    limit ${MOST_FOUND}`;
}

/** Finds procedures, the likeliest first. */
export async function search(look: Look, query: string, filter: ListFilter = {}): Promise<Found> {
  const code = codeInQuery.exec(query)?.[0];
  if (code) {
    const { rows } = await sql<ListRow>`select ${listed} from catalogue.listing l
      where l.tenant = ${look.tenant} and l.code = ${code} and ${conditionsOf(filter, vietnamDay(look.now))}`.execute(look.tx);
    if (rows.length > 0) return { items: rows.map(lineOf), mended: null };
  }
  const { parts, lexicon, mended } = await read(look, query);
  const wishes = wishesOf(parts, lexicon);
  const terms = lookUp(wishes);
  if (terms.length === 0) return { items: [], mended };
  const { rows } = await candidatesQuery(look, terms, filter).execute(look.tx);
  const typed = markedWords(parts);
  const scored = rows.map((row) => ({ row, score: scoreOf(row, wishes, lexicon, typed) })).filter(({ score }) => score > 0);
  scored.sort((one, other) => other.score - one.score || (one.row.code < other.row.code ? -1 : 1));
  return { items: scored.map(({ row }) => lineOf(row)), mended };
}
