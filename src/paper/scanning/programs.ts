/**
 * The programs that read pictures and PDF for us, as child processes: Tesseract recognises words, poppler draws the pages
 * of a PDF. Each has limits of memory and time, an empty environment and a folder of its own. None of them is needed:
 * what is missing is told.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where the programs are; null: not there. */
export type Programs = {
  readonly tesseract: string | null;
  /** Folder of `pdftoppm`, `pdfinfo` and `pdftotext`. */
  readonly poppler: string | null;
};

/** Reads `TESSERACT` and `POPPLER` (a program and a folder; `none`: do not use), else looks along the path. Throws an Error with one sentence. */
export function readPrograms(env: NodeJS.ProcessEnv = process.env): Programs {
  const poppler = named(env, 'POPPLER', 'pdftoppm', (given) => path.join(given, 'pdftoppm'));
  return {
    tesseract: named(env, 'TESSERACT', 'tesseract', (given) => given),
    poppler: poppler && path.dirname(poppler),
  };
}

function named(
  env: NodeJS.ProcessEnv,
  name: string,
  program: string,
  at: (given: string) => string,
): string | null {
  const given = env[name];
  if (given === 'none') return null;
  if (given) {
    if (mayRun(at(given))) return at(given);
    throw new Error(`${name} must name a program that can be run, or be "none"; "${given}" is not there.`);
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, program)).find(mayRun) ?? null;
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a program wrote; null when it failed, ran too long or wanted too much. */
export type Ran = Buffer | null;

const LIMITS = { memoryKb: 1_500_000, seconds: 60, output: 80_000_000 };

/** Runs a program on bytes given to it, within limits that the kernel enforces. Never throws for what the program does. */
export function run(file: string, words: readonly string[], given: Uint8Array): Promise<Ran> {
  const { memoryKb, seconds, output } = LIMITS;
  return new Promise((resolve) => {
    const child = spawn(
      '/bin/sh',
      ['-c', `ulimit -v ${memoryKb}; ulimit -t ${seconds}; ulimit -c 0; exec "$0" "$@"`, file, ...words],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        // One thread: several of these run beside each other anyway.
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
        timeout: 2 * seconds * 1000,
        killSignal: 'SIGKILL',
      },
    );
    const got: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (data: Buffer) => {
      size += data.length;
      if (size > output) child.kill('SIGKILL');
      else got.push(data);
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 && size <= output ? Buffer.concat(got) : null));
    // It may end before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(given);
  });
}
