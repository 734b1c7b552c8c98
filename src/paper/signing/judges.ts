/** Verifiers of others, run on what we sign. For tests only. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why a test that needs this program is skipped; false when the program is here. */
export const missingTool = (program: string): string | false =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error ? `${program} is not installed` : false;

type Judged = { readonly code: number | null; readonly output: string };

/** Runs a program on files written into a folder of its own; `{name}` in an argument is the path of that file. */
export const judge = (
  program: string,
  args: readonly string[],
  files: Readonly<Record<string, Buffer>>,
): Judged => {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes);
    const placed = args.map((argument) =>
      argument.replace(/\{([^}]+)\}/g, (_, file: string) => join(folder, file)),
    );
    const { status, stdout, stderr } = spawnSync(program, placed, { encoding: 'utf8', timeout: 20_000 });
    return { code: status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** DER as PEM. */
export const pem = (der: Buffer, label = 'CERTIFICATE'): Buffer =>
  Buffer.from(
    `-----BEGIN ${label}-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`,
  );
