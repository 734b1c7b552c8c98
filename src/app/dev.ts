/** `npm run dev`: `toantrinh start`, started again whenever a source changes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent } from '../ground/operate/orphan.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds: an editor writes a file in several steps. */
const settle = 150;

const start = (): ChildProcess =>
  spawn(process.execPath, [join(root, 'bin/toantrinh'), 'start', ...process.argv.slice(2)], {
    stdio: 'inherit',
    // Sources that change all the time are run as they are: no bundle is made of them.
    env: { ...process.env, TOANTRINH_SOURCES: '1' },
  });

let child = start();
let timer: NodeJS.Timeout | undefined;
let ending = false;

const stopped = async (): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

const restart = async (): Promise<void> => {
  await stopped();
  if (!ending) child = start();
};

const end = async (): Promise<void> => {
  ending = true;
  await stopped();
  process.exit();
};

for (const folder of ['src', 'sample'].map((name) => join(root, name)).filter((path) => existsSync(path))) {
  watch(folder, { recursive: true }, (_, file) => {
    if (!file || /[.]test[.]tsx?$|~$|(^|\/)[.]/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), settle);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end());
endWithParent(() => void end());
