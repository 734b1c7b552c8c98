import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { announce } from './events.ts';
import { Conflict } from '../operate/errors.ts';
import { bySystem, edgeOn } from '../db/edge.ts';
import type { Act } from '../db/act.ts';
import { connect, send, WHOLE_ACT, type Connection } from '../db/connect.ts';
import { cloneDatabase } from '../db/testing.ts';
import { update } from '../db/writes.ts';

const item = '01900000-0000-7000-8000-000000000001';

describe('transactions', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let connection: Connection;
  const sent: string[] = [];

  before(async () => {
    database = await cloneDatabase();
    connection = connect(database.program, 1);
    const take = connection.pool.connect.bind(connection.pool) as () => Promise<pg.PoolClient>;
    connection.pool.connect = (async () => {
      const client = await take();
      return {
        query: (config: { text: string }) => {
          sent.push(config.text);
          return client.query(config);
        },
        release: () => client.release(),
      };
    }) as never;
  });
  after(async () => {
    await connection.close();
    await database.drop();
  });

  /** The statements of an act, by their first word. */
  const statementsOf = async (work: (act: Act) => Promise<void>): Promise<string[]> => {
    sent.length = 0;
    await edgeOn(connection.db)
      .act(bySystem(1), work)
      .catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    return sent.map((text) => (text.startsWith(WHOLE_ACT) ? 'whole act' : text.split(' ')[0]!));
  };
  const events = async (): Promise<number> =>
    (await send<{ n: number }>(connection.db, 'select count(*)::int as n from jobs.events'))[0]!.n;

  it('sends an act that only adds as one statement, without a transaction around it', async () => {
    const there = await events();
    assert.deepEqual(await statementsOf(async (act) => announce(act, 'thing.done', item)), ['whole act']);
    assert.equal(await events(), there + 1);
  });

  it('sends nothing for an act that did nothing', async () => {
    assert.deepEqual(await statementsOf(async () => {}), []);
  });

  it('begins with the first statement of an act that reads', async () => {
    const statements = await statementsOf(async (act) => {
      await send(act.tx, 'select 1 as one');
      announce(act, 'thing.done', item);
    });
    assert.deepEqual(statements.slice(0, 2), ['begin', 'select']);
    assert.equal(statements.at(-1), 'commit');
    assert.equal(statements.length, 4);
  });

  it('undoes the whole act when a row that it updates has changed', async () => {
    const there = await events();
    const statements = await statementsOf(async (act) => {
      announce(act, 'thing.done', item);
      update(act.writes, 'jobs.events', { tenant: 1, id: item }, { name: 'thing.undone' });
    });
    assert.deepEqual([statements[0], statements.at(-1)], ['begin', 'rollback']);
    assert.equal(await events(), there);
  });
});
