/**
 * Ends a process whose parent was killed. Nobody else would: a killed parent passes no signal on, and a web server
 * left alone would hold its port for ever.
 */
import { readFileSync } from 'node:fs';

/** Milliseconds between two looks at the parents. */
const interval = 250;
const shells = new Set(['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh']);

/**
 * Calls `shutdown` once, soon after the process that started us has gone. Looked at are the parent and, as long as the
 * one looked at only passes a command on (our own launcher, the shell of an npm script), its parent too.
 * A parent that watches over everything from the start (`init`, a container's first process) never goes.
 * A child that was started with a channel also ends when the channel closes.
 */
export const endWithParent = (shutdown: () => void): void => {
  const chain = parents();
  let told = false;
  const tell = () => {
    if (told) return;
    told = true;
    clearInterval(timer);
    shutdown();
  };
  const timer = setInterval(() => {
    if (chain.some(({ pid, parent }) => parentOf(pid) !== parent)) tell();
  }, interval).unref();
  if (process.connected) {
    process.once('disconnect', tell);
    process.channel?.unref(); // listening must not keep a process alive that has done its work
  }
  if (npmHasGone(chain.at(-1)?.parent ?? 0)) tell();
};

type Link = { readonly pid: number | 'self'; readonly parent: number };

/** Ourselves and every process above us that only passes a command on, each with its parent as it is now. */
const parents = (): readonly Link[] => {
  const chain: Link[] = [{ pid: 'self', parent: process.ppid }];
  for (let pid = process.ppid; passesOn(pid);) {
    const parent = parentOf(pid);
    chain.push({ pid, parent });
    pid = parent;
  }
  return chain;
};

/** `bin/launch.mjs` names itself in the environment; a shell that runs one command line has `-c`. */
const passesOn = (pid: number): boolean => {
  if (pid <= 1) return false;
  if (process.env['TOANTRINH_LAUNCHER'] === String(pid)) return true;
  const [, option = ''] = read(`/proc/${pid}/cmdline`).split('\0');
  return shells.has(nameOf(pid)) && /^-[a-z]*c$/.test(option);
};

/** An npm that was killed before we looked has already been replaced by the first process, which is no npm. */
const npmHasGone = (top: number): boolean =>
  process.env['npm_lifecycle_event'] !== undefined &&
  (top === 1 || nameOf(top) === 'systemd') &&
  !/npm|npx|node/.test(read(`/proc/${top}/cmdline`));

/** Zero when the process has gone. */
const parentOf = (pid: number | 'self'): number => {
  if (pid === 'self') return process.ppid;
  // The name before the state may itself hold spaces and brackets.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ');
  return Number(fields?.[1] ?? 0);
};

const nameOf = (pid: number): string => read(`/proc/${pid}/comm`).trim();

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
