/** Secrets of an installation that must not lie in its database: made once, kept in the data folder for the program alone. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A function that gives the secret of this name, making it when there is none. The first of several processes wins. */
export const secretIn = (dataDir: string, name: string): (() => Promise<string>) => {
  const file = path.join(dataDir, 'keys', `${name}.secret`);
  let known: Promise<string> | null = null;
  const open = async (): Promise<string> => {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
    return readFile(file, 'utf8');
  };
  return () => (known ??= open());
};
