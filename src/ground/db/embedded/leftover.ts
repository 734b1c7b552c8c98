/**
 * What a killed keeper or server leaves behind: a server that is still stopping, processes that are still ending, and
 * lock files. PostgreSQL refuses to start beside any of them. Only the keeper, who holds the lock, may clear them.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Folders } from './folders.ts';

/** The name that every process of our server carries in its title. */
export const clusterName = (folders: Folders): string => basename(folders.sockets);

/** Waits for what is ending by itself, then asks ever more firmly, then removes the lock files. */
export const clearLeftover = async (folders: Folders): Promise<void> => {
  const name = clusterName(folders);
  const started = Date.now();
  let left = processesNamed(name);
  while (left.length > 0) {
    const waited = Date.now() - started;
    for (const pid of left) signal(pid, waited < 500 ? 'SIGINT' : waited < 3_000 ? 'SIGQUIT' : 'SIGKILL');
    await sleep(50);
    left = processesNamed(name);
  }
  // The number in the lock may by now be that of another program; a server that someone started by hand keeps its lock.
  const pid = serverState(folders.cluster).pid;
  if (pid !== undefined && read(`/proc/${pid}/comm`).trim() === 'postgres') return;
  rmSync(join(folders.cluster, 'postmaster.pid'), { force: true });
  for (const file of readdirSync(folders.sockets)) {
    if (file.startsWith('.s.PGSQL.')) rmSync(join(folders.sockets, file), { force: true });
  }
};

/** Process number and state of the server, from the file that it keeps in its data folder. */
export const serverState = (cluster: string): { readonly pid?: number; readonly state?: string } => {
  const lines = read(join(cluster, 'postmaster.pid')).split('\n');
  return lines.length < 2 ? {} : { pid: Number(lines[0]), state: lines[7]?.trim() };
};

const processesNamed = (name: string): readonly number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && read(`/proc/${entry}/comm`).trim() === 'postgres')
    .filter((entry) => read(`/proc/${entry}/cmdline`).includes(name))
    .map(Number);

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended meanwhile
  }
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
