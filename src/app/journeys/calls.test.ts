import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody } from '../../ground/db/act.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { patience } from '../../ground/wire/index.ts';
import { sampleAccounts } from '../../outside/registries/index.ts';
import { nowhere } from '../outside.ts';
import { testApplication } from '../testing.ts';
import { connected, mother, now, signedIn } from '../../outside/registries/fixtures.ts';

const purpose = { procedure: '1.001193', basis: 'Luật Hộ tịch 60/2014/QH13' };
const CALLS = '/quan-tri/loi-goi';
const draft = '0198c0de-0000-7000-8000-00000000d1a4';
const agency = '00000000-0000-7000-8000-0000000000a1';

describe('calls to registries', () => {
  it(
    'are shown with purpose and legal basis to the person asked about, and to who answers for the data',
    rolledBack((world) =>
      connected(world, async ({ room, simulators, wire, look }) => {
        const by = await signedIn(world, mother);
        const population = room.sources.find(({ name }) => name === 'population')!;
        assert.ok(await population.ask({ ...look, by }, ['name'], purpose));
        simulators.faults['civil-status'].down = true;
        const civil = room.sources.find(({ name }) => name === 'civil-status')!;
        assert.equal(await civil.ask({ ...look, by }, ['spouse.name'], purpose), null);
        assert.ok(await population.ask({ ...look, by }, ['name'], { ...purpose, draft }));
        const [holding] = room.holdings;
        const rows = await holding!.list(look, by.person!);
        assert.ok(rows.length >= 2);
        assert.ok(
          rows.every(({ value }) =>
            value.vi.startsWith('1.001193; Luật Hộ tịch 60/2014/QH13; Người nộp hồ sơ'),
          ),
        );
        assert.ok(
          rows.some(
            ({ what, value }) => what.vi.includes('hộ tịch') && value.vi.endsWith('Không kết nối được'),
          ),
        );

        // The catalogue is compared by a job: nobody's account, but with its purpose and basis as well.
        const to = { id: 'national-procedures', name: { vi: 'x', en: 'x' } };
        const call = {
          to,
          service: 'national-procedures.LayThuTuc',
          purpose: 'Đối chiếu danh mục thủ tục hành chính',
          basis: 'Nghị định 63/2010/NĐ-CP',
          item: null,
          subject: null,
          patience: patience.job,
        };
        await wire.call({ ...look, by: nobody }, call, async () => ({ status: 200, value: 1 }));
        const app = await testApplication(world, now, {
          ...nowhere,
          registries: sampleAccounts(simulators.addresses),
        });
        const officer = (role: string) =>
          app.signInAs({ kind: 'officer', name: 'Cán bộ', agency, powers: [{ role, agency, unit: null }] });
        const all = await officer('data-steward').get(CALLS);
        assert.equal(all.status, 200);
        assert.match(
          all.text,
          /Cơ sở dữ liệu quốc gia về dân cư \(population[^)]*\) 1\.001193 Luật Hộ tịch 60\/2014\/QH13 Người nộp hồ sơ Đã trả lời/u,
        );
        assert.match(all.text, /1\.001193 Bản khai 00d1a4 Luật Hộ tịch/u);
        const forDraft = await officer('data-steward').get(`${CALLS}?cho=${draft}`);
        assert.match(forDraft.text, /Chỉ các lời gọi cho Bản khai 00d1a4/u);
        assert.ok(!forDraft.text.includes('civil-status.'), 'calls that were made for nothing are left out');
        assert.ok(!all.text.includes(mother.number) && !all.text.includes(mother.name));
        const one = await officer('it-admin').get(`${CALLS}?he-thong=national-procedures`);
        assert.match(
          one.text,
          /thủ tục hành chính \(national-procedures\.LayThuTuc\) Đối chiếu danh mục thủ tục hành chính Nghị định 63\/2010\/NĐ-CP Hệ thống, theo lịch Đã trả lời/u,
        );
        assert.ok(!one.text.includes('population'));
        assert.equal((await officer('case-officer').get(CALLS)).status, 403);
        assert.equal((await app.signInAs({ kind: 'citizen' }).get(CALLS)).status, 403);
      }),
    ),
  );
});
