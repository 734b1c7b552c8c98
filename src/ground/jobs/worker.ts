/**
 * The worker: turns announced events into one job per subscriber and does the jobs. Any number of workers may run.
 */
import type { PgBoss, Job, JobResult } from 'pg-boss';
import { bySystem, type Edge } from '../db/edge.ts';
import type { Tx } from '../db/act.ts';
import { send, type Connection } from '../db/connect.ts';
import { newId } from '../record/ids.ts';
import { faultOf } from '../operate/fault.ts';
import { log } from '../operate/log.ts';
import { EVENTS, engineOn, TIMED } from './engine.ts';
import { hears, type Event, type Listener, type Timed } from './events.ts';
import { perform } from './perform.ts';

/** What the worker needs from the program. */
export type WorkerParts = {
  readonly connection: Connection;
  readonly edge: Edge;
  readonly tenants: readonly number[];
  readonly listeners: readonly Listener[];
  readonly timed: readonly Timed[];
};

/** A running worker. */
export type Worker = { readonly boss: PgBoss; stop(): Promise<void> };

type Payload = { tenant: number; subscriber: string; event: Event };
type EventRow = {
  tenant: number;
  id: string;
  name: string;
  item: string;
  payload: Record<string, unknown>;
  at: Date;
};

const BATCH = 200;
const IDLE_MS = 250;
/** Jobs that one worker does side by side. */
const HANDS = 4;
/**
 * Jobs that a hand takes at once, each of another item or subscriber, and does one after the other: looking for the next ones costs
 * the more the longer the queue is.
 */
const HANDFUL = 10;

/** Dispatchers take turns: two at once could put the events of one item into the queue in the wrong order. */
const TURN = 7_402_140;

/**
 * Takes announced events that are due and puts their jobs into the queue, in one transaction: mark and enqueue, in the order in
 * which they were announced. Returns how many events it took; 0 also while another dispatcher has its turn.
 */
export function dispatchOnce(db: Tx, boss: PgBoss, listeners: readonly Listener[]): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const [turn] = await send<{ mine: boolean }>(tx, `select pg_try_advisory_xact_lock(${TURN}) as mine`);
    if (!turn?.mine) return 0;
    const events = await send<EventRow>(
      tx,
      `with taken as (
         update jobs.events set sent = true where (tenant, id) in (
           select tenant, id from jobs.events where not sent and due_at <= now()
            order by due_at, written_at, id limit ${BATCH} for update)
         returning tenant, id, name, item, payload, at, written_at)
       select tenant, id, name, item, payload, at from taken order by written_at, id`,
    );
    const began = Date.now();
    const jobs = events
      .flatMap(({ tenant, ...event }) =>
        listeners
          .filter((one) => hears(one, event))
          .map((listener) => ({
            data: { tenant, subscriber: listener.name, event },
            singletonKey: `${event.item}:${listener.name}`,
            priority: listener.awaited ? 1 : 0,
          })),
      )
      // The queue orders jobs of one moment by their ids: these rise.
      .map((job, n) => ({ id: newId(new Date(began + n)), ...job }));
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await send<never>(tx, text, values) }),
    };
    if (jobs.length > 0) await boss.insert(EVENTS, jobs, { db });
    return events.length;
  });
}

/** Starts a worker; it stops taking work and finishes what it has when `stop` is called. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { connection, edge, listeners, timed } = parts;
  const boss = engineOn(connection, true);
  boss.on('error', (error) => log.error('queue', faultOf(error)));
  await boss.start();
  const byName = new Map(listeners.map((listener) => [listener.name, listener]));

  const work = async ({ id, data }: Job<Payload>): Promise<JobResult> => {
    const { tenant, subscriber, event } = data;
    try {
      const listener = byName.get(subscriber);
      if (!listener) throw new Error(`No subscriber ${subscriber} in this version`);
      await perform(edge, tenant, listener, { ...event, at: new Date(event.at) }, new Date());
      return { id, status: 'completed' };
    } catch (error) {
      log.warn('job failed', { job: id, subscriber, event: event.name, item: event.item, ...faultOf(error) });
      return { id, status: 'failed', output: error };
    }
  };
  // Each hand is woken by its own work and by the dispatcher: it takes the next job at once and does not wait for its next look, which is
  // for retries and for what another worker has dispatched.
  const hands: string[] = [];
  for (let n = 0; n < HANDS; n++)
    hands.push(
      await boss.work<Payload>(
        EVENTS,
        { batchSize: HANDFUL, perJobResults: true, pollingIntervalSeconds: 2, includeMetadata: false },
        async (jobs) => {
          const results: JobResult[] = [];
          for (const job of jobs) results.push(await work(job));
          const own = hands[n];
          if (own) boss.notifyWorker(own);
          return results;
        },
      ),
    );

  for (const one of timed)
    await boss.schedule(
      TIMED,
      one.cron,
      { timed: one.name },
      { tz: 'Asia/Ho_Chi_Minh', key: one.name, singletonKey: one.name },
    );
  await boss.work<{ timed: string }>(TIMED, { pollingIntervalSeconds: 2 }, async ([job]) => {
    const one = timed.find((candidate) => candidate.name === job?.data.timed);
    if (one)
      for (const tenant of parts.tenants) await edge.act(bySystem(tenant, `timed:${one.name}`), one.act);
  });

  const state = { stopping: false };
  const loop = (async () => {
    while (!state.stopping) {
      const taken = await dispatchOnce(connection.db, boss, listeners).catch((error: unknown) => {
        log.warn('dispatch failed', faultOf(error));
        return 0;
      });
      if (taken > 0) for (const hand of hands) boss.notifyWorker(hand);
      if (taken < BATCH) await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    }
  })();
  return {
    boss,
    stop: async () => {
      state.stopping = true;
      await loop;
      await boss.stop({ graceful: true, timeout: 8000, close: false });
    },
  };
}
