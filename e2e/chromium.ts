/** Chromium for the tests: as installed on the machine, without any wish to call home. */
import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';

const isThere = (): boolean => {
  try {
    accessSync(PROGRAM, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Why tests in the browser are skipped, with the line to type; false: they run. Where everything is checked (CI) they never skip. */
export const withoutChromium: string | false =
  isThere() || process.env['CI'] === 'true' ? false : 'needs Chromium: sudo apt-get install chromium';

/** Starts Chromium. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: PROGRAM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
