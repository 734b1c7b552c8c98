/** Reading the post room. */
import { sql } from 'kysely';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { isId } from '../../ground/record/index.ts';
import {
  senders,
  type Arrived,
  type Carrier,
  type Envelope,
  type ExchangeTables,
  type FiledAt,
  type Line,
  type Mirrored,
  type Parcel,
  type PortalService,
} from './schema.ts';

const tables = (look: Look) => own<ExchangeTables>(look.tx);

const outbox = (look: Look, carrier: Carrier) =>
  tables(look)
    .selectFrom('exchange.outbox')
    .select([
      'carrier',
      'item',
      'n',
      'event',
      'service',
      'body',
      'tells',
      'state',
      'tries',
      'created_at',
      'sent_at',
      'ended_at',
      'problem',
    ])
    .where('tenant', '=', look.tenant)
    .where('carrier', '=', carrier);

/** What one carrier is told about one item, or null when nothing. */
export const findLine = async (look: Look, carrier: Carrier, item: string): Promise<Line | null> =>
  (await lines(look, carrier).where('item', '=', item).executeTakeFirst()) ?? null;

const lines = (look: Look, carrier: Carrier) =>
  tables(look)
    .selectFrom('exchange.lines')
    .select(['carrier', 'item', 'code', 'last_n', 'last_step', 'retry_at', 'changed_at'])
    .where('tenant', '=', look.tenant)
    .where('carrier', '=', carrier);

/** The envelope that must go next for an item: the oldest without an answer. */
export const findNext = async (look: Look, carrier: Carrier, item: string): Promise<Envelope | null> =>
  (await outbox(look, carrier)
    .where('item', '=', item)
    .where('state', 'in', ['waiting', 'sent'])
    .orderBy('n')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** Envelopes of an item in their order. */
export const listEnvelopes = (look: Look, carrier: Carrier, item: string): Promise<Envelope[]> =>
  outbox(look, carrier).where('item', '=', item).orderBy('n').execute();

/** Steps of an item that the carrier refused and has not been told since; `unknown`: nobody kept which. */
export async function listRefusedSteps(
  look: Look,
  carrier: Carrier,
  item: string,
): Promise<readonly number[] | 'unknown'> {
  const told = (await listEnvelopes(look, carrier, item)).filter(
    ({ service }) => service === 'CapNhatTienDoHoSoMC',
  );
  const refused = told.filter(({ state }) => state === 'failed');
  if (refused.some(({ tells }) => tells === null)) return 'unknown';
  const others = new Set(told.filter(({ state }) => state !== 'failed').flatMap(({ tells }) => tells ?? []));
  return refused.flatMap(({ tells }) => tells ?? []).filter((seq) => !others.has(seq));
}

/** The last envelope of a service that the other side has acknowledged for an item, or null. */
export const findLastTold = async (
  look: Look,
  carrier: Carrier,
  item: string,
  service: PortalService,
): Promise<Envelope | null> =>
  (await outbox(look, carrier)
    .where('item', '=', item)
    .where('service', '=', service)
    .where('state', '=', 'acknowledged')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** Items told about last, newest first; with `search` by code. */
export const listLines = (look: Look, carrier: Carrier, search: string, limit: number): Promise<Line[]> => {
  const all = lines(look, carrier).orderBy('changed_at', 'desc').limit(limit);
  const words = search.trim();
  return (words === '' ? all : all.where('code', '=', words)).execute();
};

/** Envelopes that the other side refused or has not answered, oldest first. */
export const listTroubled = (
  look: Look,
  carrier: Carrier,
): Promise<(Envelope & { readonly code: string })[]> =>
  tables(look)
    .selectFrom('exchange.outbox as o')
    .innerJoin('exchange.lines as l', (join) =>
      join
        .onRef('l.tenant', '=', 'o.tenant')
        .onRef('l.carrier', '=', 'o.carrier')
        .onRef('l.item', '=', 'o.item'),
    )
    .select([
      'o.carrier',
      'o.item',
      'o.n',
      'o.event',
      'o.service',
      'o.body',
      'o.tells',
      'o.state',
      'o.tries',
      'o.created_at',
      'o.sent_at',
      'o.ended_at',
      'o.problem',
      'l.code',
    ])
    .where('o.tenant', '=', look.tenant)
    .where('o.carrier', '=', carrier)
    .where('o.state', 'in', ['sent', 'failed'])
    // A refused envelope that a later one has put right is no trouble any more.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('exchange.outbox as p')
            .select('p.n')
            .whereRef('p.tenant', '=', 'o.tenant')
            .whereRef('p.carrier', '=', 'o.carrier')
            .whereRef('p.item', '=', 'o.item')
            .whereRef('p.service', '=', 'o.service')
            .whereRef('p.n', '>', 'o.n')
            .where('p.state', '=', 'acknowledged')
            // A later message tells the dossier anew, but of the steps only those that it holds.
            .where(sql<boolean>`(o.tells is null or p.tells @> o.tells)`),
        ),
      ),
    )
    .orderBy('o.created_at')
    .limit(100)
    .execute();

