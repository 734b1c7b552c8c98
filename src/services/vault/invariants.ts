/** What must be true of all vaults at any moment. */
import type { Look } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { rowsThat, type Finding, type Invariant } from '../../ground/record/invariants.ts';
import type { IsHeld } from './listeners.ts';

/** Events reach the vault in seconds; what is missing after ten minutes is lost. */
const LONG_AGO = `$2::timestamptz - interval '10 minutes'`;

/** What is missing, without what is kept back until its fee is paid. */
const notHeld =
  (isHeld: IsHeld) =>
  async (look: Look): Promise<Finding[]> => {
    const rows = await send<{ code: string; item: string | null }>(
      look.tx,
      `select p.code, p.item from papers.papers p
        where p.tenant = $1 and p.issued_at < ${LONG_AGO}
          and coalesce(p.owner_organisation, p.owner) is not null
          and not exists (select from vault.items i where i.tenant = p.tenant and i.paper = p.id) limit 100`,
      [look.tenant, look.now],
    );
    const held = await Promise.all(rows.map(async ({ item }) => item !== null && isHeld(look, item)));
    return rows
      .filter((_, i) => !held[i])
      .map(({ code }) => ({ item: code, what: 'is not in the vault of its owner' }));
  };

export const vaultInvariants = (isHeld: IsHeld): readonly Invariant[] => [
  {
    name: 'vault.every-result',
    holds:
      'Every paper with an owner lies in the owner’s vault ten minutes after it was issued, unless its fee is owed first.',
    check: notHeld(isHeld),
  },
  {
    name: 'vault.state-of-papers',
    holds: 'A paper that was revoked or replaced is shown so in the vault, and no other.',
    check: rowsThat(
      'has another state in the vault',
      `select p.code as item from vault.items i join papers.papers p on p.tenant = i.tenant and p.id = i.paper
        where i.tenant = $1 and (p.ended_at is null or p.ended_at < ${LONG_AGO})
          and i.state <> case p.state when 'issued' then 'in-force' else p.state end`,
    ),
  },
];
