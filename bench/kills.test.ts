/**
 * `kill -9` of a web process, a worker and the database while people submit (issue on dossiers; promises "say it once", "never silently
 * stuck"): the proof of the kills, run shortly as a program of its own, on a database of its own.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Outcome } from './faults/faults.ts';

const bin = path.join(import.meta.dirname, '../bin/toantrinh');
/** So short that there are as few kills as there may be: one of each. */
const MINUTES = '0.1';

describe('killed at random moments under load', { timeout: 400_000 }, () => {
  it('loses no dossier that was acknowledged, makes none twice, and loses no job', async (test) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-kills-'));
    test.after(() => rm(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'proof.json');
    const { DATABASE_URL: _, ...env } = process.env;
    await promisify(execFile)(
      process.execPath,
      [bin, 'proof', '--only', 'kills', '--size', '1k', '--minutes', MINUTES, '--file', file],
      { env: { ...env, DATA_DIR: path.join(folder, 'data') } },
    );
    const { kills } = JSON.parse(await readFile(file, 'utf8')) as { kills: { result: Outcome } };
    const { note, sent, arrived, lost, doubled, recoveries, followed } = kills.result;
    test.diagnostic(JSON.stringify(kills.result));
    assert.equal(note, '1 web, 1 worker, 1 database');
    assert.ok(sent >= 20, `${sent} were submitted`);
    assert.deepEqual({ arrived, lost, doubled }, { arrived: sent, lost: 0, doubled: 0 });
    for (const [victim, { worst }] of Object.entries(recoveries!))
      assert.notEqual(worst, null, `nothing was acknowledged after the ${victim} was killed`);
    assert.notEqual(followed!.settled, null, 'jobs still wait after two minutes');
    assert.ok(followed!.jobs >= sent, `${followed!.jobs} jobs of ${sent} submissions`);
    assert.deepEqual([followed!.lost, followed!.twice], [0, 0]);
  });
});
