/** The installation that a demonstration runs against: one that is running, or one of its own that leaves nothing behind. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../ground/operate/free-port.ts';
import { sampleKeyring } from '../../paper/papers/index.ts';
import { certificatesOf, type Trust } from '../../paper/signing/index.ts';

/** A running installation: where it is reached, where its data lies. */
export type Installation = { readonly origin: string; readonly dataDir: string; stop(): Promise<void> };

const main = new URL('../main.ts', import.meta.url);
const SLOWEST_START = 120_000;

/** Starts a whole installation of its own in this folder, on a free port. `progress` hears what it says; `settings` are added to the environment. */
export async function startInstallation(
  dataDir: string,
  progress: (line: string) => void,
  settings: NodeJS.ProcessEnv = {},
): Promise<Installation> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ORIGIN: ___, ...env } = process.env;
  const child = fork(main, ['start'], {
    env: { ...env, ...settings, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let last = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) progress((last = line));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    // It says where it is reached once everything runs.
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error(`The installation ended at its start. ${last}`)));
    setTimeout(() => reject(new Error('The installation did not start in time.')), SLOWEST_START).unref();
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    origin,
    dataDir,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Whom the results of this installation must be signed under: its own test authority. */
export async function trustOf({ dataDir }: Pick<Installation, 'dataDir'>): Promise<Trust> {
  const keys = path.join(dataDir, 'keys');
  if (!existsSync(path.join(keys, 'authority.json')))
    throw new Error(`There are no keys in ${keys}. Set DATA_DIR to the data folder of the installation.`);
  const roots = await sampleKeyring(keys).roots();
  return { roots: roots.flatMap((root) => certificatesOf(root)), now: new Date() };
}
