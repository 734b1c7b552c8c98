import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { makeWorld, now, plainFile } from '../fixtures.ts';
import { missingTool, pem } from '../judges.ts';
import { signPdf } from '../pdf/sign.ts';
import { verifyPdf } from '../pdf/verify.ts';
import { pkcs12Signer } from './pkcs12.ts';

const exported = (world: ReturnType<typeof makeWorld>, more: readonly string[]): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'p12-'));
  try {
    const { agency, authority } = world;
    writeFileSync(join(folder, 'k'), agency.key.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(folder, 'c'), pem(agency.certificate));
    writeFileSync(
      join(folder, 'i'),
      Buffer.concat([pem(authority.issuing.certificate), pem(authority.root.certificate)]),
    );
    const args = [
      'pkcs12',
      '-export',
      '-inkey',
      'k',
      '-in',
      'c',
      '-certfile',
      'i',
      '-out',
      'o',
      '-passout',
      'pass:Mật khẩu 1',
      ...more,
    ];
    assert.equal(spawnSync('openssl', args, { cwd: folder }).status, 0);
    return readFileSync(join(folder, 'o'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('PKCS#12 files made by openssl', { skip: missingTool('openssl') }, () => {
  for (const [name, more] of [
    ['AES-256 with PBKDF2', []],
    [
      'Triple-DES of the older kind',
      ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
  ] as const) {
    it(`${name}: signs, and refuses a wrong password`, async () => {
      const world = makeWorld();
      const file = exported(world, more);
      const signed = await signPdf(
        plainFile(),
        { field: 'ky', time: now },
        pkcs12Signer(file, 'Mật khẩu 1'),
        { level: 'B-B' },
      );
      assert.equal((await verifyPdf(signed, world.trust())).verdict, 'valid');
      assert.throws(() => pkcs12Signer(file, 'sai'), /password/);
      assert.throws(() => pkcs12Signer(file.subarray(0, 90), 'Mật khẩu 1'), /PKCS#12/);
    });
  }
});
