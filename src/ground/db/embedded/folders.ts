/**
 * Where the embedded database lives. Everything that must last is in `DATA_DIR/database`; the sockets are in a
 * folder of their own under the system's temporary folder, because the path of a Unix socket is at most 107 bytes.
 */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Unavailable } from '../../operate/errors.ts';
import { folderFailure } from './failures.ts';

export type Folders = {
  /** Holds everything below, except for the sockets. */
  readonly database: string;
  /** The data folder of PostgreSQL. */
  readonly cluster: string;
  /** Locked by the keeper as long as it lives; its text is the folder of the sockets. */
  readonly lock: string;
  readonly log: string;
  /** Folder of the sockets of the keeper and of PostgreSQL: only its owner can enter it. */
  readonly sockets: string;
  /** Socket on which the keeper listens. */
  readonly door: string;
};

const longestSocketPath = 107;
const serverSocket = '.s.PGSQL.5432';

/** Makes the folders that are missing, closed to other users. Fails with one sentence (`Unavailable`). */
export const makeFolders = (dataDir: string): Folders => {
  const database = makeDatabaseFolder(resolve(dataDir));
  const lock = join(database, 'keeper.lock');
  const sockets = socketFolder(database, lock);
  makeSocketFolder(sockets);
  return {
    database,
    cluster: join(database, 'cluster'),
    lock,
    log: join(database, 'server.log'),
    sockets,
    door: join(sockets, 'keeper'),
  };
};

const makeDatabaseFolder = (dataDir: string): string => {
  const database = join(dataDir, 'database');
  try {
    makeFolder(database);
    return realpathSync(database);
  } catch (error) {
    throw new Unavailable(folderFailure(database, error));
  }
};

/** Node's own recursive way reports a read-only disk as a missing folder, and never ends under `/proc`. */
const makeFolder = (folder: string): void => {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process has just made it
  }
};

const isFolder = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/** A running keeper may have been started with another TMPDIR: the folder it wrote into its lock comes first. */
const socketFolder = (database: string, lock: string): string => {
  const name = `toantrinh-${process.getuid?.()}-${createHash('sha256').update(database).digest('hex').slice(0, 16)}`;
  const recorded = readIfThere(lock);
  if (basename(recorded) === name) return recorded;
  const preferred = join(tmpdir(), name);
  return Buffer.byteLength(join(preferred, serverSocket)) <= longestSocketPath
    ? preferred
    : join('/tmp', name);
};

const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Others may write to the temporary folder: a folder or link that someone else put there is refused, not used. */
export const makeSocketFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw new Unavailable(folderFailure(folder, error));
    // A keeper that was just ending has taken it away.
    if (!closeToOthers(folder)) return makeSocketFolder(folder);
  }
};

/** Closes our folder to other users. False: it has gone meanwhile. Fails where it is not ours. */
const closeToOthers = (folder: string): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return false;
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Unavailable(squatted(folder));
  if ((found.mode & 0o077) === 0) return true;
  try {
    chmodSync(folder, 0o700);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
};

const hasCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

const squatted = (folder: string) => ({
  vi: `Thư mục ${folder} là của người khác. Hãy xoá thư mục đó hoặc đặt biến TMPDIR sang thư mục khác.`,
  en: `The folder ${folder} belongs to someone else. Remove it, or set TMPDIR to another folder.`,
});
