import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { issueHolder, makeAuthority, readCertificate, signCms, verifyFile } from '../../signing/index.ts';
import { keysIn } from './folder.ts';
import { readTokenKey } from './token.ts';

const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
const PIN = 'ma-pin-1';
const missing = [
  !existsSync(MODULE) && 'softhsm2',
  spawnSync('pkcs11-tool', ['--version']).error !== undefined && 'opensc',
].filter(Boolean);
const now = new Date(Date.now() - 60_000);
const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

describe('a key on a token (PKCS#11)', () => {
  describe('judged with SoftHSM', { skip: missing.length > 0 && `needs ${missing.join(', ')}` }, () => {
    const authority = makeAuthority({ now, keys: 'p-256' });
    let folder: string;
    let env: Readonly<Record<string, string>>;

    const run = (program: string, ...words: string[]): void => {
      const { status, stderr } = spawnSync(program, words, { env: { ...process.env, ...env } });
      assert.equal(status, 0, String(stderr));
    };
    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-token-'));
      await mkdir(path.join(folder, 'tokens'));
      const settings = path.join(folder, 'softhsm.conf');
      await writeFile(
        settings,
        `directories.tokendir = ${path.join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
      );
      env = { SOFTHSM2_CONF: settings };
      run('softhsm2-util', '--init-token', '--free', '--label', 'dau', '--pin', PIN, '--so-pin', '99999999');
      const picture = { width: 4, height: 4, channels: 4, background: '#c8102e' } as const;
      const drawn = await sharp({ create: picture }).png().toBuffer();
      for (const [name, keys, id] of [
        ['H1', 'rsa-2048', '01'],
        ['H2', 'p-256', '02'],
      ] as const) {
        const identity = issueHolder(authority, { name }, { now, keys });
        const file = path.join(folder, 'key.pem');
        await writeFile(file, identity.key.export({ type: 'pkcs8', format: 'pem' }));
        const where = ['--token', 'dau', '--label', name, '--id', id, '--pin', PIN];
        run('softhsm2-util', '--import', file, ...where);
        const at = (end: string): string => path.join(folder, `${name}.${end}`);
        await writeFile(at('crt'), [identity.certificate, ...identity.chain].map(pem).join(''));
        await writeFile(at('token'), JSON.stringify({ module: MODULE, token: 'dau', key: id, env }));
        await writeFile(at('png'), drawn);
      }
    });
    after(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    const open = (name: string, password = PIN) => keysIn({ folder, password })(name, now);

    for (const name of ['H1', 'H2'])
      it(`${name}: signs what verifies, several at once`, async () => {
        const { signer } = await open(name);
        const roots = [readCertificate(authority.root.certificate)];
        const files = await Promise.all(
          ['một', 'hai', 'ba'].map((words) => signCms(Buffer.from(words), signer, now, true)),
        );
        for (const file of files) {
          const [signature] = (await verifyFile(file, { roots, now })).signatures;
          assert.deepEqual(
            [signature?.signer, signature?.integrity, signature?.chain],
            [name, 'intact', 'trusted'],
          );
        }
      });

    const says = async (name: string, words: RegExp, password = PIN): Promise<void> => {
      const { signer } = await open(name, password);
      await assert.rejects(signer.sign(Buffer.from('a')), (error: Unavailable) => {
        assert.ok(error instanceof Unavailable);
        assert.match(error.text.vi, words);
        assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)}`, new RegExp(password));
        return true;
      });
    };
    const place = (name: string, to: object): Promise<void> =>
      writeFile(path.join(folder, `${name}.token`), JSON.stringify(to));

    it('says what is wrong, and asks a token only once with a PIN that it refused', async () => {
      await says('H1', /Mã PIN của thiết bị ký “dau” không đúng/, 'sai-ma-pin');
      // Asked once more, the token would not be found: it is not asked, or it would lock itself.
      await place('H1', { module: MODULE, token: 'dau', key: '01', env: { SOFTHSM2_CONF: '/nowhere' } });
      await says('H1', /Mã PIN của thiết bị ký “dau” không đúng/, 'sai-ma-pin');
      await place('H2', { module: MODULE, token: 'khac', key: '02', env });
      await says('H2', /Chưa cắm thiết bị ký “khac”/);
      await place('H2', { module: MODULE, token: 'dau', key: '77', env });
      await says('H2', /không có khóa này/);
      await place('H2', { module: MODULE, token: 'dau', key: '01', env });
      await says('H2', /không khớp với chứng thư|không trả lời/);
      await place('H2', { module: '/nowhere/a.so', token: 'dau', key: '02' });
      await says('H2', /Không có thư viện/);
      await place('H2', { module: 'a.so' });
      await assert.rejects(open('H2'), /must say module/);
    });
  });

  it('is named by an absolute library, a label and an identifier, nothing else', () => {
    const good = { module: MODULE, token: 'dau', key: '0a' };
    assert.deepEqual(readTokenKey(JSON.stringify(good)), { ...good, env: {} });
    for (const wrong of [
      { ...good, module: 'libsofthsm2.so' },
      { ...good, token: '' },
      { ...good, key: '--login' },
      { ...good, key: 'abc' },
      { ...good, env: { A: 1 } },
      { ...good, env: { 'A B': '1' } },
    ])
      assert.equal(readTokenKey(JSON.stringify(wrong)), null);
    for (const text of ['', 'null', '[]', '"a"']) assert.equal(readTokenKey(text), null);
  });
});
