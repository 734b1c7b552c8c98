/** The programs outside of the repository that the tests need: a browser, the recogniser of scanned words, a token in software, and checkers of PDF and XML. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Program, and the Debian packages that it needs. */
const tools: Readonly<Record<string, string>> = {
  chromium: 'chromium',
  tesseract: 'tesseract-ocr tesseract-ocr-vie',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  xmlsec1: 'xmlsec1',
  openssl: 'openssl',
  'softhsm2-util': 'softhsm2',
  'pkcs11-tool': 'opensc',
};

/**
 * Installs what is missing where we may. False when something is still missing: the tests that need it then skip, and
 * `say` has been given the line to type.
 */
export const installTools = (say: (line: string) => void): boolean => {
  const packages = missingPackages();
  if (packages.length === 0) return true;
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    say(`Installing ${packages.join(', ')} for the tests …`);
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages.flatMap((names) => names.split(' ')));
  }
  const left = missingPackages();
  if (left.length === 0) return true;
  say(`Tests that need them are skipped; to run them, type: sudo apt-get install ${left.join(' ')}`);
  return false;
};

const missingPackages = (): readonly string[] =>
  Object.entries(tools)
    .filter(([program]) => !isThere(program))
    .map(([, name]) => name);

const isThere = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const apt = (...words: readonly string[]): void => {
  spawnSync('apt-get', ['--quiet', ...words], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};
