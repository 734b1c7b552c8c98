import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { nobody, type By } from '../../../ground/db/act.ts';
import { send } from '../../../ground/db/connect.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import type { TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { LARGEST_FILE, listFiles } from '../../../ground/files/index.ts';
import { filesRoom } from '../../../ground/files/module.ts';
import { findArrivalOf } from '../../../outside/exchange/index.ts';
import { lookAt, minutes } from '../../../outside/exchange/fixtures.ts';
import { issued, testPress } from '../../../paper/papers/fixtures.ts';
import { listWorkOf } from '../../../work/desk/index.ts';
import { deskRoom } from '../../../work/desk/module.ts';
import { agencyOfPlace, findAgencyByIdentifier } from '../../../world/agencies/index.ts';
import { findPersonByNumber } from '../../../world/people/index.ts';
import { dossierPage } from '../pages/dossier.tsx';
import { dossierHandover } from '../handover.ts';
import { findByCode, findDossier } from '../load.ts';
import { listComponents } from '../queries.ts';
import { filed, onSample } from '../testing/filed-at-portal.ts';

const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');

const codes = async (world: TestWorld, code: string) => findByCode(lookAt(world), code);

describe('dossiers from the national portal', () => {
  it(
    'are taken in once, with their code and files, on the same intake clock, and the portal sees their state',
    onSample(async (world, { simulator, room }) => {
      simulator.faults.twice = true;
      simulator.faults.noFiles = true;
      assert.equal(await simulator.file(filed, { 'Giấy chứng sinh.pdf': pdf }), 200);
      const arrived = Date.now();
      await settle(world, room.listeners, minutes(0));
      assert.equal(await codes(world, filed.MaHoSo), null, 'its files are not there yet');
      simulator.faults.noFiles = false;
      await settle(world, room.listeners, minutes(90));
      const id = (await codes(world, filed.MaHoSo))!;
      const dossier = (await findDossier(lookAt(world), id))!;
      assert.deepEqual(
        [dossier.code, dossier.state, dossier.channel, dossier.answers['childName']],
        [filed.MaHoSo, 'submitted', 2, 'Phan An Thí Dụ'],
      );
      assert.ok(
        Math.abs(dossier.submitted_at.getTime() - arrived) < 60_000,
        'the clock runs from arrival, not from when files came',
      );
      assert.equal(dossier.applicant, (await findPersonByNumber(lookAt(world), filed.SoGiayToChuHoSo))?.id);
      const [paper, ...others] = await listComponents(lookAt(world), id);
      assert.deepEqual([paper?.name, others], ['Giấy chứng sinh.pdf', []]);
      assert.equal((await listFiles(lookAt(world), [paper!.file!]))[0]?.size, pdf.length);
      await simulator.file(filed);
      await settle(world, room.listeners, minutes(95));
      const same = await send(world.tx, 'select id from dossiers.dossiers where code = $1', [filed.MaHoSo]);
      assert.equal(same.length, 1);
      const there = simulator.books.get(filed.MaHoSo);
      assert.deepEqual(
        [there?.dossier['NoiNopHoSo'], there?.dossier['TrangThaiHoSo'], there?.steps.length],
        ['1', '1', 1],
      );
      assert.deepEqual(
        [there?.dossier['MaLinhVuc'], there?.dossier['TenLinhVuc']],
        ['G15-TP07', 'Hộ tịch'],
        'the field of the procedure, by its national code',
      );
    }),
  );

  it(
    'with a state secret among its files are refused, its bytes are erased, and the portal is told why',
    onSample(async (world, { simulator, room, store }) => {
      const secret = Buffer.from('UBND TỈNH\nTUYỆT MẬT\nSố: 01/BC\n');
      const field = { MaLinhVuc: 'G15-TP07', TenLinhVuc: 'Hộ tịch' };
      await simulator.file({ ...filed, ...field }, { 'Giấy chứng sinh.pdf': pdf, 'Báo cáo.txt': secret });
      await settle(world, [...room.listeners, ...filesRoom({ store, clamd: null }).listeners], minutes(0));
      assert.equal(await codes(world, filed.MaHoSo), null);
      const [refused] = await send<{ state: string; problem: string }>(
        world.tx,
        'select state, problem from exchange.arrivals',
      );
      assert.equal(refused?.state, 'refused');
      assert.match(refused?.problem ?? '', /^Tệp “Báo cáo.txt”: Trong tệp có dấu mật/);
      assert.equal(await store.sizeOf(createHash('sha256').update(secret).digest('hex')), null);
      const { TrangThaiHoSo, GhiChu, TaiLieuNop, MaLinhVuc } = simulator.books.get(filed.MaHoSo)!.dossier;
      assert.deepEqual([TrangThaiHoSo, GhiChu, TaiLieuNop], ['3', refused?.problem, []]);
      assert.equal(MaLinhVuc, 'G15-TP07', 'as the portal said itself');
    }),
  );

  it(
    'with a paper whose signature is broken are refused in words, as they would be here',
    onSample(async (world, { simulator, room, store }) => {
      const press = await testPress(new Date().toISOString());
      try {
        const { hash } = await issued(world, press, new Date().toISOString());
        const signed = Buffer.from(await press.store.read(hash ?? ''));
        const broken = Buffer.from(signed);
        broken[signed.length >> 1]! ^= 1;
        await simulator.file(filed, { 'Giấy chứng sinh.pdf': broken });
        await settle(world, room.listeners, minutes(0));
        assert.equal(await codes(world, filed.MaHoSo), null);
        const [refused] = await send<{ state: string; problem: string }>(
          world.tx,
          'select state, problem from exchange.arrivals',
        );
        assert.equal(refused?.state, 'refused');
        assert.match(refused?.problem ?? '', /^Tệp “Giấy chứng sinh.pdf”: Chữ ký số của tệp không hợp lệ/);
        await simulator.file({ ...filed, MaHoSo: 'G22.99-261121-000124' }, { 'Giấy chứng sinh.pdf': signed });
        await settle(world, room.listeners, minutes(1));
        const [paper] = await listComponents(lookAt(world), (await codes(world, 'G22.99-261121-000124'))!);
        assert.deepEqual(Buffer.from(await store.read(paper?.hash ?? '')), signed);
      } finally {
        await press.close();
      }
    }),
  );

  it(
    'of unknown procedures and agencies are refused in words; files of other sites are never fetched',
    onSample(async (world, { simulator, room }) => {
      await simulator.file({ ...filed, MaHoSo: 'X-1', MaTTHC: '9.999999' });
      await simulator.file({ ...filed, MaHoSo: 'X-2', MaDonViXuLy: 'H98.77' });
      await simulator.file({
        ...filed,
        MaHoSo: 'X-3',
        TaiLieuNop: [{ TenTepDinhKem: 'bí mật', DuongDanTaiTepTin: 'http://127.0.0.1:1/noi-bo' }],
      });
      await settle(world, room.listeners, minutes(1));
      const arrivals = await send<{ code: string; state: string; problem: string | null }>(
        world.tx,
        `select code, state, problem from exchange.arrivals order by code`,
      );
      assert.deepEqual(
        arrivals.map(({ code, state, problem }) => `${code} ${state}: ${problem}`),
        [
          'X-1 refused: Tỉnh không có thủ tục này.',
          'X-2 refused: Không xác định được cơ quan giải quyết.',
          'X-3 taken: Không tải được tệp: bí mật (địa chỉ tệp không thuộc Cổng quốc gia)',
        ],
      );
      assert.deepEqual(await listComponents(lookAt(world), (await codes(world, 'X-3'))!), []);

      // Mended at the portal and sent again, twice: taken in, once.
      for (let times = 0; times < 2; times++) await simulator.file({ ...filed, MaHoSo: 'X-1' });
      await settle(world, room.listeners, minutes(2));
      assert.equal((await findDossier(lookAt(world), (await codes(world, 'X-1'))!))?.state, 'submitted');
      const [again] = await send<{ state: string; problem: string | null }>(
        world.tx,
        `select state, problem from exchange.arrivals where code = 'X-1'`,
      );
      assert.deepEqual(again, { state: 'taken', problem: null });
    }),
  );

  it(
    'say on their page where they were filed; sent again they change nothing, and another content is answered and told',
    onSample(async (world, { simulator, room }) => {
      const { accounts } = simulator;
      const sent = async (fields: Readonly<Record<string, unknown>>, session: string) => {
        const [one] = room.apis;
        const read = one!.input!.read({ session, madonvi: 'H99', service: 'GuiHoSo', data: fields });
        assert.ok('value' in read);
        let said: unknown;
        await world.as(nobody, new Date(), async (act) => {
          said = await one!.act!(act, read.value, null as never);
        });
        return said;
      };
      const { vneid = '' } = accounts.portal.incoming;
      const shuffled = Object.fromEntries(Object.entries(filed).reverse());
      for (const same of [filed, shuffled, filed])
        assert.deepEqual(await sent(same, vneid), { error_code: '0' });
      await settle(world, room.listeners, minutes(0));
      const id = (await codes(world, filed.MaHoSo))!;
      assert.deepEqual(await sent(shuffled, vneid), { error_code: '0' });
      const page = async () => {
        const { agency } = (await findDossier(lookAt(world), id))!;
        const powers = [{ role: 'case-officer', agency, unit: null }];
        const officer: By = { ...nobody, kind: 'officer', name: 'Hồ Thị Ví Von', powers };
        return (
          await visitorOf(world, { pages: [dossierPage(async () => false)] }, new Date(), officer).get(
            `/ho-so/${filed.MaHoSo}`,
          )
        ).text;
      };
      assert.match(await page(), /Nộp tại[\s\S]*Ứng dụng VNeID/);
      assert.doesNotMatch(await page(), /nội dung khác/);
      const other = (await sent({ ...filed, ThongTinKhac: '{}' }, vneid)) as Record<string, string>;
      assert.equal(other['error_code'], '409');
      assert.match(other['message']!, /đã được nhận với nội dung khác/);
      assert.equal((await findDossier(lookAt(world), id))?.answers['childName'], 'Phan An Thí Dụ');
      assert.match(await page(), /nội dung khác/);
      await assert.rejects(sent(filed, 'không ai biết'), /The session is not valid/);
    }),
  );

  it(
    'before they are taken in, are what was sent last',
    onSample(async (world, { simulator, room }) => {
      await simulator.file(filed);
      await simulator.file({ ...filed, ThongTinKhac: JSON.stringify({ childName: 'Phan Bình Thí Dụ' }) });
      await settle(world, room.listeners, minutes(0));
      const id = (await codes(world, filed.MaHoSo))!;
      assert.equal((await findDossier(lookAt(world), id))?.answers['childName'], 'Phan Bình Thí Dụ');
    }),
  );

  it(
    'are taken in without files that never come, which their page names with the reason',
    onSample(async (world, { simulator, room }) => {
      simulator.faults.otherBytes = true;
      await simulator.file(filed, { 'Giấy chứng sinh.pdf': pdf });
      await settle(world, room.listeners, minutes(100));
      assert.equal(await codes(world, filed.MaHoSo), null, 'it may still come');
      await settle(world, room.listeners, minutes(190));
      const id = (await codes(world, filed.MaHoSo))!;
      assert.deepEqual(await listComponents(lookAt(world), id), []);
      assert.deepEqual((await findArrivalOf(lookAt(world), id))?.missing, [
        {
          name: 'Giấy chứng sinh.pdf',
          why: {
            vi: 'nội dung tệp khác với mã băm người gửi đã báo',
            en: 'its bytes are not those of the hash that was sent',
          },
        },
      ]);
      simulator.faults.otherBytes = false;
      const large = Buffer.alloc(LARGEST_FILE + 1);
      await simulator.file({ ...filed, MaHoSo: 'X-7' }, { 'to.pdf': large, 'Giấy chứng sinh.pdf': pdf });
      await settle(world, room.listeners, minutes(1));
      const seventh = (await codes(world, 'X-7'))!;
      assert.equal((await listComponents(lookAt(world), seventh)).length, 1, 'the others are there at once');
      const [gone] = (await findArrivalOf(lookAt(world), seventh))!.missing;
      assert.match(gone!.why.vi, /tệp lớn quá \d+ MB/);
    }),
  );

  it(
    'with letters that no text may hold are refused with a sentence, and odd days are no days',
    onSample(async (world, { simulator, room }) => {
      for (const letters of ['a\u0000b', '\ud800'])
        assert.equal(
          await simulator.file({ ...filed, MaHoSo: 'X-9', ThongTinKhac: { childName: letters } }),
          400,
        );
      assert.equal(await simulator.file({ ...filed, MaHoSo: 'X-8', NgayNopHoSo: '20260231256199' }), 200);
      await settle(world, room.listeners, minutes(1));
      assert.ok(await codes(world, 'X-8'));
    }),
  );

  it(
    'for an agency that was divided wait until somebody above has said which heir goes on',
    onSample(async (world, { simulator, room }) => {
      const desk = deskRoom([], [], [dossierHandover]);
      await simulator.file({ ...filed, MaHoSo: 'X-4', MaDonViXuLy: 'H99.32' });
      await settle(world, [...room.listeners, ...desk.listeners], minutes(1));
      const look = lookAt(world);
      const id = (await codes(world, 'X-4'))!;
      const ended = (await findAgencyByIdentifier(look, 'H99.32'))!;
      assert.equal((await findDossier(look, id))?.agency, ended.id);
      const work = await listWorkOf(look, id);
      const choice = work.find(({ kind }) => kind === 'choose-heir');
      assert.deepEqual([choice?.role, choice?.agency], ['it-admin', ended.parent]);
      const admin: By = {
        ...nobody,
        kind: 'officer',
        account: '01900000-0000-7000-8000-000000000032',
        powers: [{ role: 'it-admin', agency: ended.parent!, unit: null }],
        name: 'Lý Văn Thử',
      };
      const heir = (await findAgencyByIdentifier(look, 'H99.68'))!;
      const chosen = await visitorOf(world, desk, new Date(), admin).post(`/viec/ke-thua/${choice!.id}`, {
        heir: heir.id,
      });
      assert.equal(chosen.to, '/viec', chosen.text);
      const { agency, one_stop: oneStop } = (await findDossier(look, id))!;
      const counter = (await agencyOfPlace(look, heir.place!, 'service-centre'))!;
      assert.deepEqual([agency, oneStop], [heir.id, counter.id]);
      assert.deepEqual(
        (await listWorkOf(look, id)).map((one) => [one.kind, one.agency]),
        [['accept', counter.id]],
      );
    }),
  );
});
