/** What procedures are called, for lists that know only their codes. */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Procedure } from './schema.ts';
import type { CatalogueTables } from './tables.ts';

/** Names by code, of the latest version of each. Codes that do not exist are left out. */
export async function namesOf(look: Look, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.versions')
    .distinctOn('code')
    .select(['code', 'name'])
    .where('tenant', '=', look.tenant)
    .where('code', '=', (is) => is.fn.any(is.val(codes)))
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The name of a procedure in both languages; the Vietnamese one where there is no other. */
export const titleOf = ({ name, nameEn }: Pick<Procedure, 'name' | 'nameEn'>): Text => ({
  vi: name,
  en: nameEn ?? name,
});

/** The same by code, of the latest version of each. Codes that do not exist are left out. */
export async function titlesOf(look: Look, codes: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  if (codes.length === 0) return new Map();
  const rows = await own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.versions')
    .distinctOn('code')
    .select(['code', 'name', sql<string | null>`local->>'nameEn'`.as('nameEn')])
    .where('tenant', '=', look.tenant)
    .where('state', '=', 'published')
    .where('code', '=', (is) => is.fn.any(is.val([...new Set(codes)])))
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.code, titleOf(row)]));
}
