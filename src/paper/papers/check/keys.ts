/** Public keys of the agencies that issued papers: published for offline checks, kept for as long as such papers exist. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insertOnce } from '../../../ground/db/writes.ts';
import type { PaperTables } from '../schema.ts';
import type { AgencyKey } from './statement.ts';

/** Keeps the key with which a statement was signed; the same key once. */
export const noteKey = (act: Act, agency: string, { kid, ...key }: AgencyKey): void =>
  insertOnce(act.writes, 'papers.keys', { tenant: act.tenant, kid }, { agency, ...key, since: act.now });

/** All keys that ever signed a statement here, newest first. */
export const listKeys = (look: Look): Promise<AgencyKey[]> =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.keys')
    .select(['kid', 'agency_name', 'jwk', 'certificate'])
    .where('tenant', '=', look.tenant)
    .orderBy('since', 'desc')
    .execute();

/** The keys as a JSON Web Key Set (RFC 7517 §5), for phones that check without network. */
export const keySet = (keys: readonly AgencyKey[]): object => ({
  keys: keys.map(({ kid, agency_name, jwk, certificate }) => ({
    ...jwk,
    kid,
    use: 'sig',
    alg: 'ES256',
    name: agency_name,
    x5c: [certificate],
  })),
});
