import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('test-run.ts', import.meta.url));

describe('the test runner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toantrinh-runner-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), `import { describe, it } from 'node:test';\n${text}`);
  };

  /** Standard output, standard error, exit code and last line of a run over a folder. */
  const run = (place: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [runner, place], {
      cwd: folder,
      env: { ...process.env, CI: '', INIT_CWD: folder, NODE_TEST_CONTEXT: undefined },
      encoding: 'utf8',
      timeout: 25_000,
    });
    return { status, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1) };
  };

  it('counts what passed, failed and was skipped, tells failures in full, and does not wait for what is left open', () => {
    write(
      'mixed/one.test.ts',
      `describe('a room', () => {
        it('opens', () => {}); it('leaks', () => { throw new Error('the roof leaks'); }); it.skip('waits', () => {}); it.todo('plans');
        it('has its database', () => { if (!process.env.TOANTRINH_TEST_DATA_DIR) throw new Error(); setInterval(() => {}, 1000); });
      });`,
    );
    write('mixed/two.test.tsx', `it('is not reached', () => {}); throw new Error('cannot be loaded');`);
    const { status, stdout, stderr, last } = run('mixed');
    assert.equal(last, '3 passed, 2 failed, 2 skipped');
    assert.equal(status, 1);
    assert.match(stdout, /✗ a room › leaks\n.*one\.test\.ts:3\n.*Error: the roof leaks/);
    assert.match(stdout, /cannot be loaded/);
    assert.match(stderr, /one\.test\.ts {2}2 passed, 1 FAILED, 2 skipped/);
  });

  it('fails when its process ends before the tests do', () => {
    write('ends/a.test.ts', `it('leaves', () => process.exit(0)); it('never runs', () => {});`);
    const { status, last } = run('ends');
    assert.equal(last, '0 passed, 1 failed, 0 skipped');
    assert.equal(status, 1);
  });

  it('fails when there is nothing to run', () => {
    const { status, last } = run('nowhere');
    assert.equal(last, '0 passed, 0 failed, 0 skipped');
    assert.equal(status, 1);
  });
});
