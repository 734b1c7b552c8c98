/** Annexes in separate files, from the drafter's page to the signed files, judged by programs of others (C6; Decree 30/2020, Annex I, III.1d). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { nobody, type By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { readPrograms } from '../../scanning/index.ts';
import { judge, missingTool } from '../../signing/fixtures.ts';
import { close, findTemplate, templates, typeset } from '../../typeset/index.ts';
import { checkFile } from '../check/check.ts';
import { draftPaper, issuePaper, noteSignature, numberPaper } from '../commands.ts';
import { birthDraft, clerk, establishWard, issued, leader, owner, testPress, ward } from '../fixtures.ts';
import type { Press } from '../lay-out.ts';
import { papersRoom } from '../module.ts';
import { numberAndSeal, signAsLeader } from '../press.ts';
import { getPaper } from '../queries.ts';
import { findSignatureVerdicts, signatureListeners } from '../signature-check.ts';
import { roman } from './names.ts';
import { listAnnexes } from './queries.ts';

const now = '2026-11-20T09:00:00+07:00';
const millimetre = 72 / 25.4;
const missing = missingTool('pdfsig') || missingTool('qpdf') || missingTool('pdftotext');
const drafter: By = { ...clerk, powers: [{ role: 'case-officer', agency: ward, unit: null }] };

/** An annex as somebody writes it: a document with words of its own. */
async function written(abstract: string): Promise<Buffer> {
  const data = { ...(templates.namedDocument.sample as object), abstract };
  const { pdf } = await typeset(templates.namedDocument, data as never, { date: '2026-11-20', author: 'x' });
  return Buffer.from(pdf);
}

