/** The words of the catalogue with their counts, and which of them a mistyped word means. */
import { sql } from 'kysely';
import { own, type Look } from '../../../ground/db/act.ts';
import type { CatalogueTables } from '../tables.ts';
import type { Lexicon } from './wishes.ts';

/** Counts of the terms that a query needs. */
export async function readLexicon(look: Look, terms: ReadonlySet<string>): Promise<Lexicon> {
  const rows = await own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.terms')
    .select(['term', 'docs'])
    .where('tenant', '=', look.tenant)
    .where('term', '=', sql<string>`any(${['', ...terms]})`)
    .execute();
  const docs = new Map(rows.map(({ term, docs: count }) => [term, count]));
  const total = docs.get('') ?? 0;
  docs.delete('');
  return { docs, total };
}

/** A term that looks like a word. */
export type Alike = { readonly word: string; readonly term: string; readonly docs: number };

/** Terms that look like these words, the most alike first (trigrams). */
export const findAlike = (look: Look, words: readonly string[]): Promise<readonly Alike[]> =>
  sql<Alike>`
    select q.word, t.term, t.docs
    from unnest(${words}::text[]) q(word)
    cross join lateral (
      select term, docs from catalogue.terms t
      where t.tenant = ${look.tenant} and t.term % q.word and t.term <> ''
      order by similarity(t.term, q.word) desc, t.docs desc limit 12
    ) t`
    .execute(look.tx)
    .then(({ rows }) => rows);
