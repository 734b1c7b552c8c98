/** With which credential of the remote signing service an officer signs: chosen by the officer, for nobody else. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, remove } from '../../../ground/db/writes.ts';
import type { Credential } from '../gateway/credential.ts';
import type { PaperTables, RemoteCredential } from '../schema.ts';

/** The credential of a person; null: signs with what the keyring has. */
export const findCredential = async (look: Look, person: string): Promise<RemoteCredential | null> =>
  (await own<PaperTables>(look.tx)
    .selectFrom('papers.remote_credentials')
    .select([
      'person',
      'account',
      'credential',
      'certificate',
      'chain',
      'algorithm',
      'signer',
      'valid_until',
      'together',
      'since',
    ])
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .executeTakeFirst()) ?? null;

/** From now on this person signs on a phone. Replaces an earlier credential. */
export function connectCredential(act: Act, person: string, account: string, credential: Credential): void {
  insert(act.writes, 'papers.remote_credentials', {
    tenant: act.tenant,
    person,
    account,
    credential: credential.id,
    certificate: credential.certificate.toString('base64'),
    chain: credential.chain.map((der) => der.toString('base64')),
    algorithm: credential.algorithm,
    signer: credential.signer,
    valid_until: credential.validUntil,
    together: credential.together,
    since: act.now,
  });
}

/** From now on this person signs with what the keyring has. */
export const disconnectCredential = (act: Act, person: string): void =>
  remove(act.writes, 'papers.remote_credentials', { tenant: act.tenant, person });
