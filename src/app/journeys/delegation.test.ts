/** Journey: one person applies for another and for a firm under an authorisation, and what ends with it (requirement B14). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProcedures } from '../../../sample/procedures/index.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { system } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import { publish } from '../../services/catalogue/index.ts';
import { findByCode, findDossier } from '../../services/dossiers/index.ts';
import { signedInCitizen } from '../../world/access/fixtures.ts';
import { grantMandate, revokeMandate, type NewMandate, type Principal } from '../../world/mandates/index.ts';
import { correctPerson, getPerson, registerOrganisation } from '../../world/people/index.ts';
import { testApplication, type Visitor } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const agent = sampleId('person', 'nguyen-van-vi-du');
const owner = sampleId('person', 'tran-thi-lam-mau');
const [shipped] = sampleProcedures;

/** A procedure with one question, decided by the province. */
async function aProcedure(world: TestWorld): Promise<string> {
  assert.ok(shipped);
  const question = { id: 'why', type: 'text', label: { vi: 'Lý do', en: 'Reason' }, required: true } as const;
  const title = { vi: 'Đơn', en: 'Request' };
  const form = {
    id: 'don',
    version: 1,
    title,
    sections: [{ id: 'a', title, pages: [{ id: 'ly-do', title, fields: [question] }] }],
  };
  const national = { ...shipped.national, code: '9.000001', name: 'Thủ tục thí dụ' };
  const local = {
    ...shipped.local,
    form,
    placeFrom: null,
    decidedBy: { kind: 'department', slug: sampleId('agency', 'so-tu-phap') },
  };
  await world.as(system, now, (act) => publish(act, national, local, '2026-01-01', 'written'));
  return national.code;
}

const grant = (world: TestWorld, principal: Principal, more: Partial<NewMandate> = {}) =>
  world.as(system, now, (act) =>
    grantMandate(act, {
      form: null,
      roles: [],
      procedures: null,
      fields: null,
      documents: null,
      resultsTo: 'principal',
      under: null,
      redelegable: false,
      kind: principal.kind === 'organisation' ? 'representation' : 'delegation',
      agent: { kind: 'person', id: agent },
      principal,
      grantedBy: null,
      agency: null,
      acts: ['apply'],
      from: '2026-01-01',
      to: '2026-12-31',
      basis: 'Giấy uỷ quyền mẫu',
      ...more,
    }),
  );

/** The province, the procedure, and the agent signed in at level 2. */
async function aWorld(world: TestWorld) {
  await seedProvince(world, systemAt(now));
  const code = await aProcedure(world);
  const app = await testApplication(world, now);
  const name = (await world.look(systemAt(now), (look) => getPerson(look, agent))).name;
  const { token, turn } = await signedInCitizen(world, now, agent, name);
  const dossier = (at: string) =>
    world.look(systemAt(now), async (look) => {
      const id = await findByCode(look, decodeURIComponent(at.split('/').at(-1) ?? ''));
      return (id && (await findDossier(look, id))) || assert.fail(`no dossier at ${at}`);
    });
  return { code, name, visitor: app.withToken(token), turn, dossier };
}

/** From the service page to the dossier; returns its path. */
async function apply(visitor: Visitor, code: string): Promise<string> {
  const begun = await visitor.post(`/nop/${code}`);
  const draft = begun.to ?? assert.fail(begun.text);
  const answered = await visitor.post(draft, { why: 'Cần gấp', act: 'continue' });
  assert.equal(answered.status, 303, answered.text);
  const sent = await visitor.post(answered.to ?? '', { returnWay: 'online' });
  return sent.to ?? assert.fail(sent.text);
}

