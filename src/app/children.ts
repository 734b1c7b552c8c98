/** Commands of ours that run as children of the process that starts everything. */
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A command that is started again whenever it ends, until it is stopped. */
export type Kept = { stop(): Promise<void> };

const main = new URL('main.ts', import.meta.url);
/** Milliseconds before a child that has ended is started again: doubled each time it ends young. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
/** Milliseconds after which a child is no longer young. */
const GROWN = 10_000;
/** Milliseconds that a child has for ending in order. */
const FAREWELL = 10_000;

/** Starts a command. It ends when we end: its channel closes. */
export function run(command: readonly string[], say: (line: string) => void): ChildProcess {
  say(`Starting ${command[0]}`);
  return fork(main, command, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** Waits until a child is ready. Throws an Error with one sentence when it ends before. */
export const childOf = (child: ChildProcess): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    ended(child).then(() => reject(new Error(`${nameOf(child)} ended at its start.`)), reject);
  });

/** Waits until a child has done its work. Throws an Error with one sentence when it ends otherwise. */
export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`The process “${nameOf(child)}” ended with ${code ?? signal}.`)),
    );
  });

/** Ends a child in order, or at last without. */
const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), FAREWELL).unref();
  });

/** Starts a command, waits until it is ready the first time, and starts it again whenever it ends (issue 6, point 5). */
export async function keepRunning(begin: () => ChildProcess, say: (line: string) => void): Promise<Kept> {
  let child = begin();
  let stopping = false;
  let pause = FIRST_PAUSE;
  const watch = (): void => {
    const since = Date.now();
    child.once('error', (error) => say(error.message));
    child.once('exit', async (code, signal) => {
      if (stopping) return;
      say(`${nameOf(child)} ended with ${code ?? signal}`);
      pause = Date.now() - since > GROWN ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
      await sleep(pause, undefined, { ref: false });
      if (stopping) return;
      child = begin();
      watch();
    });
  };
  await childOf(child);
  watch();
  return {
    stop: () => {
      stopping = true;
      return stop(child);
    },
  };
}

/** The command of a child: the word after its file. */
const nameOf = ({ spawnargs }: ChildProcess): string => {
  const file = spawnargs.findLastIndex((word) => word.endsWith('.ts'));
  return spawnargs[file + 1] ?? '';
};
