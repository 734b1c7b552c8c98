/** The work list of the editor: what imports were not sure of. */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import type { DoubtKind } from './import/doubt.ts';
import type { CatalogueTables } from './tables.ts';

/** An open doubt about a version. */
export type OpenDoubt = {
  readonly code: string;
  readonly version: number;
  readonly n: number;
  readonly name: string;
  readonly field: string;
  readonly kind: DoubtKind;
  readonly value: string;
};

/** What the list is narrowed to, and where its page begins. */
export type DoubtFilter = {
  readonly kind?: string | null;
  readonly code?: string | null;
  readonly after?: { readonly code: string; readonly n: number } | null;
};

/** Open doubts about versions that are not replaced, by procedure. */
export async function listDoubts(
  look: Look,
  filter: DoubtFilter,
  size = 50,
): Promise<{ readonly items: readonly OpenDoubt[]; readonly more: boolean }> {
  const rows = await own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.doubts as d')
    .innerJoin('catalogue.listing as l', (join) =>
      join
        .onRef('l.tenant', '=', 'd.tenant')
        .onRef('l.code', '=', 'd.code')
        .onRef('l.version', '=', 'd.version'),
    )
    .select(['d.code', 'd.version', 'd.n', 'l.name', 'd.field', 'd.kind', 'd.value'])
    .where('d.tenant', '=', look.tenant)
    .where('d.settled_at', 'is', null)
    .where('l.valid_to', 'is', null)
    .$if(Boolean(filter.kind), (query) => query.where('d.kind', '=', filter.kind as DoubtKind))
    .$if(Boolean(filter.code), (query) => query.where('d.code', '=', filter.code!))
    .$if(Boolean(filter.after), (query) =>
      query.where(sql<boolean>`(d.code, d.n) > (${filter.after!.code}, ${filter.after!.n})`),
    )
    .orderBy('d.code')
    .orderBy('d.n')
    .limit(size + 1)
    .execute();
  return { items: rows.slice(0, size), more: rows.length > size };
}

/** How many doubts of each kind are open, the most first. */
export const countDoubts = (
  look: Look,
): Promise<readonly { readonly kind: DoubtKind; readonly count: number; readonly procedures: number }[]> =>
  sql<{ kind: DoubtKind; count: number; procedures: number }>`
    select d.kind, count(*)::int as count, count(distinct d.code)::int as procedures
    from catalogue.doubts d join catalogue.listing l on l.tenant = d.tenant and l.code = d.code and l.version = d.version and l.valid_to is null
    where d.tenant = ${look.tenant} and d.settled_at is null group by d.kind order by count desc`
    .execute(look.tx)
    .then(({ rows }) => rows);
