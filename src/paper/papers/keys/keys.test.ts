import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import { openWire } from '../../../ground/wire/index.ts';
import {
  issueHolder,
  makeAuthority,
  ocspResponse,
  revocationList,
  timestampPort,
  verifyFile,
  type Authority,
  type Identity,
} from '../../signing/index.ts';
import { close as closeTypeset } from '../../typeset/index.ts';
import { issued, leader, testPress, ward } from '../fixtures.ts';
import { trustOf } from '../signature-check.ts';
import { configuredKeyring } from './configured.ts';
import { keysIn } from './folder.ts';
import { keysAreTheirs } from './own-name.ts';
import { noSigning, readSigningSettings } from './settings.ts';

const now = new Date(Date.now() - 60_000);
const PASSWORD = 'Mật khẩu 1';
const IDENTIFIER = 'H92.301';
const LOGIN = 'le.vi.du';
const WARD = 'Ủy ban nhân dân phường Sông Mẫu';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;

describe('keys of an installation', { skip: !hasOpenssl && 'openssl is not installed' }, () => {
  let folder: string;
  let server: Server;
  let base: string;
  let authority: Authority;
  let seal: Identity;
  let press: Awaited<ReturnType<typeof testPress>>;
  /** What the authority over there says and does. */
  const there = { revoked: false, down: false, asked: [] as string[] };

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-keys-'));
    press = await testPress(now.toISOString());
    authority = makeAuthority({ now, keys: 'p-256' });
    server = createServer(async (request, response) => {
      const body = await buffer(request);
      there.asked.push(request.url ?? '');
      if (there.down) return void response.writeHead(503).end();
      const window = { from: now, until: new Date(now.getTime() + 86_400_000) };
      const gone = there.revoked ? { certificate: seal.certificate, on: now } : null;
      if (request.url === '/tsa') return void response.end(await timestampPort(stamping, () => now)(body));
      if (request.url === '/ocsp')
        return void response.end(ocspResponse(authority.issuing, seal.certificate, gone, window));
      if (request.url === '/crl') return void response.end(revocationList(authority.issuing, [], window));
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stamping: Authority = {
      ...authority,
      timestamps: issueHolder(
        authority,
        { name: 'Cấp dấu thời gian' },
        {
          now,
          keys: 'p-256',
          crlUrl: `${base}/crl`,
          purposes: ['1.3.6.1.5.5.7.3.8'],
          purposesCritical: true,
        },
      ),
    };
    seal = issueHolder(authority, { name: WARD }, { now, keys: 'p-256', ocspUrl: `${base}/ocsp` });
    await put(IDENTIFIER, seal);
    await put(LOGIN, issueHolder(authority, { name: leader.name }, { now, crlUrl: `${base}/crl` }));
    await writeFile(path.join(folder, 'root.pem'), pem(authority.issuing.certificate));
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await press.close();
    await rm(folder, { recursive: true, force: true });
    await closeTypeset();
  });

  /** Writes a key as certification authorities hand it out: by openssl, with its picture beside. */
  async function put(name: string, identity: Identity): Promise<void> {
    const [key, certificate] = [path.join(folder, 'key.tmp'), path.join(folder, 'own.tmp')];
    await writeFile(key, identity.key.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(certificate, pem(identity.certificate));
    const out = path.join(folder, `${name}.p12`);
    const options = ['-inkey', key, '-in', certificate, '-out', out, '-passout', `pass:${PASSWORD}`];
    assert.equal(spawnSync('openssl', ['pkcs12', '-export', ...options]).status, 0);
    const picture = { width: 40, height: 20, channels: 4, background: '#1746a2' } as const;
    await writeFile(path.join(folder, `${name}.png`), await sharp({ create: picture }).png().toBuffer());
  }

  /** The keyring of a world in which the ward has its identifier and the leader an account. */
  async function keyringIn(world: TestWorld, env: NodeJS.ProcessEnv) {
    await sql`insert into agencies.agencies (tenant, id, identifier, name, name_en, short, kind, level, regime, established, basis, search)
      values (${world.tenant}, ${ward}, ${IDENTIFIER}, ${WARD}, '', '', 'ward', 'commune', 'head', '2025-07-01', '', '')
      on conflict do nothing`.execute(world.tx);
    await sql`insert into access.accounts (tenant, id, kind, person, login, name, created_at)
      values (${world.tenant}, ${leader.account}, 'officer', ${leader.person}, ${LOGIN}, ${leader.name}, ${now})
      on conflict do nothing`.execute(world.tx);
    const out = { wire: openWire({ edge: world, key: Buffer.from('k') }), edge: world, tenant: world.tenant };
    return configuredKeyring(readSigningSettings(env), out, () => now);
  }
  const all = () => ({
    SIGNING_KEYS: folder,
    SIGNING_KEYS_PASSWORD: PASSWORD,
    TIMESTAMP_URL: `${base}/tsa`,
    TRUST_ROOTS: folder,
  });

  it(
    'sign, number and seal a paper that verifies for good, with timestamps and revocation from outside',
    rolledBack(async (world) => {
      Object.assign(there, { revoked: false, down: false, asked: [] });
      const keyring = await keyringIn(world, all());
      const paper = await issued(world, { store: press.store, keyring }, now.toISOString());
      const bytes = await press.store.read(paper.hash ?? '');
      const trust = await trustOf(keyring, now);
      const { fetchRevocation: _, ...alone } = trust;
      const sealed = (await verifyFile(bytes, alone)).signatures.find(({ signer }) => signer === WARD);
      assert.equal(sealed?.outcome, 'valid', 'the evidence lies in the file');
      assert.equal((await verifyFile(bytes, trust)).verdict, 'valid');
      assert.deepEqual([...new Set(there.asked)].sort(), ['/crl', '/ocsp', '/tsa']);
      assert.equal(
        (await verifyFile(bytes, { roots: [], now })).verdict,
        'undetermined',
        'no root is trusted unless configured',
      );
    }),
  );

  it(
    'do not seal with a revoked certificate, nor while nobody answers',
    rolledBack(async (world) => {
      const press2 = { store: press.store, keyring: await keyringIn(world, all()) };
      Object.assign(there, { revoked: true, down: false });
      await assert.rejects(issued(world, press2, now.toISOString()), (error) => error instanceof Invalid);
      Object.assign(there, { revoked: false, down: true });
      await assert.rejects(issued(world, press2, now.toISOString()), (error) => error instanceof Unavailable);
      there.down = false;
    }),
  );

  it('say in a sentence what is missing or wrong', async () => {
    const open = keysIn({ folder, password: PASSWORD });
    const name = IDENTIFIER;
    const says = (given: string, words: RegExp, keys = open, at = now) =>
      assert.rejects(keys(given, at), (error: Unavailable) => {
        assert.ok(error instanceof Unavailable);
        assert.match(error.text.vi, words);
        return true;
      });
    await says('H99.1', /Chưa có khóa ký của “H99.1”: tệp H99.1.p12/);
    await says('../../etc/passwd', /Chưa có khóa ký/);
    await says(name, /Mật khẩu của tệp khóa không đúng/, keysIn({ folder, password: 'sai' }));
    await says(name, /Chưa có mật khẩu của tệp khóa/, keysIn({ folder, password: null }));
    await says(name, /đã hết hạn ngày/, open, new Date(now.getTime() + 4 * 365 * 86_400_000));
    await copyFile(path.join(folder, `${name}.p12`), path.join(folder, 'H1.p12'));
    await says('H1', /Chưa có hình chữ ký hoặc hình con dấu: tệp H1.png/);
    await copyFile(path.join(folder, `${name}.png`), path.join(folder, 'H1.png'));
    assert.ok(await open('H1', now), 'a file that came later is found');
    await writeFile(path.join(folder, 'H1.password'), 'sai\n');
    await says('H1', /Mật khẩu của tệp khóa không đúng/);
    await writeFile(path.join(folder, 'H1.p12'), 'nothing');
    await says('H1', /không phải là tệp khóa PKCS#12/);
  });

  it(
    'under the name of another are refused in a sentence, and the doctor says so',
    rolledBack(async (world) => {
      const keyring = await keyringIn(world, all());
      const other = issueHolder(authority, { name: 'Trần Thị Khác' }, { now, keys: 'p-256' });
      const look = () => ({ ...systemAt(now.toISOString()), tx: world.tx, tenant: world.tenant });
      const doctor = () => keysAreTheirs({ folder, password: PASSWORD }).check(look());
      const mine = path.join(folder, `${LOGIN}.p12`);
      const holder = { id: leader.person ?? '', name: leader.name, organisation: WARD };
      const findingsOf = async (file: string) => (await doctor()).filter(({ item }) => item === file);
      assert.ok(await keyring.person({ ...holder, name: leader.name.toLocaleUpperCase('vi') }));
      assert.deepEqual(await findingsOf(LOGIN), []);
      await copyFile(mine, `${mine}.kept`);
      try {
        await put(LOGIN, other);
        await assert.rejects(keyring.person(holder), (error: Unavailable) => {
          assert.match(error.text.vi, /“le\.vi\.du” mang tên “Trần Thị Khác”, không phải/);
          return true;
        });
        assert.match((await findingsOf(LOGIN))[0]?.what ?? '', /names “Trần Thị Khác”/);
        await copyFile(`${mine}.kept`, path.join(folder, `${IDENTIFIER}.p12.kept`));
        await assert.rejects(
          keyring.agency({ id: ward, name: 'Phường khác', organisation: '' }),
          Unavailable,
        );
      } finally {
        await copyFile(`${mine}.kept`, mine);
      }
    }),
  );

  it(
    'need nothing until they are used',
    rolledBack(async (world) => {
      const out = {
        wire: openWire({ edge: world, key: Buffer.from('k') }),
        edge: world,
        tenant: world.tenant,
      };
      const keyring = configuredKeyring(noSigning, out);
      const holder = { id: leader.person ?? '', name: leader.name, organisation: WARD };
      await assert.rejects(keyring.person(holder), /SIGNING_KEYS/);
      await assert.rejects(keyring.agency(holder), /SIGNING_KEYS/);
      await assert.rejects(keyring.timestamp(Buffer.alloc(1)), /TIMESTAMP_URL/);
      assert.deepEqual(await keyring.roots(), []);
    }),
  );

  it('refuse settings that are wrong, at the start', async () => {
    const wrong = (env: NodeJS.ProcessEnv, words: RegExp) =>
      assert.throws(() => readSigningSettings(env), words);
    wrong({ SIGNING_KEYS: path.join(folder, 'none') }, /^Error: SIGNING_KEYS must be a folder/);
    wrong({ TIMESTAMP_URL: 'ftp://tsa.example' }, /^Error: TIMESTAMP_URL must be an address/);
    const roots = await mkdtemp(path.join(folder, 'roots-'));
    await writeFile(path.join(roots, 'a.crt'), 'nothing');
    wrong({ TRUST_ROOTS: roots }, /a\.crt in TRUST_ROOTS holds no certificate/);
    assert.deepEqual(readSigningSettings({}), noSigning);
  });
});
