/** `toantrinh backup`, `restore` and `verify-backup`: one folder holds everything that an installation needs to live again. */
import path from 'node:path';
import { readConfig } from '../../ground/operate/config.ts';
import { backup, restore, verifyBackup } from '../backup/backup.ts';
import type { Manifest } from '../backup/manifest.ts';
import type { Command, Io } from '../io.ts';

const megabytes = ({ files }: Manifest): string =>
  (files.reduce((sum, one) => sum + one.size, 0) / 1e6).toLocaleString('en', { maximumFractionDigits: 1 });

/** The folder that was named; tells what is missing otherwise. */
const folderOf = (argv: readonly string[], io: Io, usage: string): string | null => {
  const folder = argv.find((word) => !word.startsWith('--'));
  if (!folder) io.err(usage);
  return folder ? path.resolve(io.cwd, folder) : null;
};

/** Runs one of the commands on a folder and says how long it took. */
const timed = async (io: Io, what: string, work: () => Promise<Manifest>): Promise<number> => {
  const began = Date.now();
  const manifest = await work();
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  io.out(`${what}: ${manifest.files.length} files, ${megabytes(manifest)} MB, ${seconds} s`);
  return 0;
};

export const backupCommand: Command = {
  name: 'backup',
  help: 'toantrinh backup DIR\n\nSaves database, files and keys into the empty folder DIR while the platform runs.',
  run: async (argv, io) => {
    const folder = folderOf(argv, io, 'toantrinh backup DIR');
    return folder ? timed(io, 'Saved', () => backup(readConfig(), folder, new Date())) : 2;
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  help: 'toantrinh restore DIR\n\nBrings the backup in DIR back into an empty DATA_DIR (and, with DATABASE_URL, an empty database).',
  run: async (argv, io) => {
    const folder = folderOf(argv, io, 'toantrinh restore DIR');
    return folder ? timed(io, 'Restored', () => restore(readConfig(), folder)) : 2;
  },
};

export const verifyBackupCommand: Command = {
  name: 'verify-backup',
  help: 'toantrinh verify-backup DIR\n\nChecks every byte of the backup in DIR, restores it into a temporary folder and lets the doctor examine the copy.',
  run: async (argv, io) => {
    const folder = folderOf(argv, io, 'toantrinh verify-backup DIR');
    if (!folder) return 2;
    const { manifest, damaged, examined } = await verifyBackup(readConfig(), folder);
    for (const one of damaged) io.out(`WRONG ${one}`);
    for (const { name, findings } of examined ?? [])
      io.out(`${findings.length === 0 ? 'ok   ' : 'WRONG'} ${name}`);
    const healthy = damaged.length === 0 && (examined ?? []).every(({ findings }) => findings.length === 0);
    io.out(
      healthy
        ? `The backup of ${manifest.made} is whole: ${manifest.files.length} files, ${megabytes(manifest)} MB${
            examined ? ', and a restored copy is healthy.' : '. A dump is not restored to check it.'
          }`
        : 'The backup is not whole.',
    );
    return healthy ? 0 : 1;
  },
};
