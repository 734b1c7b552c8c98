import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { system } from '../db/act.ts';
import type { Look } from '../db/act.ts';
import { send } from '../db/connect.ts';
import { rolledBack, type TestWorld } from '../db/testing.ts';
import { Unavailable } from '../operate/errors.ts';
import {
  draftBecame,
  exchange,
  Garbled,
  listCallsAbout,
  listCallsFor,
  listHealth,
  openWire,
  readObject,
  type Call,
  type Wire,
} from './index.ts';
import { BREAKS_AFTER } from './rules.ts';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-11-21T08:00:00Z');
const call: Call = {
  to: { id: 'thi-du', name: { vi: 'Hệ thống thí dụ', en: 'The sample system' } },
  service: 'thi-du.hoi',
  purpose: '1.001193',
  basis: 'Nghị định 42/2022/NĐ-CP, điều 11',
  item: '0198f2a0-0000-7000-8000-000000000001',
  subject: '099090000137',
  patience: { tryMs: 2000, tries: 3, pauseMs: 5, wholeMs: 6000 },
};

/** Runs a body with a server on a free port. */
async function serving(answer: RequestListener, body: (address: string) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await body(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const lookOf = (world: TestWorld): Look => ({
  tx: world.tx,
  tenant: world.tenant,
  by: system,
  now,
  requestId: 'r',
});
const ask = (wire: Wire, look: Look, address: string, which: Call = call) =>
  wire.call(look, which, async (signal) => {
    const { status, body } = await exchange(address, {}, signal);
    return { status, refused: status >= 400, value: readObject(body) };
  });

describe('wire', () => {
  it(
    'finds with an item what was asked for the draft that it was, and nothing of other drafts',
    rolledBack(async (world) => {
      const wire = openWire({ edge: world, key });
      const look = lookOf(world);
      const [draft, other] = ['0198f2a0-0000-7000-8000-0000000000d1', '0198f2a0-0000-7000-8000-0000000000d2'];
      for (const one of [draft, other])
        await wire.note(look, { ...call, item: null, draft: one, purpose: `for ${one}` });
      await wire.note(look, call);
      await world.as(system, now, async (act) => draftBecame(act, draft!, call.item!));
      const purposes = (await listCallsFor(look, call.item!)).map(({ purpose }) => purpose);
      assert.deepEqual(purposes.toSorted(), ['1.001193', `for ${draft}`]);
      assert.equal((await listCallsFor(look, draft!)).length, 1);
    }),
  );

  it(
    'tries again, and writes one line without the number of the person',
    rolledBack(async (world) => {
      const wire = openWire({ edge: world, key });
      const look = lookOf(world);
      let asked = 0;
      await serving(
        (_, response) => (++asked < 3 ? response.writeHead(503).end() : response.end('{"ten":"Thí Dụ"}')),
        async (address) => assert.deepEqual(await ask(wire, look, address), { ten: 'Thí Dụ' }),
      );
      const [line, ...others] = await listCallsFor(look, call.item!);
      assert.equal(others.length, 0);
      assert.deepEqual(
        [line!.outcome, line!.status, line!.tries, line!.purpose, line!.by_kind],
        ['answered', 200, 3, '1.001193', 'system'],
      );
      assert.equal((await listCallsAbout(look, wire.subjectOf('099090000137'))).length, 1);
      assert.equal((await listCallsAbout(look, wire.subjectOf('099090000138'))).length, 0);
      const [row] = await send<{ row: string }>(
        world.tx,
        'select row_to_json(c)::text as row from wire.calls c',
      );
      assert.ok(!row!.row.includes('099090000137'));
    }),
  );

  it(
    'tells slow, down, rubbish and refusal apart',
    rolledBack(async (world) => {
      const look = lookOf(world);
      const outcomes: string[] = [];
      const patient = { ...call, patience: { tryMs: 600, tries: 1, pauseMs: 1, wholeMs: 1000 } };
      const answers: RequestListener[] = [
        () => {}, // never
        (request) => void request.socket.destroy(),
        (_, response) => void response.end('<html>'),
        (_, response) => void response.writeHead(404).end('{}'),
        (_, response) => {
          response.writeHead(200, { 'content-length': '100' });
          response.write('{"a"');
          setTimeout(() => response.destroy(), 5);
        },
      ];
      for (const [i, answer] of answers.entries()) {
        const later = { ...look, now: new Date(now.getTime() + i) };
        await serving(answer, async (address) => {
          await ask(openWire({ edge: world, key }), later, address, patient).catch((error: unknown) =>
            assert.ok(error instanceof Unavailable),
          );
        });
        outcomes.push((await listCallsFor(look, call.item!))[0]!.outcome);
      }
      assert.deepEqual(outcomes, ['timeout', 'failed', 'garbled', 'refused', 'failed']);
      const [health] = await listHealth(look, new Date(now.getTime() - 1));
      assert.deepEqual([health!.destination, health!.calls, health!.unanswered], ['thi-du', 5, 4]);
    }),
  );

  it(
    'hears an answer that has come while the process itself stood still, however long that was',
    rolledBack(async (world) => {
      const look = lookOf(world);
      const hasty = { ...call, patience: { tryMs: 300, tries: 1, pauseMs: 1, wholeMs: 300 } };
      const standStill: RequestListener = (_, response) => {
        response.end('{"ten":"Thí Dụ"}');
        setImmediate(() => {
          for (const until = performance.now() + 1000; performance.now() < until;);
        });
      };
      await serving(standStill, async (address) =>
        assert.deepEqual(await ask(openWire({ edge: world, key }), look, address, hasty), { ten: 'Thí Dụ' }),
      );
      const began = performance.now();
      await serving(
        () => {},
        async (address) =>
          assert.rejects(ask(openWire({ edge: world, key }), look, address, hasty), Unavailable),
      );
      assert.ok(performance.now() - began >= 299, 'who does not answer is waited for');
      const outcomes = (await listCallsFor(look, call.item!)).map(({ outcome }) => outcome);
      assert.deepEqual(outcomes.toSorted(), ['answered', 'timeout']);
    }),
  );

  it(
    'leaves a dead destination alone, and no other',
    rolledBack(async (world) => {
      const wire = openWire({ edge: world, key });
      const look = lookOf(world);
      let asked = 0;
      const dead = async () => {
        asked++;
        return exchange('http://127.0.0.1:9/', {}, AbortSignal.timeout(200)).then(({ status }) => ({
          status,
          value: 1,
        }));
      };
      for (let i = 0; i < BREAKS_AFTER; i++) await assert.rejects(wire.call(look, call, dead), Unavailable);
      assert.equal(asked, BREAKS_AFTER, 'shut in the middle of the retries');
      const outcomes = (await listCallsFor(look, call.item!)).map(({ outcome }) => outcome).sort();
      assert.deepEqual(outcomes, ['failed', ...Array.from({ length: BREAKS_AFTER - 1 }, () => 'not-tried')]);
      const other = { ...call, to: { ...call.to, id: 'khac' } };
      assert.equal(await wire.call(look, other, async () => ({ status: 200, value: 5 })), 5);
    }),
  );

  it(
    'a fault of our own is not blamed on the other side, and an unreadable answer does not shut it',
    rolledBack(async (world) => {
      const wire = openWire({ edge: world, key });
      const look = lookOf(world);
      await assert.rejects(
        wire.call(look, call, async () => Promise.reject(new TypeError('ours'))),
        TypeError,
      );
      for (let i = 0; i < BREAKS_AFTER + 1; i++) {
        await assert.rejects(
          wire.call(look, call, async () => Promise.reject(new Garbled('x'))),
          Unavailable,
        );
      }
      assert.equal(await wire.call(look, call, async () => ({ status: 200, value: 1 })), 1);
      await wire.note(look, call);
      assert.equal(
        (await listCallsFor(look, call.item!)).filter((line) => line.outcome === 'kept').length,
        1,
      );
    }),
  );
});
