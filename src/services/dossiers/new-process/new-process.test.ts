/** Dossiers that run while the process of their procedure changes: previewed, moved by their leader, finished by the new process. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../../sample/procedures/answers.ts';
import { constructionPermit } from '../../../../sample/procedures/construction-permit.ts';
import { sampleId } from '../../../../sample/province/ids.ts';
import { readSample } from '../../../../sample/province/load.ts';
import { seedProvince } from '../../../../sample/province/seed.ts';
import { system, type By } from '../../../ground/db/act.ts';
import { bySystem } from '../../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../ground/operate/errors.ts';
import { fromStepTable, toStepTable, type Definition } from '../../../work/process/index.ts';
import { publish } from '../../catalogue/index.ts';
import { listeners } from '../listeners.ts';
import { changeProcess } from './change.ts';
import { movePortion, orderMove } from './move-many.ts';
import { countMoved, getMove, listMoved } from './queries.ts';
import { withdraw } from '../commands/end.ts';
import { receive } from '../commands/receive.ts';
import { caseOfficer, father, leader, submission } from '../fixtures.ts';
import { invariants } from '../invariants.ts';
import { hold } from '../load.ts';
import { isRunningOlder, listOlder } from './preview.ts';
import { acceptAt, takeStep, wholeAt } from '../testing.ts';

const CODE = '1.013225';
const monday = new Date('2026-11-23T02:00:00Z');
const tuesday = new Date('2026-11-24T02:00:00Z');
const wednesday = new Date('2026-11-25T02:00:00Z');
const committee = sampleId(
  'agency',
  readSample().agencies.find(({ kind, abolished }) => kind === 'peoples-committee' && !abolished)!.slug,
);
const here = (by: By): By => ({
  ...by,
  agency: committee,
  powers: by.powers.map((power) => ({ ...power, agency: committee })),
});
/** An officer of the sample: their powers are looked up anew for every portion. */
const head: By = { ...here(leader), person: sampleId('officer', 'chu-tich.tinh') };
const { national, local, from } = constructionPermit;

/** The process with a step more after the assignment, and another limit for the assignment; or without the assignment. */
function changed(process: Definition, how: 'longer' | 'without'): Definition {
  const table = toStepTable(process);
  if (!('rows' in table)) throw new Error('no table');
  const [assign, ...others] = table.rows;
  const more = { ...assign!, id: 'kiem-tra-them', step: 'Kiểm tra thêm', hours: 4, act: 'appraise' };
  const { id, name, agency } = process;
  return fromStepTable(
    { id, name, agency },
    how === 'longer' ? [{ ...assign!, hours: 2 }, more, ...others] : others,
  );
}

async function running(world: TestWorld): Promise<string> {
  await seedProvince(world, bySystem(world.tenant), () => {});
  await world.as(system, monday, (act) => publish(act, national, local, from, 'written'));
  return another(world, 'new process');
}

async function another(world: TestWorld, key: string): Promise<string> {
  const filed = submission(key);
  const { id } = await world.as(father, monday, (act) =>
    receive(act, {
      ...filed,
      answers: scenarioOf(CODE).answers,
      procedure: { ...filed.procedure, code: CODE },
      agency: { id: committee, identifier: 'H99.18' },
      oneStop: committee,
    }),
  );
  await acceptAt(world, id, monday);
  return id;
}

const publishChanged = (world: TestWorld, how: 'longer' | 'without') =>
  world.as(system, tuesday, (act) =>
    publish(act, national, { ...local, process: changed(local.process!, how) }, '2026-11-24', 'written'),
  );
const older = (world: TestWorld, by = head) =>
  world.look({ ...systemAt(wednesday.toISOString()), by }, (look) => listOlder(look, CODE));
const move = (world: TestWorld, id: string, by = head) =>
  world.as(by, wednesday, async (act) =>
    changeProcess(act, await hold(act, id), 'Quyết định mẫu 02/QĐ-UBND'),
  );

