/** The ledger of what was sent (sổ tin đã gửi): how each delivery went, without what it said. */
import { sql } from 'kysely';
import { hasRole, own, type By, type Look } from '../../ground/db/act.ts';
import { isId } from '../../ground/record/index.ts';
import type { Delivery, DeliveryState, MessageTables, Notice } from './schema.ts';

/** Who answers for data and for the installation may read the ledger; it names nobody and shows addresses masked. */
export const mayReadLedger = (by: By): boolean =>
  by.kind === 'officer' && hasRole(by, 'data-steward', 'it-admin');

/** One line of the ledger. */
export type Sent = Pick<
  Delivery,
  'id' | 'channel' | 'address' | 'state' | 'tries' | 'problem' | 'at' | 'ended_at' | 'sent_at'
> &
  Pick<Notice, 'code'>;

/** Deliveries, newest first, perhaps only those in one state; behind a place of the list (`moment~id`), where one is given. */
export function listLedger(
  look: Look,
  state: DeliveryState | null,
  limit: number,
  after = '',
): Promise<Sent[]> {
  const [moment = '', id = ''] = after.split('~');
  const at = new Date(moment);
  let query = own<MessageTables>(look.tx)
    .selectFrom('messages.deliveries as d')
    .innerJoin('messages.notices as n', (join) =>
      join.onRef('n.tenant', '=', 'd.tenant').onRef('n.id', '=', 'd.notice'),
    )
    .select([
      'd.id',
      'd.channel',
      'd.address',
      'd.state',
      'd.tries',
      'd.problem',
      'd.at',
      'd.sent_at',
      'd.ended_at',
    ])
    .select('n.code')
    .where('d.tenant', '=', look.tenant)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit);
  if (state) query = query.where('d.state', '=', state);
  if (isId(id) && !Number.isNaN(at.getTime()))
    query = query.where(sql<boolean>`(d.at, d.id) < (${at}, ${id}::uuid)`);
  return query.execute();
}

/** How many are counted of a state; more are said to be more. */
export const MOST_COUNTED = 1000;

const DAY = 86_400_000;

/** How many deliveries of the last day are in each state; at most a thousand are counted. */
export async function countLedger(look: Look): Promise<ReadonlyMap<DeliveryState, number>> {
  const states = ['waiting', 'sent', 'delivered', 'failed'] as const;
  const since = new Date(look.now.getTime() - DAY);
  const counts = await Promise.all(
    states.map(async (state) => {
      const rows = await own<MessageTables>(look.tx)
        .selectFrom('messages.deliveries')
        .select('id')
        .where('tenant', '=', look.tenant)
        .where('state', '=', state)
        .where('at', '>', since)
        .limit(MOST_COUNTED)
        .execute();
      return [state, rows.length] as const;
    }),
  );
  return new Map(counts);
}
