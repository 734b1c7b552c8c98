/** Many at once: an officer at a counter accepts 500 dossiers in one go, and the worker does them one by one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Work } from '../drive.ts';
import type { Job } from '../job.ts';
import { stepLimit } from '../limits.ts';
import { pgbench } from '../pgbench.ts';
import { makeDossiers } from '../supply.ts';
import type { Visitor, World } from '../world.ts';
import { each } from './acts.ts';
import { databaseLimit } from './pages.ts';

const MANY = 500;
/** The first runs before the clock does: it warms what the others need, and is small. */
const SIZES = [20, MANY, MANY, MANY];
const CLIENTS = 8;
const BETWEEN_LOOKS = 50;
const LONGEST_WAIT = 60_000;
const BATCHES = '/viec/hang-loat';

/** A selection on the desk of an officer: work items that wait for the same act. */
export type Selection = { readonly visitor: Visitor; readonly works: readonly string[] };

/** Waits until every item of a batch has a result. Throws when one was not done. */
async function untilDone({ sql, tenant }: World, batch: string): Promise<void> {
  for (;;) {
    const states = await sql<{ state: string; n: number; problem: string | null }>(
      `select state, count(*)::int as n, min(problem->>'en') as problem
         from desk.batch_items where tenant = $1 and batch = $2 group by state`,
      [tenant, batch],
    );
    const failed = states.find(({ state }) => state === 'failed');
    if (failed) throw new Error(`${failed.n} items of a batch were not done: ${failed.problem}`);
    if (states.every(({ state }) => state === 'done')) return;
    await sleep(BETWEEN_LOOKS);
  }
}

/** Waits until the worker has done what follows from a batch, so that the limit has the machine as the batch had it. */
export async function untilIdle({ sql }: World): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  while (performance.now() < until) {
    const [row] = await sql<{ idle: boolean }>(
      `select not exists (select from jobs.events where not sent and due_at <= now())
          and not exists (select from pgboss.job where state in ('created', 'active') and start_after <= now()) as idle`,
    );
    if (row?.idle) return;
    await sleep(BETWEEN_LOOKS * 5);
  }
}

/** Chooses the items, chooses what to do with them, and waits for the last result, as an officer does. */
export const inOneGo =
  (world: World, { visitor: { cookie, csrf }, works }: Selection, act: string): Work =>
  async (send) => {
    const post = async (path: string, fields: readonly (readonly [string, string])[]): Promise<string> => {
      const body = new URLSearchParams([['csrf', csrf], ...fields.map(([key, value]) => [key, value])]);
      const { head } = expect(await send({ method: 'POST', path, cookie, body: body.toString() }), 303);
      return /\r\nlocation: ([^\r?]+)/i.exec(head)?.[1] ?? '';
    };
    const path = await post(BATCHES, [['which', 'chosen'], ...works.map((id) => ['id', id] as const)]);
    await post(path, [
      ['choice', 'start'],
      ['name', act],
    ]);
    await untilDone(world, path.slice(BATCHES.length + 1));
  };

/** Dossiers that wait at one counter, in selections of these sizes. */
async function selections(world: World): Promise<Selection[]> {
  const [commune] = world.province.communes;
  const visitor = world.officers.get(commune!.counter.account)!;
  const { dossiers } = await makeDossiers(
    world,
    SIZES.reduce((sum, size) => sum + size, 0),
    [commune!],
  );
  const works = await world.sql<{ id: string }>(
    `select id from desk.work where tenant = $1 and closed_at is null and code = any($2)`,
    [world.tenant, dossiers.map(({ code }) => code)],
  );
  let from = 0;
  return SIZES.map((size) => ({
    visitor,
    works: works.slice(from, (from += size)).map(({ id }) => id),
  }));
}

export const batchJob: Job = {
  name: 'batch of 500',
  compared: 'rate',
  // The limit is the bare statement of a step, 500 times, by several clients at once.
  target: null,
  connections: 1,
  prepare: async (world) => {
    const supply = await selections(world);
    await world.startWorker();
    const steps = databaseLimit(world, async (seconds) => {
      const perSecond = await pgbench(world.owner, world.dataDir, 'step', stepLimit, CLIENTS, seconds);
      return perSecond === null ? null : perSecond / MANY;
    });
    return {
      next: each(supply, (one) => inOneGo(world, one, 'dossiers.accept')),
      limit: async (seconds) => {
        await untilIdle(world);
        return steps(seconds);
      },
    };
  },
};
