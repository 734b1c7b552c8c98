/** Dossiers that run while the process of their procedure changes: previewed, moved by their leader, finished by the new process. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { constructionPermit } from '../../../sample/procedures/construction-permit.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { system, type By } from '../../ground/db/act.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, NotAllowed } from '../../ground/operate/errors.ts';
import { fromStepTable, toStepTable, type Definition } from '../../work/process/index.ts';
import { publish } from '../catalogue/index.ts';
import { changeProcess } from './commands/change-process.ts';
import { receive } from './commands/receive.ts';
import { caseOfficer, father, leader, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { hold } from './load.ts';
import { isRunningOlder, listOlder } from './new-process.ts';
import { acceptAt, takeStep, wholeAt } from './testing.ts';

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
const head = here(leader);
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
  const filed = submission('new process');
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
});
