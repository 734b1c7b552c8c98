/** Saving and bringing back the embedded database while it runs: PostgreSQL's own backup mode, with the log held by a slot. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { makeFolders } from '../../ground/db/embedded/folders.ts';
import { filesIn, keep, keepFolder, type Kept } from './manifest.ts';

/** What a backup must not hold: the state of the running server, and what it makes anew at each start. */
const transient =
  /^(postmaster\.(pid|opts)|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*)$|(^|\/)(pgsql_tmp|pg_internal\.init)/;

/** Folders that the server expects to find, though nothing of them is saved. */
const expected = [
  'pg_wal/archive_status',
  'pg_wal/summaries',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_commit_ts',
  'pg_logical/mappings',
  'pg_logical/snapshots',
];

/** Copies the cluster of a data folder. `owner` is the address of a superuser. */
export async function saveCluster(owner: string, dataDir: string, backup: string): Promise<Kept[]> {
  const { cluster } = makeFolders(dataDir);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    // The slot keeps every piece of the log that is written from here on, and goes with this connection.
    await client.query(
      `select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`,
    );
    await client.query(`select pg_backup_start('toantrinh', true)`);
    const files = await keepFolder(cluster, backup, 'cluster', (file) => transient.test(file));
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(wait_for_archive => false)',
    );
    const label = path.join(backup, 'label');
    await writeFile(label, rows[0]!.labelfile, { mode: 0o600 });
    const stopped = await keep(label, backup, 'cluster/backup_label');
    await rm(label);
    const log = await keepFolder(path.join(cluster, 'pg_wal'), backup, 'cluster/pg_wal', (file) =>
      file.includes('/'),
    );
    return [...files, ...(stopped ? [stopped] : []), ...log];
  } finally {
    await client.end();
  }
}

/** Puts a saved cluster into a data folder that has none. The server replays its log at the next start. */
export async function bringCluster(backup: string, dataDir: string): Promise<void> {
  const { cluster } = makeFolders(dataDir);
  if ((await filesIn(cluster)).length > 0)
    throw new Error(`${dataDir} holds a database already. Restore into an empty DATA_DIR.`);
  const files = await filesIn(path.join(backup, 'cluster'));
  for (const file of files) await keep(path.join(backup, 'cluster', file), cluster, file);
  for (const folder of expected) await mkdir(path.join(cluster, folder), { recursive: true, mode: 0o700 });
}
