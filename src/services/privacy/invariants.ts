/** What must be true of requests about personal data at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'privacy.on-desk',
    holds: 'Every open request waits on the desk of a data steward.',
    check: rowsThat(
      'waits for nobody',
      `select r.code as item from privacy.requests r
        where r.tenant = $1 and r.state = 'open'
          and not exists (select from desk.work w where w.tenant = r.tenant and w.item = r.id and w.closed_at is null)`,
    ),
  },
  {
    name: 'privacy.carried-out',
    holds: 'A restriction that was granted holds, or was ended by the person.',
    check: rowsThat(
      'was granted and never carried out',
      `select r.code as item from privacy.requests r
        where r.tenant = $1 and r.kind = 'restriction' and r.state = 'granted'
          and not exists (select from people.restrictions x
                           where x.tenant = r.tenant and x.person = r.person and x.basis = r.code)`,
    ),
  },
];
