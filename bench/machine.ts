/** What processes use, and what others use of the machine, read from /proc. All CPU times in milliseconds. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const TICK_MS = 10;

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // The process has ended meanwhile.
  }
};

/** CPU that a process has used, with that of the children it has waited for. */
function cpuOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.length < 15 ? 0 : [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0) * TICK_MS;
}

/** Memory of a process that is its own share (PSS), in MB. */
const memoryOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;

/** Processes of the PostgreSQL whose sockets lie in the folder that the address names; none of a server elsewhere. */
export function databasePids(address: string): number[] {
  const name = basename(decodeURIComponent(new URL(address).hostname));
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && read(`/proc/${entry}/comm`).trim() === 'postgres')
    .filter((entry) => name !== '' && read(`/proc/${entry}/cmdline`).includes(name))
    .map(Number);
}

/** CPU used so far by several processes. */
export const cpuOfAll = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

/** Memory of several processes, MB. */
export const memoryOfAll = (pids: readonly number[]): number =>
  Math.round(pids.reduce((sum, pid) => sum + memoryOf(pid), 0));

/** CPU that the whole machine has used since it started. */
export function busy(): number {
  const [, user, nice, system, , , irq, softirq, steal] = read('/proc/stat').split('\n')[0]!.split(/\s+/);
  return [user, nice, system, irq, softirq, steal].reduce((sum, one) => sum + Number(one), 0) * TICK_MS;
}

/** These processes and everything below them. */
export function withChildren(pids: readonly number[]): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = read(`/proc/${entry}/stat`);
    parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const below = new Set(pids);
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const [pid, parent] of parents) if (below.has(parent)) below.add(pid);
  }
  return [...below];
}

/** CPU used so far by this process and everything below it, and by the given others. */
export const oursSoFar = (others: readonly number[]): number =>
  cpuOfAll([...new Set([...withChildren([process.pid]), ...others])]);
