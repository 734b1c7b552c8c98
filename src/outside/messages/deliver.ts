/** Carries deliveries: each is a job of its own, so a carrier that is down holds nothing else back. */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { update } from '../../ground/db/writes.ts';
import { announce, listener, type Listener } from '../../ground/jobs/index.ts';
import { Unavailable } from '../../ground/operate/errors.ts';
import { mailOf, smsOf, type Site } from './compose.ts';
import type { Carried, Carrier } from './gateway/carrier.ts';
import { DELIVER } from './notices.ts';
import { MOST_TRIES, pauseAfter } from './rules.ts';
import type { Channel, Delivery, MessageTables, Notice } from './schema.ts';
import { problems } from './words.ts';

/** The carriers of an installation; null: none yet, what is to be sent waits. */
export type Carriers = Readonly<Record<Channel, Carrier | null>>;

/** The event by which a job is asked what became of a message. */
const ARRIVED = 'message.arrived';
/** A carrier is asked so often; then it is left at "sent". */
const MOST_ASKED = 5;

type Whole = Delivery & Pick<Notice, 'title' | 'body' | 'path' | 'code' | 'event'>;

/** A delivery with its notice. */
const findDelivery = async (look: Look, id: string): Promise<Whole | null> =>
  (await withNotices(look).where('d.id', '=', id).executeTakeFirst()) ?? null;

/** The latest deliveries with their notices: the outbox of the sample province. */
export const listDeliveries = (look: Look, limit = 50): Promise<Whole[]> =>
  withNotices(look).orderBy('d.at', 'desc').orderBy('d.id', 'desc').limit(limit).execute();

const withNotices = (look: Look) =>
  own<MessageTables>(look.tx)
    .selectFrom('messages.deliveries as d')
    .innerJoin('messages.notices as n', (join) =>
      join.onRef('n.tenant', '=', 'd.tenant').onRef('n.id', '=', 'd.notice'),
    )
    .select([
      'd.id',
      'd.notice',
      'd.channel',
      'd.address',
      'd.language',
      'd.state',
      'd.tries',
      'd.ref',
      'd.problem',
      'd.at',
      'd.sent_at',
      'd.ended_at',
    ])
    .select(['n.title', 'n.body', 'n.path', 'n.code', 'n.event'])
    .where('d.tenant', '=', look.tenant);

type Tried = { readonly delivery: Whole; readonly carried: Carried | null; readonly carrier: boolean } | null;

/** The job of one delivery. */
export const deliverListener = (carriers: Carriers, site: Site): Listener =>
  listener<Tried>({
    on: DELIVER,
    name: 'messages.deliver',
    does: { vi: 'Gửi thư, tin nhắn', en: 'Send mail or a text message' },
    gather: async (look, { item }) => {
      const delivery = await findDelivery(look, item);
      if (!delivery || delivery.state !== 'waiting') return null;
      const carrier = carriers[delivery.channel];
      return {
        delivery,
        carrier: carrier !== null,
        carried: carrier && (await orNull(carrier.send(look, parcelOf(delivery, site)))),
      };
    },
    act: async (act, _, tried) => {
      if (tried) noteTry(act, tried);
    },
  });

const parcelOf = (delivery: Whole, site: Site) => ({
  id: delivery.id,
  address: delivery.address,
  purpose: delivery.event,
  ...(delivery.channel === 'email'
    ? mailOf(delivery, site, delivery.language)
    : { subject: '', text: smsOf(delivery, site, delivery.language) }),
});

const orNull = <T>(promise: Promise<T>): Promise<T | null> =>
  promise.catch((error: unknown) => {
    if (error instanceof Unavailable) return null;
    throw error;
  });

function noteTry(act: Act, { delivery, carried, carrier }: NonNullable<Tried>): void {
  const key = { tenant: act.tenant, id: delivery.id, state: 'waiting' };
  // Without a carrier nothing is tried: it waits until there is one.
  const tries = delivery.tries + (carrier ? 1 : 0);
  if (carried?.state === 'sent') {
    update(act.writes, 'messages.deliveries', key, {
      state: 'sent',
      tries,
      ref: carried.ref,
      problem: null,
      sent_at: act.now,
    });
    if (delivery.channel === 'sms' && carried.ref)
      announce(act, ARRIVED, delivery.id, { asked: 1 }, new Date(act.now.getTime() + pauseAfter(1)));
    return;
  }
  const problem = carried?.problem ?? (carrier ? problems.silent : problems.none);
  if (carried || tries >= MOST_TRIES) {
    update(act.writes, 'messages.deliveries', key, { state: 'failed', tries, problem, ended_at: act.now });
    return;
  }
  update(act.writes, 'messages.deliveries', key, { tries, problem });
  announce(
    act,
    DELIVER,
    delivery.id,
    {},
    new Date(act.now.getTime() + (carrier ? pauseAfter(tries) : 3_600_000)),
  );
}

type Asked = {
  readonly delivery: Whole;
  readonly arrived: 'underway' | 'delivered' | 'failed' | null;
} | null;

/** The job that asks a carrier whether a message has arrived. */
export const arrivedListener = (carriers: Carriers): Listener =>
  listener<Asked>({
    on: ARRIVED,
    name: 'messages.arrived',
    does: { vi: 'Hỏi tin nhắn đã đến chưa', en: 'Ask whether a message has arrived' },
    gather: async (look, { item }) => {
      const delivery = await findDelivery(look, item);
      const ask = delivery && carriers[delivery.channel]?.arrived;
      if (!ask || delivery.state !== 'sent' || !delivery.ref) return null;
      return { delivery, arrived: await orNull(ask(look, delivery.ref, delivery.event)) };
    },
    act: async (act, { payload }, told) => {
      if (!told) return;
      const { delivery, arrived } = told;
      if (arrived === 'delivered' || arrived === 'failed') {
        const problem = arrived === 'failed' ? problems.lost : null;
        update(
          act.writes,
          'messages.deliveries',
          { tenant: act.tenant, id: delivery.id, state: 'sent' },
          { state: arrived, problem, ended_at: act.now },
        );
        return;
      }
      const asked = Number(payload['asked']) + 1;
      if (asked <= MOST_ASKED)
        announce(act, ARRIVED, delivery.id, { asked }, new Date(act.now.getTime() + pauseAfter(asked)));
    },
  });
