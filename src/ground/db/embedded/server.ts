/** Starts and stops one PostgreSQL server for the keeper. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '../../operate/errors.ts';
import { serverFailure } from './failures.ts';
import type { Folders } from './folders.ts';
import { clearLeftover, clusterName, serverState } from './leftover.ts';
import { program, programEnvironment } from './programs.ts';
import { serverArguments } from './settings.ts';
import type { ServerUser } from './user.ts';

export type Server = {
  /** Settles when the server's process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Stops it; the promise settles when it has ended. */
  readonly stop: () => Promise<void>;
};

/**
 * Milliseconds. A server that has not stopped by then skips its last checkpoint, and the next start replays its log:
 * no process may be left five seconds after a command was killed.
 */
const patience = 1_000;
/** Milliseconds. A start may replay the log of a crash; longer than this it is taken for stuck. */
const longestStart = 120_000;
/** Bytes. A longer log is begun anew at a start. */
const longestLog = 10_000_000;

/** Starts the server and waits until it accepts connections. Fails with one sentence (`Unavailable`). */
export const startServer = async (folders: Folders, user: ServerUser): Promise<Server> => {
  await clearLeftover(folders);
  const logged = beginLog(folders.log);
  const child = spawnServer(folders, user);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const server = { ended, stop: () => stop(child, ended) };
  if (await ready(child, folders.cluster)) return server;
  await server.stop();
  const printed = readFileSync(folders.log).subarray(logged).toString();
  throw new Unavailable(serverFailure(folders.database, printed, folders.log));
};

/** `setpriv` ties the server to the keeper: when the keeper is killed, the system tells the server to stop. */
const spawnServer = (folders: Folders, user: ServerUser): ChildProcess => {
  const [file = '', ...words] = [
    ...user.before,
    'setpriv',
    '--pdeathsig=INT',
    program('postgres'),
    ...serverArguments(folders.cluster, folders.sockets, clusterName(folders)),
  ];
  const log = openSync(folders.log, 'a', 0o600);
  try {
    return spawn(file, words, { env: programEnvironment, cwd: '/', stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
};

const ready = async (child: ChildProcess, cluster: string): Promise<boolean> => {
  const deadline = Date.now() + longestStart;
  while (Date.now() < deadline && child.pid && child.exitCode === null && child.signalCode === null) {
    const { pid, state } = serverState(cluster);
    if (pid === child.pid && state === 'ready') return true;
    await sleep(5);
  }
  return false;
};

const stop = async (child: ChildProcess, ended: Promise<void>): Promise<void> => {
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), patience);
  await ended;
  clearTimeout(timer);
};

/** Length of the log before this start, so that a failure quotes only what is new. */
const beginLog = (log: string): number => {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= longestLog) return size;
  truncateSync(log);
  return 0;
};
