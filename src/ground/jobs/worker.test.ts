/**
 * The worker with real commits and real processes: in order per item, with effect once, whatever dies in between. The tests
 * wait more than they work and have a database each: they run at once.
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { connect, send, type Connection } from '../db/connect.ts';
import { bySystem, edgeOn } from '../db/edge.ts';
import { cloneDatabase } from '../db/testing.ts';
import { newId } from '../record/ids.ts';
import { engineOn } from './engine.ts';
import { announce, listDeadJobs, rerunDeadJob, startWorker, type Listener } from './index.ts';
import { withEngine } from './testing.ts';
import { dispatchOnce } from './worker.ts';

const program = path.join(import.meta.dirname, 'worker-process.ts');

async function onOwnDatabase(
  work: (connection: Connection, address: string) => Promise<void>,
): Promise<void> {
  const clone = await cloneDatabase(withEngine);
  const connection = connect(clone.program, 6);
  try {
    await work(connection, clone.program);
  } finally {
    await connection.close();
    await clone.drop();
  }
}

async function until(what: string, holds: () => Promise<boolean>, most = 30_000): Promise<void> {
  for (const end = Date.now() + most; Date.now() < end; await sleep(100)) if (await holds()) return;
  assert.fail(`${what}: not within ${most} ms`);
}

const countOf = async ({ db }: Connection, name: string): Promise<number> =>
  (await send<{ n: number }>(db, 'select count(*)::int as n from jobs.events where name = $1', [name]))[0]!.n;

const happen = (connection: Connection, item: string, n: number): Promise<void> =>
  edgeOn(connection.db).act(bySystem(1), async (act) => announce(act, 'test.happened', item, { n }));

/** A worker process that has said this word. */
async function workerThat(word: string, address: string, how = ''): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, address, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes(word)) return child;
  }
  throw new Error(`The worker ended before it said ${word}: ${said}`);
}

const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

