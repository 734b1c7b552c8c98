import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { installTools } from './test-tools.ts';

describe('the tools of the tests', () => {
  it('are named in a line to type where they are missing and cannot be installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'toantrinh-tools-'));
    const path = process.env['PATH'];
    const said: string[] = [];
    try {
      for (const program of ['qpdf', 'openssl']) writeFileSync(join(folder, program), '', { mode: 0o755 });
      process.env['PATH'] = folder;
      assert.equal(
        installTools((line) => said.push(line)),
        false,
      );
      const others = ['chromium', 'tesseract', 'pdftotext', 'xmlsec1', 'softhsm2-util', 'pkcs11-tool'];
      for (const program of others) writeFileSync(join(folder, program), '', { mode: 0o755 });
      assert.equal(
        installTools((line) => said.push(line)),
        true,
      );
    } finally {
      process.env['PATH'] = path;
      rmSync(folder, { recursive: true });
    }
    assert.deepEqual(said, [
      'Tests that need them are skipped; to run them, type: sudo apt-get install chromium tesseract-ocr tesseract-ocr-vie poppler-utils xmlsec1 softhsm2 opensc',
    ]);
  });
});
