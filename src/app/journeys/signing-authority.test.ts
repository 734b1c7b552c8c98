/** Authority to sign, from the page of the administrator to the lines above the name (Decree 30/2020 art. 13). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { documentToSign } from '../../paper/papers/index.ts';
import { maySign } from '../../world/mandates/index.ts';
import { testApplication } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const top = sampleId('agency', 'ubnd-tinh');
const officer = (slug: string): string => sampleId('officer', slug);

describe('journey: authority to sign', () => {
  it(
    'gives authority to sign results, by order and under authority, and lets TL. go on to the deputy',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const admin = app.signInAs({
        kind: 'officer',
        name: 'Đặng Thị Diễn Tập',
        person: officer('quan-tri.tinh'),
        agency: top,
        powers: [{ role: 'it-admin', agency: top, unit: null }],
      });
      const justice = sampleId('agency', 'so-tu-phap');
      const post = (slug: string): string => sampleId('post', `${slug}.so-tu-phap`);
      const path = '/quan-tri/uy-quyen/ky?cq=H99.04';
      const signs = (slug: string, template: string, field = 'ho-tich') =>
        world.look(systemAt(now), async (look) => {
          const document = documentToSign({ template, data: {} }, field);
          const found = await maySign(look, officer(`${slug}.so-tu-phap`), justice, document);
          return found.may ? found.lines.join(' / ') : found.reason.en;
        });
      const common = { from: '01/11/2026', basis: 'Quyết định mẫu 07/QĐ-STP', principal: post('giam-doc') };
      const tuq = {
        ...common,
        form: 'TUQ',
        agent: post('truong-phong-ho-tich'),
        documents: ['civil-status-extract'],
        fields: ['ho-tich'],
      };
      assert.equal((await admin.post(path, tuq)).status, 422, 'TUQ. has an end');
      assert.equal((await admin.post(path, { ...tuq, to: '30/11/2026', redelegable: 'on' })).status, 422);
      assert.match(await signs('truong-phong-ho-tich', 'civil-status-extract'), /not been authorised/);
      assert.equal((await admin.post(path, { ...tuq, to: '30/11/2026' })).to, '/quan-tri/uy-quyen?cq=H99.04');
      assert.match((await admin.get('/quan-tri/uy-quyen?cq=H99.04')).text, /Trích lục hộ tịch, Hộ tịch/);
      assert.equal(
        await signs('truong-phong-ho-tich', 'civil-status-extract'),
        'TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP',
      );
      assert.match(await signs('truong-phong-ho-tich', 'birth-certificate'), /outside/);
      assert.match(await signs('truong-phong-ho-tich', 'civil-status-extract', 'dat-dai'), /outside/);

      const tl = { ...common, form: 'TL', agent: post('truong-phong-ho-tich'), documents: ['cong-van'] };
      const given = { ...tl, redelegable: 'on' };
      assert.equal((await admin.post(path, { ...tl, documents: [] })).status, 422, 'TL. names its documents');
      assert.equal((await admin.post(path, given)).to, '/quan-tri/uy-quyen?cq=H99.04');
      assert.equal(
        await signs('truong-phong-ho-tich', 'letter'),
        'TL. GIÁM ĐỐC / TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP',
      );
      const under = /name="under"[^>]*value="([0-9a-f-]{36})"/.exec((await admin.get(path)).html)?.[1] ?? '';
      const on = {
        ...common,
        form: 'KT',
        agent: post('pho-truong-phong-ho-tich'),
        principal: post('truong-phong-ho-tich'),
        under,
      };
      assert.equal((await admin.post(path, { ...on, documents: [] })).status, 422, 'no more than was given');
      assert.equal(
        (await admin.post(path, { ...on, documents: ['cong-van'] })).to,
        '/quan-tri/uy-quyen?cq=H99.04',
      );
      assert.equal(
        await signs('pho-truong-phong-ho-tich', 'letter'),
        'TL. GIÁM ĐỐC / KT. TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP / PHÓ TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP',
      );
    }),
  );
});
