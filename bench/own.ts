/** Where measurements live: in an installation of their own, never in one where people work. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig, type Config } from '../src/ground/operate/config.ts';

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
