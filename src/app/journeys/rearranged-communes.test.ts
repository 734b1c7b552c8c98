/** The data steward merges and divides communes on a page; addresses of 2024 follow. In-process, rolled back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { testApplication, type TestApplication } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const later = '2026-12-02T08:00:00+07:00';
const page = '/quan-tri/dia-ban/tinh/SL/sap-xep';
const province = sampleId('agency', 'ubnd-tinh');

const officer = (app: TestApplication, role: string) =>
  app.signInAs({ kind: 'officer', agency: province, powers: [{ role, agency: province, unit: null }] });

/** An Mẫu becomes a ward and grows by a part of Bến Ví. */
const entered = {
  on: '01/12/2026',
  basis: 'Nghị quyết mẫu 02/NQ-UBTVQH',
  code1: 'SL012',
  kind1: 'Phường',
  name1: 'An Mẫu Mới',
  code2: 'SL013',
  kind2: 'Xã',
  name2: 'Bến Ví',
  old1: 'SL012',
  into1: 'SL012',
  old2: 'SL013',
  into2: 'sl012',
  old3: 'SL013',
  into3: 'SL013',
};

describe('journey: communes are rearranged', () => {
  it(
    'by the data steward, once; what is wrong is said and what was typed stays',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const steward = officer(app, 'data-steward');
      assert.equal((await officer(app, 'it-admin').get(page)).status, 403);
      assert.match((await steward.get('/quan-tri/dia-ban/tinh/SL')).html, new RegExp(page));

      const empty = await steward.post(page, { on: entered.on, basis: entered.basis });
      assert.equal(empty.status, 422);
      assert.match(empty.text, /Hãy chọn đơn vị kết thúc/);
      assert.match(empty.html, /value="Nghị quyết mẫu 02/);
      const astray = await steward.post(page, { ...entered, into3: 'SL099' });
      assert.equal(astray.status, 422);
      assert.match(astray.text, /không có mã “SL099”/);
      const taken = await steward.post(page, { ...entered, code2: 'SL010', into3: 'SL010' });
      assert.equal(taken.status, 409);
      assert.match(taken.text, /SL010 đang là của/);

      assert.equal((await steward.post(page, entered)).status, 303);
      assert.equal((await steward.post(page, entered)).status, 409);
      const before = await steward.get('/quan-tri/dia-ban/tinh/SL?ngay=30/11/2026');
      assert.doesNotMatch(before.text, /An Mẫu Mới/);
      const after = await steward.get('/quan-tri/dia-ban/tinh/SL?ngay=01/12/2026');
      assert.match(after.text, /Phường An Mẫu Mới.*toàn bộ Xã An Mẫu, một phần Xã Bến Ví/);

      const reader = officer(await testApplication(world, later), 'case-officer');
      const lies = async (place: string): Promise<string> =>
        (
          await reader.get(
            `/quan-tri/dia-ban/noi-cu?${new URLSearchParams({ noi: place, ngay: '01/06/2024' })}`,
          )
        ).text;
      assert.match(
        await lies('xã An Mẫu, huyện Hoà Thử, tỉnh Sông Lam'),
        /Phường An Mẫu Mới \(SL012\) Nay là/,
      );
      assert.match(
        await lies('xã Bến Dụ, huyện Hoà Thử, tỉnh Sông Lam'),
        /Phường An Mẫu Mới \(SL012\).*một phần.*Xã Bến Ví \(SL013\).*một phần/,
      );
    }),
  );
});