describe('annexes in separate files', { skip: missing }, () => {
  const made = testPress(now);
  let list: Buffer;
  let map: Buffer;
  before(async () => {
    list = await written('Danh sách người được cấp');
    map = await written('Bảng tọa độ');
  });
  after(async () => {
    await (await made).close();
    await close();
  });

  const visitor = async (world: TestWorld, by: By = drafter) =>
    visitorOf(world, papersRoom({ ...(await made), programs: readPrograms() }), now, by);

  const draft = (world: TestWorld): Promise<string> =>
    world.as(drafter, now, async (act) =>
      draftPaper(act, birthDraft({ data: findTemplate('birth-certificate')?.sample as never })),
    );

  async function attach(world: TestWorld, paper: string, file: Buffer, title: string, by: By = drafter) {
    const form = new FormData();
    form.set('title', title);
    form.set('tep', new File([new Uint8Array(file)], 'phu-luc.pdf'));
    return (await visitor(world, by)).post(`/giay-to-da-cap/${paper}/phu-luc`, form);
  }

  async function sign(world: TestWorld, press: Press, id: string): Promise<void> {
    const paper = await world.look(systemAt(now), (look) => getPaper(look, id));
    const holder = { id: leader.person ?? '', name: leader.name, organisation: 'Phường Sông Mẫu' };
    const signed = await signAsLeader(press, paper, holder, new Date(now));
    await world.as(leader, now, (act) => noteSignature(act, id, signed));
  }

  it(
    'are attached to a draft, signed with the seal under its number, downloaded and verified',
    rolledBack(async (world) => {
      const press = await made;
      const id = await draft(world);
      const path = `/giay-to-da-cap/${id}/phu-luc`;
      for (const [file, title] of [
        [list, 'Danh sách'],
        [map, 'Nhầm'],
        [map, 'Bảng tọa độ'],
      ] as const)
        assert.equal((await attach(world, id, file, title)).to, path);
      const asDrafter = await visitor(world);
      assert.match((await asDrafter.get(path)).text, /Phụ lục I: Danh sách .*Phụ lục III: Bảng tọa độ/);
      assert.equal((await asDrafter.post(path, { remove: '2' })).to, path);
      const unsigned = await asDrafter.get(`${path}/2`);
      assert.deepEqual(Buffer.from(await unsigned.response.arrayBuffer()), map);
      await sign(world, press, id);
      assert.match((await attach(world, id, list, 'Muộn')).text, /đã được ký nên không thêm, bớt/);
      assert.doesNotMatch((await asDrafter.get(path)).html, /type="file"/);

      const { symbol, issued_on, ...numbered } = await world.as(clerk, now, (act) => numberPaper(act, id));
      const annexes = await world.look(systemAt(now), (look) => listAnnexes(look, id));
      const agency = { id: ward, name: numbered.agency_name, organisation: numbered.agency_name };
      const whole = { ...numbered, symbol: symbol ?? '', issued_on: issued_on ?? '' };
      const sealed = await numberAndSeal(press, whole, annexes, agency, new Date(now));
      await assert.rejects(
        world.as(clerk, now, (act) => issuePaper(act, id, { ...sealed, annexes: [] })),
        Conflict,
        'nothing is issued without what belongs to it',
      );
      await world.as(clerk, now, (act) => issuePaper(act, id, sealed));
      const steps = await world.look(systemAt(now), (look) => listSteps(look, id, 'inside'));
      assert.deepEqual(
        steps.map(({ act }) => act),
        [
          'paper.draft',
          ...Array.from({ length: 3 }, () => 'paper.annex'),
          'paper.annex-remove',
          'paper.sign',
          'paper.number',
          'paper.issue',
        ],
      );

      const shown = await (await visitor(world, clerk)).get(`/giay-to-da-cap/${id}`);
      assert.match(shown.text, /Phụ lục I: Danh sách .*Phụ lục II: Bảng tọa độ/);
      for (const n of [1, 2]) {
        const { response } = await asDrafter.get(`${path}/${n}`);
        const pdf = Buffer.from(await response.arrayBuffer());
        const { output } = judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': pdf });
        assert.equal(output.match(/Signature is Valid/g)?.length, 1, output);
        assert.match(output, /Total document signed/);
        const sound = judge('qpdf', ['--check', '{a.pdf}'], { 'a.pdf': pdf });
        assert.equal(sound.code, 0, sound.output);
        const words = [
          ...judge('pdftotext', ['-bbox', '-l', '1', '{a.pdf}', '-'], { 'a.pdf': pdf }).output.matchAll(
            /yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]+)</g,
          ),
        ].map(([, top, right, text]) => ({ text, top: Number(top), right: Number(right) / millimetre }));
        for (const text of [symbol, '+07:00']) {
          const found = words.find((one) => one.text === text && one.top < 20 * millimetre);
          assert.ok(found && Math.abs(210 - 15 - found.right) < 0.5, `${text} ends at ${found?.right} mm`);
        }
        const checked = await world.look({ ...systemAt(now), by: nobody }, (look) =>
          checkFile(look, pdf, null),
        );
        assert.ok(checked.kind === 'as-issued' && checked.checked.symbol === symbol);
        assert.match(checked.annex?.vi ?? '', n === 1 ? /^Phụ lục I: / : /^Phụ lục II: /);
      }
      await settle(world, signatureListeners(press.store, press.keyring), new Date(now));
      const hashes = sealed.annexes.map(({ stored }) => stored.hash);
      const verdicts = await world.look(systemAt(now), (look) => findSignatureVerdicts(look, hashes));
      assert.deepEqual(
        hashes.map((hash) => verdicts.get(hash)?.verdict),
        ['valid', 'valid'],
      );
    }),
  );

  it(
    'are refused: no PDF, signed, damaged, with a secret, and from others',
    rolledBack(async (world) => {
      const press = await made;
      const id = await draft(world);
      const signed = await press.store.read((await issued(world, press, now)).hash ?? '');
      const body = [{ kind: 'paragraph', text: 'TỐI MẬT' }];
      const data = { ...(templates.namedDocument.sample as object), body };
      const { pdf } = await typeset(templates.namedDocument, data as never, {
        date: '2026-11-20',
        author: 'x',
      });
      for (const [name, file, says] of [
        ['text', Buffer.from('phụ lục'), /phải là tệp PDF/],
        ['signed', signed, /đã có chữ ký số/],
        ['damaged', list.subarray(0, list.length >> 1), /bị hỏng hoặc có mật khẩu/],
        ['secret', Buffer.from(pdf), /bí mật nhà nước/],
      ] as const) {
        const { status, text } = await attach(world, id, file, 'Danh sách');
        assert.equal(status, 422, name);
        assert.match(text, says, name);
      }
      assert.match((await attach(world, id, list, '')).text, /Hãy nhập tên phụ lục/);
      const stranger: By = { ...drafter, powers: [{ role: 'case-officer', agency: owner, unit: null }] };
      assert.equal((await attach(world, id, list, 'Danh sách', stranger)).status, 403);
      assert.equal((await attach(world, id, list, 'Danh sách', leader)).status, 403);
      assert.deepEqual(await world.look(systemAt(now), (look) => listAnnexes(look, id)), []);
    }),
  );

  it(
    'of a paper that is corrected go over to the new one, and are signed anew under its number',
    rolledBack(async (world) => {
      await establishWard(world, now);
      const press = await made;
      const wrong = await issued(world, press, now, {}, { 'Danh sách': list, 'Bảng tọa độ': map });
      const asClerk = await visitor(world, clerk);
      const fields = { error: 'Đánh máy sai', note: 'Đính chính nơi sinh' };
      const { to } = await asClerk.post(`/giay-to-da-cap/${wrong.id}/dinh-chinh`, fields);
      const id = to!.split('/').at(-1)!;
      const path = `/giay-to-da-cap/${id}/phu-luc`;
      const unsigned = await asClerk.get(`${path}/1`);
      assert.equal(unsigned.response.headers.get('content-length'), String(list.length));
      assert.deepEqual(Buffer.from(await unsigned.response.arrayBuffer()), list);
      await asClerk.post(path, { remove: '2' });
      await attach(world, id, map, 'Bảng tọa độ mới', clerk);
      const asLeader = await visitor(world, leader);
      const kept =
        /Danh sách .*Giữ, ký lại với số mới .*Bảng tọa độ mới .*Thêm mới .*Bảng tọa độ .*Không còn/;
      assert.match((await asLeader.get(`/giay-to-da-cap/${id}/ky`)).text, kept);

      await sign(world, press, id);
      assert.match((await asClerk.get(`/giay-to-da-cap/${id}/phat-hanh`)).text, kept);
      assert.equal((await asClerk.post(`/giay-to-da-cap/${id}/phat-hanh`, {})).status, 303);
      const { symbol } = await world.look(systemAt(now), (look) => getPaper(look, id));
      assert.notEqual(symbol, wrong.symbol);
      const anew = Buffer.from(await (await asClerk.get(`${path}/1`)).response.arrayBuffer());
      const said = judge('pdftotext', ['{a.pdf}', '-'], { 'a.pdf': anew }).output;
      assert.ok(said.includes(`Số: ${symbol}`) && !said.includes(`Số: ${wrong.symbol}`), said.slice(0, 200));
      const [former] = await world.look(systemAt(now), (look) => listAnnexes(look, wrong.id));
      const checked = await world.look({ ...systemAt(now), by: nobody }, async (look) =>
        checkFile(look, await press.store.read(former?.hash ?? ''), null),
      );
      assert.ok(
        checked.kind === 'as-issued' && checked.checked.force === 'superseded',
        'the file of before has ended',
      );
    }),
  );

  it('are numbered in Roman numerals', () =>
    assert.deepEqual([1, 4, 9, 14, 20, 49].map(roman), ['I', 'IV', 'IX', 'XIV', 'XX', 'XLIX']));
});
