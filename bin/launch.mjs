/**
 * Runs a file of the program: `node bin/launch.mjs src/app/test-run.ts …`. Completes the set-up first, and moves to a
 * Node that is new enough, which may be the one among the packages. Plain JavaScript for Node 20.
 */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import * as module from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeToRun, setUp } from '../setup.mjs';
import { bundled } from './bundle.mjs';

const here = fileURLToPath(import.meta.url);
const root = dirname(dirname(here));
const compiled = join(root, 'node_modules/.cache/compiled');
/** What every process of the program loads first: the reader of `.tsx`, and the watch over its parent. */
const preloads = ['src/app/tsx.mjs', 'src/app/with-parent.ts'].map(
  (file) => pathToFileURL(join(root, file)).href,
);

/**
 * How V8 keeps its heap. By itself it lets what is soon forgotten grow to a hundred megabytes, and the rest to several times what is in use:
 * a web process under load held 360 MB where 80 were in use. Collecting oftener costs less than the memory (docs/scaling.md).
 */
const heap = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** Runs a file, given by its path in the repository, with the words of the command line that follow it. */
export const launch = async (file, words) => {
  if (!(await setUp())) return process.exit(1);
  goToCaller();
  const node = nodeToRun();
  if (node === null) return process.exit(1);
  if (node !== process.execPath) return runUnder(node, file, words);
  // Who starts this Node by hand gives it the size of the young space, which V8 takes from the command line alone.
  if (!process.execArgv.includes(heap[0])) process.execArgv.push(...heap); // for processes that it forks
  setFlagsFromString(heap[1]);
  const begin = (process.env.TOANTRINH_SOURCES ? undefined : await bundled(root, file)) ?? join(root, file);
  process.argv = [node, begin, ...words];
  process.execArgv.push(...preloads.flatMap((preload) => ['--import', preload])); // for processes that it forks
  module.enableCompileCache(compiled);
  process.env.NODE_COMPILE_CACHE = compiled; // likewise
  setTimeout(() => module.flushCompileCache(), 5_000).unref(); // a long-running process may be killed
  for (const preload of preloads) await import(preload);
  await import(pathToFileURL(begin).href);
};

/** `npm run` starts us in the package's folder; file names are meant from where the person stands. */
const goToCaller = () => {
  const { INIT_CWD: caller, npm_package_json: ours } = process.env;
  if (caller && process.cwd() === root && ours === join(root, 'package.json')) process.chdir(caller);
  delete process.env.INIT_CWD;
};

/** Stands between the caller and the program: passes streams, signals and the way it ends. */
const runUnder = (node, file, words) => {
  const child = spawn(node, [...heap, here, file, ...words], {
    stdio: 'inherit',
    env: { ...process.env, TOANTRINH_LAUNCHER: String(process.pid) },
  });
  // A terminal sends its interrupt to both of us.
  const passed = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  for (const name of passed)
    process.on(name, () => (name === 'SIGINT' && process.stdin.isTTY) || child.kill(name));
  child.once('exit', (code, signal) => {
    if (signal === null) return process.exit(code);
    for (const name of passed) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
};

const [, started, file, ...words] = process.argv;
if (started && realpathSync(resolve(started)) === here) await launch(file, words);