describe('journey: acting for another (B14)', () => {
  it(
    'files in the name of who authorised, says so everywhere, and stops with the authorisation',
    rolledBack(async (world) => {
      const { code, name, visitor, turn, dossier } = await aWorld(world);
      const mandate = await grant(world, { kind: 'person', id: owner }, { procedures: [code] });
      const ownerName = (await world.look(systemAt(now), (look) => getPerson(look, owner))).name;
      await turn(mandate);
      const form = await visitor.get(`/nop/${code}`);
      assert.match(form.text, new RegExp(`khai thay mặt ${ownerName}`));
      assert.match(form.text, new RegExp(`${name} \\(thay mặt ${ownerName}\\)`), 'in the head of the page');

      const path = await apply(visitor, code);
      const filed = await dossier(path);
      assert.deepEqual(
        [filed.applicant, filed.applicant_name, filed.filer, filed.mandate, filed.organisation],
        [owner, ownerName, agent, mandate, null],
      );
      const steps = await world.look(systemAt(now), (look) => listSteps(look, filed.id, 'public'));
      assert.equal(steps[0]?.name, `${name} (thay mặt ${ownerName})`);
      const page = await visitor.get(path);
      assert.match(page.text, new RegExp(`theo uỷ quyền ${name}`));
      assert.match((await visitor.get('/cua-toi')).text, new RegExp(filed.code));

      await turn(null);
      assert.equal((await visitor.get(path)).status, 403, 'not in their own name');
      assert.doesNotMatch((await visitor.get('/cua-toi')).text, new RegExp(filed.code));

      await turn(mandate);
      const begun = await visitor.post(`/nop/${code}`);
      await world.as(system, now, (act) =>
        revokeMandate(act, mandate, { from: '2026-11-23', reason: 'Hết việc' }),
      );
      assert.equal((await visitor.get(path)).status, 403, 'revoked: gone with the next request');
      assert.equal((await visitor.get(begun.to ?? '')).status, 403, 'also what was begun under it');
    }),
  );

  it(
    'asks for each act whether the authorisation covers it',
    rolledBack(async (world) => {
      const { code, visitor, turn } = await aWorld(world);
      await turn(await grant(world, { kind: 'person', id: owner }, { procedures: ['1.000000'] }));
      assert.match((await visitor.get(`/nop/${code}`)).text, /không gồm việc nộp hồ sơ/);
      const refused = await visitor.post(`/nop/${code}`);
      assert.equal(refused.status, 403);
      assert.match(refused.text, /ngoài phạm vi được uỷ quyền/);
      assert.match(
        (await visitor.get('/kho')).text,
        /chưa có giấy tờ|Chưa có/i,
        'papers are not covered either',
      );
    }),
  );

  it(
    'limited to a field of work, files what belongs to the field, follows it and may do what it covers there',
    rolledBack(async (world) => {
      const { code, visitor, turn, dossier } = await aWorld(world);
      const { field } = shipped!.local;
      const person: Principal = { kind: 'person', id: owner };
      await turn(await grant(world, person, { fields: ['linh-vuc-khac'] }));
      assert.match((await visitor.get(`/nop/${code}`)).text, /không gồm việc nộp hồ sơ/);
      await turn(await grant(world, person, { fields: [field], acts: ['apply', 'supplement'] }));
      assert.doesNotMatch((await visitor.get(`/nop/${code}`)).text, /không gồm việc nộp hồ sơ/);
      const at = await apply(visitor, code);
      assert.equal((await dossier(at)).field, field);
      assert.match((await visitor.get(at)).text, /Rút hồ sơ/, 'what was applied for can be withdrawn');
    }),
  );

  it(
    'files for a child by law, without any paper, until the child is of age',
    rolledBack(async (world) => {
      const { code, name, visitor, dossier } = await aWorld(world);
      const child = sampleId('person', 'nguyen-minh-vi-du');
      const stranger = sampleId('person', 'pham-thi-gia-thiet');
      const begin = `/nop/${code}`;
      const choose = `/tai-khoan/thay-mat?next=${encodeURIComponent(begin)}`;
      assert.ok((await visitor.get(begin)).html.includes(choose.replaceAll('&', '&amp;')));
      const page = await visitor.get(choose);
      assert.match(page.text, /Nguyễn Minh Ví Dụ Con hoặc người bạn giám hộ/);
      assert.equal((await visitor.post(choose, { whom: `ward.${stranger}` })).status, 422);
      assert.equal((await visitor.post(choose, { whom: `ward.${child}` })).to, begin);
      assert.match((await visitor.get(begin)).text, /khai thay mặt Nguyễn Minh Ví Dụ/);

      const path = await apply(visitor, code);
      const filed = await dossier(path);
      assert.deepEqual(
        [filed.applicant, filed.filer, filed.filed_for, filed.mandate],
        [child, agent, 'law', null],
      );
      const steps = await world.look(systemAt(now), (look) => listSteps(look, filed.id, 'public'));
      assert.equal(steps[0]?.name, `${name} (thay mặt Nguyễn Minh Ví Dụ)`);
      assert.match((await visitor.get(path)).text, new RegExp(`Cha, mẹ hoặc người giám hộ nộp thay ${name}`));
      const begun = (await visitor.post(begin)).to ?? '';
      await visitor.post('/tai-khoan/thay-mat', { whom: 'self' });
      assert.equal((await visitor.get(path)).status, 200, 'who filed it sees it');

      await visitor.post('/tai-khoan/thay-mat', { whom: `ward.${child}` });
      await world.as(system, now, async (act) => {
        const { version } = await getPerson(act, child);
        await correctPerson(act, child, version, { number: null, born: '2008-11-23', source: 'mẫu' });
      });
      assert.equal((await visitor.get(begun)).status, 403, 'of age today: nothing in their name any more');
      assert.doesNotMatch((await visitor.get('/tai-khoan/thay-mat')).text, /Nguyễn Minh Ví Dụ Con/);
    }),
  );

  it(
    'files for an organisation in its name',
    rolledBack(async (world) => {
      const { code, visitor, turn, dossier } = await aWorld(world);
      const firm = await world.as(system, now, (act) =>
        registerOrganisation(act, {
          number: '9900000001',
          name: 'Công ty Thí Dụ',
          nameEn: '',
          kind: 'enterprise',
          commune: null,
          address: null,
          established: null,
          dissolved: null,
          source: 'mẫu',
        }),
      );
      await turn(await grant(world, { kind: 'organisation', id: firm }));
      const filed = await dossier(await apply(visitor, code));
      assert.deepEqual(
        [filed.organisation, filed.applicant, filed.applicant_name, filed.filer],
        [firm, null, 'Công ty Thí Dụ', agent],
      );
    }),
  );
});