const arrivals = (look: Look) =>
  tables(look)
    .selectFrom('exchange.arrivals')
    .select([
      'id',
      'system',
      'code',
      'body',
      'state',
      'received_at',
      'tries',
      'item',
      'ended_at',
      'problem',
      'digest',
      'missing',
      'differs_at',
    ])
    .where('tenant', '=', look.tenant);

/** An arrival by id, or null. */
export const findArrived = async (look: Look, id: string): Promise<Arrived | null> =>
  isId(id) ? ((await arrivals(look).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** An arrival by the code it has where it was filed, or null. */
export const findArrivedByCode = async (look: Look, system: FiledAt, code: string): Promise<Arrived | null> =>
  (await arrivals(look).where('system', '=', system).where('code', '=', code).executeTakeFirst()) ?? null;

/** What another sender has sent under the same code and was not refused, or null. */
export const findArrivedElsewhere = async (
  look: Look,
  system: FiledAt,
  code: string,
): Promise<Arrived | null> =>
  (await arrivals(look)
    .where('code', '=', code)
    .where(
      'system',
      'in',
      senders.filter((one) => one !== system),
    )
    .where('state', '<>', 'refused')
    .executeTakeFirst()) ?? null;

/** How an item of ours arrived, or null when it was filed here. */
export const findArrivalOf = async (look: Look, item: string): Promise<Arrived | null> =>
  (await arrivals(look).where('item', '=', item).orderBy('received_at').limit(1).executeTakeFirst()) ?? null;

/** Arrivals that were not taken in: they wait or were refused; oldest first. */
export const listUntaken = (look: Look): Promise<Arrived[]> =>
  arrivals(look).where('state', '<>', 'taken').orderBy('received_at').limit(100).execute();

const mirrored = (look: Look) =>
  tables(look)
    .selectFrom('exchange.mirrored')
    .select([
      'system',
      'code',
      'procedure',
      'title',
      'agency',
      'applicant_name',
      'person',
      'organisation',
      'status',
      'submitted_at',
      'accepted_at',
      'due_at',
      'ended_at',
      'told_at',
      'counted_for',
      'outcome',
    ])
    .where('tenant', '=', look.tenant);

/** A mirrored dossier, or null. */
export const findMirrored = async (look: Look, system: string, code: string): Promise<Mirrored | null> =>
  (await mirrored(look).where('system', '=', system).where('code', '=', code).executeTakeFirst()) ?? null;

/** The same, held until the act ends: two messages about one dossier follow each other. */
export const holdMirrored = async (act: Act, system: string, code: string): Promise<Mirrored | null> =>
  (await mirrored(act)
    .where('system', '=', system)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()) ?? null;

/** Dossiers of other systems that are not finished, by due date; of these agencies (identifiers), or of all. */
export const listFollowed = (
  look: Look,
  agencies: readonly string[] | null,
  limit = 200,
): Promise<Mirrored[]> => {
  const open = mirrored(look)
    .where('ended_at', 'is', null)
    .orderBy('due_at', (one) => one.asc().nullsLast())
    .limit(limit);
  if (agencies === null) return open.execute();
  return agencies.length === 0 ? Promise.resolve([]) : open.where('agency', 'in', [...agencies]).execute();
};

/** Dossiers of other systems that a person has filed, newest first. */
export const listMirroredOf = (look: Look, person: string): Promise<Mirrored[]> =>
  mirrored(look).where('person', '=', person).orderBy('told_at', 'desc').limit(50).execute();

const parcels = (look: Look) =>
  tables(look)
    .selectFrom('exchange.parcels')
    .select([
      'id',
      'item',
      'code',
      'order_number',
      'receiver',
      'state',
      'tries',
      'asked_at',
      'ordered_at',
      'ended_at',
      'problem',
    ])
    .where('tenant', '=', look.tenant);

/** A parcel by id, or null. */
export const findParcel = async (look: Look, id: string): Promise<Parcel | null> =>
  isId(id) ? ((await parcels(look).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** Parcels of an item, oldest first. */
export const listParcels = (look: Look, item: string): Promise<Parcel[]> =>
  parcels(look).where('item', '=', item).orderBy('asked_at').execute();
