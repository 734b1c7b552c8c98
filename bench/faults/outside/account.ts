/** What became of a dossier at the systems outside. */
import { send, type Connection } from '../../../src/ground/db/connect.ts';

/**
 * What there is of a dossier: itself; what still waits for somebody outside (messages that the portal has not acknowledged, charges that somebody
 * set out to pay and that are not paid, parcels that are not ordered, mails that were not taken, papers that wait for a phone); and what
 * it got, each of which it gets once.
 */
type Account = {
  readonly dossiers: number;
  readonly untold: number;
  readonly unpaid: number;
  readonly unordered: number;
  readonly unsent: number;
  readonly unsigned: number;
  readonly numbers: number;
  readonly credits: number;
  readonly parcels: number;
};

export async function accountOf({ db }: Connection, code: string): Promise<Account> {
  const [row] = await send<Account>(
    db,
    `select count(*)::int as dossiers,
            (select count(*)::int from exchange.outbox o join exchange.lines l using (tenant, carrier, item)
              where l.code = $1 and o.state <> 'acknowledged') as untold,
            (select count(*)::int from registries.requests r join dossiers.codes c on c.tenant = r.tenant and c.dossier = r.item
              where c.code = $1 and r.state = 'answered') as numbers,
            (select count(*)::int from payments.charges h where code = $1 and state = 'due'
                and exists (select from payments.attempts a where a.tenant = h.tenant and a.charge = h.id)) as unpaid,
            (select count(*)::int from payments.credits p join payments.charges h on h.tenant = p.tenant and h.id = p.charge
              where h.code = $1) as credits,
            (select count(*)::int from exchange.parcels where code = $1 and state = 'asked') as unordered,
            (select count(*)::int from exchange.parcels where code = $1) as parcels,
            (select count(*)::int from messages.deliveries d join messages.notices n on n.tenant = d.tenant and n.id = d.notice
              where n.code = $1 and d.channel = 'email' and d.state in ('waiting', 'failed')) as unsent,
            (select count(*)::int from papers.waiting_signatures w
                join dossiers.dossiers d on d.tenant = w.tenant and d.result = w.paper where d.code = $1) as unsigned
       from dossiers.codes where code = $1`,
    [code],
  );
  return row!;
}

/** How much still waits. */
export const waitingOf = ({ untold, unpaid, unordered, unsent, unsigned }: Account): number =>
  untold + unpaid + unordered + unsent + unsigned;

/** How much it got more than once. */
export const doubledOf = ({ dossiers, numbers, credits, parcels }: Account): number =>
  [dossiers, numbers, credits, parcels].reduce((sum, n) => sum + Math.max(0, n - 1), 0);
