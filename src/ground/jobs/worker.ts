/**
 * The worker: turns announced events into one job per subscriber and does the jobs. Any number of workers may run.
 */
import type { PgBoss, Job } from 'pg-boss';
import { bySystem, type Edge } from '../db/edge.ts';
import type { Tx } from '../db/act.ts';
import { send, type Connection } from '../db/connect.ts';
import { log } from '../operate/log.ts';
import { EVENTS, engineOn, TIMED } from './engine.ts';
import type { Event, Listener, Timed } from './events.ts';
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

/**
 * Takes announced events that are due and puts their jobs into the queue, in one transaction: mark and enqueue.
 * `skip locked` lets several dispatchers run side by side. Returns how many events it took.
 */
export function dispatchOnce(db: Tx, boss: PgBoss, listeners: readonly Listener[]): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const events = await send<EventRow>(
      tx,
      `update jobs.events set sent = true where (tenant, id) in (
         select tenant, id from jobs.events where not sent and due_at <= now() order by due_at, id limit ${BATCH} for update skip locked)
       returning tenant, id, name, item, payload, at`,
    );
    events.sort((a, b) => (a.id < b.id ? -1 : 1));
    const jobs = events.flatMap(({ tenant, ...event }) =>
      listeners
        .filter((listener) => listener.on === event.name)
        .map((listener) => ({
          data: { tenant, subscriber: listener.name, event },
          singletonKey: `${event.item}:${listener.name}`,
        })),
    );
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
  boss.on('error', (error) => log.error('queue', { problem: error.message }));
  await boss.start();
  const byName = new Map(listeners.map((listener) => [listener.name, listener]));

  const work = async ([job]: Job<Payload>[]): Promise<void> => {
    if (!job) return;
    const { tenant, subscriber, event } = job.data;
    const listener = byName.get(subscriber);
    if (!listener) throw new Error(`No subscriber ${subscriber} in this version`);
    try {
      await perform(edge, tenant, listener, { ...event, at: new Date(event.at) }, new Date());
    } catch (error) {
      log.warn('job failed', {
        job: job.id,
        subscriber,
        event: event.name,
        item: event.item,
        problem: (error as Error).message,
      });
      throw error;
    }
  };
  await boss.work<Payload>(
    EVENTS,
    { batchSize: 1, pollingIntervalSeconds: 0.5, localConcurrency: 4, includeMetadata: false },
    work,
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
        log.warn('dispatch failed', { problem: (error as Error).message });
        return 0;
      });
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
