/** Every shipped procedure comes to its result: from submission over each of its steps, by the acts of those who do them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProcedures } from '../../../sample/procedures/index.ts';
import { scenarioOf, type Scenario } from '../../../sample/procedures/answers.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { system, type By } from '../../ground/db/act.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { connected, type Opened } from '../../outside/registries/fixtures.ts';
import { findRequest } from '../../outside/registries/index.ts';
import { listCharges, takeMoney } from '../../outside/payments/index.ts';
import { getPaper } from '../../paper/papers/index.ts';
import { dataErrors, findTemplate } from '../../paper/typeset/index.ts';
import { publish } from '../catalogue/index.ts';
import { receive } from './commands/receive.ts';
import { unpaidBefore } from './commands/payment.ts';
import { counter, father, submission } from './fixtures.ts';
import { findingsOf, type Found } from './findings.ts';
import { invariants } from './invariants.ts';
import { hearSilence } from './jobs.ts';
import { listeners } from './listeners.ts';
import type { Whole } from './queries.ts';
import { signerOf } from './result.ts';
import { acceptAt, takeStep as takeNext, wholeAt as wholeNow } from './testing.ts';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const monday = new Date('2026-11-23T02:00:00Z');
const heard = listeners.filter(({ on }) => on.startsWith('registry.') || on === 'dossier.receive');

const committee = sampleId(
  'agency',
  readSample().agencies.find(({ kind, abolished }) => kind === 'peoples-committee' && !abolished)?.slug ?? '',
);
const here = (by: By): By => ({
  ...by,
  agency: committee,
  powers: by.powers.map((power) => ({ ...power, agency: committee })),
});
async function seeded(world: TestWorld): Promise<void> {
  await seedProvince(world, bySystem(world.tenant), () => {});
  await world.as(system, monday, async (act) => {
    for (const { national, local, from } of sampleProcedures)
      await publish(act, national, local, from, 'written');
  });
}

const wholeAt = (world: TestWorld, id: string): Promise<Whole> => wholeNow(world, id, monday);

/** Files and accepts the first scenario of a procedure. */
async function accepted(world: TestWorld, { procedure, answers }: Scenario): Promise<string> {
  const filed = submission(`shipped ${procedure}`);
  const { id } = await world.as(father, monday, (act) =>
    receive(act, {
      ...filed,
      answers,
      procedure: { ...filed.procedure, code: procedure },
      agency: { id: committee, identifier: 'H99.18' },
      oneStop: committee,
    }),
  );
  await settle(world, heard, monday);
  await acceptAt(world, id, monday);
  return id;
}

/** What the officers of the scenario find, as they would type it. */
function foundIn({ found }: Scenario, whole: Whole): Found {
  const at = (name: string): unknown =>
    name
      .split('.')
      .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], found);
  return Object.fromEntries(
    findingsOf(whole.procedure).map(({ name }) => [name, at(name) as string | number]),
  );
}

/** Does the next step that waits, whoever's it is. */
async function takeStep(world: TestWorld, id: string, scenario: Scenario, now = monday): Promise<void> {
  const whole = await wholeAt(world, id);
  const taken = await takeNext(world, id, now, foundIn(scenario, whole));
  assert.ok(taken, `${scenario.procedure}: nothing waits in state ${whole.dossier.state}`);
}

async function walkToEnd(world: TestWorld, { room }: Opened, scenario: Scenario): Promise<Whole> {
  const id = await accepted(world, scenario);
  for (let n = 0; n < 25; n++) {
    const { dossier } = await wholeAt(world, id);
    if (dossier.state === 'returned') break;
    await takeStep(world, id, scenario);
    await settle(world, [...room.listeners, ...heard], monday);
  }
  return wholeAt(world, id);
}

