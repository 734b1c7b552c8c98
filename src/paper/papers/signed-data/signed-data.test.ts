/** What a paper says, as data signed by the agency: made with the seal, asked for, downloaded, checked, judged by programs of others. */
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { decodeProtectedHeader, flattenedVerify, importX509, type FlattenedJWS } from 'jose';
import { nobody, type By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { readPrograms } from '../../scanning/index.ts';
import { judge, missingTool, pem } from '../../signing/fixtures.ts';
import { embeddedFiles, verifyCommand } from '../../signing/index.ts';
import { close, templates, typeset } from '../../typeset/index.ts';
import { endPaper } from '../commands.ts';
import { clerk, establishWard, issued, leader, owner, testPress } from '../fixtures.ts';
import { papersRoom } from '../module.ts';
import { asXml } from './content.ts';
import { listData } from './keep.ts';

const now = '2026-11-20T09:00:00+07:00';
const anybody = nobody;

describe('signed data of a paper', () => {
  const made = testPress(now);
  after(async () => {
    await (await made).close();
    await close();
  });

  const visitor = async (world: TestWorld, by: By) =>
    visitorOf(world, papersRoom({ ...(await made), programs: readPrograms() }), now, by);
  const bytesOf = async (shown: { readonly response: Response }) =>
    Buffer.from(await shown.response.arrayBuffer());

  /** The verdict of `toantrinh verify FILE --json` on these bytes. */
  async function verified(
    bytes: Buffer,
  ): Promise<{ readonly verdict: string; readonly signer: string | null }> {
    const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-data-'));
    try {
      const { keyring } = await made;
      const [root] = await keyring.roots();
      const { crls } = await keyring.evidence([]);
      await writeFile(path.join(folder, 'tep'), bytes);
      await writeFile(path.join(folder, 'goc.pem'), pem(root!));
      for (const [n, list] of crls.entries()) await writeFile(path.join(folder, `${n}.crl`), list);
      const lines: string[] = [];
      const io = {
        cwd: folder,
        out: (line: string) => lines.push(line),
        err: (line: string) => lines.push(line),
      };
      const options = ['--root', 'goc.pem', ...crls.flatMap((_, n) => ['--crl', `${n}.crl`])];
      assert.equal(
        await verifyCommand(['tep', '--json', ...options], io, new Date(now)),
        0,
        lines.join('\n'),
      );
      const found = JSON.parse(lines[0] ?? '') as {
        verdict: string;
        signatures: { signer: string | null }[];
      };
      return { verdict: found.verdict, signer: found.signatures[0]?.signer ?? null };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  it(
    'is made when the paper is sealed, and names the very files that were issued',
    rolledBack(async (world) => {
      const press = await made;
      const { pdf } = await typeset(templates.namedDocument, templates.namedDocument.sample, {
        date: '2026-11-20',
        author: 'x',
      });
      const paper = await issued(world, press, now, {}, { 'Danh sách': Buffer.from(pdf) });
      const shown = await (await visitor(world, clerk)).get(`/giay-to-da-cap/${paper.id}/du-lieu/json`);
      assert.equal(shown.response.headers.get('content-type'), 'application/jose+json');
      const signed = (await bytesOf(shown)).toString();

      const jws = JSON.parse(signed) as FlattenedJWS & { readonly protected: string };
      const [certificate = ''] = decodeProtectedHeader(jws).x5c ?? [];
      const key = await importX509(pem(Buffer.from(certificate, 'base64')).toString(), 'ES256');
      const { payload } = await flattenedVerify(jws, key);
      const told = JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
      assert.equal(told['number'], paper.symbol);
      assert.equal(told['code'], paper.code);
      assert.deepEqual(told['file'], { digest: 'sha-256', value: paper.hash });
      assert.equal((told['annexes'] as unknown[]).length, 1);
      const [inside] = embeddedFiles(await press.store.read(paper.hash ?? ''), { files: 1, bytes: 1e6 });
      assert.deepEqual(told['data'], JSON.parse(inside?.bytes?.toString() ?? ''), 'what stands in the file');
      assert.match(new X509Certificate(Buffer.from(certificate, 'base64')).subject, /phường Sông Mẫu/);
      assert.deepEqual(await verified(Buffer.from(signed)), { verdict: 'valid', signer: paper.agency_name });
      const other = Buffer.from(jws.payload ?? '', 'base64url')
        .toString()
        .replace(paper.code, 'ABCDEFGHJKLM');
      const forged = { ...jws, payload: Buffer.from(other).toString('base64url') };
      assert.equal((await verified(Buffer.from(JSON.stringify(forged)))).verdict, 'invalid');
      const steps = await world.look(systemAt(now), (look) => listSteps(look, paper.id, 'inside'));
      assert.equal(steps.at(-1)?.act, 'paper.issue');
    }),
  );

  it(
    'is signed as XML when somebody asks, once, and not any more when the paper has ended',
    { skip: missingTool('xmlsec1') },
    rolledBack(async (world) => {
      await establishWard(world, now);
      const press = await made;
      const paper = await issued(world, press, now);
      const asClerk = await visitor(world, clerk);
      const at = `/giay-to-da-cap/${paper.id}/du-lieu`;
      assert.equal((await asClerk.get(`${at}/xml`)).status, 404);
      assert.match((await asClerk.get(at)).text, /Tải JSON .*Lấy bản XML có chữ ký/);
      assert.equal((await asClerk.post(at, { form: 'xml' })).to, at);
      assert.match((await asClerk.get(at)).text, /Tải XML/);
      const first = await world.look(systemAt(now), (look) => listData(look, paper.id));
      assert.equal((await asClerk.post(at, { form: 'xml' })).to, at);
      assert.deepEqual(
        await world.look(systemAt(now), (look) => listData(look, paper.id)),
        first,
        'signed once',
      );
      const steps = await world.look(systemAt(now), (look) => listSteps(look, paper.id, 'inside'));
      assert.equal(steps.filter(({ act }) => act === 'paper.data').length, 1);

      const xml = await bytesOf(await asClerk.get(`${at}/xml`));
      const [root] = await press.keyring.roots();
      const time = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
      const judged = (bytes: Buffer) =>
        judge(
          'xmlsec1',
          [
            '--verify',
            '--enabled-key-data',
            'x509',
            '--trusted-pem',
            '{r}',
            '--verification-time',
            time,
            '--id-attr:Id',
            'http://uri.etsi.org/01903/v1.3.2#:SignedProperties',
            '{x}',
          ],
          { x: bytes, r: pem(root!) },
        );
      assert.equal(judged(xml).code, 0, judged(xml).output);
      assert.notEqual(judged(Buffer.from(xml.toString().replace(paper.code, 'ABCDEFGHJKLM'))).code, 0);
      assert.deepEqual(await verified(xml), { verdict: 'valid', signer: paper.agency_name });

      await world.as(leader, now, (act) => endPaper(act, paper.id, 'Cấp sai', null));
      assert.equal(
        (await bytesOf(await asClerk.get(`${at}/xml`))).length,
        xml.length,
        'what is signed stays',
      );
      const ended = await issued(world, press, now);
      await world.as(leader, now, (act) => endPaper(act, ended.id, 'Cấp sai', null));
      const there = `/giay-to-da-cap/${ended.id}/du-lieu`;
      assert.doesNotMatch((await asClerk.get(there)).html, /Lấy bản XML/);
      await asClerk.post(there, { form: 'xml' });
      const kept = await world.look(systemAt(now), (look) => listData(look, ended.id));
      assert.deepEqual(
        kept.map(({ form }) => form),
        ['json'],
      );
    }),
  );

  it(
    'is given at the public check to whoever shows the file, never by the code alone; and is known there itself',
    rolledBack(async (world) => {
      const press = await made;
      const paper = await issued(world, press, now);
      const anyone = await visitor(world, anybody);
      const shownFile = async (bytes: Buffer, name: string) => {
        const form = new FormData();
        form.set('tep', new File([new Uint8Array(bytes)], name));
        form.set('ma-tep', '');
        return anyone.post('/xac-minh', form);
      };
      const byFile = await shownFile(await press.store.read(paper.hash ?? ''), 'giay.pdf');
      const [, encoded = ''] =
        /href="data:application\/jose\+json;base64,([\w+/=]+)"/.exec(byFile.html) ?? [];
      const signed = Buffer.from(encoded, 'base64');
      const [kept] = await world.look(systemAt(now), (look) => listData(look, paper.id));
      assert.equal(createHash('sha256').update(signed).digest('hex'), kept?.hash);
      const byData = await shownFile(signed, 'giay.jws');
      assert.match(byData.text, /đúng nguyên như văn bản đã cấp.*dữ liệu có chữ ký số của văn bản dưới đây/);
      assert.ok(byData.text.includes(paper.symbol ?? '?'));
      const byCode = await anyone.get(`/xac-minh/${paper.code}`);
      assert.doesNotMatch(byCode.html, /data:application|Thí Dụ/);
      for (const by of [anybody, { ...nobody, kind: 'citizen', person: owner } as By]) {
        const other = await visitor(world, by);
        const { status } = await other.get(`/giay-to-da-cap/${paper.id}/du-lieu/json`);
        assert.ok(status === 403 || status === 303, String(status));
      }
      const stranger: By = { ...clerk, powers: [{ role: 'clerk', agency: owner, unit: null }] };
      assert.equal(
        (await (await visitor(world, stranger)).get(`/giay-to-da-cap/${paper.id}/du-lieu`)).status,
        403,
      );
    }),
  );

  it('says the same as XML, whatever fields and words are', () => {
    const data = { '1 "lạ" <&>': 'a\u0001b & <c>\r\n"', rows: [{ n: 1 }, null, ['x']], none: null };
    const xml = asXml({
      code: 'C',
      title: 'T',
      template: 't',
      template_version: '1',
      result_code: null,
      agency_name: 'A',
      signer_name: null,
      symbol: '1',
      issued_on: '2026-11-20',
      valid_until: null,
      hash: 'h',
      annexes: [],
      data,
    });
    const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
    const fields = Array.from(root!.getElementsByTagName('field'));
    const named = (name: string) => fields.find((one) => one.getAttribute('name') === name);
    assert.equal(named('1 "lạ" <&>')?.textContent, 'ab & <c>\r\n"');
    assert.equal(named('rows')?.getElementsByTagName('item').length, 3);
    assert.equal(named('none'), undefined);
  });
});