describe('worker', { concurrency: true }, () => {
  it('does what a killed worker left half done, once', { timeout: 120_000 }, () =>
    onOwnDatabase(async (connection, address) => {
      await happen(connection, newId(new Date()), 1);
      await kill(await workerThat('hangs', address, 'hang'));
      assert.equal(await countOf(connection, 'told'), 0);
      // What the queue finds after ten silent seconds, found at once.
      await send(
        connection.db,
        `update pgboss.job set heartbeat_on = now() - interval '1 minute' where name = 'events' and state = 'active'`,
      );
      const second = await workerThat('works', address);
      try {
        await until('the effect', async () => (await countOf(connection, 'told')) > 0, 90_000);
        await sleep(1000);
        assert.deepEqual(
          [await countOf(connection, 'told'), await countOf(connection, 'written-at-once')],
          [1, 1],
          'what the killed worker had written was never committed',
        );
      } finally {
        await kill(second);
      }
    }),
  );

  it('tells the events of one item in order, and one twice delivered once', { timeout: 60_000 }, () =>
    onOwnDatabase(async (connection) => {
      const items = [1, 2, 3].map(() => newId(new Date()));
      for (let n = 0; n < 8; n++) for (const item of items) await happen(connection, item, n);
      const heard = new Map<string, unknown[]>(items.map((item) => [item, []]));
      const hears: Listener = {
        on: 'test.happened',
        name: 'test.hears',
        does: { vi: 'Nghe', en: 'Hear' },
        gather: () => sleep(Math.random() * 20),
        act: async (act, { item, payload }) => {
          heard.get(item)!.push(payload['n']);
          announce(act, 'told', item);
        },
      };
      const worker = await startWorker({
        connection,
        edge: edgeOn(connection.db),
        tenants: [1],
        listeners: [hears],
        timed: [],
      });
      try {
        await until('24 effects', async () => (await countOf(connection, 'told')) === 24);
        for (const order of heard.values()) assert.deepEqual(order, [0, 1, 2, 3, 4, 5, 6, 7]);
        await send(connection.db, `update jobs.events set sent = false where name = 'test.happened'`);
        await until('all sent again', async () => {
          const [row] = await send<{ n: number }>(
            connection.db,
            `select count(*)::int as n from pgboss.job where name = 'events' and state = 'completed'`,
          );
          return row!.n >= 48;
        });
        assert.equal(await countOf(connection, 'told'), 24);
      } finally {
        await worker.stop();
      }
    }),
  );

  it(
    'hears at once, in the order of writing, what was announced while the clock was an hour ahead',
    { timeout: 60_000 },
    () =>
      onOwnDatabase(async (connection) => {
        const item = newId(new Date());
        const ahead = new Date(Date.now() + 3_600_000);
        const announced = (now: Date, n: number) =>
          edgeOn(connection.db).act({ ...bySystem(1), now }, async (act) =>
            announce(act, 'test.happened', item, { n }),
          );
        await announced(ahead, 0);
        await announced(new Date(), 1);
        await edgeOn(connection.db).act(bySystem(1), async (act) =>
          announce(act, 'test.happened', item, { n: 'a reminder' }, ahead),
        );
        const boss = engineOn(connection, false);
        const taken = await dispatchOnce(connection.db, boss, [
          {
            on: 'test.happened',
            name: 'test.has-nothing-to-do',
            does: { vi: 'Không có việc', en: 'Nothing to do' },
            concerns: ({ payload }) => payload['n'] === 'another',
            act: async () => {},
          },
          {
            on: 'test.happened',
            name: 'test.hears',
            does: { vi: 'Nghe', en: 'Hear' },
            act: async () => {},
          },
        ]);
        assert.equal(taken, 2);
        const jobs = await send<{ n: number }>(
          connection.db,
          `select data->'event'->'payload'->'n' as n from pgboss.job where name = 'events' order by id`,
        );
        assert.deepEqual(
          jobs.map(({ n }) => n),
          [0, 1],
        );
      }),
  );

  it('does a dead job when a person runs it again, and then what waited behind it', { timeout: 60_000 }, () =>
    onOwnDatabase(async (connection) => {
      const item = newId(new Date());
      const edge = edgeOn(connection.db);
      const state = { broken: true };
      const heard: unknown[] = [];
      const hears: Listener = {
        on: 'test.happened',
        name: 'test.hears',
        does: { vi: 'Nghe', en: 'Hear' },
        act: async (act, { payload }) => {
          if (state.broken) throw new Error('broken');
          heard.push(payload['n']);
          announce(act, 'told', item);
        },
      };
      const worker = await startWorker({ connection, edge, tenants: [1], listeners: [hears], timed: [] });
      try {
        await happen(connection, item, 1);
        await until('a failure', async () => {
          const rows = await send(
            connection.db,
            `select id from pgboss.job where name = 'events' and state = 'retry'`,
          );
          return rows.length > 0;
        });
        await send(
          connection.db,
          `update pgboss.job set state = 'failed', completed_on = now() where name = 'events' and state = 'retry'`,
        );
        await happen(connection, item, 2);
        state.broken = false;
        await sleep(1500);
        assert.deepEqual(heard, [], 'the dead job holds its item');
        const [dead] = await listDeadJobs(connection, 1);
        await edge.act(bySystem(1), (act) => rerunDeadJob(act, dead!.id));
        await until('both', async () => (await countOf(connection, 'told')) === 2);
        assert.deepEqual(heard, [1, 2]);
      } finally {
        await worker.stop();
      }
    }),
  );

  it(
    'keeps a job that breaks, with its reason, and does those that were taken with it',
    { timeout: 60_000 },
    () =>
      onOwnDatabase(async (connection) => {
        const edge = edgeOn(connection.db);
        const items = Array.from({ length: 15 }, () => newId(new Date()));
        for (const [n, item] of items.entries()) await happen(connection, item, n);
        const hears: Listener = {
          on: 'test.happened',
          name: 'test.hears',
          does: { vi: 'Nghe', en: 'Hear' },
          act: async (act, { item, payload }) => {
            if (payload['n'] === 3) throw new Error('broken');
            announce(act, 'told', item);
          },
        };
        const worker = await startWorker({ connection, edge, tenants: [1], listeners: [hears], timed: [] });
        try {
          await until('the others', async () => (await countOf(connection, 'told')) === 14);
          await until('the broken one', async () => {
            const kept = await send<{ item: string; reason: string }>(
              connection.db,
              `select data->'event'->>'item' as item, output->>'message' as reason from pgboss.job
              where name = 'events' and state = 'retry'`,
            );
            if (kept.length === 0) return false;
            assert.deepEqual(kept, [{ item: items[3], reason: 'broken' }]);
            return true;
          });
        } finally {
          await worker.stop();
        }
      }),
  );

  it('does what stands in the timetable', { timeout: 100_000 }, () =>
    onOwnDatabase(async (connection) => {
      const edge = edgeOn(connection.db);
      const daily = {
        name: 'test.daily',
        cron: '20 1 * * *',
        act: async (act: Parameters<Listener['act']>[0]) => announce(act, 'told', newId(act.now)),
      };
      const worker = await startWorker({ connection, edge, tenants: [1], listeners: [], timed: [daily] });
      try {
        const [kept] = await worker.boss.getSchedules('timed', 'test.daily');
        assert.deepEqual([kept?.cron, kept?.timezone], ['20 1 * * *', 'Asia/Ho_Chi_Minh']);
        await worker.boss.send('timed', { timed: 'test.daily' });
        await until('the effect', async () => (await countOf(connection, 'told')) === 1);
      } finally {
        await worker.stop();
      }
    }),
  );
});
