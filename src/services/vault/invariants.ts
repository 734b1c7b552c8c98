/** What must be true of all vaults at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

/** Events reach the vault in seconds; what is missing after ten minutes is lost. */
const LONG_AGO = `$2::timestamptz - interval '10 minutes'`;

export const invariants: readonly Invariant[] = [
  {
    name: 'vault.every-result',
    holds: 'Every paper with an owner lies in the owner’s vault ten minutes after it was issued.',
    check: rowsThat(
      'is not in the vault of its owner',
      `select p.code as item from papers.papers p
        where p.tenant = $1 and p.issued_at < ${LONG_AGO}
          and coalesce(p.owner_organisation, p.owner) is not null
          and not exists (select from vault.items i where i.tenant = p.tenant and i.paper = p.id)`,
    ),
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
