/**
 * `npm run bench:start [-- --clone]`: how long it takes until a page is served, and what the processes then hold: with
 * `--clone` from a fresh clone with nothing installed, then a first start with empty data, then a later one.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../src/ground/operate/free-port.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Milliseconds until the processes have tidied up after the last of them has started. */
const TIDYING = 8_000;
const LONGEST = 300_000;

type Memory = { readonly rss: number; readonly own: number };
type Start = { readonly seconds: number; readonly cpu: number; readonly memory: Record<string, Memory> };

/** Starts the platform of a checkout, waits for its first page, looks, and stops it. */
async function measure(checkout: string, dataDir: string): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['bin/toantrinh', 'start'], {
    cwd: checkout,
    env: { ...env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  // The address is printed when the worker, too, has started.
  const complete = once(child.stdout, 'data');
  const seconds = await served(`http://127.0.0.1:${port}/`, child, began, () => said);
  const cpu = familyOf(child.pid!).reduce((sum, pid) => sum + cpuOf(pid), 0);
  await complete;
  await sleep(TIDYING);
  const memory = Object.fromEntries(
    familyOf(child.pid!).flatMap((pid) => {
      const name = /\s(start|worker|simulators)\s*$/.exec(commandOf(pid))?.[1];
      return name ? [[name === 'start' ? 'web' : name, memoryOf(pid)]] : [];
    }),
  );
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { seconds, cpu, memory };
}

async function served(address: string, child: ChildProcess, began: number, said: () => string) {
  while (performance.now() - began < LONGEST) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.status === 200 && (await answer.text()).includes('<html lang="vi"'))
      return (performance.now() - began) / 1000;
    if (child.exitCode !== null) throw new Error(`The start ended: ${said().trim().split('\n').at(-1)}`);
    await sleep(50);
  }
  child.kill('SIGTERM');
  throw new Error('No page was served in five minutes.');
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};

const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
const fieldsOf = (pid: number): string[] => read(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ');

/** A process and everything below it. */
function familyOf(pid: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const below = (one: number): number[] => [
    one,
    ...all.filter((other) => Number(fieldsOf(other)[1]) === one).flatMap(below),
  ];
  return below(pid);
}

/** Seconds of processor that a process and its children that have ended took. */
const cpuOf = (pid: number): number =>
  fieldsOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0) / 100;

/** Megabytes: all that is mapped, and its fair share where processes share it (the program of Node itself). */
function memoryOf(pid: number): Memory {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1024);
  return { rss: of('Rss'), own: of('Pss') };
}

const { values } = parseArgs({ options: { clone: { type: 'boolean' }, json: { type: 'boolean' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-start-'));
const results: Record<string, Start> = {};
const say = (what: string, one: Start): void => {
  results[what] = one;
  const memory = Object.entries(one.memory).map(([name, { rss, own }]) => `${name} ${rss} MB (share ${own})`);
  const both = ['web', 'worker'].map((name) => one.memory[name] ?? { rss: 0, own: 0 });
  const sum = (kind: keyof Memory): number => both.reduce((total, each) => total + each[kind], 0);
  process.stderr.write(
    `${what}: page after ${one.seconds.toFixed(1)} s, ${one.cpu.toFixed(1)} s of processor; ${memory.join(', ')}; ` +
      `web and worker ${sum('rss')} MB (share ${sum('own')}); load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores\n`,
  );
};
try {
  if (values.clone) {
    const clone = path.join(folder, 'clone');
    execFileSync('git', ['clone', '--quiet', root, clone]);
    say('from a clone', await measure(clone, path.join(folder, 'cloned')));
  }
  say('first start', await measure(root, path.join(folder, 'data')));
  say('later start', await measure(root, path.join(folder, 'data')));
  if (values.json) process.stdout.write(`${JSON.stringify({ load: loadavg()[0], ...results })}\n`);
} finally {
  await sleep(3_000); // the database stops two seconds after its last user
  rmSync(folder, { recursive: true, force: true });
}
