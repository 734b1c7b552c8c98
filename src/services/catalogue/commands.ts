/** Publishing procedures that are worked out here and ship with the product. Drafts and their review: `drafts.ts`. */
import { own, type Act } from '../../ground/db/act.ts';
import { canonical } from '../../ground/record/chain.ts';
import { handMadeParts } from './import/carry-over.ts';
import { contentHash } from './import/read-row.ts';
import type { LocalContent, NationalContent, Procedure } from './schema.ts';
import type { CatalogueTables } from './tables.ts';
import { headOf, holdProcedures, putInForce } from './versions.ts';

/** Hash of the national layer, by which one sees whether anything changed. */
export const nationalHash = contentHash;

/** The version that was published with exactly this content, or null. */
async function findSame(act: Act, national: NationalContent, local: LocalContent): Promise<number | null> {
  const rows = await own<CatalogueTables>(act.tx)
    .selectFrom('catalogue.versions')
    .select(['version', 'local'])
    .where('tenant', '=', act.tenant)
    .where('code', '=', national.code)
    .where('hash', '=', nationalHash(national))
    .where('state', '=', 'published')
    .execute();
  return rows.find((row) => canonical(row.local) === canonical(local))?.version ?? null;
}

/**
 * Puts a version in force from a day on; the version in force until then ends on that day. Returns the number of the
 * version. What was published before with the same content is left as it is: the product may be set up again at any time.
 */
export async function publish(
  act: Act,
  national: NationalContent,
  local: LocalContent,
  from: string,
  origin: Procedure['origin'],
): Promise<number> {
  const held = (await holdProcedures(act, [national.code])).get(national.code);
  const same = await findSame(act, national, local);
  if (same !== null) return same;
  const { version } = putInForce(act, held, await headOf(act, held), {
    national,
    local,
    hash: nationalHash(national),
    origin,
    from,
    cause: national.decision.number || null,
    ...(origin === 'written' && { handMade: handMadeParts }),
  });
  return version;
}
