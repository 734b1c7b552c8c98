/**
 * Forward-only migrations: `src/<room>/migrations/NNNN-name.sql`, in the order of the rooms. Each runs once, in
 * its own transaction, under one lock, so that several processes may start at the same time.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { rooms } from '../../architecture.ts';
import type { Address } from './connect.ts';

/** One migration as it lies in the tree. */
export type Migration = {
  readonly room: string;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
};

const source = path.resolve(import.meta.dirname, '../..');

/** All migrations of all rooms, in the order they must run. */
export function listMigrations(): Migration[] {
  return rooms.flatMap(({ path: room }) => {
    const folder = path.join(source, room, 'migrations');
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file));
    return files.sort().map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8');
      return { room, name: file, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
  });
}

const LOCK = 7_402_137;

const ledger = `
  create schema if not exists ground;
  create table if not exists ground.migrations (
    room text not null, name text not null, hash text not null, at timestamptz not null default now(),
    primary key (room, name)
  );
  comment on table ground.migrations is 'Migrations that have run, each with the hash of its text';`;

/** The role of the program, to which every migration grants what the program may do. Never owner, never superuser. */
const role = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'toantrinh') then create role toantrinh; end if;
  end $$;
  grant usage on schema ground to toantrinh;
  grant select on ground.migrations to toantrinh;`;

/**
 * Brings the database up to date as its owner. Returns the names of what ran. Throws an Error with one clear
 * sentence when a migration that already ran was changed afterwards, or when one fails.
 */
export async function migrate(
  owner: Address,
  migrations = listMigrations(),
  progress: (line: string) => void = () => {},
): Promise<string[]> {
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : owner);
  client.on('error', () => {}); // lost between two statements: the next one fails and says so
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(ledger);
    await client.query(role);
    const done = new Map<string, string>();
    const rows = await client.query<{ room: string; name: string; hash: string }>(
      'select room, name, hash from ground.migrations',
    );
    for (const row of rows.rows) done.set(`${row.room}/${row.name}`, row.hash);
    const ran: string[] = [];
    for (const migration of migrations) {
      const id = `${migration.room}/${migration.name}`;
      const earlier = done.get(id);
      if (earlier === migration.hash) continue;
      if (earlier) throw new Error(`Migration ${id} was changed after it had run. Add a new one instead.`);
      await runOne(client, migration, id);
      ran.push(id);
      progress(id);
    }
    return ran;
  } finally {
    await client.end();
  }
}

async function runOne(client: pg.Client, migration: Migration, id: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into ground.migrations (room, name, hash) values ($1, $2, $3)', [
      migration.room,
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${id} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** What this program needs; its files do not change while it runs, and readiness is asked every few seconds. */
let needed: readonly Migration[] | null = null;

/** Tells whether every migration of the tree has run: part of readiness. */
export async function isUpToDate(
  query: (text: string) => Promise<{ room: string; name: string }[]>,
): Promise<boolean> {
  const rows = await query('select room, name from ground.migrations');
  const done = new Set(rows.map((row) => `${row.room}/${row.name}`));
  needed ??= listMigrations();
  return needed.every((migration) => done.has(`${migration.room}/${migration.name}`));
}
