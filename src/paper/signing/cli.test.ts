import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after as afterAll, before, describe, it } from 'node:test';
import { verifyCommand } from './cli.ts';
import { makeWorld, now, plainFile } from './fixtures.ts';
import { pem } from './judges.ts';
import { signPdf } from './pdf/sign.ts';

describe('toantrinh verify', () => {
  let folder = '';
  before(async () => {
    const world = makeWorld();
    folder = mkdtempSync(join(tmpdir(), 'verify-'));
    const signed = await signPdf(plainFile(), { field: 'ky', time: now }, world.signer, world.services);
    writeFileSync(join(folder, 'đã ký.pdf'), signed);
    writeFileSync(join(folder, 'chưa ký.pdf'), plainFile());
    writeFileSync(join(folder, 'root.pem'), pem(world.authority.root.certificate));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await verifyCommand(
      argv,
      { cwd: folder, out: (line) => out.push(line), err: (line) => err.push(line) },
      now,
    );
    return { code, out, err };
  };

  it('prints one line of JSON for each file, in the shape that was agreed', async () => {
    const { code, out } = await run('đã ký.pdf', 'chưa ký.pdf', '--json', '--root', 'root.pem');
    const [signed, unsigned] = out.map(
      (line) => JSON.parse(line) as { verdict: string; signatures: object[] },
    );
    assert.deepEqual([code, out.length, unsigned], [0, 2, { verdict: 'unsigned', signatures: [] }]);
    assert.equal(signed?.verdict, 'valid');
    assert.deepEqual(Object.keys(signed?.signatures[0] ?? {}), [
      'signer',
      'time',
      'integrity',
      'coversWholeFile',
      'chain',
      'reasons',
    ]);
  });

  it('trusts no root of its own', async () => {
    const { out } = await run('đã ký.pdf', '--json');
    assert.equal((JSON.parse(out[0]!) as { verdict: string }).verdict, 'undetermined');
    assert.equal((await run('đã ký.pdf', '--strict')).code, 1);
    assert.equal((await run('đã ký.pdf', '--strict', '--root=root.pem')).code, 0);
  });

  it('speaks plain Vietnamese without --json', async () => {
    const { out } = await run('đã ký.pdf', '--root', 'root.pem');
    assert.match(
      out.join('\n'),
      /đã ký\.pdf: HỢP LỆ\n[\s\S]*Nguyễn Văn Thí Dụ[\s\S]*09:00:00[\s\S]*nguyên vẹn/,
    );
  });

  for (const [title, argv, sentence] of [
    ['a missing file', ['không có.pdf'], /^Không tìm thấy tệp “không có\.pdf”\.$/],
    ['a folder', ['.'], /là một thư mục/],
    ['no file', [], /Hãy cho biết tệp/],
    ['an unknown option', ['--mau'], /Không có tùy chọn --mau/],
    ['an option without value', ['--root'], /cần tên một tệp/],
    ['a root that is no certificate', ['đã ký.pdf', '--root', 'chưa ký.pdf'], /không phải là chứng thư/],
  ] as const) {
    it(`${title}: one sentence and exit code 2`, async () => {
      const { code, out, err } = await run(...argv);
      assert.deepEqual([code, out.length, err.length], [2, 0, 1]);
      assert.match(err[0]!, sentence);
    });
  }

  it('checks the others when one file is missing', async () => {
    const { code, out, err } = await run('không có.pdf', 'chưa ký.pdf', '--json', '--strict');
    assert.deepEqual([code, out.length, err.length], [2, 1, 1]);
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    assert.equal(code, 0);
    assert.match(out.join('\n'), /--root/);
  });
});
