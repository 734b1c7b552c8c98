/** Pages that are read: public and cached, public and uncached, found by search, personal. */
import { cpuOfAll, databasePids } from '../machine.ts';
import { drive, expect, type Work } from '../drive.ts';
import { openLine, type Ask } from '../wire.ts';
import type { Job, Limit } from '../job.ts';
import type { Visitor, World } from '../world.ts';
import { PROCEDURE } from '../supply.ts';

/** One request that must be answered with 200. */
export const get =
  (ask: Ask): Work =>
  async (send) =>
    void expect(await send(ask), 200);

/** Asks once, to see whether the product has the page. */
export async function has(world: World, ask: Ask): Promise<Buffer | null> {
  const line = openLine(world.port);
  const reply = await line.ask(ask);
  line.close();
  return reply.status === 200 ? reply.body : null;
}

/** The same bytes from a server that does nothing else. */
const bytesLimit =
  (world: World, body: Buffer, connections: number): Limit =>
  async (seconds) => {
    await world.page.serve(body);
    const before = cpuOfAll([world.page.pid]);
    const driven = await drive(world.page.port, connections, seconds * 1000, () => get({ path: '/' }));
    return {
      perSecond: driven.done / driven.seconds,
      cpuMs: (cpuOfAll([world.page.pid]) - before) / driven.done,
    };
  };

/** CPU of the database for each transaction of a limit that runs in it. */
export const databaseLimit =
  (world: World, run: (seconds: number) => Promise<number | null>): Limit =>
  async (seconds) => {
    const before = cpuOfAll(databasePids(world.owner));
    const perSecond = await run(seconds);
    if (perSecond === null) return null;
    return {
      perSecond,
      cpuMs: (cpuOfAll(databasePids(world.owner)) - before) / (perSecond * seconds),
    };
  };

const CONNECTIONS = 16;

/** A public page that everybody sees alike. */
const publicPage = (name: string, path: string, target: number): Job => ({
  name,
  compared: 'cpu',
  target,
  connections: CONNECTIONS,
  prepare: async (world) => {
    const body = await has(world, { path });
    return body && { next: () => get({ path }), limit: bytesLimit(world, body, CONNECTIONS) };
  },
});

/** A page of which each visitor has another; held to 0.20 CPU milliseconds outside of the database. */
export const personalPage = (
  name: string,
  visitors: (world: World) => readonly Visitor[],
  path: (i: number, world: World) => string,
): Job => ({
  name,
  compared: 'budget',
  budgetMs: 0.2,
  target: 1,
  connections: CONNECTIONS,
  prepare: async (world) => {
    const all = visitors(world);
    if (!all[0] || !(await has(world, { path: path(0, world), cookie: all[0].cookie }))) return null;
    let i = 0;
    return {
      next: () => {
        const at = i++;
        return get({ path: path(at, world), cookie: all[at % all.length]!.cookie });
      },
      limit: null,
    };
  },
});

const searches = [
  'khai sinh',
  'dang ky kinh doanh',
  'giấy phép xây dựng',
  'ket hon',
  'xac nhan tinh trang hon nhan',
];

export const pageJobs: readonly Job[] = [
  publicPage('front page', '/', 0.7),
  publicPage('service page, cached', `/thu-tuc/${PROCEDURE}`, 0.7),
  personalPage(
    'service page, uncached',
    (world) => world.citizens,
    () => `/thu-tuc/${PROCEDURE}`,
  ),
  personalPage(
    'service search',
    (world) => world.citizens,
    (i) => `/thu-tuc?q=${encodeURIComponent(searches[i % searches.length]!)}`,
  ),
  personalPage(
    'my page',
    (world) => world.citizens,
    () => '/cua-toi',
  ),
];
