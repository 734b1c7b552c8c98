/** Where measurements live: in an installation of their own, never in one where people work. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../src/app/database.ts';
import { TENANT } from '../src/app/wiring.ts';
import { readConfig, type Config } from '../src/ground/operate/config.ts';
import { countDossiers } from './load/load.ts';

/** Runs in `DATA_DIR` where it is set, else in a new folder that is removed afterwards. */
export async function inOwnFolder<T>(run: (config: Config) => Promise<T>): Promise<T> {
  if (process.env['DATA_DIR']) return run(readConfig());
  const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-bench-'));
  try {
    return await run(readConfig({ ...process.env, DATA_DIR: folder }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws one sentence where the installation holds dossiers already. */
export async function refuseUsed(database: Database): Promise<void> {
  const { all } = await countDossiers(database.owner, TENANT);
  if (all > 0)
    throw new Error(
      `This data folder holds ${all.toLocaleString('en')} dossiers already. A run makes its own: give it an empty DATA_DIR, or none.`,
    );
}