describe('a process that changes while dossiers run', () => {
  it(
    'is previewed for each, and goes on by the new one when the leader says so, its promise untouched',
    rolledBack(async (world) => {
      const id = await running(world);
      assert.deepEqual((await older(world)).previews, [], 'nothing is newer yet');
      await publishChanged(world, 'longer');
      const { previews, newest } = await older(world);
      assert.deepEqual(
        previews.map(({ dossier, why, migration }) => [
          dossier.id,
          why,
          migration.changes.map(({ kind, name }) => `${kind} ${name}`),
        ]),
        [[id, null, ['changed Phân công thụ lý', 'added Kiểm tra thêm']]],
      );
      assert.deepEqual((await older(world, here(caseOfficer))).previews, []);
      await assert.rejects(move(world, id, here(caseOfficer)), NotAllowed);
      await assert.rejects(move(world, id, leader), NotAllowed, 'the leader of another agency');
      const before = await wholeAt(world, id, wednesday);
      assert.equal(before.dossier.process_version, null);
      await move(world, id);
      const after = await wholeAt(world, id, wednesday);
      assert.deepEqual(
        [after.dossier.process_version, after.dossier.procedure_version, after.dossier.due_at],
        [newest.version, before.dossier.procedure_version, before.dossier.due_at],
      );
      assert.deepEqual(
        after.work.map(({ step, due_at: due }) => [step, due?.toISOString()]),
        [['Phân công thụ lý', '2026-11-25T04:00:00.000Z']],
        'two hours from now, once',
      );
      await assert.rejects(move(world, id), Conflict);
      assert.deepEqual((await older(world)).previews, []);
      await takeStep(world, id, wednesday, {});
      const [next] = (await wholeAt(world, id, wednesday)).work;
      assert.equal(next?.step, 'Kiểm tra thêm');
      for (const one of invariants)
        assert.deepEqual(await world.look(systemAt(wednesday.toISOString()), one.check), [], one.name);
    }),
  );

  it(
    'leaves a dossier where it is when the new process has no place for it',
    rolledBack(async (world) => {
      const id = await running(world);
      await publishChanged(world, 'without');
      const [preview] = (await older(world)).previews;
      assert.match(preview?.why?.vi ?? '', /không có chỗ/);
      const { dossier } = await wholeAt(world, id, wednesday);
      const asLeader = { ...systemAt(wednesday.toISOString()), by: head };
      assert.equal(await world.look(asLeader, (look) => isRunningOlder(look, dossier)), true);
      await assert.rejects(move(world, id), Conflict);
      assert.equal((await wholeAt(world, id, wednesday)).dossier.process_version, null);
    }),
  );

  it(
    'lets any number go over in portions, each by itself, with the reason of those that stay',
    rolledBack(async (world) => {
      const first = await running(world);
      const others = [
        await another(world, 'second'),
        await another(world, 'third'),
        await another(world, 'away'),
      ];
      await publishChanged(world, 'without');
      const order = (by: By, chosen: readonly string[] | 'all') =>
        world.as(by, wednesday, (act) => orderMove(act, CODE, chosen, 'Quyết định mẫu 02/QĐ-UBND'));
      await assert.rejects(order(head, []), Invalid);
      await assert.rejects(order(leader, 'all'), Invalid, 'the leader of another agency');
      await assert.rejects(order(here(caseOfficer), 'all'), Invalid);

      // One has gone on to a step that the new process has, another was withdrawn meanwhile.
      await takeStep(world, first, wednesday, {});
      const id = await order(head, 'all');
      const gone = others.at(-1)!;
      await world.as(father, wednesday, async (act) => withdraw(act, await hold(act, gone), 'Không cần nữa'));
      const asHead = { ...systemAt(wednesday.toISOString()), by: head };
      const counts = () => world.look(asHead, (look) => countMoved(look, id));
      assert.deepEqual(await counts(), { waiting: 4, done: 0, failed: 0 });
      await world.as(system, wednesday, (act) => movePortion(act, id, 2));
      assert.equal((await counts()).waiting, 2, 'a portion');
      await settle(world, listeners, wednesday);
      assert.deepEqual(await counts(), { waiting: 0, done: 1, failed: 3 });

      const { rows } = await world.look(asHead, (look) => listMoved(look, id));
      const results = new Map(rows.map(({ dossier, state, problem }) => [dossier, problem?.vi ?? state]));
      assert.equal(results.get(first), 'done');
      assert.match(results.get(others[0]!) ?? '', /không có chỗ/);
      assert.doesNotMatch(results.get(gone) ?? '', /done|không có chỗ|hệ thống gặp lỗi/);
      assert.equal((await wholeAt(world, first, wednesday)).dossier.process_version, 2);
      assert.equal((await wholeAt(world, others[0]!, wednesday)).dossier.process_version, null);
      await assert.rejects(
        world.look({ ...asHead, by: here(caseOfficer) }, (look) => getMove(look, id)),
        NotFound,
      );
      await settle(world, listeners, wednesday);
      for (const one of invariants)
        assert.deepEqual(await world.look(systemAt(wednesday.toISOString()), one.check), [], one.name);
    }),
  );
});
