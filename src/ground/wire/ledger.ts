/** Reading the ledger: for the person asked about, for a dossier, for the administrator. */
import { sql } from 'kysely';
import { own, type Act, type Look } from '../db/act.ts';
import { insert } from '../db/writes.ts';
import type { CallLine, WireTables } from './schema.ts';

const columns = [
  'at',
  'destination',
  'service',
  'purpose',
  'basis',
  'by_kind',
  'account',
  'agency',
  'item',
  'draft',
  'outcome',
  'status',
  'tries',
  'ms',
] as const;

const lines = (look: Look) =>
  own<WireTables>(look.tx)
    .selectFrom('wire.calls')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc');

/** Calls about one person or organisation (`subject` from `Wire.subjectOf`), newest first: who asked for their data and why (D4, N1). */
export const listCallsAbout = (look: Look, subject: Buffer, limit = 100): Promise<CallLine[]> =>
  lines(look).where('subject', '=', subject).limit(limit).execute();

/** Writes down that a draft became an item (or a supplement to it): what was asked for the draft was asked for that. */
export const draftBecame = (act: Act, draft: string, item: string): void =>
  insert(act.writes, 'wire.drafts', { tenant: act.tenant, draft, item });

/** Calls made for an item, for the drafts that became it, or for a draft, newest first. */
export async function listCallsFor(look: Look, id: string): Promise<CallLine[]> {
  const became = await own<WireTables>(look.tx)
    .selectFrom('wire.drafts')
    .select('draft')
    .where('tenant', '=', look.tenant)
    .where('item', '=', id)
    .execute();
  const drafts = [id, ...became.map(({ draft }) => draft)];
  return lines(look)
    .where((on) => on.or([on('item', '=', id), on('draft', 'in', drafts)]))
    .limit(500)
    .execute();
}

/** The latest calls, to one destination or to all, newest first: for those who answer for the data. */
export const listCalls = (look: Look, destination: string | null, limit = 100): Promise<CallLine[]> =>
  (destination === null ? lines(look) : lines(look).where('destination', '=', destination))
    .limit(limit)
    .execute();

/** How a destination has answered lately. */
export type Health = {
  readonly destination: string;
  readonly calls: number;
  readonly unanswered: number;
  readonly slowest: number;
  readonly last: Date;
};

/** How each destination has answered since a moment, for those who run the platform. */
export const listHealth = (look: Look, since: Date): Promise<Health[]> =>
  own<WireTables>(look.tx)
    .selectFrom('wire.calls')
    .select([
      'destination',
      sql<number>`count(*)::int`.as('calls'),
      sql<number>`(count(*) filter (where outcome in ('failed', 'timeout', 'not-tried', 'garbled')))::int`.as(
        'unanswered',
      ),
      sql<number>`max(ms)`.as('slowest'),
      sql<Date>`max(at)`.as('last'),
    ])
    .where('tenant', '=', look.tenant)
    .where('at', '>=', since)
    .where('outcome', '<>', 'kept')
    .groupBy('destination')
    .orderBy('destination')
    .execute();
