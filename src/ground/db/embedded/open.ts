/** Opens the embedded database of a data folder: finds its keeper, or starts one, and holds a connection to it. */
import { spawn } from 'node:child_process';
import { createConnection, Socket } from 'node:net';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Unavailable } from '../../operate/errors.ts';
import type { Text } from '../../text/language.ts';
import { serverFailure } from './failures.ts';
import { makeFolders, type Folders } from './folders.ts';
import type { Word } from './keeper.ts';
import { mainDatabase, ownerRole, programRole } from './settings.ts';

/** The embedded database, held open. */
export type Embedded = {
  /**
   * Address for a connection as the owner of all tables (migrations only) or as the program. It stays the same when
   * the server is started again.
   */
  readonly url: (role: 'owner' | 'program', database?: string) => string;
  /** Lets go. The server stops one second after the last process has let go; with `now`, at once if we are the last. */
  readonly close: (when?: 'now') => Promise<void>;
};

/** Exit code of `flock` when another keeper holds the lock. */
const taken = 75;
/** Milliseconds within which a keeper must let us in. */
const patience = 30_000;
const keeperFile = fileURLToPath(new URL('keeper.ts', import.meta.url));
/** Compiled code is kept here: a keeper without a compiler in its memory is half as big. */
const compiled = fileURLToPath(new URL('../../../../node_modules/.cache/compiled', import.meta.url));

/**
 * Opens the database in `dataDir`, making it when there is none; `progress` hears of long steps. The connection holds
 * no process back from ending. A server or keeper that is killed is started again while anyone holds it open.
 * Fails with one sentence (`Unavailable`).
 */
export const openEmbedded = async (dataDir: string, progress: (step: Text) => void): Promise<Embedded> => {
  const { database, sockets } = makeFolders(dataDir);
  let held = await reach(database, progress);
  let open = true;

  const watch = () => {
    held.unref();
    held.once('close', () => open && void reopen());
  };
  const reopen = async () => {
    const found = await reach(database, () => {}).catch(() => undefined);
    if (!open) return void found?.destroy();
    if (!found) return void setTimeout(reopen, 1_000).unref();
    held = found;
    watch();
  };
  watch();

  return {
    url: (role, name = mainDatabase) =>
      `postgresql://${role === 'owner' ? ownerRole : programRole}@${encodeURIComponent(sockets)}:5432/${encodeURIComponent(name)}`,
    close: async (when) => {
      open = false;
      if (held.destroyed) return;
      const closed = new Promise<void>((resolve) => held.ref().once('close', () => resolve()));
      if (when === 'now') held.write('leave\n');
      else held.end();
      await closed;
    },
  };
};

/** Connects to the keeper and waits until the server is ready. */
const reach = async (database: string, progress: (step: Text) => void): Promise<Socket> => {
  const dataDir = dirname(database);
  const folders = makeFolders(dataDir);
  const deadline = Date.now() + patience;
  let keeper: Keeper | undefined;
  while (Date.now() < deadline) {
    const socket = await dial(folders.door);
    if (socket && (await serves(socket, progress))) return socket;
    if (keeper?.code === taken || keeper?.code === 0) keeper = undefined;
    else if (keeper?.code) throw new Unavailable(whyEnded(keeper.printed, folders));
    else keeper ??= startKeeper(folders, dataDir);
    await sleep(20);
  }
  throw new Unavailable(locked(folders));
};

const dial = (door: string) =>
  new Promise<Socket | undefined>((resolve) => {
    const socket = createConnection(door);
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(undefined)); // nobody listens there, or the keeper was killed: 'close' follows
  });

/** True when the server accepts connections; false when the keeper was just ending. */
const serves = (socket: Socket, progress: (step: Text) => void) =>
  new Promise<boolean>((resolve, reject) => {
    const lines = createInterface({ input: socket });
    lines.on('error', () => {}); // the keeper was killed: 'close' follows
    lines.on('line', (line) => {
      const word = JSON.parse(line) as Word;
      if ('step' in word) progress(word.step);
      else if ('failed' in word) reject(new Unavailable(word.failed));
      else resolve(true);
    });
    socket.once('close', () => resolve(false));
  });

type Keeper = { code: number | undefined; printed: string };

const startKeeper = (folders: Folders, dataDir: string): Keeper => {
  const lock = ['--nonblock', '--no-fork', `--conflict-exit-code=${taken}`, folders.lock];
  const child = spawn('flock', [...lock, process.execPath, keeperFile, dataDir], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const keeper: Keeper = { code: undefined, printed: '' };
  child.stderr.setEncoding('utf8').on('data', (printed: string) => (keeper.printed += printed));
  child.once('error', (error) => Object.assign(keeper, { code: 1, printed: error.message }));
  child.once('exit', (code) => (keeper.code = code ?? 0)); // killed: another try may work
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  return keeper;
};

/** The keeper's own words, or the system's about a keeper that could not even begin. */
const whyEnded = (printed: string, folders: Folders): Text => {
  try {
    return (JSON.parse(printed) as Word & { failed: Text }).failed;
  } catch {
    return serverFailure(folders.database, printed, folders.log);
  }
};

const locked = (folders: Folders): Text => ({
  vi: `Một tiến trình khác đang giữ cơ sở dữ liệu trong ${folders.database} nhưng không trả lời.`,
  en: `Another process holds the database in ${folders.database} but does not answer.`,
});
