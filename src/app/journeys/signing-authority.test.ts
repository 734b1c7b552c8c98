/** Authority to sign, from the page of the administrator to the lines above the name (Decree 30/2020 art. 13). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedSample } from '../../../sample/seed.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { edgeInside, rolledBack, systemAt } from '../../ground/db/testing.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { documentToSign } from '../../paper/papers/index.ts';
import { newCheckCode } from '../../paper/papers/index.ts';
import { testPress } from '../../paper/papers/fixtures.ts';
import { findTemplate } from '../../paper/typeset/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { dossierBatches } from '../../services/dossiers/module.ts';
import { findDossier, receive } from '../../services/dossiers/index.ts';
import { caseOfficer, counter, father, submission, takeToLeader } from '../../services/dossiers/fixtures.ts';
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

  it(
    'gives TUQ. to the head of an agency below, who signs what was handed to them, and nothing outside of it',
    { timeout: 120_000 },
    rolledBack(async (world) => {
      const edge = edgeInside(world.tx);
      await seedSample(edge, world.tenant, () => {});
      const press = await testPress(now);
      try {
        const app = await testApplication(world, now);
        const admin = app.signInAs({
          kind: 'officer',
          person: officer('quan-tri.tinh'),
          agency: top,
          powers: [{ role: 'it-admin', agency: top, unit: null }],
        });
        const path = '/quan-tri/uy-quyen/ky?cq=H99';
        assert.match((await admin.get(path)).text, /Giám đốc, Sở Tư pháp/);
        const tuq = {
          form: 'TUQ',
          from: '01/11/2026',
          to: '30/11/2026',
          basis: 'Giấy ủy quyền mẫu 01/GUQ-UBND',
          principal: sampleId('post', 'chu-tich.ubnd-tinh'),
          agent: sampleId('post', 'giam-doc.so-tu-phap'),
          documents: ['birth-certificate'],
          fields: ['ho-tich'],
        };
        assert.equal((await admin.post(path, { ...tuq, form: 'TL' })).status, 422, 'TL. stays inside');
        assert.equal((await admin.post(path, { ...tuq, to: '' })).status, 422, 'TUQ. has an end');
        assert.equal((await admin.post(path, { ...tuq, redelegable: 'on' })).status, 422, 'not passed on');
        const deputy = sampleId('post', 'pho-chu-tich-1.ubnd-tinh');
        assert.equal(
          (await admin.post(path, { ...tuq, principal: deputy })).status,
          422,
          'given by the head',
        );
        assert.equal((await admin.post(path, tuq)).to, '/quan-tri/uy-quyen?cq=H99');

        const at = (by: By) => ({ tenant: world.tenant, by, now: new Date(now), requestId: 'test' });
        const here = (by: By): By => ({
          ...by,
          agency: top,
          powers: by.powers.map((power) => ({ ...power, agency: top })),
        });
        const { code, id } = await edge.act(at(father), (act) =>
          receive(act, {
            ...submission('tuq'),
            channel: 1,
            agency: { id: top, identifier: 'H99' },
            oneStop: top,
          }),
        );
        const data = findTemplate('birth-certificate')?.sample as Readonly<Record<string, unknown>>;
        await takeToLeader(edge, { counter: at(here(counter)), caseOfficer: at(here(caseOfficer)) }, code, {
          data,
          mark: newCheckCode(),
        });
        const accounts = await send<{ id: string; person: string; name: string }>(
          world.tx,
          `select id, person, name from access.accounts where tenant = $1 and kind = 'officer' and person = any($2)`,
          [world.tenant, ['chu-tich.tinh', 'giam-doc.so-tu-phap', 'giam-doc.so-xay-dung'].map(officer)],
        );
        const byOf = (slug: string, agency: string, role = 'leader'): By => {
          const account = accounts.find(({ person }) => person === officer(slug));
          return {
            ...nobody,
            kind: 'officer',
            account: account?.id ?? null,
            person: officer(slug),
            name: account?.name ?? '',
            agency,
            powers: [{ role, agency, unit: null }],
          };
        };
        const chair = byOf('chu-tich.tinh', top);
        const director = byOf('giam-doc.so-tu-phap', sampleId('agency', 'so-tu-phap'));
        const work = async () =>
          (await world.look(systemAt(now), (look) => listWorkOf(look, id))).find(
            ({ kind }) => kind === 'sign',
          );
        const sign = dossierBatches(press, edge).find(({ name }) => name === 'dossiers.sign')!;
        const said = { note: null, colleague: null };
        const prepare = async (by: By) =>
          edge.look(at(by), async (look) => sign.prepare?.(look, (await work())!, said));
        await assert.rejects(prepare(director), NotAllowed, 'not before it was handed over');
        const desk = `/viec/muc/${(await work())?.id}`;
        assert.match((await app.signInAs(chair).get(desk)).text, new RegExp(director.name));
        const passed = await app
          .signInAs(chair)
          .post(desk, { choice: 'pass', colleague: director.account ?? '' });
        assert.equal(passed.status, 303, passed.text);
        assert.match(
          (await app.signInAs(director).get(`/ho-so/${code}/ky/${(await work())?.ref}`)).text,
          /TUQ\. CHỦ TỊCH \/ GIÁM ĐỐC SỞ TƯ PHÁP/,
        );
        const signed = await prepare(director);
        await edge.act(at(director), async (act) => sign.act(act, (await work())!, said, signed));
        assert.equal((await world.look(systemAt(now), (look) => findDossier(look, id)))?.state, 'processing');
        assert.equal(await work(), undefined, 'it went on to be sealed');
        assert.equal((await app.signInAs(director).get(`/ho-so/${code}`)).status, 403, 'their part is over');
      } finally {
        await press.close();
      }
    }),
  );
});
