/** A commune is divided while its dossiers are open: each goes to its lawful heir, or waits until somebody above has chosen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { publish } from '../../services/catalogue/index.ts';
import { acceptedDossier, father } from '../../services/dossiers/fixtures.ts';
import { dossierFigures } from '../../services/dossiers/index.ts';
import { dossierHandover } from '../../services/dossiers/module.ts';
import { deskRoom } from '../../work/desk/module.ts';
import { differences, monthByAgency, standingNow } from '../../work/figures/index.ts';
import { abolishAgency } from '../../world/agencies/index.ts';
import { testApplication, type TestApplication, type Visitor } from '../testing.ts';

const now = '2026-11-20T09:00:00+07:00';
const later = '2026-12-01T09:00:00+07:00';
const agency = (slug: string): string => sampleId('agency', slug);
const ended = agency('ubnd-an-mau');
const oneStop = agency('ttpvhcc-an-mau');
const heirs = { first: agency('ubnd-hoa-thu'), second: agency('ubnd-ben-vi') };
const province = agency('ubnd-tinh');

const { listeners } = deskRoom([], [], [dossierHandover]);

/** A dossier that the commune has accepted. `place` is what decides who goes on; null leaves it open. */
const accepted = (world: TestWorld, key: string, place: string | null): Promise<string> =>
  acceptedDossier(world, now, key, { agency: { id: ended, identifier: 'H99.65' }, oneStop, place });

const officer = (app: TestApplication, role: string, at: string, account: string): Visitor =>
  app.signInAs({
    kind: 'officer',
    account,
    agency: at,
    powers: [{ role, agency: at, unit: null }],
    name: 'Lê Văn Giả Định',
  });

describe('journey: an agency is divided', () => {
  it(
    'its open dossiers go where field and place say, the others where an administrator above says',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const { national, local, from } = birthRegistration;
      await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
      const known = await accepted(world, 'chia-1', 'SL010');
      const unknown = await accepted(world, 'chia-2', null);
      await world.act(systemAt(now), (act) =>
        abolishAgency(act, ended, {
          last: '2026-11-30',
          basis: 'Nghị quyết mẫu',
          heirs: [
            { successor: heirs.first, field: null, place: 'SL010' },
            { successor: heirs.second, field: null, place: 'SL013' },
          ],
        }),
      );
      const app = await testApplication(world, later);
      const first = officer(app, 'case-officer', heirs.first, '0197c1c8-0280-7000-8000-0000000000b1');
      const second = officer(app, 'case-officer', heirs.second, '0197c1c8-0280-7000-8000-0000000000b2');
      const old = officer(app, 'case-officer', ended, '0197c1c8-0280-7000-8000-0000000000b3');
      const admin = officer(app, 'it-admin', province, '0197c1c8-0280-7000-8000-0000000000b4');

      await settle(world, listeners, new Date('2026-11-30T23:00:00+07:00'));
      assert.match((await old.get('/viec')).text, new RegExp(known), 'until its last day it works on');
      await settle(world, listeners, new Date(later));

      assert.doesNotMatch((await old.get('/viec')).text, new RegExp(known));
      assert.match((await first.get('/viec')).text, new RegExp(known));
      assert.equal((await first.get(`/ho-so/${known}`)).status, 200);
      assert.doesNotMatch((await second.get('/viec')).text, /H99/);
      assert.notEqual((await second.get(`/ho-so/${known}`)).status, 200);
      const told = await app.signInAs(father).get(`/ho-so/${known}`);
      assert.match(told.text, /Chuyển đến cơ quan kế thừa/);

      const desk = await admin.get('/viec');
      assert.match(desk.text, new RegExp(unknown));
      assert.doesNotMatch(desk.text, new RegExp(known), 'what the law decides is nobody’s choice');
      const [choice = ''] = /\/viec\/ke-thua\/[\w-]+/.exec(desk.html) ?? [];
      assert.notEqual((await second.get(choice)).status, 200, 'only an administrator above chooses');
      const page = await admin.get(choice);
      assert.match(page.text, /Hoà Thử.*Bến Ví/s);
      assert.doesNotMatch(page.text, new RegExp(father.name), 'the choice needs no names of people');
      assert.equal((await admin.post(choice, { heir: province })).status, 422);
      assert.equal((await admin.post(choice, {})).status, 422);
      const chosen = await admin.post(choice, { heir: heirs.second });
      assert.match(chosen.say ?? '', /Bến Ví/);
      assert.equal((await admin.post(choice, { heir: heirs.first })).status, 404, 'chosen once');
      assert.match((await second.get('/viec')).text, new RegExp(unknown));
      assert.equal((await second.get(`/ho-so/${unknown}`)).status, 200);

      const look = { ...systemAt(later), tx: world.tx };
      assert.deepEqual(await differences(look, dossierFigures), []);
      const month = await monthByAgency(look, 'dossiers', '2026-11');
      assert.equal(month.get(ended)?.['accepted'], 2, 'facts stay where they happened');
      assert.equal((await standingNow(look, 'dossiers', ended))['accepted'], 0);
      assert.equal((await standingNow(look, 'dossiers', heirs.second))['accepted'], 1);
    }),
  );

  it(
    'one heir for everything needs nobody’s choice, also when the heir is divided later',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const { national, local, from } = birthRegistration;
      await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
      const code = await accepted(world, 'chia-3', 'SL013');
      const abolish = (
        id: string,
        last: string,
        all: readonly { successor: string; place: string | null }[],
      ) =>
        world.act(systemAt(now), (act) =>
          abolishAgency(act, id, {
            last,
            basis: 'Nghị quyết mẫu',
            heirs: all.map((one) => ({ ...one, field: null })),
          }),
        );
      await abolish(ended, '2026-11-30', [{ successor: heirs.first, place: null }]);
      await settle(world, listeners, new Date(later));
      const app = await testApplication(world, later);
      const admin = officer(app, 'it-admin', province, '0197c1c8-0280-7000-8000-0000000000b4');
      assert.doesNotMatch((await admin.get('/viec')).text, /H99/);
      const third = agency('ubnd-hai-du');
      await abolish(heirs.first, '2026-11-30', [
        { successor: heirs.second, place: 'SL013' },
        { successor: third, place: 'SL010' },
      ]);
      await settle(world, listeners, new Date(later));
      const heir = officer(app, 'case-officer', heirs.second, '0197c1c8-0280-7000-8000-0000000000b2');
      assert.match((await heir.get('/viec')).text, new RegExp(code));
    }),
  );
});
