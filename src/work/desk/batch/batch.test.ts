import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { nobody, type Act, type By } from '../../../ground/db/act.ts';
import { connect, send, type Connection } from '../../../ground/db/connect.ts';
import { edgeOn } from '../../../ground/db/edge.ts';
import { update } from '../../../ground/db/writes.ts';
import { cloneDatabase, rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { Conflict, Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { shut } from '../commands.ts';
import { anOffice, aWork, now, takeWork } from '../fixtures.ts';
import { batchPage } from '../pages/batch.tsx';
import { batchesPage } from '../pages/batches.tsx';
import { listWork } from '../queries.ts';
import { batchAct, type BatchAct, type BatchWords, type Work } from '../schema.ts';
import { makeBatch, retryBatch, startBatch } from './commands.ts';
import { ownBatchActs } from './own-acts.ts';
import { getBatch, listBatchItems } from './queries.ts';
import { batchListener, beginListener } from './run.ts';

const [take, pass] = ownBatchActs as [BatchAct, BatchAct];
const nothing: BatchWords = { note: null, colleague: null };
const moment = new Date(now);

/** An act that fails in each of the ways in which an act can fail, by the code of the item. */
const troubled: BatchAct = batchAct({
  name: 'test.troubled',
  title: { vi: 'Thử', en: 'Try' },
  fits: ({ kind }) => kind === 'do',
  asks: null,
  prepare: async (_, { code }) => {
    if (code === 'refused-before')
      throw new Conflict({ vi: 'Chưa ký được.', en: 'It cannot be signed yet.' });
  },
  act: async (act, work) => {
    shut(act, work.id);
    if (work.code === 'refused') throw new Conflict({ vi: 'Đã chuyển bước.', en: 'It has moved on.' });
    if (work.code === 'broken') throw new TypeError('secret words');
    if (work.code === 'refused-by-database')
      update(act.writes, 'desk.work', { tenant: act.tenant, id: work.id, code: 'another' }, { title: 'x' });
  },
});

async function batchOf(
  world: TestWorld,
  by: By,
  works: readonly string[],
  chosen: BatchAct,
  words = nothing,
) {
  const batch = await world.as(by, now, async (act) => makeBatch(act, await listWork(act, works)));
  await world.as(by, now, (act) => startBatch(act, batch, chosen, words));
  return batch;
}

const outcome = (world: TestWorld, batch: string) =>
  world.look(systemAt(now), async (look) =>
    Object.fromEntries(
      (await listBatchItems(look, batch)).map(({ code, state, problem }) => [code, problem?.en ?? state]),
    ),
  );

describe('work done in batches', () => {
  it(
    'does every item by itself: what fails leaves nothing behind, says why and stops nobody; it can be tried again',
    rolledBack(async (world) => {
      const { agency, first } = await anOffice(world);
      const codes = ['refused-before', 'one', 'refused', 'broken', 'refused-by-database', 'two'];
      const works = await Promise.all(codes.map((code) => aWork(world, agency, { code })));
      works.push(await aWork(world, agency, { code: 'other-kind', kind: 'other' }));
      const batch = await batchOf(world, first.by, works, troubled);
      await settle(world, [beginListener([troubled]), batchListener([troubled])], moment);
      const results = await outcome(world, batch);
      assert.deepEqual(Object.keys(results).length, 7);
      assert.deepEqual(
        [results['one'], results['two'], results['refused'], results['refused-before']],
        ['done', 'done', 'It has moved on.', 'It cannot be signed yet.'],
      );
      assert.match(results['broken']!, /because of a fault/);
      assert.doesNotMatch(JSON.stringify(results), /secret words/);
      assert.notEqual(results['refused-by-database'], 'done');
      assert.equal(results['other-kind'], 'This act does not fit this work.');
      const left = await world.look(systemAt(now), (look) => listWork(look, works));
      assert.deepEqual(
        left.map(({ code }) => code).toSorted(),
        [...codes, 'other-kind'].filter((one) => one !== 'one' && one !== 'two').toSorted(),
      );

      const mended: BatchAct = {
        ...troubled,
        prepare: async () => {},
        act: async (act, work) => shut(act, work.id),
      };
      await world.as(first.by, now, (act) => retryBatch(act, batch));
      await settle(world, [beginListener([mended]), batchListener([mended])], moment);
      assert.equal(Object.values(await outcome(world, batch)).filter((one) => one === 'done').length, 6);
    }),
  );

  it(
    'goes on where it was interrupted, and does nothing twice when a job comes again',
    rolledBack(async (world) => {
      const { agency, first } = await anOffice(world);
      const works = await Promise.all([1, 2, 3].map((n) => aWork(world, agency, { code: `W${n}` })));
      const batch = await batchOf(world, first.by, works, take);
      const [listener] = [batchListener(ownBatchActs)];
      let power = true;
      const interrupted = {
        ...listener!,
        act: async (...args: Parameters<NonNullable<typeof listener>['act']>) => {
          await listener!.act(...args);
          if (power) {
            power = false;
            throw new Error('the worker was stopped');
          }
        },
      };
      await assert.rejects(settle(world, [beginListener(ownBatchActs), interrupted], moment), /stopped/);
      assert.deepEqual(Object.values(await outcome(world, batch)), ['waiting', 'waiting', 'waiting']);
      await settle(world, [beginListener(ownBatchActs), interrupted], moment);
      assert.deepEqual(Object.values(await outcome(world, batch)), ['done', 'done', 'done']);
      const held = await world.look(systemAt(now), (look) => listWork(look, works));
      assert.deepEqual(new Set(held.map(({ holder }) => holder)), new Set([first.by.account]));
    }),
  );

  it(
    'assigns to one colleague with the powers of today, not those of when it was made',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const works = await Promise.all([1, 2].map((n) => aWork(world, agency, { code: `W${n}` })));
      const words = { note: null, colleague: second.by.account };
      const batch = await batchOf(world, leader.by, works, pass, words);
      await settle(world, [beginListener(ownBatchActs), batchListener(ownBatchActs)], moment);
      assert.deepEqual(await outcome(world, batch), { W1: 'done', W2: 'done' });
      // A counter officer who once had the powers of a leader.
      const outdated = { ...first.by, powers: leader.by.powers };
      const other = await batchOf(world, outdated, works, pass, words);
      await settle(world, [beginListener(ownBatchActs), batchListener(ownBatchActs)], moment);
      assert.match(Object.values(await outcome(world, other)).join(), /may pass it on/);
    }),
  );

  it(
    'stops where the account of whoever asked was closed or suspended meanwhile',
    rolledBack(async (world) => {
      const { agency, first } = await anOffice(world);
      for (const column of ['closed_at', 'suspended_for']) {
        const id = await aWork(world, agency, { code: `W ${column}` });
        const batch = await batchOf(world, first.by, [id], take);
        const value = column === 'closed_at' ? now : 'administrator';
        await send(world.tx, `update access.accounts set ${column} = $1 where id = $2`, [
          value,
          first.by.account,
        ]);
        await settle(world, [beginListener(ownBatchActs), batchListener(ownBatchActs)], moment);
        assert.match(Object.values(await outcome(world, batch)).join(), /was closed/, column);
        assert.equal((await world.look(systemAt(now), (look) => listWork(look, [id])))[0]?.holder, null);
        await send(world.tx, `update access.accounts set ${column} = null where id = $1`, [first.by.account]);
      }
    }),
  );

  it(
    'says how many of the selected items are left out, because they are done or a colleague has them',
    rolledBack(async (world) => {
      const { agency, first, second } = await anOffice(world);
      const [mine, theirs, done] = await Promise.all(
        ['A', 'B', 'C'].map((code) => aWork(world, agency, { code })),
      );
      const [taken] = await world.look(systemAt(now), (look) => listWork(look, [theirs!]));
      await world.as(second.by, now, (act) => takeWork(act, taken!));
      await world.as(second.by, now, async (act) => shut(act, done!));
      const visitor = visitorOf(
        world,
        { pages: [batchesPage(ownBatchActs), batchPage(ownBatchActs)] },
        now,
        first.by,
      );
      const form = new FormData();
      form.set('which', 'chosen');
      form.set('view', '');
      for (const id of [mine, theirs, done, mine]) form.append('id', id!);
      const { to, response } = await visitor.post('/viec/hang-loat', form);
      assert.match(to ?? '', /^\/viec\/hang-loat\//);
      const [, said = ''] = /loi-nhan=([^;]+)/.exec(response.headers.getSetCookie().join(' ')) ?? [];
      assert.match(Buffer.from(said, 'base64url').toString(), /2 việc đã chọn không còn ở đây/);
    }),
  );

  it(
    'is seen only by who made it, starts once, and takes between 1 and 500 items',
    rolledBack(async (world) => {
      const { agency, first, second } = await anOffice(world);
      const id = await aWork(world, agency);
      const [work] = await world.look(systemAt(now), (look) => listWork(look, [id]));
      const batch = await batchOf(world, first.by, [id], take);
      await assert.rejects(
        world.as(second.by, now, (act) => getBatch(act, batch)),
        NotFound,
      );
      await assert.rejects(
        world.as(first.by, now, (act) => startBatch(act, batch, take, nothing)),
        Conflict,
      );
      for (const n of [0, 501])
        await assert.rejects(
          world.as(first.by, now, async (act) =>
            makeBatch(
              act,
              Array.from({ length: n }, () => work!),
            ),
          ),
          Invalid,
        );
      await assert.rejects(batchOf(world, first.by, [id], pass), Invalid);
    }),
  );
});

describe('a batch that is pressed twice at once', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let connection: Connection;
  before(async () => {
    database = await cloneDatabase();
    connection = connect(database.program);
  });
  after(async () => {
    await connection?.close();
    await database?.drop();
  });

  it('begins once, and is tried again once', async () => {
    const edge = edgeOn(connection.db);
    const account = randomUUID();
    const by: By = { ...nobody, kind: 'officer', account };
    const caller = { tenant: 1, by, requestId: 'test', now: moment };
    const twice = (press: (act: Act) => Promise<void>) =>
      Promise.allSettled([edge.act(caller, press), edge.act(caller, press)]);
    const begun = async () =>
      (
        await send<{ n: number }>(
          connection.db,
          `select count(*)::int as n from jobs.events where name = 'desk.batch-begin'`,
        )
      )[0]!.n;
    const batch = await edge.act(caller, async (act) => makeBatch(act, [aLooseWork]));
    const pressed = await twice((act) => startBatch(act, batch, take, nothing));
    assert.deepEqual(pressed.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal(await begun(), 1);
    await edge.act(caller, async (act) =>
      update(act.writes, 'desk.batch_items', { tenant: 1, batch, work: aLooseWork.id }, { state: 'failed' }),
    );
    await twice((act) => retryBatch(act, batch));
    assert.equal(await begun(), 2);
  });
});

const aLooseWork: Work = {
  id: randomUUID(),
  item: randomUUID(),
  room: 'test',
  kind: 'do',
  agency: randomUUID(),
  unit: null,
  role: 'counter',
  holder: null,
  party: null,
  code: 'X',
  title: 'Việc thử',
  subject: 'Ai',
  step: 'Bước',
  ref: null,
  due_at: null,
  paused_for: null,
  opened_at: moment,
};
