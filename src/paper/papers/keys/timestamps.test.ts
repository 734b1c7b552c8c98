/** A timestamp authority of another make at its address (`openssl ts`): what it gives is used, what is wrong with it is said, never signed with. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { rolledBack, type TestWorld } from '../../../ground/db/testing.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { openWire } from '../../../ground/wire/index.ts';
import { missingTool, pem } from '../../signing/fixtures.ts';
import {
  askTimestamp,
  issueHolder,
  loadIdentity,
  makeAuthority,
  readCertificate,
  timestampPort,
  verifyFile,
  type Authority,
  type saveIdentity,
} from '../../signing/index.ts';
import { close as closeTypeset } from '../../typeset/index.ts';
import { issued, testPress } from '../fixtures.ts';
import type { Keyring } from '../keyring.ts';
import { trustOf } from '../signature-check.ts';
import { configuredKeyring } from './configured.ts';

const DAY = 86_400_000;
const now = new Date();
const STAMPING = { keys: 'p-256', purposes: ['1.3.6.1.5.5.7.3.8'], purposesCritical: true } as const;
const missing = missingTool('openssl') || missingTool('pdfsig');

/** Answers requests with `openssl ts` as a certificate of this name. */
type Office = (request: Buffer) => Buffer;

describe('a timestamp authority of another make', { skip: missing }, () => {
  let folder: string;
  let press: Awaited<ReturnType<typeof testPress>>;
  let authority: Authority;
  let server: Server;
  let answer: (request: Buffer, response: ServerResponse) => void;
  let asked = 0;
  const offices: Record<string, Office> = {};

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-tsa-'));
    press = await testPress(now.toISOString());
    await press.keyring.roots();
    const saved = JSON.parse(await readFile(path.join(press.keys, 'authority.json'), 'utf8')) as Record<
      keyof Authority,
      ReturnType<typeof saveIdentity>
    >;
    const { root, issuing, timestamps } = saved;
    authority = {
      root: loadIdentity(root),
      issuing: loadIdentity(issuing),
      timestamps: loadIdentity(timestamps),
    };
    const yesterday = new Date(now.getTime() - DAY);
    await open('good', authority, {});
    await open('expired', authority, { notBefore: new Date(now.getTime() - 9 * DAY), notAfter: yesterday });
    await open('stranger', makeAuthority({ now, keys: 'p-256' }), {});
    server = createServer((request, response) => {
      asked += 1;
      void buffer(request).then((body) => answer(body, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await press.close();
    await rm(folder, { recursive: true, force: true });
    await closeTypeset();
  });

  /** Sets up an office with its key and certificate as `openssl ts` wants them. */
  async function open(
    name: string,
    under: Authority,
    more: { readonly notBefore?: Date; readonly notAfter?: Date },
  ): Promise<void> {
    const { certificate, key, chain } = issueHolder(
      under,
      { name: `Dấu thời gian ${name}` },
      { now, ...STAMPING, ...more },
    );
    const at = (file: string): string => path.join(folder, `${name}-${file}`);
    await writeFile(at('key'), key.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(at('own'), pem(certificate));
    await writeFile(at('chain'), Buffer.concat(chain.map((der) => pem(der))));
    await writeFile(
      at('settings'),
      `[tsa]\ndefault_tsa = one\n[one]\nserial = ${at('serial')}\nsigner_cert = ${at('own')}\ncerts = ${at('chain')}\n` +
        `signer_key = ${at('key')}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\naccuracy = secs:1\n` +
        'ordering = no\ntsa_name = no\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n',
    );
    await writeFile(at('serial'), '01\n');
    offices[name] = (request) => {
      writeFileSync(at('query'), request);
      const options = ['-reply', '-config', at('settings'), '-queryfile', at('query')];
      return spawnSync('openssl', ['ts', ...options]).stdout;
    };
  }

  /** Another request, with a nonce of its own, over this digest in hexadecimal. */
  const other = (digest: string): Buffer =>
    spawnSync('openssl', ['ts', '-query', '-sha256', '-cert', '-digest', digest]).stdout;
  /** The digest that a request asks for. */
  const digestIn = (request: Buffer): string => {
    const { stdout } = spawnSync('openssl', ['asn1parse', '-inform', 'DER'], { input: request });
    return /OCTET STRING\s+\[HEX DUMP\]:([0-9A-F]+)/.exec(stdout.toString())?.[1] ?? '';
  };

  /** The keyring of an installation that has this authority by its address, with the sample's keys. */
  function keyringIn(world: TestWorld): Keyring {
    const out = { wire: openWire({ edge: world, key: Buffer.from('k') }), edge: world, tenant: world.tenant };
    const timestamp = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`);
    const roots = [readCertificate(authority.root.certificate)];
    return {
      ...press.keyring,
      timestamp: configuredKeyring({ keys: null, timestamp, roots }, out).timestamp,
    };
  }

  it(
    'is asked over HTTP, and its timestamps hold before judges of others',
    rolledBack(async (world) => {
      answer = (request, response) => void response.end(offices['good']!(request));
      const keyring = keyringIn(world);
      const paper = await issued(world, { store: press.store, keyring }, now.toISOString());
      const bytes = await press.store.read(paper.hash ?? '');
      const { verdict, signatures } = await verifyFile(bytes, await trustOf(keyring, new Date()));
      assert.equal(verdict, 'valid', JSON.stringify(signatures));
      assert.ok(signatures.every(({ timeProven }) => timeProven));
      assert.ok(bytes.includes('ETSI.RFC3161'), 'with an archive timestamp');
      const data = Buffer.from('toàn trình');
      const token = await askTimestamp([data], keyring.timestamp);
      const files = {
        token,
        data,
        root: pem(authority.root.certificate),
        chain: pem(authority.issuing.certificate),
      };
      for (const [name, file] of Object.entries(files)) await writeFile(path.join(folder, name), file);
      const check = spawnSync(
        'openssl',
        [
          'ts',
          '-verify',
          '-in',
          'token',
          '-token_in',
          '-data',
          'data',
          '-CAfile',
          'root',
          '-untrusted',
          'chain',
        ],
        { cwd: folder },
      );
      assert.match(check.stdout.toString() + check.stderr.toString(), /Verification: OK/);
    }),
  );

  const faults: readonly (readonly [string, RegExp, (request: Buffer, response: ServerResponse) => void])[] =
    [
      ['down', /Dịch vụ cấp dấu thời gian/, (_, response) => void response.socket?.destroy()],
      ['failing', /Dịch vụ cấp dấu thời gian/, (_, response) => void response.writeHead(500).end('lỗi')],
      ['garbage', /trả lời không đúng chuẩn/, (_, response) => void response.end('<html>Xin chào</html>')],
      ['nothing', /trả lời không đúng chuẩn/, (_, response) => void response.end()],
      [
        'cut off',
        /trả lời không đúng chuẩn/,
        (request, response) => void response.end(offices['good']!(request).subarray(0, 300)),
      ],
      ['refusal', /từ chối yêu cầu/, (_, response) => void response.end(offices['good']!(Buffer.from('?')))],
      [
        'wrong nonce',
        /không ứng với yêu cầu/,
        (request, response) => void response.end(offices['good']!(other(digestIn(request)))),
      ],
      [
        'wrong imprint',
        /không ứng với yêu cầu/,
        (_, response) => void response.end(offices['good']!(other('ab'.repeat(32)))),
      ],
      [
        'expired certificate',
        /đã hết hạn/,
        (request, response) => void response.end(offices['expired']!(request)),
      ],
      [
        'unknown root',
        /không dẫn tới gốc được tin cậy/,
        (request, response) => void response.end(offices['stranger']!(request)),
      ],
      [
        'another signature',
        /không khớp với chứng thư/,
        (request, response) => {
          const reply = offices['good']!(request);
          reply[reply.length - 1]! ^= 1;
          response.end(reply);
        },
      ],
      [
        'a clock that is late',
        /lệch với giờ của hệ thống/,
        (request, response) => {
          const late = new Date(now.getTime() - 3_600_000);
          void timestampPort(authority, () => late)(request).then((reply) => response.end(reply));
        },
      ],
      [
        'a certificate for other uses',
        /không được cấp để đóng dấu thời gian/,
        (request, response) => {
          const timestamps = issueHolder(authority, { name: 'Ký văn bản' }, { now, keys: 'p-256' });
          void timestampPort(
            { ...authority, timestamps },
            () => now,
          )(request).then((reply) => response.end(reply));
        },
      ],
    ];
  for (const [name, says, how] of faults)
    it(
      `${name}: said in a sentence, nothing is signed, and signed once it is mended`,
      rolledBack(async (world) => {
        const keyring = keyringIn(world);
        answer = how;
        await assert.rejects(
          issued(world, { store: press.store, keyring }, now.toISOString()),
          (error: Unavailable) => {
            assert.ok(error instanceof Unavailable, String(error));
            assert.match(error.text.vi, says);
            return true;
          },
        );
        answer = (request, response) => void response.end(offices['good']!(request));
        assert.ok(await askTimestamp([Buffer.from('x')], keyring.timestamp));
      }),
    );

  it(
    'slow: waited for, then asked once more',
    rolledBack(async (world) => {
      asked = 0;
      answer = (request, response) => {
        if (asked > 1) response.end(offices['good']!(request));
      };
      assert.ok(await askTimestamp([Buffer.from('x')], keyringIn(world).timestamp));
      assert.equal(asked, 2);
    }),
  );
});
