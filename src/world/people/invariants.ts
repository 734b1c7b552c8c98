/** What must be true of persons at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'people.numbers',
    holds: 'The number of a person says the sex and the year of birth that are known.',
    check: rowsThat(
      'has a number that says another sex or year of birth',
      `select id as item from people.persons
        where tenant = $1 and number is not null
          and ((sex in ('male', 'female') and sex <> case when substr(number, 4, 1)::int % 2 = 0 then 'male' else 'female' end)
            or left(born, 4)::int <> 1900 + substr(number, 4, 1)::int / 2 * 100 + substr(number, 5, 2)::int)`,
    ),
  },
  {
    name: 'people.parents',
    holds: 'Nobody is born before or in the year of a parent.',
    check: rowsThat(
      'is as old as a parent, or older',
      `select c.id as item from people.relationships r
         join people.persons p on p.tenant = r.tenant and p.id = r.person
         join people.persons c on c.tenant = r.tenant and c.id = r.relative
        where r.tenant = $1 and r.kind = 'parent' and left(p.born, 4) >= left(c.born, 4)`,
    ),
  },
];
