/** Makes the data folder of PostgreSQL when there is none, and refuses one that the server could not read. */
import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from '../../operate/errors.ts';
import type { Text } from '../../text/language.ts';
import { folderFailure, serverFailure } from './failures.ts';
import type { Folders } from './folders.ts';
import { program, run } from './programs.ts';
import { clusterArguments, firstStatements } from './settings.ts';
import { giveTo, type ServerUser } from './user.ts';

/** The major version whose data folders the embedded server reads. */
const version = '18';
/** Bytes that must be free: for a new database with the sample, and for the log of one that is there. */
const room = { fresh: 160_000_000, later: 32_000_000 };

/**
 * Makes sure that `folders.cluster` is a data folder of our version. A new one is built beside and renamed when it is
 * whole, so an interrupted start leaves nothing half-done.
 */
export const ensureCluster = async (
  folders: Folders,
  user: ServerUser,
  say: (step: Text) => void,
): Promise<void> => {
  removeUnfinished(folders);
  const isNew = !existsSync(folders.cluster) || readdirSync(folders.cluster).length === 0;
  refuseFull(folders.database, isNew ? room.fresh : room.later);
  if (isNew) {
    say({ vi: 'Đang tạo cơ sở dữ liệu …', en: 'Creating the database …' });
    await createCluster(folders, user);
  }
  refuseForeign(folders.cluster);
  giveTo(user.owner, folders.cluster);
};

/** Said before anything is done: a server that runs out of room in the middle only breaks its connections. */
const refuseFull = (folder: string, needed: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed) throw new Unavailable(folderFailure(folder, new Error('ENOSPC')));
};

const unfinished = (folders: Folders) => join(folders.database, 'cluster.unfinished');

const removeUnfinished = (folders: Folders) => rmSync(unfinished(folders), { recursive: true, force: true });

const createCluster = async (folders: Folders, user: ServerUser): Promise<void> => {
  const folder = unfinished(folders);
  const strict = ['-c', 'exit_on_error=on'];
  const steps = [
    { words: [program('initdb'), ...clusterArguments(folder)], input: '' },
    {
      words: [program('postgres'), '--single', '-D', folder, ...strict, 'template1'],
      input: firstStatements,
    },
  ];
  try {
    for (const { words, input } of steps) {
      const { code, printed } = await run([...user.before, ...words], input);
      if (code === 0) continue;
      appendFileSync(folders.log, printed);
      throw new Unavailable(serverFailure(folders.database, printed, folders.log));
    }
    rmSync(folders.cluster, { recursive: true, force: true });
    renameSync(folder, folders.cluster);
  } finally {
    removeUnfinished(folders);
  }
};

const refuseForeign = (cluster: string): void => {
  const found = versionOf(cluster);
  if (found === version) return;
  throw new Unavailable(
    found === undefined
      ? {
          vi: `Thư mục ${cluster} có dữ liệu khác, không phải của cơ sở dữ liệu đi kèm. Hãy đặt biến DATA_DIR sang thư mục khác.`,
          en: `The folder ${cluster} holds something other than the embedded database. Set DATA_DIR to another folder.`,
        }
      : {
          vi: `Dữ liệu trong ${cluster} thuộc PostgreSQL ${found}, còn chương trình này dùng PostgreSQL ${version}. Hãy chuyển dữ liệu bằng bản sao lưu, hoặc đặt biến DATA_DIR sang thư mục khác.`,
          en: `The data in ${cluster} belong to PostgreSQL ${found}, but this program uses PostgreSQL ${version}. Move them over by a backup, or set DATA_DIR to another folder.`,
        },
  );
};

const versionOf = (cluster: string): string | undefined => {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Unavailable(folderFailure(cluster, error));
  }
};
