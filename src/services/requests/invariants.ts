/** What must be true of ratings at any moment. Nothing leads from a rating to its dossier, so they can only be counted. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'requests.once',
    holds: 'There are as many ratings as dossiers that were rated.',
    check: rowsThat(
      'has more or fewer ratings than rated dossiers',
      `select 'requests.ratings' as item
        where (select count(*) from requests.ratings where tenant = $1) <> (select count(*) from requests.rated where tenant = $1)`,
    ),
  },
];
