/** Backup and restore of a whole installation: database, files, keys. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bySystem, edgeOn } from '../../ground/db/edge.ts';
import { connect, send } from '../../ground/db/connect.ts';
import type { Config } from '../../ground/operate/config.ts';
import { examine, type Examined } from '../../ground/record/invariants.ts';
import { connectProgram, openDatabase } from '../database.ts';
import { nowhere } from '../outside.ts';
import { contributed, TENANT, wire } from '../wiring.ts';
import { bringCluster, saveCluster } from './cluster.ts';
import { bringDump, saveDump } from './dump.ts';
import {
  damaged,
  filesIn,
  keep,
  keepFolder,
  readManifest,
  writeManifest,
  type Manifest,
} from './manifest.ts';

/** What of the data folder is saved beside the database. */
const folders = ['files', 'keys'];

/**
 * Saves an installation into an empty folder while it is used. First the database, then the files: bytes are stored before
 * the row that names them is committed, so every file that the saved database names is saved as well.
 */
export async function backup(config: Config, into: string, now: Date): Promise<Manifest> {
  await mkdir(into, { recursive: true, mode: 0o700 });
  if ((await readdir(into)).length > 0)
    throw new Error(`${into} is not empty. Give a backup a folder of its own.`);
  const database = await openDatabase(config, () => {});
  try {
    const embedded = config.databaseUrl === null;
    const files = embedded
      ? await saveCluster(database.owner, config.dataDir, into)
      : await saveDump(database.owner, into);
    for (const folder of folders) {
      const from = path.join(config.dataDir, folder);
      files.push(...(await keepFolder(from, into, folder, (file) => file.startsWith('incoming'))));
    }
    const manifest: Manifest = {
      made: now.toISOString(),
      database: embedded ? 'cluster' : 'dump',
      server: await versionOf(database.owner),
      files,
    };
    await writeManifest(into, manifest);
    return manifest;
  } finally {
    await database.close();
  }
}

async function versionOf(owner: string): Promise<string> {
  const connection = connect(owner, 1);
  try {
    const [row] = await send<{ version: string }>(
      connection.db,
      `select current_setting('server_version') as version`,
    );
    return row!.version;
  } finally {
    await connection.close();
  }
}

/** Brings a backup back into an empty data folder (and, with a server of its own, an empty database). */
export async function restore(config: Config, from: string): Promise<Manifest> {
  const manifest = await readManifest(from);
  const wrong = await damaged(from, manifest);
  if (wrong.length > 0) throw new Error(`The backup is damaged: ${wrong[0]}. Nothing was restored.`);
  if ((manifest.database === 'cluster') !== (config.databaseUrl === null))
    throw new Error(
      manifest.database === 'cluster'
        ? 'This is a backup of the embedded database: restore it without DATABASE_URL.'
        : 'This is a dump of a server of its own: set DATABASE_URL and DATABASE_OWNER_URL to an empty database.',
    );
  if (config.databaseUrl === null) await bringCluster(from, config.dataDir);
  else await bringDump(from, config.databaseOwnerUrl ?? config.databaseUrl);
  for (const folder of folders)
    for (const file of await filesIn(path.join(from, folder)))
      await keep(path.join(from, folder, file), config.dataDir, path.join(folder, file));
  return manifest;
}

/** What was found about a backup. */
export type Verdict = {
  readonly manifest: Manifest;
  readonly damaged: readonly string[];
  /** What the doctor said of the restored copy; null when it was not restored. */
  readonly examined: readonly Examined[] | null;
};

/** Checks every byte of a backup, and of the embedded database also that a restored copy is healthy. */
export async function verifyBackup(config: Config, from: string): Promise<Verdict> {
  const manifest = await readManifest(from);
  const wrong = await damaged(from, manifest);
  if (wrong.length > 0 || manifest.database === 'dump') return { manifest, damaged: wrong, examined: null };
  const dataDir = await mkdtemp(path.join(tmpdir(), 'toantrinh-verify-'));
  try {
    const copy: Config = { ...config, dataDir, databaseUrl: null, databaseOwnerUrl: null };
    await restore(copy, from);
    return { manifest, damaged: [], examined: await examineAt(copy) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Every invariant of the installation of this configuration. */
async function examineAt(config: Config): Promise<readonly Examined[]> {
  const database = await openDatabase(config, () => {});
  const connection = await connectProgram(database);
  try {
    const all: Examined[] = [];
    await edgeOn(connection.db).look(bySystem(TENANT), (look) =>
      examine(look, contributed(wire(config, connection, nowhere).rooms, 'invariants'), (done) =>
        all.push(done),
      ),
    );
    return all;
  } finally {
    await connection.close();
    await database.close();
  }
}
