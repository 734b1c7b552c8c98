/** What procedures are called, for lists that know only their codes. */
import { own, type Look } from '../../ground/db/act.ts';
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
