/**
 * Loads every test file of a run into the one process that runs them. Node's own loading without isolation passes over
 * a file that throws after its first test; here such a file is a failed test.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';

const files = JSON.parse(
  readFileSync(process.env['TOANTRINH_TEST_FILES'] ?? '', 'utf8'),
) as readonly string[];

for (const file of files) {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    it(`${relative('', file)} can be loaded`, () => {
      throw error;
    });
  }
}
