/** Working calendars page by page: office hours of one agency, days off, and what was decided for a year. In-process, rolled back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { acceptedDossier } from '../../services/dossiers/fixtures.ts';
import { calendarOf, civilService, dayInfo } from '../../work/clock/index.ts';
import { testApplication, type TestApplication } from '../testing.ts';

const now = '2026-12-29T09:00:00+07:00';
const top = sampleId('agency', 'ubnd-tinh');
const ward = sampleId('agency', 'ubnd-song-mau');
const path = '/quan-tri/lich-lam-viec';

const administrator = (app: TestApplication, agency = top) =>
  app.signInAs({
    kind: 'officer',
    name: 'Đặng Thị Diễn Tập',
    person: sampleId('officer', 'quan-tri.tinh'),
    agency,
    powers: [{ role: 'it-admin', agency, unit: null }],
  });

const calendarAt = (world: TestWorld, agency: string | null) =>
  world.look(systemAt(now), (look) => calendarOf(look, agency));

const saturdays = {
  from: '30/12/2026',
  days: ['1', '2', '3', '4', '5'],
  mornings: ['6'],
  morningFrom: '7h30',
  morningTo: '11:30',
  afternoonFrom: '13.30',
  afternoonTo: '17:30',
  seasonFrom: '16/4',
  seasonTo: '15/10',
  seasonMorningFrom: '7:00',
  seasonMorningTo: '11:30',
  seasonAfternoonFrom: '13:30',
  seasonAfternoonTo: '17:00',
  cutOff: '15:00',
  why: 'Quyết định mẫu 02/QĐ-UBND',
  seen: '0',
};

describe('journey: working calendars', { timeout: 120_000 }, () => {
  it(
    'gives one agency its Saturday mornings and summer hours, after saying how many dates move',
    inSample(async (world) => {
      const oneStop = sampleId('agency', 'ttpvhcc-song-mau');
      // Three working days from this Tuesday on: until Monday 4 January.
      await acceptedDossier(world, now, 'a', { agency: { id: ward, identifier: 'H99.61' }, oneStop });
      const app = await testApplication(world, now);
      const admin = administrator(app);
      assert.match((await admin.get('/quan-tri')).text, /Lịch làm việc/);
      assert.match((await admin.get(path)).text, /Chưa có cơ quan nào có lịch riêng/);
      const one = (await admin.post(`${path}/lich-rieng`, { identifier: 'H99.61' })).to ?? '';
      assert.equal(one, `${path}/${ward}`);
      assert.match((await admin.get(one)).text, /chưa có lịch riêng: đang theo lịch chung/);
      assert.match((await admin.get(`${one}/gio`)).html, /value="07:30"/, 'what counts now is filled in');

      const wrong = await admin.post(`${one}/gio`, { ...saturdays, morningTo: '6:30' });
      assert.equal(wrong.status, 422);
      assert.match(wrong.text, /Giờ kết thúc phải sau giờ bắt đầu/);
      const counted = await admin.post(`${one}/gio`, saturdays);
      assert.equal(counted.status, 422);
      assert.match(counted.text, /1 hồ sơ đang mở sẽ đổi ngày hẹn/);
      assert.equal(await calendarAt(world, ward), civilService, 'nothing is saved yet');
      assert.equal((await admin.post(`${one}/gio`, { ...saturdays, confirm: 'on' })).to, one);

      const calendar = await calendarAt(world, ward);
      assert.equal(dayInfo(calendar, '2027-01-02').works, true);
      assert.equal(dayInfo(calendar, '2026-12-26').works, false, 'before it began');
      const citizen = app.signInAs({
        kind: 'citizen',
        name: 'Nguyễn Văn Ví Dụ',
        person: sampleId('person', 'nguyen-van-vi-du'),
        assurance: 2,
      });
      // Three working days, decided by the commune: the Saturday counts for those who live there.
      const service = '/thu-tuc/1.004873';
      assert.match((await citizen.get(service)).html, /<strong>[^<]*02\/01\/2027/);
      assert.match((await admin.get(service)).html, /<strong>[^<]*04\/01\/2027/);
      const page = await admin.get(`${one}?thang=2027-01`);
      assert.match(page.text, /Từ 30\/12\/2026/);
      assert.match(page.text, /Thứ Bảy: 07:00–11:30 \(từ 16\/04 đến 15\/10 hằng năm\)/);
      assert.match(page.text, /Quyết định mẫu 02\/QĐ-UBND/);
      assert.match(page.text, /Đặng Thị Diễn Tập/, 'who changed it');
      assert.match((await admin.get(path)).text, /H99\.61/);
      assert.equal(
        (await admin.post(`${one}/gio`, { ...saturdays, confirm: 'on' })).status,
        409,
        'an old screen',
      );

      const last = { why: 'Quyết định mẫu 06/QĐ-UBND', seen: '1' };
      assert.equal((await admin.post(`${one}/thoi-dung`, last)).to, one);
      assert.equal(await calendarAt(world, ward), civilService);
      assert.match((await admin.get(one)).text, /đang theo lịch chung.*Quyết định mẫu 06\/QĐ-UBND/);
      assert.match((await admin.get(path)).text, /Chưa có cơ quan nào có lịch riêng/);
      assert.equal(
        (await admin.post(`${one}/thoi-dung`, { ...last, seen: '2' })).status,
        409,
        'nothing to give up',
      );
      assert.equal((await admin.post(`${one}/gio`, { ...saturdays, seen: '2', confirm: 'on' })).to, one);
      assert.equal(dayInfo(await calendarAt(world, ward), '2027-01-02').works, true);
    }),
  );

  it(
    'adds a day off, takes it back, and enters the days of a year line by line',
    inSample(async (world) => {
      const admin = administrator(await testApplication(world, now));
      const common = `${path}/chung`;
      const day = {
        date: '25/02/2027',
        kind: 'HOLIDAY',
        name: 'Ngày truyền thống của tỉnh',
        why: 'Nghị quyết mẫu 03/NQ-HĐND',
        seen: '0',
      };
      assert.equal((await admin.post(`${common}/ngay`, { ...day, kind: 'WORKED_WEEKEND' })).status, 422);
      assert.equal((await admin.post(`${common}/ngay`, day)).to, common);
      assert.equal(dayInfo(await calendarAt(world, ward), '2027-02-25').kind, 'HOLIDAY');
      assert.match((await admin.get(`${common}/bo-ngay`)).text, /25\/02\/2027: Ngày truyền thống/);
      const back = { date: '2027-02-25', why: 'Nghị quyết mẫu 04/NQ-HĐND', seen: '1' };
      assert.equal((await admin.post(`${common}/bo-ngay`, back)).to, common);
      assert.equal(dayInfo(await calendarAt(world, ward), '2027-02-25').kind, 'WORKDAY');

      const year = `${path}/nam/2027`;
      assert.match((await admin.get(year)).text, /Chưa có quyết định cho năm này/);
      const why = 'Thông báo mẫu 05/TB-VPCP';
      const bad = await admin.post(year, {
        days: '01/01; nghỉ; Tết Dương lịch\n31/02; nghỉ; x',
        why,
        seen: '0',
      });
      assert.equal(bad.status, 422);
      assert.match(bad.text, /Dòng 2 chưa đúng/);
      const days =
        '01/01; nghỉ; Tết Dương lịch\n04/01; Nghỉ đổi; nghỉ hoán đổi; 09/01\n9/1; làm bù; ngày làm bù; 04/01';
      assert.equal((await admin.post(year, { days, why, seen: '0' })).to, path);
      const calendar = await calendarAt(world, ward);
      assert.deepEqual(
        ['2027-01-01', '2027-01-04', '2027-01-09'].map((date) => dayInfo(calendar, date).kind),
        ['HOLIDAY', 'SWAP_OFF', 'WORKED_WEEKEND'],
      );
      assert.equal(dayInfo(calendar, '2027-01-04').basis?.cite.vi, why);
      assert.equal(
        dayInfo(calendar, '2027-01-01').basis?.code,
        '45/2019/QH14',
        'what stood keeps its document',
      );
      assert.match((await admin.get(year)).html, /04\/01; nghỉ đổi; nghỉ hoán đổi; 09\/01/);
      assert.match((await admin.get(path)).text, /Đã quyết định: 3 ngày/);
    }),
  );

  it(
    'is closed to who administers another agency, and to everybody else',
    inSample(async (world) => {
      const app = await testApplication(world, now);
      const local = administrator(app, ward);
      assert.equal((await local.get(`${path}/${ward}/gio`)).status, 200);
      for (const closed of [`${path}/chung`, `${path}/chung/ngay`, `${path}/nam/2027`, `${path}/${top}`])
        assert.equal((await local.get(closed)).status, 403, closed);
      assert.equal((await local.post(`${path}/nam/2027`, { days: '', why: 'x', seen: '0' })).status, 403);
      const officer = app.signInAs({ kind: 'officer', name: 'Hồ Thị Ví Von', agency: ward, powers: [] });
      assert.equal((await officer.get(path)).status, 403);
      assert.equal((await local.get(`${path}/khong-co`)).status, 404);
    }),
  );
});
