/** What one person has before them while another acts: whoever comes second finds the dossier as it is by then, and nothing is done by what was. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { constructionPermit } from '../../../sample/procedures/construction-permit.ts';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { system, type By } from '../../ground/db/act.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { listCharges } from '../../outside/payments/index.ts';
import { handOver } from '../../work/desk/index.ts';
import { fromStepTable, toStepTable } from '../../work/process/index.ts';
import { getProcedure, publish } from '../catalogue/index.ts';
import { withdraw } from './commands/end.ts';
import { receive } from './commands/receive.ts';
import { doStep } from './commands/steps.ts';
import { clerk, father, leader, submission } from './fixtures.ts';
import { holdStep } from './held-step.ts';
import { invariants } from './invariants.ts';
import { listeners } from './listeners.ts';
import { hold } from './load.ts';
import { changeProcess } from './new-process/change.ts';
import { acceptAt, wholeAt } from './testing.ts';

const [monday, tuesday] = [new Date('2026-11-23T02:00:00Z'), new Date('2026-11-24T02:00:00Z')];
const before = (moment: Date): Date => new Date(moment.getTime() - 5);
const committee = sampleId('agency', 'ubnd-song-mau');
const CODE = constructionPermit.national.code;
const at = (by: By): By => ({
  ...by,
  agency: committee,
  powers: by.powers.map((power) => ({ ...power, agency: committee })),
});

const applicant: By = { ...father, person: sampleId('person', 'nguyen-van-vi-du') };

/** A construction permit, submitted at a ward of the sample; its first step is the assignment. */
async function permit(world: TestWorld): Promise<string> {
  const { id } = await world.as(father, monday, async (act) =>
    receive(act, {
      ...submission('at once'),
      procedure: await getProcedure(act, CODE),
      applicant: { person: applicant.person, organisation: null, name: father.name },
      answers: scenarioOf(CODE).answers,
      agency: { id: committee, identifier: 'H99.61' },
      oneStop: sampleId('agency', 'ttpvhcc-song-mau'),
    }),
  );
  return id;
}

async function healthy(world: TestWorld): Promise<void> {
  for (const one of invariants)
    assert.deepEqual(await world.look(systemAt(tuesday.toISOString()), one.check), [], one.name);
}

describe('two people at once', () => {
  it(
    'who came a moment earlier and had to wait comes after the other: an applicant withdraws what was accepted at that moment',
    inSample(async (world) => {
      const id = await permit(world);
      await acceptAt(world, id, monday);
      await world.as(applicant, before(monday), async (act) => withdraw(act, await hold(act, id), null));
      const { dossier } = await wholeAt(world, id, monday);
      assert.equal(dossier.state, 'withdrawn');
      assert.deepEqual(dossier.clock?.intervals.at(-1)?.to, monday);
      await healthy(world);
    }),
  );

  it(
    'asks for no fee of a dossier that was withdrawn before anybody came to reckon it',
    inSample(async (world) => {
      const id = await permit(world);
      await world.as(applicant, monday, async (act) => withdraw(act, await hold(act, id), null));
      const look = { ...systemAt(monday.toISOString()), tx: world.tx };
      const raising = listeners.filter(({ name }) => name === 'dossiers.raise-fees');
      const others = listeners.filter(({ name }) => name !== 'dossiers.raise-fees');
      await settle(world, others, monday);
      await world.as(system, monday, async (act) => announce(act, 'dossier.receive', id, {}));
      await settle(world, raising, monday);
      assert.deepEqual(await listCharges(look, id), []);
    }),
  );

  it(
    'a step that was opened before the dossier went over to a newer process is done by the newer one',
    inSample(async (world) => {
      const id = await permit(world);
      await acceptAt(world, id, monday);
      const opened = await wholeAt(world, id, monday);
      const { national, local } = constructionPermit;
      const table = toStepTable(local.process!);
      assert.ok('rows' in table);
      const [assign, ...others] = table.rows;
      const more = { ...assign!, id: 'kiem-tra-them', step: 'Kiểm tra thêm', hours: 4, act: 'appraise' };
      const { id: process, name, agency } = local.process!;
      const newer = fromStepTable({ id: process, name, agency }, [assign!, more, ...others]);
      await world.as(system, tuesday, (act) =>
        publish(act, national, { ...local, process: newer }, '2026-11-24', 'written'),
      );
      await world.as(at(leader), tuesday, async (act) => {
        await changeProcess(act, await hold(act, id), 'Quyết định mẫu 02/QĐ-UBND');
      });
      const [work] = opened.work;
      await world.as(at(leader), tuesday, async (act) => {
        const { held, definition } = await holdStep(act, opened, work!);
        return doStep(act, held, definition, Number(work!.ref), 'Giao Phòng Kinh tế');
      });
      const after = await wholeAt(world, id, tuesday);
      assert.deepEqual(
        after.work.map(({ step }) => step),
        ['Kiểm tra thêm'],
      );
      await healthy(world);
    }),
  );

  it(
    'a step that meanwhile went to another hand, or is over, is not done by whoever had it open',
    inSample(async (world) => {
      const id = await permit(world);
      await acceptAt(world, id, monday);
      const opened = await wholeAt(world, id, monday);
      const [work] = opened.work;
      const step = (by: By) => world.as(by, monday, (act) => holdStep(act, opened, work!));
      await step(at(leader));
      await world.as(system, monday, async (act) => handOver(act, work!.id, at(clerk).account));
      await assert.rejects(step(at(leader)), Conflict);
      await step(at(clerk));
      await world.as(applicant, monday, async (act) => withdraw(act, await hold(act, id), null));
      await assert.rejects(step(at(clerk)), Conflict);
    }),
  );
});
