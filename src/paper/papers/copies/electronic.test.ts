/** Electronic copies from the click to the file, judged by programs of others (C6; Decree 30/2020, Annex I, part II, section I). */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { nobody, system, type By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { seat } from '../../../work/desk/fixtures.ts';
import { readPrograms } from '../../scanning/index.ts';
import { judge, missingTool, pem } from '../../signing/fixtures.ts';
import { verifyCommand } from '../../signing/index.ts';
import { close } from '../../typeset/index.ts';
import { checkFile, findChecked } from '../check/check.ts';
import { endPaper } from '../commands.ts';
import { clerk, establishWard, issued, leader, testPress, ward } from '../fixtures.ts';
import { papersRoom } from '../module.ts';
import type { Copy } from '../schema.ts';
import { listBook } from './queries.ts';
import { decision, judgeCopy, scanned, scannedPdf } from './testing.ts';

const now = '2026-11-20T09:00:00+07:00';
const missing =
  missingTool('pdfsig') || missingTool('qpdf') || missingTool('tesseract') || missingTool('pdftotext');

describe('electronic copies', { skip: missing }, () => {
  const made = testPress(now);
  let good: Buffer;
  before(async () => void (good = await scanned(200).jpeg().toBuffer()));
  after(async () => {
    await (await made).close();
    await close();
  });
  const visitor = async (world: TestWorld, by: By = clerk) =>
    visitorOf(world, papersRoom({ ...(await made), programs: readPrograms() }), now, by);

  /** The ward with its head, who decides. */
  async function withHead(world: TestWorld): Promise<By> {
    await establishWard(world, now);
    const { by } = await world.as(system, now, (act) =>
      seat(act, ward, 'Lê Ví Dụ', 'le.vidu.sao', ['leader']),
    );
    return by;
  }

  /** What was prepared is confirmed by the head and signed by the clerk; gives the page of the copy. */
  async function decided(
    world: TestWorld,
    head: By,
    { to, text }: { to: string | null; text: string },
  ): Promise<string> {
    assert.match(to ?? '', /^\/so-sao\/de-nghi\/[\w-]{36}$/, text);
    assert.equal((await (await visitor(world, head)).post(to!, { choice: 'approve' })).status, 303);
    const signed = await (await visitor(world)).post(to!, { choice: 'sign' });
    assert.match(signed.to ?? '', /^\/so-sao\/[\w-]{36}$/, signed.text);
    return signed.to!;
  }

  const book = (world: TestWorld): Promise<readonly Copy[]> =>
    world.look(systemAt(now), (look) => listBook(look, [ward], null));

  const fields = (authority: string) => ({
    agency: ward,
    title: 'Quyết định về việc phân công trực lễ',
    symbol: '12/QĐ-UBND',
    issuer: 'Ủy ban nhân dân xã Bến Mẫu',
    issuedOn: '05/11/2026',
    kind: 'full-copy',
    authority,
    reason: 'gửi Trạm y tế phường theo đề nghị',
  });

  /** Posts a file as the clerk does in the browser. */
  async function copyFile(
    world: TestWorld,
    file: Buffer,
    answers: Readonly<Record<string, string>>,
    name = 'van-ban.pdf',
    by: By = clerk,
  ) {
    const form = new FormData();
    for (const [field, value] of Object.entries(answers)) form.set(field, value);
    form.set('tep', new File([new Uint8Array(file)], name));
    return (await visitor(world, by)).post('/so-sao/moi', form);
  }

  async function download(world: TestWorld, copy: string): Promise<Buffer> {
    const { status, response } = await (await visitor(world)).get(`${copy}/tep`);
    assert.equal(status, 200);
    return Buffer.from(await response.arrayBuffer());
  }

  /** What `toantrinh verify` says of a file. */
  async function verified(pdf: Buffer): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-copy-'));
    const [root] = await (await made).keyring.roots();
    await writeFile(path.join(folder, 'a.pdf'), pdf);
    await writeFile(path.join(folder, 'root.pem'), pem(root!));
    const said: string[] = [];
    const io = { cwd: folder, out: (line: string) => void said.push(line), err: assert.fail };
    await verifyCommand(['a.pdf', '--json', '--root', 'root.pem'], io, new Date(now));
    await rm(folder, { recursive: true });
    return (JSON.parse(said[0]!) as { verdict: string }).verdict;
  }

  /** What all judges must say of a copy. */
  async function judged(pdf: Buffer, form: readonly string[], signatures: number): Promise<void> {
    judgeCopy(pdf, form, signatures);
    assert.equal(await verified(pdf), 'valid');
  }

  it(
    'of a paper that was issued here: signed over the file, numbered in the common book, verified by anybody',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const authority = head.person!;
      const paper = await issued(world, await made, now);
      const at = `/giay-to-da-cap/${paper.id}`;
      const asClerk = await visitor(world);
      await asClerk.post(`${at}/sao`, { kind: 'extract', part: 'Mục 1', reason: 'lưu' });
      assert.match((await asClerk.get(at)).html, new RegExp(`href="${at}/sao-dien-tu"`));
      assert.match((await asClerk.get(`${at}/sao-dien-tu`)).text, /Lê Ví Dụ \(TM\. ỦY BAN NHÂN DÂN/);
      const wish = { kind: 'full-copy', authority, reason: 'gửi Trường Mẫu' };
      const to = await decided(world, head, await asClerk.post(`${at}/sao-dien-tu`, wish));
      const pdf = await download(world, to);
      await judged(pdf, ['SAO', 'Y;'], 3);
      const [copy, before] = await book(world);
      assert.deepEqual(
        [before?.symbol?.split('/')[1], copy!.number! - before!.number!, copy?.symbol?.split('/')[1]],
        ['TrS', 1, 'SY'],
        'one series of numbers for copies of all kinds',
      );
      assert.match((await asClerk.get(to)).text, /Lê Ví Dụ \(TM\. .* Chữ ký .* Hợp lệ/);
      const checked = await world.look({ ...systemAt(now), by: nobody }, (look) =>
        Promise.all([findChecked(look, copy!.code), checkFile(look, pdf, null)]),
      );
      assert.deepEqual([checked[0]?.force, checked[0]?.copy?.symbol], ['in-force', copy?.symbol]);
      assert.equal(checked[1].kind, 'as-issued');
      const steps = await world.look(systemAt(now), (look) => listSteps(look, paper.id, 'party'));
      assert.equal(steps.at(-1)?.act, 'paper.full-copy');
      assert.match((await asClerk.get('/so-sao')).text, new RegExp(`${copy?.symbol} .*tệp ký số`));
      await world.as(leader, now, (act) => endPaper(act, paper.id, 'Cấp sai', null));
      const ended = await asClerk.post(`${at}/sao-dien-tu`, wish);
      assert.deepEqual([ended.status, /đã bị thu hồi/.test(ended.text)], [422, true]);
      const again = await copyFile(world, pdf, fields(authority));
      assert.deepEqual([again.status, /đã bị thu hồi|là một bản sao/.test(again.text)], [422, true]);
    }),
  );

  it(
    'of the scan of a paper document, entered with a record of its own',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const authority = head.person!;
      const pdf = await scannedPdf(good);
      const to = await decided(world, head, await copyFile(world, pdf, fields(authority)));
      const copy = await download(world, to);
      await judged(copy, ['SAO', 'Y'], 1);
      const said = judge('pdftotext', ['{a.pdf}', '-'], { 'a.pdf': copy }).output.replaceAll(/\s+/g, ' ');
      assert.match(said, /QUYẾT ĐỊNH/);
      const [entered] = await book(world);
      const anybody = await visitor(world, nobody);
      const shown = await anybody.get(`/xac-minh/${entered?.code}`);
      assert.match(shown.text, /Bến Mẫu .*12\/QĐ-UBND .*Sao y · \d+\/SY · Ủy ban nhân dân phường Sông Mẫu/);
      assert.doesNotMatch(shown.text, /Còn hiệu lực|So tên/);
      const steps = await world.look(systemAt(now), (look) => listSteps(look, entered!.id, 'party'));
      assert.deepEqual(
        steps.map(({ act }) => act),
        ['paper.full-copy'],
        'what the party sees',
      );
      const copied = await copyFile(world, copy, fields(authority));
      assert.deepEqual([copied.status, /là một bản sao/.test(copied.text)], [422, true]);
      const passedOn = await copyFile(world, copy, {
        ...fields(authority),
        kind: 'copy-of-copy',
        fullCopy: '01/SY',
      });
      assert.match(passedOn.text, /chỉ làm từ bản quét của bản sao y giấy/);
    }),
  );

  it(
    'of a full copy on paper: copied again, never as an original',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const authority = head.person!;
      const marked = await scanned(200, [...decision, 'SAO Y'])
        .jpeg()
        .toBuffer();
      const asFull = await copyFile(world, marked, fields(authority), 'sao-y.jpg');
      assert.match(asFull.text, /là một bản sao/);
      const wish = { ...fields(authority), kind: 'copy-of-copy', fullCopy: '05/SY, xã Bến Mẫu' };
      const to = await decided(world, head, await copyFile(world, marked, wish, 'sao-y.jpg'));
      await judged(await download(world, to), ['SAO', 'LỤC'], 1);
    }),
  );

  it(
    'is refused of what is no faithful scan, of secrets, without authority, and to others',
    rolledBack(async (world) => {
      const head = await withHead(world);
      const authority = head.person!;
      const grey = await sharp(good).keepExif().grayscale().toColourspace('b-w').jpeg().toBuffer();
      const table: readonly (readonly [string, Buffer, RegExp])[] = [
        ['grey PDF', await scannedPdf(grey), /không quét màu/],
        ['grey picture', grey, /không quét màu/],
        [
          '150 dpi PDF',
          await scannedPdf(await sharp(good).resize(1240).jpeg().toBuffer()),
          /chỉ có 150 điểm/,
        ],
        ['150 dpi picture', await sharp(good).withMetadata({ density: 150 }).jpeg().toBuffer(), /chỉ có 150/],
        ['photo', await sharp(good).withMetadata({ density: 72 }).jpeg().toBuffer(), /đúng cỡ 1:1/],
        ['text', Buffer.from('Quyết định'), /không phải PDF hay ảnh quét/],
        ['broken', good.subarray(0, 4000), /bị hỏng/],
        [
          'secret',
          await scannedPdf(
            await scanned(200, ['TUYỆT MẬT', ...decision])
              .jpeg()
              .toBuffer(),
          ),
          /bí mật nhà nước/,
        ],
      ];
      for (const [name, file, says] of table) {
        const { status, text } = await copyFile(world, file, fields(authority), 'tep.pdf');
        assert.equal(status, 422, name);
        assert.match(text, says, name);
      }
      const nobodys = await copyFile(world, good, fields(clerk.person!));
      assert.deepEqual([nobodys.status, /Hãy chọn người có thẩm quyền sao/.test(nobodys.text)], [422, true]);
      const { by: staff } = await world.as(system, now, (act) =>
        seat(act, ward, 'Phạm Thị Minh Hoạ', 'pham.minhhoa.sao', ['case-officer']),
      );
      const unauthorised = await copyFile(world, good, fields(staff.person!));
      assert.match(unauthorised.text, /chưa được giao ký văn bản/);
      const outsider: By = { ...clerk, powers: [{ role: 'case-officer', agency: ward, unit: null }] };
      assert.equal((await copyFile(world, good, fields(authority), 'a.jpg', outsider)).status, 403);
      assert.deepEqual(await book(world), [], 'nothing was entered');
    }),
  );
});
