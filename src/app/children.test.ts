import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { childOf, keepRunning } from './children.ts';

describe('a child that is kept running', () => {
  let folder: string;
  let file: URL;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-children-'));
    file = pathToFileURL(path.join(folder, 'child.ts'));
    await writeFile(
      file,
      `if (process.argv[2] === 'fails') process.exit(3);
       process.once('SIGTERM', () => process.exit(0));
       process.on('disconnect', () => process.exit(1));
       process.send({ ready: true });`,
    );
  });
  after(() => rm(folder, { recursive: true }));

  // Without the options of the test run, which would make it one.
  const begin = (word: string): ChildProcess =>
    fork(file, [word], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

  it('is started again when it is killed, and not when it is stopped', async () => {
    const started: ChildProcess[] = [];
    const said: string[] = [];
    const kept = await keepRunning(
      () => {
        started.push(begin('worker'));
        return started.at(-1)!;
      },
      (line) => said.push(line),
    );
    const killed = once(started[0]!, 'exit');
    started[0]!.kill('SIGKILL');
    await killed;
    while (started.length < 2) await sleep(50);
    await childOf(started[1]!);
    await kept.stop();
    assert.equal(started[1]!.exitCode, 0);
    await sleep(500);
    assert.equal(started.length, 2);
    assert.deepEqual(said, ['worker ended with SIGKILL']);
  });

  it('that cannot start the first time fails with a sentence', async () => {
    await assert.rejects(
      keepRunning(
        () => begin('fails'),
        () => {},
      ),
      /The process “fails” ended with 3/,
    );
  });
});
