/** What must be true of the post room at any moment. */
import { rowsThat, type Invariant } from '../../ground/record/invariants.ts';

/** A job may be under way: events of the last two hours count as ahead. */
const ahead = (item: string, name: string): string =>
  `exists (select from jobs.events e where e.tenant = x.tenant and e.item = ${item} and e.name = '${name}'
             and (not e.sent or greatest(e.due_at, e.written_at) > now() - interval '2 hours'))`;

export const invariants: readonly Invariant[] = [
  {
    name: 'exchange.outbox-moves',
    holds: 'Every envelope without an answer has an event ahead that sends it.',
    check: rowsThat(
      'has an envelope that nobody sends',
      `select distinct l.code as item from exchange.outbox x
         join exchange.lines l on l.tenant = x.tenant and l.carrier = x.carrier and l.item = x.item
        where x.tenant = $1 and x.state in ('waiting', 'sent') and not ${ahead('x.item', 'exchange.send')}`,
    ),
  },
  {
    name: 'exchange.in-order',
    holds: 'No envelope was answered before an earlier one of its item.',
    check: rowsThat(
      'has an envelope that overtook another',
      `select distinct l.code as item from exchange.outbox x
         join exchange.outbox y on y.tenant = x.tenant and y.carrier = x.carrier and y.item = x.item and y.n < x.n
         join exchange.lines l on l.tenant = x.tenant and l.carrier = x.carrier and l.item = x.item
        where x.tenant = $1 and x.state in ('acknowledged', 'failed') and y.state in ('waiting', 'sent')`,
    ),
  },
  {
    name: 'exchange.arrivals-move',
    holds: 'Every dossier that arrived is taken in, refused, or has an event ahead that takes it in.',
    check: rowsThat(
      'arrived and nobody takes it in',
      `select x.code as item from exchange.arrivals x
        where x.tenant = $1 and x.state = 'received' and not ${ahead('x.id', 'exchange.arrived')}`,
    ),
  },
];
