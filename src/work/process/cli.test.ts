import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { processCommand } from './cli.ts';
import { around } from './fixtures.ts';

const folder = fileURLToPath(new URL('fixtures', import.meta.url));

const run = async (argv: readonly string[], cwd = folder) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await processCommand(argv, {
    cwd,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('toantrinh process check', () => {
  it('says in Vietnamese what is inside', async () => {
    const { code, out, err } = await run(['check', 'zeebe.bpmn']);
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.match(out, /^zeebe\.bpmn: nằm trong phạm vi/);
    assert.match(out, /sự kiện gắn vào bước × 2/);
    assert.match(out, /Tổng hợp ý kiến \(TongHop\): Bước chưa có thời hạn\./);
  });

  it('says in English what is outside and why', async () => {
    const { code, out } = await run(['check', 'bizagi.bpmn', '--lang', 'en']);
    assert.equal(code, 1);
    assert.match(out, /partly outside of the subset/);
    assert.match(
      out,
      /Tra sổ hộ tịch \(Id_t1\): Abstract task is outside of the subset: .*user, service or send task/,
    );
  });

  it('gives one line of JSON', async () => {
    const { code, out } = await run(['check', 'bizagi.bpmn', '--json']);
    assert.equal(code, 1);
    assert.equal(out.split('\n').length, 1);
    const answer: unknown = JSON.parse(out);
    assert.deepEqual(answer, {
      inside: false,
      elements: 7,
      findings: (JSON.parse(out) as { readonly findings: unknown }).findings,
    });
    const { findings } = JSON.parse(out) as { readonly findings: readonly Record<string, string>[] };
    assert.deepEqual(
      findings.map(({ element, severity }) => [element, severity]),
      [
        ['Id_t1', 'error'],
        ['Id_g', 'error'],
      ],
    );
    assert.deepEqual(Object.keys(findings[0] ?? {}), ['element', 'name', 'severity', 'message']);
    assert.equal((await run(['check', 'zeebe.bpmn', '--json', '--lang=en'])).code, 0);
  });

  it('ends with 1 and a sentence whatever goes wrong, never with a stack trace', async () => {
    const made = await mkdtemp(join(tmpdir(), 'process-'));
    await writeFile(join(made, 'empty.bpmn'), '');
    await writeFile(join(made, 'broken.bpmn'), around('<userTask id="x"/>').slice(0, -20));
    await writeFile(join(made, '-dash.bpmn'), around('<userTask id="x"/>'));
    for (const argv of [
      ['empty.bpmn'],
      ['broken.bpmn'],
      ['none.bpmn'],
      ['.'],
      ['empty.bpmn', '--json'],
      ['none.bpmn', '--json', '--lang', 'en'],
    ]) {
      const { code, out, err } = await run(['check', ...argv], made);
      assert.equal(code, 1, argv.join(' '));
      assert.ok(out + err !== '');
      assert.doesNotMatch(out + err, /\bat \S+ \(|Error:|undefined|ENOENT/);
    }
    assert.equal((await run(['check', '--', '-dash.bpmn'], made)).code, 0);
  });

  it('answers --help', async () => {
    const { code, out } = await run(['--help', '--lang', 'en']);
    assert.equal(code, 0);
    assert.match(out, /^Usage: toantrinh process check/);
  });

  it('shows its usage when it is not understood', async () => {
    for (const argv of [
      [],
      ['check'],
      ['check', 'a', 'b'],
      ['fly', 'a'],
      ['check', 'a', '--colour'],
      ['check', 'a', '--lang', 'fr'],
    ]) {
      const { code, err } = await run(argv);
      assert.equal(code, 1);
      assert.match(err, /^Cách dùng: toantrinh process check/);
    }
  });
});
