/** What must be true of money at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'payments.balanced',
    holds:
      'A charge is paid exactly when money of its amount came in for it once, and has a receipt of that amount.',
    check: rowsThat(
      'is not balanced',
      `select h.ref as item from payments.charges h
         left join payments.credits c on c.tenant = h.tenant and c.charge = h.id and c.fate = 'charge'
         left join payments.receipts r on r.tenant = h.tenant and r.charge = h.id
        where h.tenant = $1
          and case when h.state in ('paid', 'refunded')
                   then c.amount is distinct from h.amount or r.amount is distinct from h.amount or r.credit is distinct from c.id
                   else c.id is not null or r.credit is not null end`,
    ),
  },
  {
    name: 'payments.given-back',
    holds:
      'Money that paid something already paid is given back whole; a charge is refunded exactly when its money was given back.',
    check: rowsThat(
      'is not given back as it should be',
      `select c.outside_id as item from payments.credits c
         left join payments.refunds r on r.tenant = c.tenant and r.credit = c.id
         left join payments.charges h on h.tenant = c.tenant and h.id = c.charge
        where c.tenant = $1
          and (r.amount <> c.amount
            or (c.fate = 'surplus' and r.id is null)
            or (c.fate = 'charge' and (h.state = 'refunded') <> (r.state is not distinct from 'done')))`,
    ),
  },
  {
    name: 'payments.followed',
    holds: 'Every try to pay that is not decided has an event ahead that asks the platform again.',
    check: rowsThat(
      'is a try that nobody asks about',
      `select a.ref as item from payments.attempts a
        where a.tenant = $1 and a.state = 'begun'
          and not exists (select from jobs.events e
                           where e.tenant = a.tenant and e.item = a.charge and e.name = 'payment.ask'
                             and e.payload->>'ref' = a.ref and (not e.sent or greatest(e.due_at, e.written_at) > now() - interval '2 hours'))`,
    ),
  },
  {
    name: 'payments.receipts-without-gaps',
    holds: 'Receipts of an agency and year are numbered from 1 without gaps.',
    check: rowsThat(
      'has a gap in its receipts',
      `select agency || ' ' || symbol as item from payments.receipts where tenant = $1
        group by agency, symbol having max(number::int) <> count(*)`,
    ),
  },
];
