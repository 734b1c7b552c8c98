/** Who prepares, who decides, who signs an electronic copy, and what an extract holds (Decree 30/2020, art. 25.3, 27, 32). */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { system, type By } from '../../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../../ground/db/testing.ts';
import { listSteps } from '../../../../ground/record/index.ts';
import { visitorOf } from '../../../../ground/web/testing.tsx';
import { listWorkOf } from '../../../../work/desk/index.ts';
import { seat } from '../../../../work/desk/fixtures.ts';
import { readPrograms } from '../../../scanning/index.ts';
import { judge, missingTool } from '../../../signing/fixtures.ts';
import { close } from '../../../typeset/index.ts';
import { endPaper } from '../../commands.ts';
import { clerk, establishWard, issued, leader, testPress, ward } from '../../fixtures.ts';
import { papersRoom } from '../../module.ts';
import { judgeCopy, scanned, scannedPdf } from '../testing.ts';
import { askAnew } from './commands.ts';
import { getOrder } from './queries.ts';

const now = '2026-11-20T09:00:00+07:00';
const missing =
  missingTool('pdfsig') || missingTool('qpdf') || missingTool('tesseract') || missingTool('pdfimages');

const poppler = 'pdfimages';

/** What the pictures in a PDF show, page by page, as `pdfimages` takes them out. */
function picturesIn(pdf: Buffer): readonly Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-extract-'));
  try {
    writeFileSync(path.join(folder, 'a.pdf'), pdf);
    const take = ['-all', path.join(folder, 'a.pdf'), path.join(folder, 'x')];
    assert.equal(spawnSync(poppler, take).status, 0);
    return readdirSync(folder)
      .filter((name) => name.startsWith('x'))
      .toSorted()
      .map((name) => readFileSync(path.join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The darkest dot of a band of a picture of an A4 page, 0 to 255; millimetres. */
async function darkest(picture: Buffer, from: number, to: number): Promise<number> {
  const { width, height } = await sharp(picture).metadata();
  const dots = height / 297;
  const band = { left: 0, top: Math.round(from * dots), width, height: Math.round((to - from) * dots) };
  const part = await sharp(picture).extract(band).greyscale().png().toBuffer();
  return (await sharp(part).stats()).channels[0]!.min;
}

describe('electronic copies before they are signed', { skip: missing }, () => {
  const made = testPress(now);
  let scan: Buffer;
  let twoPages: Buffer;
  before(async () => {
    const second = await scanned(200, ['Điều 2. Phần trích', 'Điều 3. Phần giữ lại', 'CHỦ TỊCH Nguyễn Mẫu'])
      .jpeg()
      .toBuffer();
    const first = await scanned(200).jpeg().toBuffer();
    [scan, twoPages] = [await scannedPdf(first), await scannedPdf(first, second)];
  });
  after(async () => {
    await (await made).close();
    await close();
  });

  const visitor = async (world: TestWorld, by: By = clerk) =>
    visitorOf(world, papersRoom({ ...(await made), programs: readPrograms() }), now, by);

  /** The ward with its head. */
  async function withHead(world: TestWorld): Promise<By> {
    await establishWard(world, now);
    return (await world.as(system, now, (act) => seat(act, ward, 'Lê Ví Dụ', 'le.vidu.lenh', ['leader']))).by;
  }

  async function prepare(world: TestWorld, authority: By, answers = {}, by: By = clerk, file = scan) {
    const form = new FormData();
    const fields: Record<string, string> = {
      agency: ward,
      title: 'Quyết định về việc trực lễ',
      symbol: '12/QĐ-UBND',
      issuer: 'UBND xã Bến Mẫu',
      kind: 'full-copy',
      authority: authority.person!,
      reason: 'gửi Trạm y tế',
      ...answers,
    };
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('tep', new File([new Uint8Array(file)], 'van-ban.pdf'));
    const reply = await (await visitor(world, by)).post('/so-sao/moi', form);
    assert.equal(reply.status, 303, reply.text);
    return reply.to!.replace('/phan-trich', '');
  }

  const orderOf = (world: TestWorld, at: string) =>
    world.look(systemAt(now), (look) => getOrder(look, at.split('/').at(-1)!));
  const workOf = (world: TestWorld, at: string) =>
    world.look(systemAt(now), (look) => listWorkOf(look, at.split('/').at(-1)!));
  const stepsOf = async (world: TestWorld, at: string) =>
    (await world.look(systemAt(now), (look) => listSteps(look, at.split('/').at(-1)!, 'inside'))).map(
      ({ act }) => act,
    );

  it(
    'are prepared by the clerk, confirmed by whoever has the authority, and only then signed',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const at = await prepare(world, head);
      const [asClerk, asHead] = [await visitor(world), await visitor(world, head)];
      const [work] = await workOf(world, at);
      assert.deepEqual([work?.room, work?.kind, work?.holder], ['copies', 'decide', head.account]);
      for (const choice of ['approve', 'sign', 'refuse'])
        assert.equal(
          (await asClerk.post(at, { choice, why: 'x' })).status,
          403,
          `the clerk may not: ${choice}`,
        );
      const file = await asHead.get(`${at}/tep`);
      assert.equal(file.status, 200, 'who decides sees the very file');
      assert.match((await asHead.get(at)).text, /Bạn quyết định với tư cách: TM\. .*Lê Ví Dụ/);
      assert.equal((await asHead.post(at, { choice: 'approve' })).status, 303);
      assert.deepEqual(
        (await workOf(world, at)).map(({ kind, role }) => [kind, role]),
        [['sign', 'clerk']],
      );
      assert.equal((await asHead.post(at, { choice: 'sign' })).status, 403, 'the seal is the clerk’s');
      const { to } = await asClerk.post(at, { choice: 'sign' });
      const copy = await (await asClerk.get(`${to}/tep`)).response.arrayBuffer();
      const seen = Buffer.from(await file.response.arrayBuffer());
      assert.deepEqual(Buffer.from(copy).subarray(0, seen.length), seen, 'what was seen is what is signed');
      assert.deepEqual(await workOf(world, at), []);
      assert.deepEqual(await stepsOf(world, at), ['copy.prepare', 'copy.approve', 'paper.full-copy']);
      assert.equal((await asClerk.post(at, { choice: 'sign' })).status, 403, 'signed once');
      assert.match((await asClerk.get(to!)).text, /Lê Ví Dụ \(TM\./);
    }),
  );

  it(
    'are decided on in one step by who prepares them with the authority',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const at = await prepare(world, head, {}, head);
      assert.equal((await orderOf(world, at)).state, 'approved');
      assert.deepEqual(
        (await workOf(world, at)).map(({ kind }) => kind),
        ['sign'],
      );
      assert.deepEqual(await stepsOf(world, at), ['copy.prepare', 'copy.approve']);
    }),
  );

  it(
    'are refused with a reason, withdrawn, and hidden from others',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const [asClerk, asHead] = [await visitor(world), await visitor(world, head)];
      const at = await prepare(world, head);
      assert.match((await asHead.post(at, { choice: 'refuse' })).text, /Hãy ghi lý do/);
      assert.equal((await asHead.post(at, { choice: 'refuse', why: 'Chưa rõ người nhận' })).status, 303);
      assert.match((await asClerk.get('/so-sao')).text, /Không đồng ý .*Chưa rõ người nhận/);
      assert.equal((await asClerk.post(at, { choice: 'sign' })).status, 403);
      assert.deepEqual(await workOf(world, at), []);
      const second = await prepare(world, head);
      assert.equal((await asClerk.post(second, { choice: 'withdraw' })).status, 303);
      assert.equal((await asHead.post(second, { choice: 'approve' })).status, 403);
      const { by: stranger } = await world.as(system, now, (act) =>
        seat(act, ward, 'Phạm Thị Minh Hoạ', 'pham.minhhoa.lenh', ['case-officer']),
      );
      const outside = await visitor(world, stranger);
      for (const one of [second, `${second}/tep`, `${second}/trang/1`, `${second}/phan-trich`])
        assert.equal((await outside.get(one)).status, 403, one);
    }),
  );

  it(
    'are decided on anew when another agency takes over',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const at = await prepare(world, head);
      await (await visitor(world, head)).post(at, { choice: 'approve' });
      const { id, agency_name: name } = await orderOf(world, at);
      await world.as(system, now, (act) => askAnew(act, id, { id: ward, name: { vi: name, en: name } }));
      assert.equal((await orderOf(world, at)).state, 'asked');
      assert.deepEqual(
        (await workOf(world, at)).map(({ kind, holder }) => [kind, holder]),
        [['decide', null]],
      );
    }),
  );

  it(
    'hold of an extract the chosen parts alone: no word and no dot of the rest is in the file',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const at = await prepare(world, head, { kind: 'extract', part: 'Điều 2' }, clerk, twoPages);
      const asClerk = await visitor(world);
      const parts = `${at}/phan-trich`;
      assert.match((await asClerk.get(parts)).html, new RegExp(`<image href="${at}/trang/1"`));
      assert.equal((await asClerk.get(`${at}/trang/2`)).response.headers.get('content-type'), 'image/jpeg');
      assert.equal((await asClerk.get(`${at}/trang/3`)).status, 404);
      assert.match(
        (await asClerk.post(parts, { choice: 'make', page: '1' })).text,
        /Hãy chọn phần cần trích/,
      );
      const second = { choice: 'add', page: '2', from: '25', to: '42' };
      assert.match((await asClerk.post(parts, { ...second, to: '300' })).text, /chỉ cao 298 mm/);
      assert.match((await asClerk.post(parts, { ...second, to: '' })).text, /Hãy nhập chỗ kết thúc/);
      for (const band of [
        second,
        { choice: 'add', page: '2', from: '55', to: '68' },
        { choice: 'add-page', page: '2' },
      ])
        assert.equal((await asClerk.post(parts, band)).to, `${parts}?trang=2`);
      assert.deepEqual(
        (await orderOf(world, at)).bands,
        [{ page: 2, from: 0, to: 298 }],
        'what touches is one',
      );
      await asClerk.post(parts, { choice: 'remove', page: '2', n: '0' });
      for (const band of [second, { choice: 'add', page: '2', from: '55', to: '68' }])
        await asClerk.post(parts, band);
      assert.match(
        (await asClerk.post(parts, { choice: 'make', page: '2' })).text,
        /phải có phần đầu văn bản/,
      );
      await asClerk.post(parts, { choice: 'add', page: '1', from: '0', to: '70' });
      assert.equal((await asClerk.post(parts, { choice: 'make', page: '1' })).to, at);
      assert.match((await asClerk.post(at, { choice: 'send' })).text, /đánh dấu là bản trích có đủ thể thức/);
      assert.equal((await asClerk.post(at, { choice: 'send', whole: 'yes' })).status, 303);
      assert.equal(
        (await asClerk.post(parts, { choice: 'add-page', page: '2' })).status,
        409,
        'fixed once sent',
      );
      await (await visitor(world, head)).post(at, { choice: 'approve' });
      const { to, text } = await asClerk.post(at, { choice: 'sign' });
      assert.ok(to, text);
      const copy = Buffer.from(await (await asClerk.get(`${to}/tep`)).response.arrayBuffer());
      judgeCopy(copy, ['TRÍCH', 'SAO'], 1);
      const said = judge('pdftotext', ['{a.pdf}', '-'], { 'a.pdf': copy }).output;
      for (const words of [/QUYẾT ĐỊNH/, /Điều 2/, /CHỦ TỊCH/]) assert.match(said, words);
      assert.doesNotMatch(said, /Điều 3|giữ lại|phân công/);
      const table = judge('pdfimages', ['-list', '{a.pdf}'], { 'a.pdf': copy }).output;
      assert.match(table, /image\s+\d+\s+\d+\s+(?:rgb|icc)\s+3/, 'in colour');
      const [first, last, ...more] = picturesIn(copy);
      assert.deepEqual(more, [], 'one picture a page');
      assert.ok((await sharp(first).metadata()).height / (297 / 25.4) >= 200, 'at least 200 dpi');
      assert.ok((await darkest(first!, 30, 70)) < 100, 'the head is there');
      for (const [picture, from, to] of [
        [first!, 71.5, 180],
        [first!, 188, 296],
        [last!, 0, 24],
        [last!, 43.5, 47],
        [last!, 50, 53.5],
        [last!, 69.5, 180],
      ] as const)
        assert.ok((await darkest(picture, from, to)) > 240, `nothing is left between ${from} and ${to} mm`);
      assert.match((await asClerk.get(to)).text, /trang 1 \(0–70 mm\), trang 2 \(25–42 mm, 55–68 mm\)/);
    }),
  );

  it(
    'of an issued paper hold no data that is attached to it, and nothing when it is revoked meanwhile',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const paper = await issued(world, await made, now);
      const asClerk = await visitor(world);
      const asked = { kind: 'extract', authority: head.person!, part: 'Phần đầu', reason: 'gửi Trường Mẫu' };
      const parts = (await asClerk.post(`/giay-to-da-cap/${paper.id}/sao-dien-tu`, asked)).to!;
      await asClerk.post(parts, { choice: 'add', page: '1', from: '0', to: '100' });
      const at = (await asClerk.post(parts, { choice: 'make', page: '1' })).to!;
      const file = Buffer.from(await (await asClerk.get(`${at}/tep`)).response.arrayBuffer());
      const attached = judge('pdfdetach', ['-list', '{a.pdf}'], { 'a.pdf': file }).output;
      assert.match(attached, /^0 embedded files/);
      assert.match(judge('pdftotext', ['{a.pdf}', '-'], { 'a.pdf': file }).output, /KHAI SINH/);
      await asClerk.post(at, { choice: 'send', whole: 'yes' });
      await (await visitor(world, head)).post(at, { choice: 'approve' });
      await world.as(leader, now, (act) => endPaper(act, paper.id, 'Cấp sai', null));
      const ended = await asClerk.post(at, { choice: 'sign' });
      assert.deepEqual([ended.status, /đã bị thu hồi/.test(ended.text)], [422, true]);
    }),
  );
});
