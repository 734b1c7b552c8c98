import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { system, type Act } from './act.ts';
import { send } from './connect.ts';
import { rolledBack, type TestWorld } from './testing.ts';
import { add, insert, insertOnce, noWrites, remove, statementOf, update } from './writes.ts';
import { Conflict } from '../operate/errors.ts';

const withTable = (
  work: (world: TestWorld, act: (inner: (act: Act) => void) => Promise<void>) => Promise<void>,
) =>
  rolledBack(async (world) => {
    await sql`create temp table thing (id int primary key, name text, n int not null default 0, list text[], extra jsonb) on commit drop`.execute(
      world.tx,
    );
    await work(world, (inner) => world.as(system, '2026-11-20T02:00:00Z', async (act) => inner(act)));
  });

const rows = (world: TestWorld) =>
  send<Record<string, unknown>>(world.tx, 'select id, name, n, list, extra from thing order by id');

describe('writes', () => {
  it('has no statement when there is nothing to write', () => {
    assert.equal(statementOf(noWrites()), null);
  });

  it('gives the same statement for the same shape, whatever the values', () => {
    const shape = (ids: number[]) => {
      const writes = noWrites();
      for (const id of ids) insert(writes, 'thing', { id, name: `n${id}` });
      return statementOf(writes)?.text;
    };
    assert.equal(shape([1]), shape([2, 3, 4]));
  });

  it(
    'adds numbers by name to a column that holds several',
    withTable(async (world, act) => {
      await act(({ writes }) => {
        add(writes, 'thing', { id: 1 }, { extra: { in: 1 } });
        add(writes, 'thing', { id: 1 }, { extra: { in: 1, đi: 2 } });
        add(writes, 'thing', { id: 2 }, { extra: { out: -1 } });
      });
      await act(({ writes }) => add(writes, 'thing', { id: 1 }, { extra: { in: -2, other: 7 } }));
      await act(({ writes }) => add(writes, 'thing', { id: 2 }, { extra: {} }));
      assert.deepEqual(
        (await rows(world)).map(({ extra }) => extra),
        [{ in: 0, đi: 2, other: 7 }, { out: -1 }],
      );
    }),
  );

  it(
    'sends inserts, merged updates and summed increments of many tables as one statement',
    withTable(async (world, act) => {
      await act(({ writes }) => {
        insert(writes, 'thing', { id: 1, name: 'one', list: ['a', 'ộ'], extra: { deep: [1, 'x'] } });
        insert(writes, 'thing', { id: 2, name: 'two' });
        update(writes, 'thing', { id: 1 }, { n: 5 });
      });
      await act(({ writes }) => {
        update(writes, 'thing', { id: 2 }, { name: 'zwei' });
        update(writes, 'thing', { id: 2 }, { n: 7 });
        add(writes, 'thing', { id: 3 }, { n: 2 });
        add(writes, 'thing', { id: 3 }, { n: 3 });
      });
      await act(({ writes }) => add(writes, 'thing', { id: 3 }, { n: -1 }));
      await act(({ writes }) => {
        remove(writes, 'thing', { id: 2 });
        insertOnce(writes, 'thing', { id: 1 }, { name: 'never' });
      });
      assert.deepEqual(await rows(world), [
        { id: 1, name: 'one', n: 5, list: ['a', 'ộ'], extra: { deep: [1, 'x'] } },
        { id: 3, name: null, n: 4, list: null, extra: null },
      ]);
    }),
  );

  it(
    'checks and counts up a version in one update',
    withTable(async (world, act) => {
      await act(({ writes }) => insert(writes, 'thing', { id: 1, name: 'one', n: 1 }));
      await act(({ writes }) => update(writes, 'thing', { id: 1, n: 1 }, { name: 'two', n: 2 }));
      await assert.rejects(
        act(({ writes }) => update(writes, 'thing', { id: 1, n: 1 }, { name: 'three', n: 2 })),
        Conflict,
      );
      assert.deepEqual(await rows(world), [{ id: 1, name: 'two', n: 2, list: null, extra: null }]);
    }),
  );

  it(
    'answers Conflict when the row of an update has changed or a key is taken, and writes nothing',
    withTable(async (world, act) => {
      await act(({ writes }) => insert(writes, 'thing', { id: 1, name: 'one' }));
      await assert.rejects(
        act(({ writes }) => {
          insert(writes, 'thing', { id: 9, name: 'nine' });
          update(writes, 'thing', { id: 1, name: 'other' }, { n: 1 });
        }),
        Conflict,
      );
      await assert.rejects(
        act(({ writes }) => insert(writes, 'thing', { id: 1, name: 'again' })),
        Conflict,
      );
      assert.equal((await rows(world)).length, 1);
    }),
  );
});
