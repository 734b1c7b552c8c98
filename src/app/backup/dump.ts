/** Saving and bringing back a database on a server of its own, by the programs that come with PostgreSQL. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { keep, type Kept } from './manifest.ts';

const run = promisify(execFile);
const FILE = 'database.dump';

/** Runs a program of PostgreSQL. Throws an Error with one sentence; the address (it may hold a password) is never in it. */
async function program(name: 'pg_dump' | 'pg_restore', words: readonly string[]): Promise<void> {
  try {
    await run(name, [...words], { maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string; stderr?: string };
    throw new Error(
      code === 'ENOENT'
        ? `${name} is not installed: it is needed to save a database on a server of its own.`
        : `${name} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`,
      { cause: error },
    );
  }
}

/** Dumps the database, in one consistent snapshot, while it is used. */
export async function saveDump(owner: string, backup: string): Promise<Kept[]> {
  const file = path.join(backup, `${FILE}.new`);
  await program('pg_dump', ['--format=custom', '--no-owner', `--dbname=${owner}`, `--file=${file}`]);
  const kept = await keep(file, backup, FILE);
  await rm(file);
  return kept ? [kept] : [];
}

/** Puts a dump into a database that holds nothing of ours yet. */
export async function bringDump(backup: string, owner: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('ground.migrations') is not null as there`,
    );
    if (rows[0]!.there)
      throw new Error('The database holds an installation already. Restore into an empty one.');
    // The dump grants to the role of the program, which lies outside of any database.
    await client.query(
      `do $$ begin if not exists (select from pg_roles where rolname = 'toantrinh') then create role toantrinh; end if; end $$`,
    );
  } finally {
    await client.end();
  }
  await program('pg_restore', [
    '--no-owner',
    '--exit-on-error',
    `--dbname=${owner}`,
    path.join(backup, FILE),
  ]);
}
