/** What must be true of legal texts and code lists at any moment; they have no tenant. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'law.one-a-day',
    holds: 'On any day a code of a list means at most one thing.',
    check: rowsThat(
      'means two things on the same day',
      `select a.list || ' ' || a.code as item from law.codes a
         join law.codes b on b.list = a.list and b.code = a.code and b.valid_from > a.valid_from
        where a.valid_to is null or a.valid_to >= b.valid_from`,
    ),
  },
  {
    name: 'law.replaced',
    holds: 'A legal text that was replaced is no longer in force.',
    check: rowsThat(
      'was replaced and has no last day',
      `select number || ', ' || issuer as item from law.texts
        where replaced_by is not null and valid_to is null`,
    ),
  },
];
