import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it, type TestContext } from 'node:test';
import { api } from './api.ts';
import { newLimiter } from './limits.ts';
import { webApp } from './server.ts';
import type { Tx } from '../db/act.ts';
import { connect, send } from '../db/connect.ts';
import { edgeOn } from '../db/edge.ts';
import { ensureCluster } from '../db/embedded/cluster.ts';
import { makeFolders, type Folders } from '../db/embedded/folders.ts';
import { startServer, type Server } from '../db/embedded/server.ts';
import { mainDatabase, ownerRole } from '../db/embedded/settings.ts';
import { serverUser } from '../db/embedded/user.ts';
import { followReplica, type Replica } from '../db/replica.ts';

const connectTo = ({ sockets: host }: Folders) =>
  connect({ host, port: 5432, user: ownerRole, database: mainDatabase });

/** Two servers, the second of which follows the first. */
async function twoServers(context: TestContext) {
  const home = mkdtempSync(path.join(tmpdir(), 'toantrinh-replica-'));
  const [first, second] = [makeFolders(path.join(home, 'a')), makeFolders(path.join(home, 'b'))];
  const user = serverUser(first.cluster);
  await ensureCluster(first, user, () => {});
  cpSync(first.cluster, second.cluster, { recursive: true });
  chmodSync(second.cluster, 0o700);
  const follow = `primary_conninfo = 'host=${first.sockets} port=5432 user=${ownerRole}'\n`;
  appendFileSync(path.join(second.cluster, 'postgresql.auto.conf'), follow);
  writeFileSync(path.join(second.cluster, 'standby.signal'), '');
  await ensureCluster(second, user, () => {}); // the copy belongs to the same user
  const running: Server[] = [await startServer(first, user), await startServer(second, user)];
  const connections = [connectTo(first), connectTo(second)] as const;
  context.after(async () => {
    for (const { close } of connections) await close();
    for (const { stop } of running.toReversed()) await stop();
    for (const { sockets } of [first, second]) rmSync(sockets, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  });
  return { first: connections[0].db, second: connections[1].db, stopSecond: () => running[1]!.stop() };
}

const nothing = (): never => assert.fail('not asked for');

/** Visitors of a service that keeps notes, and says of each answer whether it comes from the copy. */
function visitors(db: Tx, replica: Replica) {
  const text = { vi: 'Ghi chú', en: 'Notes' };
  const app = webApp({
    db,
    replica,
    edge: edgeOn(db),
    sessions: { find: async () => null },
    tenant: 1,
    origin: 'http://localhost:3000',
    title: 'Notes',
    pages: [],
    answers: [],
    apis: [
      api({
        method: 'get',
        path: '/notes',
        who: 'anyone',
        says: text,
        output: {},
        shared: true,
        read: async ({ look }) => {
          const question = `select pg_is_in_recovery() as copy, array(select text from notes order by 1) as notes`;
          return (await send(look.tx, question))[0];
        },
      }),
      api({
        method: 'post',
        path: '/notes/:text',
        who: 'anyone',
        says: text,
        output: {},
        act: async ({ tx }, _, { params }) => {
          await send(tx, 'insert into notes values ($1)', [params['text']]);
          return {};
        },
      }),
    ],
    limiter: newLimiter(),
    frame: nothing,
    problemView: nothing,
    signIn: nothing,
    receive: nothing,
    early: () => {},
    now: () => new Date(),
  });
  return (cookie = '') => {
    const ask = async (method: string, at: string): Promise<unknown> => {
      const headers = { cookie, 'content-type': 'application/json' };
      const body = method === 'GET' ? undefined : '{}';
      const answer = await app.request(`/api/v1/notes${at}`, { method, headers, body });
      const [given] = answer.headers.getSetCookie();
      if (given) cookie = given.split(';')[0]!;
      assert.equal(answer.status, 200, await answer.clone().text());
      return answer.json();
    };
    return {
      read: () => ask('GET', '') as Promise<{ copy: boolean; notes: string[] }>,
      write: (note: string) => ask('POST', `/${note}`),
    };
  };
}

describe('replica', () => {
  it('serves whom it can serve truly, and nobody notices when it is behind or away', async (context) => {
    const { first, second, stopSecond } = await twoServers(context);
    await send(first, 'create table notes (text text not null)');
    let passed = 0;
    const replica = followReplica(first, second, () => performance.now() + passed);
    const visit = visitors(first, replica);
    const writer = visit();
    const other = visit();
    const eventually = async (who: typeof writer, copy: boolean, notes: readonly string[]): Promise<void> => {
      for (let tries = 0; ; tries++) {
        const seen = await who.read();
        if (tries < 100 && (seen.copy !== copy || seen.notes.length !== notes.length)) await sleep(50);
        else return assert.deepEqual(seen, { copy, notes });
      }
    };

    await eventually(other, true, []);
    await writer.write('a');
    assert.deepEqual((await writer.read()).notes, ['a'], 'whoever wrote reads it, at once');
    await eventually(writer, true, ['a']);

    await send(second, 'select pg_wal_replay_pause()');
    await writer.write('b');
    assert.deepEqual(await writer.read(), { copy: false, notes: ['a', 'b'] });
    assert.deepEqual(await other.read(), { copy: true, notes: ['a'] }, 'others may wait a second');
    passed += 1_001;
    await other.read();
    passed += 1_001;
    assert.deepEqual(await other.read(), { copy: false, notes: ['a', 'b'] }, 'and no longer');
    await send(second, 'select pg_wal_replay_resume()');
    passed += 1_001;
    await eventually(writer, true, ['a', 'b']);

    await stopSecond();
    for (const who of [writer, other]) {
      const asked = performance.now();
      assert.deepEqual(await who.read(), { copy: false, notes: ['a', 'b'] });
      assert.ok(performance.now() - asked < 1_000);
    }
    await writer.write('c');
    assert.equal((await writer.read()).notes.length, 3);
    assert.equal((await visit('da-ghi=everything').read()).notes.length, 3, 'a cookie that is no place');
  });
});
