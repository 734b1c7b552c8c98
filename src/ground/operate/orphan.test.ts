import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const program = `import { endWithParent } from ${JSON.stringify(new URL('orphan.ts', import.meta.url).href)};
  endWithParent(() => { console.log('alone'); process.exit(); });
  console.log(process.pid); setInterval(() => {}, 1000);`;

/** The program, started by this script, and what it prints after its number. */
const start = async (script: string) => {
  const parent = spawn('sh', ['-c', script, process.execPath, program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  parent.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await once(parent.stdout, 'data');
  return { parent, closed: once(parent.stdout, 'close'), printed: () => printed.trim().split('\n') };
};

const run = '"$0" --input-type=module --eval "$1"';

describe('a process whose parent was killed', () => {
  it('ends within a second', async () => {
    const { parent, closed, printed } = await start(`${run}; true`);
    assert.equal(printed().length, 1);
    parent.kill('SIGKILL');
    await Promise.race([closed, sleep(2_000)]);
    assert.equal(printed()[1], 'alone');
  });

  it('ends when the shell between it and the killed one lives on', async () => {
    const { parent, closed, printed } = await start(`sh -c '${run}; true' "$0" "$1"; true`);
    parent.kill('SIGKILL');
    await Promise.race([closed, sleep(2_000)]);
    assert.equal(printed()[1], 'alone');
  });

  it('works on while its parent lives', async () => {
    const { parent, closed, printed } = await start(`${run}; true`);
    await sleep(1_200);
    assert.equal(printed().length, 1);
    process.kill(Number(printed()[0]), 'SIGTERM');
    await closed;
    parent.kill('SIGKILL');
  });
});
