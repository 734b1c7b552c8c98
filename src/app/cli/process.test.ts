import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Misused } from '../io.ts';
import { processModels } from './process.ts';

describe('toantrinh process', () => {
  const io = { cwd: '/', stdin: null, out: () => {}, err: () => {} };

  it('says that it was called wrongly when it is asked for nothing that it can do', async () => {
    for (const argv of [[], ['chek', 'a.bpmn'], ['--nonsense'], ['--json']])
      await assert.rejects(processModels.run(argv, io), Misused, argv.join(' '));
  });

  it('keeps exit code 1 for a file that it cannot read', async () =>
    assert.equal(await processModels.run(['check', 'there-is-none.bpmn'], io), 1));
});
