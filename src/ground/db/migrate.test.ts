import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { listMigrations, migrate, type Migration } from './migrate.ts';
import { emptyDatabase } from './testing.ts';

describe('migrations', () => {
  it('run once when several processes start together', { timeout: 120_000 }, async () => {
    const database = await emptyDatabase();
    try {
      const all = listMigrations();
      const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database.owner, all)));
      assert.deepEqual(
        ran.map(({ length }) => length).sort((a, b) => a - b),
        [0, 0, 0, all.length],
      );
      assert.deepEqual(await migrate(database.owner, all), []);
    } finally {
      await database.drop();
    }
  });

  it('leave nothing of one that fails, and refuse one that was changed afterwards', async () => {
    const database = await emptyDatabase();
    const one = (name: string, sql: string, hash = name): Migration => ({
      room: 'ground/db',
      name,
      sql,
      hash,
    });
    const first = one('0001-first.sql', 'create table public.first (n int)');
    const half = one('0002-half.sql', 'create table public.half (n int); select 1 / 0');
    try {
      await assert.rejects(migrate(database.owner, [first, half]), /0002-half\.sql failed: division by zero/);
      const client = new pg.Client({ connectionString: database.owner });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public'`,
      );
      await client.end();
      assert.deepEqual(rows, [{ name: 'first' }]);
      await assert.rejects(
        migrate(database.owner, [{ ...first, hash: 'changed' }]),
        /was changed after it had run/,
      );
    } finally {
      await database.drop();
    }
  });
});
