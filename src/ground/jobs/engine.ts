/** The queue engine (pg-boss) on our database. Only this file and the dispatcher know it, so it can change. */
import type { PgBoss } from 'pg-boss';
import type { Tx } from '../db/act.ts';
import { send, type Address, type Connection } from '../db/connect.ts';
import { later } from '../operate/later.ts';

const engine = later<typeof import('pg-boss')>('pg-boss');

/** All events go through one queue: first in, first out by item and subscriber; a dead job holds its item. */
export const EVENTS = 'events';
/** Work at fixed times. */
export const TIMED = 'timed';

/** Installs the engine's tables and queues as the owner of the database. Can be run again at any time. */
export async function installEngine(owner: Address): Promise<void> {
  const boss = new (engine().PgBoss)({
    ...(typeof owner === 'string' ? { connectionString: owner } : owner),
    supervise: false,
    schedule: false,
    max: 2,
  });
  await boss.start();
  try {
    if (!(await boss.getQueue(EVENTS))) {
      await boss.createQueue(EVENTS, {
        policy: 'key_strict_fifo',
        retryLimit: 12,
        retryDelay: 2,
        retryBackoff: true,
        retryDelayMax: 3600,
        heartbeatSeconds: 10,
        expireInSeconds: 900,
        retentionSeconds: 365 * 86_400,
      });
    }
    if (!(await boss.getQueue(TIMED)))
      await boss.createQueue(TIMED, { policy: 'short', retryLimit: 3, expireInSeconds: 3600 });
    await boss.getDb().executeSql(
      `grant usage on schema pgboss to toantrinh;
       grant select, insert, update, delete on all tables in schema pgboss to toantrinh;
       grant execute on all functions in schema pgboss to toantrinh;`,
    );
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
}

/** The engine as the program uses it, on the program's own pool. */
export const engineOn = (connection: Connection, working: boolean): PgBoss =>
  new (engine().PgBoss)({
    db: { executeSql: (text, values) => connection.pool.query(text, values as unknown[]) },
    migrate: false,
    createSchema: false,
    supervise: working,
    // What a killed worker held is found within so many seconds after its heart stopped.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: working,
    reindex: false,
  });

/** The engine inside a transaction: what it does is committed with the act. It takes no work. */
export const engineOnTransaction = (tx: Tx): PgBoss =>
  new (engine().PgBoss)({
    db: { executeSql: async (text, values) => ({ rows: await send<never>(tx, text, values) }) },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });

/** A job that failed for good and holds its item until a person runs it again. */
export type DeadJob = {
  readonly id: string;
  readonly subscriber: string;
  readonly event: string;
  readonly item: string;
  readonly failedAt: Date;
  readonly problem: string;
};

/** Jobs that failed for good, oldest first. `problem` is for the administrator of the platform, not for citizens. */
export const listDeadJobs = (
  connection: Pick<Connection, 'db'>,
  tenant: number,
  limit = 100,
): Promise<DeadJob[]> =>
  send<DeadJob>(
    connection.db,
    `select id, data->>'subscriber' as subscriber, data->'event'->>'name' as event, data->'event'->>'item' as item,
            completed_on as "failedAt", coalesce(output->>'message', '') as problem
       from pgboss.job where name = $1 and state = 'failed' and (data->>'tenant')::int = $2
      order by created_on limit $3`,
    [EVENTS, tenant, limit],
  );
