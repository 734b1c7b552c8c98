/** Secrets of an installation that must not lie in its database: made once, kept in the data folder for the program alone. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secret of this name, made when there is none. The first of several processes wins. */
export function secretIn(dataDir: string, name: string): string {
  const file = path.join(dataDir, 'keys', `${name}.secret`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
