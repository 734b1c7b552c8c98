import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { verifyCommand } from './cli.ts';
import { missingTool } from './judges.ts';

/** Real signed files of Vietnamese agencies with what a verifier must say; they lie beside the repository, not in it. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data/documents');
const present = existsSync(join(folder, 'manifest.json'));

type Expected = {
  readonly signer: string | null;
  readonly time: string;
  readonly integrity: string;
  readonly covers_whole_file: boolean;
};
type Entry = { readonly file: string; readonly signatures: readonly Expected[] };
type Printed = {
  readonly verdict: string;
  readonly signatures: readonly {
    signer: string | null;
    time: string;
    integrity: string;
    coversWholeFile: boolean;
  }[];
};

const printed = async (file: string): Promise<Printed> => {
  const lines: string[] = [];
  const code = await verifyCommand([file, '--json'], {
    cwd: folder,
    out: (line) => lines.push(line),
    err: assert.fail,
  });
  assert.deepEqual([code, lines.length], [0, 1]);
  return JSON.parse(lines[0]!) as Printed;
};

describe(
  'real signed documents',
  { skip: present ? false : 'the folder of documents is not beside the repository' },
  () => {
    const entries = present
      ? (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as readonly Entry[])
      : [];
    for (const { file, signatures } of entries) {
      it(`${file}: as the manifest says`, async () => {
        const found = await printed(file);
        assert.deepEqual(
          found.signatures.map(({ signer, time, integrity, coversWholeFile }) => ({
            signer,
            time,
            integrity,
            coversWholeFile,
          })),
          signatures.map(({ signer, time, integrity, covers_whole_file }) => ({
            signer,
            time: new Date(`${time}Z`).toISOString().replace('.000', ''),
            integrity,
            coversWholeFile: covers_whole_file,
          })),
        );
        const broken = signatures.some(({ integrity }) => integrity === 'broken');
        assert.equal(
          found.verdict,
          signatures.length === 0 ? 'unsigned' : broken ? 'invalid' : 'undetermined',
        );
      });

      it(`${file}: as pdfsig says`, { skip: missingTool('pdfsig') }, async () => {
        let output = '';
        try {
          output = execFileSync('pdfsig', ['-nocert', join(folder, file)], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          });
        } catch (error) {
          output = String((error as { stdout?: unknown }).stdout ?? ''); // it ends with 2 when there is no signature
        }
        const theirs = [...output.matchAll(/Signature Validation: (.+)/g)].map(([, words = '']) =>
          words.startsWith('Signature is Valid'),
        );
        assert.deepEqual(
          (await printed(file)).signatures.map(({ integrity }) => integrity === 'intact'),
          theirs,
        );
      });
    }
  },
);
