import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { own, system } from '../../ground/db/act.ts';
import { close } from '../typeset/index.ts';
import { issued, testPress } from './fixtures.ts';
import { papersRoom } from './module.ts';
import { findByHash, getPaper } from './queries.ts';
import type { PaperTables } from './schema.ts';

const now = '2026-11-20T09:00:00+07:00';
/** Half a year before the timestamp authority of the first day ends; a new authority works by then. */
const later = '2036-05-20T09:00:00+07:00';

describe('evidence of papers', () => {
  const [made, madeLater] = [testPress(now), testPress(later)];
  after(async () => {
    for (const press of [await made, await madeLater]) await press.close();
    await close();
  });

  it(
    'is renewed by the night job before it ends, once; the former file is still the paper as issued',
    rolledBack(async (world) => {
      const press = await made;
      const paper = await issued(world, press, now);
      const read = () => world.look(systemAt(now), (look) => getPaper(look, paper.id));
      /** What the worker does with an event, at a moment. */
      const hear = async (at: string, on: string, here = press) => {
        const event = { id: paper.id, name: on, item: paper.id, payload: {}, at: new Date(at) };
        for (const one of papersRoom(here).listeners.filter((heard) => heard.on === on)) {
          const gathered = await world.look(systemAt(at), async (look) => one.gather?.(look, event));
          await world.as(system, at, (act) => one.act(act, event, gathered));
        }
      };
      /** What the night jobs announce of the paper. */
      const announced = async (at: string, name: string): Promise<string[]> => {
        const events = () =>
          own<{ 'jobs.events': { name: string; item: string } }>(world.tx)
            .selectFrom('jobs.events')
            .select('item')
            .where('name', '=', name)
            .where('item', '=', paper.id)
            .execute();
        const before = (await events()).length;
        for (const { act: work } of papersRoom(press).timed) await world.as(system, at, work);
        return (await events()).slice(before).map(({ item }) => item);
      };
      const night = async (at: string): Promise<number> => (await announced(at, 'paper.renew')).length;

      await hear(now, 'paper.issued');
      assert.equal((await read()).evidence_until?.getFullYear(), 2036);
      assert.deepEqual(await announced(now, 'paper.note-evidence'), [], 'computed with the table of today');
      await own<PaperTables>(world.tx)
        .updateTable('papers.papers')
        .set({ evidence_table: 'another', evidence_until: new Date('2060-01-01') })
        .where('id', '=', paper.id)
        .execute();
      assert.deepEqual(await announced(now, 'paper.note-evidence'), [paper.id]);
      await hear(now, 'paper.note-evidence');
      assert.equal((await read()).evidence_until?.getFullYear(), 2036);
      assert.equal(await night('2030-01-01T02:30:00+07:00'), 0, 'long before, nothing is done');
      assert.equal(await night(later), 1);

      const future = {
        ...press,
        keyring: { ...press.keyring, timestamp: (await madeLater).keyring.timestamp },
      };
      await hear(later, 'paper.renew', future);
      const after = await read();
      assert.notEqual(after.hash, paper.hash);
      assert.equal(after.evidence_until?.getFullYear(), 2046);
      const [old, fresh] = [
        await press.store.read(paper.hash ?? ''),
        await press.store.read(after.hash ?? ''),
      ];
      assert.deepEqual(fresh.subarray(0, old.length), old, 'what was signed is not touched');
      assert.equal(await night(later), 0, 'and it is not due again');
      await hear(later, 'paper.renew', future);
      assert.equal((await read()).hash, after.hash);
      const found = await world.look(systemAt(later), (look) => findByHash(look, paper.hash ?? ''));
      assert.equal(found?.id, paper.id);
    }),
  );
});
