/** `toantrinh backup`, `restore` and `verify-backup`: one folder holds everything that an installation needs to live again. */
import path from 'node:path';
import { readConfig } from '../../ground/operate/config.ts';
import { backup, restore, verifyBackup } from '../backup/backup.ts';
import type { Manifest } from '../backup/manifest.ts';
import { Misused, optionsOf, type Command, type Io } from '../io.ts';

const megabytes = ({ files }: Manifest): string =>
  (files.reduce((sum, one) => sum + one.size, 0) / 1e6).toLocaleString('en', { maximumFractionDigits: 1 });

type Asked = { readonly folder: string; readonly json: boolean };

/** The folder that was named, and how to answer. Throws `Misused`. */
const read = (argv: readonly string[], io: Io): Asked => {
  const { values, positionals } = optionsOf(argv, { json: { type: 'boolean' } }, 1);
  const [folder] = positionals;
  if (!folder) throw new Misused('Name the folder of the backup.');
  return { folder: path.resolve(io.cwd, folder), json: values.json ?? false };
};

/** Runs one of the commands on a folder and says how long it took. */
const timed = async (
  io: Io,
  { folder, json }: Asked,
  what: string,
  work: () => Promise<Manifest>,
): Promise<number> => {
  const began = Date.now();
  const manifest = await work();
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (json) io.out(JSON.stringify({ folder, files: manifest.files.length, seconds: Number(seconds) }));
  else io.out(`${what}: ${manifest.files.length} files, ${megabytes(manifest)} MB, ${seconds} s`);
  return 0;
};

export const backupCommand: Command = {
  name: 'backup',
  help: 'toantrinh backup DIR [--json]\n\nSaves database, files and keys into the empty folder DIR while the platform runs.',
  run: async (argv, io) => {
    const asked = read(argv, io);
    const config = readConfig();
    if (config.bucket)
      io.err(
        'Files lie in the bucket of FILES_URL and are not part of this backup: keep its versions there.',
      );
    return timed(io, asked, 'Saved', () => backup(config, asked.folder, new Date()));
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  help: 'toantrinh restore DIR [--json]\n\nBrings the backup in DIR back into an empty DATA_DIR (and, with DATABASE_URL, an empty database).',
  run: async (argv, io) => {
    const asked = read(argv, io);
    return timed(io, asked, 'Restored', () => restore(readConfig(), asked.folder));
  },
};

export const verifyBackupCommand: Command = {
  name: 'verify-backup',
  help: 'toantrinh verify-backup DIR [--json]\n\nChecks every byte of the backup in DIR, restores it into a temporary folder and lets the doctor examine the copy.',
  run: async (argv, io) => {
    const { folder, json } = read(argv, io);
    const say = json ? io.err : io.out;
    const { manifest, damaged, examined } = await verifyBackup(readConfig(), folder);
    for (const one of damaged) say(`WRONG ${one}`);
    for (const { name, findings } of examined ?? [])
      say(`${findings.length === 0 ? 'ok   ' : 'WRONG'} ${name}`);
    const healthy = damaged.length === 0 && (examined ?? []).every(({ findings }) => findings.length === 0);
    say(
      healthy
        ? `The backup of ${manifest.made} is whole: ${manifest.files.length} files, ${megabytes(manifest)} MB${
            examined ? ', and a restored copy is healthy.' : '. A dump is not restored to check it.'
          }`
        : 'The backup is not whole.',
    );
    if (json) io.out(JSON.stringify({ healthy, damaged, invariants: examined }));
    return healthy ? 0 : 1;
  },
};
