/**
 * As whom PostgreSQL runs. It refuses to run as root, so root hands it over: by preference to "nobody" inside a user
 * namespace (the files stay root's), else by giving up root's identity.
 */
import { execFileSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from '../../operate/errors.ts';
import { folderFailure } from './failures.ts';

/** How to run a program of PostgreSQL: the words that come before it, and who must own its data folder. */
export type ServerUser = { readonly before: readonly string[]; readonly owner: number };

const nobody = 65534;
const inNamespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];

/**
 * Without user namespaces (a container's usual limits): another user, who keeps root's right to pass closed
 * folders, since the checkout may lie in one. Root's own other rights are gone.
 */
const asUser = (uid: number) => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${uid}`,
  '--clear-groups',
  '--bounding-set=-all,+dac_override',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
];

/** Decides by who we are and who owns the folder of the data, if it exists. Fails with one sentence. */
export const serverUser = (cluster: string): ServerUser => {
  const me = process.getuid?.() ?? nobody;
  const owner = lstatSync(cluster, { throwIfNoEntry: false })?.uid;
  if (me !== 0) {
    if (owner !== undefined && owner !== me)
      throw new Unavailable(folderFailure(cluster, new Error('EACCES')));
    return { before: [], owner: me };
  }
  const users: readonly ServerUser[] = owner
    ? [{ before: asUser(owner), owner }]
    : [
        { before: inNamespace, owner: 0 },
        { before: asUser(nobody), owner: nobody },
      ];
  const user = users.find(({ before }) => runs([...before, 'true']));
  if (!user) throw new Unavailable(noUser);
  return user;
};

/** Gives a folder with everything in it to the user who runs the server. Links are not followed. */
export const giveTo = (owner: number, folder: string): void => {
  if (lstatSync(folder).uid === owner) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), owner, owner);
  }
  chownSync(folder, owner, owner);
};

const runs = ([program = '', ...words]: readonly string[]): boolean => {
  try {
    execFileSync(program, words, { stdio: 'ignore', timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
};

const noUser = {
  vi: 'PostgreSQL không chạy dưới quyền root và máy này không cho chuyển sang người dùng khác. Hãy chạy lệnh bằng một người dùng thường.',
  en: 'PostgreSQL does not run as root, and this machine does not allow it another user. Run the command as an ordinary user.',
};
