/** What must be true of the desk at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'desk.items',
    holds: 'Every piece of open work is about an item of the record.',
    check: rowsThat(
      'is work about nothing',
      `select w.code as item from desk.work w
        where w.tenant = $1 and w.closed_at is null
          and not exists (select from record.items i where i.tenant = w.tenant and i.id = w.item)`,
    ),
  },
  {
    name: 'desk.heirs',
    holds:
      'No open work waits in an agency that ended and was divided, unless somebody is asked who goes on.',
    check: rowsThat(
      'waits in an agency that ended and was divided',
      `select w.code as item from desk.work w
         join agencies.agencies a on a.tenant = w.tenant and a.id = w.agency
        where w.tenant = $1 and w.closed_at is null and a.abolished < ($2::timestamptz - interval '1 day')::date
          and (select count(*) > 1 or bool_or(s.field <> '' or s.place <> '') from agencies.successions s
                where s.tenant = a.tenant and s.agency = a.id)
          and not exists (select from desk.work c
                           where c.tenant = w.tenant and c.item = w.item and c.closed_at is null and c.kind = 'choose-heir')`,
    ),
  },
  {
    name: 'desk.holders',
    holds: 'No open work is held by an account that was closed the day before or earlier.',
    check: rowsThat(
      'is held by an account that is closed',
      `select w.code as item from desk.work w
         join access.accounts a on a.tenant = w.tenant and a.id = w.holder
        where w.tenant = $1 and w.closed_at is null and a.closed_at < $2::timestamptz - interval '1 day'`,
    ),
  },
];
