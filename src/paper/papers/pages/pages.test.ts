import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { nobody, type By } from '../../../ground/db/act.ts';
import { render } from 'preact-render-to-string';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { listLooks } from '../../../ground/record/index.ts';
import type { Page, View } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { close } from '../../typeset/index.ts';
import { endPaper } from '../commands.ts';
import { listCopies } from '../copies/queries.ts';
import { clerk, establishWard, issued, leader, owner, testPress } from '../fixtures.ts';
import type { Press } from '../lay-out.ts';
import { papersRoom } from '../module.ts';
import { signAsLeader } from '../press.ts';
import type { Paper } from '../schema.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';

const now = '2026-11-20T09:00:00+07:00';
/** An outside judge: finds the words of a PDF. */
const PDFTOTEXT = 'pdftotext';

type Showing = Page & {
  readonly show: (visit: Visit, posted: object, gathered: unknown) => Promise<View>;
};

describe('pages of papers', () => {
  const made = testPress(now);
  after(async () => {
    await (await made).close();
    await close();
  });
  const visitor = async (world: TestWorld, by: By = nobody) =>
    visitorOf(world, papersRoom(await made), now, by);

  it(
    'check a code for anybody, however it is typed, and show no name',
    rolledBack(async (world) => {
      const paper = await issued(world, await made, now);
      const anybody = await visitor(world);
      const spaced = encodeURIComponent(`${paper.code.slice(0, 4)} ${paper.code.slice(4).toLowerCase()}`);
      for (const path of [`/xac-minh/${paper.code}`, `/xac-minh?ma=${spaced}`]) {
        const { status, text } = await anybody.get(path);
        assert.equal(status, 200);
        assert.match(text, /Còn hiệu lực .*Giấy khai sinh .*Ủy ban nhân dân phường Sông Mẫu/);
        assert.doesNotMatch(text, /Thí Dụ/);
      }
      assert.match((await anybody.get('/xac-minh/222222222222')).text, /Không có giấy tờ nào mang mã này/);
      assert.match((await anybody.get('/xac-minh')).text, /Bằng mã in trên giấy/);
    }),
  );

  it(
    'publish the keys, and check a statement with them alone',
    rolledBack(async (world) => {
      const press = await made;
      const paper = await issued(world, press, now);
      const anybody = await visitor(world);
      const { response } = await anybody.get('/xac-minh/khoa');
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      const { keys } = (await response.json()) as { keys: { kty: string; alg: string; name: string }[] };
      assert.deepEqual(
        keys.map(({ kty, alg, name }) => [kty, alg, name]),
        [['EC', 'ES256', paper.agency_name]],
      );
      const { check } = await signAsLeader(
        press,
        paper,
        { id: 'x', name: 'x', organisation: 'x' },
        new Date(now),
      );
      const said = (square: string) => anybody.get(`/xac-minh/ngoai-tuyen?doc=${encodeURIComponent(square)}`);
      assert.match((await said(check ?? '')).text, /Lời chứng trong mã QR là thật .*Giấy khai sinh/);
      assert.match(
        (await said((check ?? '').replace('birth', 'death'))).text,
        /Lời chứng trong mã QR là giả/,
      );
      assert.match((await said('xin chào')).text, /không có lời chứng/);
      const online = await anybody.get(new URL(check ?? '').pathname + new URL(check ?? '').search);
      assert.match(online.text, /Lời chứng trong mã QR là thật .*Còn hiệu lực/);
    }),
  );

  /** What a page that only shows says to somebody who posts to it. */
  const showing = (world: TestWorld, press: Press) => {
    const pages = new Map(papersRoom(press).pages.map((one) => [one.path, one as Showing]));
    const show = async (path: string, posted: object, gathered: unknown = null): Promise<string> => {
      const view = await world.look({ ...systemAt(now), by: nobody }, (look) =>
        pages
          .get(path)!
          .show({ look, by: nobody, now: new Date(now), lang: 'vi', csrf: '' } as Visit, posted, gathered),
      );
      return render(view.body)
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ');
    };
    const upload = (file: Buffer, code = '') =>
      show('/xac-minh', { tep: { name: 'giay.pdf', bytes: file }, 'ma-tep': code });
    return { paths: [...pages.keys()], show, upload };
  };

  it(
    'say of the file of a superseded or revoked result that it is genuine and no longer in force',
    rolledBack(async (world) => {
      const press = await made;
      const wrong = await issued(world, press, now);
      const right = await issued(world, press, now);
      const { upload } = showing(world, press);
      const fileOf = (paper: Paper) => press.store.read(paper.hash ?? '');
      assert.match(await upload(await fileOf(wrong)), /đúng nguyên như văn bản đã cấp .*Còn hiệu lực/);
      await world.as(leader, now, (act) => endPaper(act, wrong.id, 'Sai ngày sinh', right.id));
      const said = await upload(await fileOf(wrong));
      assert.match(said, /đúng nguyên như văn bản đã cấp .*Đã được thay thế/);
      assert.ok(said.includes(right.symbol ?? 'none'), 'it names the paper in its place');
      assert.doesNotMatch(said, /Còn hiệu lực|Thí Dụ|Sai ngày sinh/, 'no more than the verifier has in hand');
      assert.match(await upload(await fileOf(right)), /Còn hiệu lực/);
      await world.as(leader, now, (act) => endPaper(act, right.id, 'Cấp sai', null));
      assert.match(await upload(await fileOf(right)), /đúng nguyên như văn bản đã cấp .*Đã thu hồi/);
    }),
  );

  it(
    'compare a file and a name in memory, and keep nothing',
    rolledBack(async (world) => {
      const press = await made;
      const paper = await issued(world, press, now);
      const { paths, show, upload } = showing(world, press);
      const bytes = await press.store.read(paper.hash ?? '');
      const changed = Buffer.from(bytes);
      changed[bytes.length >> 1]! ^= 1;
      assert.match(await upload(bytes), /Tệp đúng nguyên như văn bản đã cấp .*Hợp lệ .*Lê Ví Dụ .*Hợp lệ/);
      assert.match(await upload(changed, ` ${paper.code.toLowerCase()} `), /Tệp khác với .*Không hợp lệ/);
      assert.match(await upload(Buffer.from('%PDF-1.4')), /không phải văn bản do hệ thống này cấp/);
      const hash = createHash('sha256').update(changed).digest('hex');
      assert.equal(await press.store.sizeOf(hash), null, 'nothing is kept');
      const codePage = paths.find((path) => path.startsWith('/xac-minh/:code')) ?? '';
      const found = { code: paper.code, checked: null, statement: null };
      const named = (ten: string) =>
        show(codePage, { ten }, { ...found, checked: { title: '', issuer: '', force: 'in-force' } });
      assert.match(await named('Nguyễn Thị Mai Thí Dụ'), /Giấy đã cấp có đúng tên này/);
      assert.match(await named('Nguyễn Thị Khác'), /Giấy đã cấp không có tên này/);
    }),
  );

  it(
    'let officers of the agency look after its papers, nobody else; looks are recorded',
    rolledBack(async (world) => {
      const paper = await issued(world, await made, now);
      const path = `/giay-to-da-cap/${paper.id}`;
      const stranger: By = { ...clerk, powers: [{ role: 'clerk', agency: owner, unit: null }] };
      assert.equal((await (await visitor(world, stranger)).get(path)).status, 403);
      assert.equal((await (await visitor(world)).get(path)).to, '/dang-nhap');
      const list = await (await visitor(world, clerk)).get('/giay-to-da-cap?q=giấy khai');
      assert.match(list.text, new RegExp(paper.symbol ?? 'none'));
      assert.match(
        (await (await visitor(world, stranger)).get('/giay-to-da-cap')).text,
        /Chưa có giấy tờ nào/,
      );
      assert.equal((await (await visitor(world, clerk)).get(path)).status, 200);
      const looks = await world.as(clerk, now, (act) => listLooks(act, owner));
      assert.deepEqual(
        looks.map(({ name, item }) => [name, item]),
        [[clerk.name, paper.id]],
      );
    }),
  );

  it(
    'revoke only for the leader, with a reason; the clerk records copies',
    rolledBack(async (world) => {
      const paper = await issued(world, await made, now);
      const path = `/giay-to-da-cap/${paper.id}`;
      const asClerk = await visitor(world, clerk);
      const asLeader = await visitor(world, leader);
      assert.equal((await asClerk.post(`${path}/thu-hoi`, { reason: 'x' })).status, 403);
      assert.equal((await asLeader.post(`${path}/thu-hoi`, { reason: '' })).status, 422);
      assert.equal((await asLeader.post(`${path}/sao`, { kind: 'conversion', reason: 'x' })).status, 403);
      assert.equal((await asClerk.post(`${path}/sao`, { kind: 'extract', reason: 'x' })).status, 422);
      assert.equal((await asClerk.post(`${path}/sao`, { kind: 'conversion', reason: 'x' })).to, path);
      assert.equal((await asLeader.post(`${path}/thu-hoi`, { reason: 'Cấp sai' })).to, path);
      assert.match((await (await visitor(world)).get(`/xac-minh/${paper.code}`)).text, /Đã thu hồi/);
    }),
  );

  it(
    'print the closing sheet of each kind of copy for the clerk, with a code that verifies',
    { skip: spawnSync(PDFTOTEXT, ['-v']).error && 'pdftotext is not installed' },
    rolledBack(async (world) => {
      const paper = await issued(world, await made, now);
      const path = `/giay-to-da-cap/${paper.id}`;
      const asClerk = await visitor(world, clerk);
      const printed = async (fields: Readonly<Record<string, string>>): Promise<string> => {
        assert.equal(
          (await asClerk.post(`${path}/sao`, { reason: 'nộp hồ sơ nhập học', ...fields })).to,
          path,
        );
        const copies = await world.look(systemAt(now), (look) => listCopies(look, paper.id));
        const copy = copies.find(({ kind }) => kind === fields['kind']);
        const { response } = await asClerk.get(`${path}/sao/${copy?.id}`);
        assert.equal(response.headers.get('content-type'), 'application/pdf');
        const pdf = Buffer.from(await response.arrayBuffer());
        const words = spawnSync(PDFTOTEXT, ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout;
        assert.match((await (await visitor(world)).get(`/xac-minh/${copy?.code}`)).text, /Còn hiệu lực/);
        assert.match(words, new RegExp(copy?.code ?? 'none'));
        return words.normalize('NFC').replaceAll(/\s+/g, ' ');
      };
      assert.match(await printed({ kind: 'full-copy' }), /SAO Y .*toàn bộ nội dung.*Giấy khai sinh/i);
      const extract = await printed({ kind: 'extract', part: 'Mục 1' });
      assert.match(extract, /TRÍCH SAO .*Phần được trích: Mục 1/i);
      const conversion = await printed({ kind: 'conversion' });
      assert.match(conversion, /CHUYỂN ĐỔI.*Người thực hiện: Trần Thị Mẫu .*NGƯỜI CHUYỂN ĐỔI/i);
      await asClerk.post(`${path}/sao`, { kind: 'printed-original', reason: 'theo yêu cầu' });
      const copies = await world.look(systemAt(now), (look) => listCopies(look, paper.id));
      const print = copies.find(({ kind }) => kind === 'printed-original');
      assert.equal((await asClerk.get(`${path}/sao/${print?.id}`)).status, 404);
      assert.equal((await (await visitor(world, leader)).get(`${path}/sao/${print?.id}`)).status, 403);
    }),
  );

  it(
    'refuse a correction that changes nothing, breaks the form, or carries a secret',
    rolledBack(async (world) => {
      await establishWard(world, now);
      const paper = await issued(world, await made, now);
      const path = `/giay-to-da-cap/${paper.id}/dinh-chinh`;
      const asClerk = await visitor(world, clerk);
      const tried = async (fields: Readonly<Record<string, string>>) => {
        const { status, text } = await asClerk.post(path, { error: 'Đánh máy sai', ...fields });
        return `${status} ${text}`;
      };
      assert.match(await tried({}), /^422 .*Chưa có nội dung nào được sửa/);
      assert.match(await tried({ 'child.birthDate': 'hôm qua' }), /^422/);
      assert.match(await tried({ note: 'TỐI MẬT' }), /^422 .*bí mật nhà nước/);
      assert.match(await tried({ note: 'Đính chính nơi sinh' }), /^303/);
    }),
  );
});