describe('shipped procedures', () => {
  it(
    'all come from submission to their result, or are mirrored where another system decides',
    { timeout: 120_000 },
    rolledBack(async (world) => {
      await seeded(world);
      await connected(world, async (opened) => {
        for (const { national, local } of sampleProcedures) {
          const scenario = scenarioOf(national.code);
          if (local.systemOfRecord !== 'us') continue;
          const { dossier } = await walkToEnd(world, opened, scenario);
          assert.equal(dossier.state, 'returned', national.code);
          const paper = await world.look(systemAt(monday.toISOString()), (look) =>
            getPaper(look, dossier.result ?? ''),
          );
          const template = findTemplate(paper.template);
          assert.ok(template);
          const signed = { ...paper.data, signer: signerOf(['PHÓ CHỦ TỊCH'], 'Người Ký') };
          assert.deepEqual(dataErrors(template, signed), [], national.code);
          assert.equal(paper.template, national.results.find((one) => one.template)?.template);
        }
      });
      for (const one of invariants)
        assert.deepEqual(await world.look(systemAt(monday.toISOString()), one.check), [], one.name);
    }),
  );

  it(
    'wait for the number that only another authority gives: while it is down, late, and after it has refused',
    { timeout: 60_000 },
    rolledBack(async (world) => {
      await seeded(world);
      await connected(world, async ({ another, simulators }) => {
        // Each time a process that remembers nothing of what failed: a closed door is tried anew.
        const later = (now: Date) => settle(world, [...another().listeners, ...heard], now);
        const scenario = scenarioOf('1.001612');
        const id = await accepted(world, scenario);
        const at = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);
        const request = () =>
          world.look(systemAt(monday.toISOString()), (look) => findRequest(look, id, 'household-business'));
        const drafting = async () => (await wholeAt(world, id)).work.find(({ kind }) => kind === 'draft');
        while (!(await drafting())) await takeStep(world, id, scenario);

        simulators.faults.tax.down = true;
        await takeStep(world, id, scenario);
        await later(monday);
        assert.match(
          (await drafting())?.paused_for ?? '',
          /Chờ mã số hộ kinh doanh từ Hệ thống đăng ký thuế/,
        );
        assert.equal((await wholeAt(world, id)).dossier.result, null);
        await assert.rejects(takeStep(world, id, scenario), Conflict, 'it is not asked for twice');

        Object.assign(simulators.faults.tax, { down: false, late: true });
        await later(at(5));
        assert.equal((await request())?.state, 'waiting');
        Object.assign(simulators.faults.tax, { late: false, reject: true });
        await later(at(120));
        assert.equal((await request())?.state, 'rejected');
        assert.match((await drafting())?.step ?? '', /từ chối cấp mã số hộ kinh doanh/);
        assert.equal((await drafting())?.paused_for, null);

        simulators.faults.tax.reject = false;
        await takeStep(world, id, scenario, at(121));
        await later(at(240));
        const whole = await wholeAt(world, id);
        assert.deepEqual(
          whole.work.map(({ kind }) => kind),
          ['sign'],
        );
        const paper = await world.look(systemAt(monday.toISOString()), (look) =>
          getPaper(look, whole.dossier.result ?? ''),
        );
        assert.equal(paper.data['code'], (await request())?.numbers?.['householdCode']);
      });
    }),
  );

  it(
    'are not accepted before the fee is paid where the law says so, also when the money was not asked for yet',
    rolledBack(async (world) => {
      await seeded(world);
      const { procedure, answers } = scenarioOf('1.001612');
      const filed = submission('at the counter');
      const { id } = await world.as(here(counter), monday, (act) =>
        receive(act, {
          ...filed,
          answers,
          channel: 1,
          procedure: { ...filed.procedure, code: procedure },
          agency: { id: committee, identifier: 'H99.18' },
          oneStop: committee,
        }),
      );
      const look = systemAt(monday.toISOString());
      const unpaid = async () => {
        const whole = await wholeAt(world, id);
        return world.look(look, (now) => unpaidBefore(now, 'acceptance', whole.dossier, whole.procedure));
      };
      assert.match((await unpaid())?.vi ?? '', /Chưa nộp: Lệ phí đăng ký hộ kinh doanh/);
      await settle(world, heard, monday);
      assert.ok(await unpaid());
      const [charge] = await world.look(look, (now) => listCharges(now, id));
      assert.ok(charge);
      const pay = () =>
        world.as(system, monday, (act) =>
          takeMoney(act, { source: 'bank', outsideId: 'x', ref: charge.ref, amount: 100_000, at: monday }),
        );
      await pay();
      assert.equal(await unpaid(), null);
    }),
  );

  it(
    'are approved by silence where the law says so, and somebody still signs the notice of it',
    rolledBack(async (world) => {
      await seeded(world);
      const ordinary = await accepted(world, scenarioOf('1.001193'));
      const id = await accepted(world, scenarioOf('1.004650'));
      // One at a time, behind a dossier that is late for longer and is never approved by silence.
      await world.as(system, '2027-03-01T02:00:00Z', (act) => hearSilence(act, 'https://mau.example', 1));
      assert.equal((await wholeAt(world, ordinary)).dossier.state, 'accepted');
      const { dossier, work } = await wholeAt(world, id);
      assert.deepEqual([dossier.state, dossier.outcome], ['decided', 'granted']);
      assert.deepEqual(
        work.map(({ kind, role }) => [kind, role]),
        [['sign', 'leader']],
      );
    }),
  );
});
