/** The batch acts of the desk do to each dossier what its own page does, with the same refusals. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sampleProcedures } from '../../../sample/procedures/index.ts';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { system, type By } from '../../ground/db/act.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Conflict, Invalid, NotAllowed, Unavailable } from '../../ground/operate/errors.ts';
import { birthDraft, testPress } from '../../paper/papers/fixtures.ts';
import {
  draftPaper,
  getPaper,
  newCheckCode,
  noteSignature,
  signAsLeader,
  type Paper,
  type Press,
} from '../../paper/papers/index.ts';
import { close as closeTypeset, findTemplate } from '../../paper/typeset/index.ts';
import { listCharges, takeMoney, waiveCharge } from '../../outside/payments/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import type { Answers } from '../../work/forms/index.ts';
import { publish } from '../catalogue/index.ts';
import { dossierBatches } from './batch.ts';
import { isResultHeld } from './commands/payment.ts';
import { receive, type Submission } from './commands/receive.ts';
import { propose } from './commands/steps.ts';
import {
  caseOfficer,
  clerk,
  counter,
  father,
  leader,
  shortProcess,
  stranger2,
  submission,
} from './fixtures.ts';
import { listeners } from './listeners.ts';
import { findDossier, hold } from './load.ts';
import { dossierMatters } from './matters.ts';
import { takeStep } from './testing.ts';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const monday = '2026-11-23T02:00:00Z';
const committee = sampleId(
  'agency',
  readSample().agencies.find(({ kind, abolished }) => kind === 'peoples-committee' && !abolished)!.slug,
);
const here = (by: By): By => ({
  ...by,
  agency: committee,
  powers: by.powers.map((power) => ({ ...power, agency: committee })),
});

describe('batches of dossiers', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => {
    press = await testPress(monday);
  });
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  /** Does one batch act to the work of this kind that waits for a dossier. */
  async function run(
    world: TestWorld,
    name: string,
    by: By,
    id: string,
    note: string | null = null,
    using: Press = press,
  ) {
    const batch = dossierBatches(using, world).find((one) => one.name === `dossiers.${name}`)!;
    const waiting = await world.look(systemAt(monday), (look) => listWorkOf(look, id));
    const work = waiting.find(batch.fits);
    assert.ok(work, `${name}: no work`);
    const said = { note, colleague: null };
    const prepared = await world.look({ ...systemAt(monday), by }, async (look) =>
      batch.prepare?.(look, work, said),
    );
    await world.as(by, monday, (act) => batch.act(act, work, said, prepared));
    return (await world.look(systemAt(monday), (look) => findDossier(look, id)))!;
  }

  async function filed(
    world: TestWorld,
    code: string,
    more: Partial<Submission> = {},
    answers: Answers = {},
  ): Promise<string> {
    await seedProvince(world, bySystem(world.tenant), () => {});
    const { national, local, from } = sampleProcedures.find((one) => one.national.code === code)!;
    // No registry of this world gives the number of a birth.
    const ours = code === '1.001193' ? { process: shortProcess, number: null } : {};
    await world.as(system, monday, (act) => publish(act, national, { ...local, ...ours }, from, 'written'));
    const one = submission(`batch ${code}`);
    const { id } = await world.as(father, monday, (act) =>
      receive(act, {
        ...one,
        ...more,
        answers: { ...scenarioOf(code).answers, ...answers },
        channel: 1,
        procedure: { ...one.procedure, code },
        agency: { id: committee, identifier: 'H99.18' },
        oneStop: committee,
      }),
    );
    return id;
  }

  it(
    'accept and send back as the pages do: only by whose work it is, and with a reason',
    rolledBack(async (world) => {
      const id = await filed(world, '1.001193');
      await assert.rejects(run(world, 'accept', stranger2, id), NotAllowed);
      assert.equal((await run(world, 'accept', here(counter), id)).state, 'accepted');
      const drafting = await world.look(systemAt(monday), (look) => listWorkOf(look, id));
      await world.as(here(caseOfficer), monday, async (act) =>
        propose(act, await hold(act, id), shortProcess, Number(drafting[0]?.ref), {
          kind: 'grant',
          data: {},
          refusal: null,
          paper: id,
        }),
      );
      await assert.rejects(run(world, 'send-back', here(leader), id), Invalid);
      assert.equal((await run(world, 'send-back', here(leader), id, 'Sai tên mẹ')).result, null);
    }),
  );

  it(
    'accept nothing before the fee that the law wants first is paid',
    rolledBack(async (world) => {
      const id = await filed(world, '1.001612');
      const heard = listeners.filter(({ on }) => on === 'dossier.receive');
      await settle(world, heard, new Date(monday));
      await assert.rejects(run(world, 'accept', here(counter), id), Conflict);
    }),
  );

  it(
    'hand over nothing while its fee is owed, and everything once it is paid',
    rolledBack(async (world) => {
      const id = await filed(world, '2.000815');
      await settle(
        world,
        listeners.filter(({ on }) => on === 'dossier.receive'),
        new Date(monday),
      );
      assert.equal((await run(world, 'accept', here(counter), id)).state, 'accepted');
      const found = { registerNumber: '1', book: '01/2026', copyHash: 'a'.repeat(64) };
      for (let step = 0; step < 3; step++) await takeStep(world, id, new Date(monday), found);
      const held = () => world.look(systemAt(monday), (look) => isResultHeld(look, id));
      assert.equal(await held(), true);
      await assert.rejects(run(world, 'return', here(counter), id), Conflict);
      const [charge] = await world.look(systemAt(monday), (look) => listCharges(look, id));
      assert.equal(charge?.amount, 15_000);
      await world.as(system, monday, (act) =>
        takeMoney(act, {
          source: 'bank',
          outsideId: 'late',
          ref: charge?.ref ?? '',
          amount: 15_000,
          at: new Date(monday),
        }),
      );
      assert.equal(await held(), false);
      assert.equal((await run(world, 'return', here(counter), id)).state, 'returned');
    }),
  );

  for (const returnWay of ['post', 'online'] as const)
    it(
      `return ${returnWay}: what is owed for copies is settled before paper is handed over, and the person is told of it`,
      rolledBack(async (world) => {
        const id = await filed(world, '1.001193', { returnWay }, { copies: 3 });
        await settle(
          world,
          listeners.filter(({ on }) => on === 'dossier.receive'),
          new Date(monday),
        );
        await run(world, 'accept', here(counter), id);
        for (let step = 0; step < 3; step++) await takeStep(world, id, new Date(monday));
        const told = await world.look(systemAt(monday), (look) => dossierMatters.recipientOf(look, id));
        assert.match(told?.owes?.vi ?? '', /^Phí cấp bản sao trích lục: 24\.000/);
        if (returnWay === 'online') {
          assert.equal((await run(world, 'return', here(counter), id)).state, 'returned');
          return;
        }
        await assert.rejects(run(world, 'return', here(counter), id), Conflict);
        const [charge] = await world.look(systemAt(monday), (look) => listCharges(look, id));
        await world.as(here(counter), monday, (act) => waiveCharge(act, charge!.id, 'Không lấy bản sao nữa'));
        assert.equal((await run(world, 'return', here(counter), id)).state, 'returned');
      }),
    );

  it(
    'seal: the number that a result was given stays when sealing fails and is tried again',
    rolledBack(async (world) => {
      const id = await filed(world, '1.001193');
      await run(world, 'accept', here(counter), id);
      await world.as(here(caseOfficer), monday, async (act) => {
        const data = { ...(findTemplate('birth-certificate')?.sample as object) };
        const paper = draftPaper(act, birthDraft({ agency: committee, item: id, data }), newCheckCode());
        const [work] = await listWorkOf(act, id);
        await propose(act, await hold(act, id), shortProcess, Number(work?.ref), {
          kind: 'grant',
          data: {},
          refusal: null,
          paper,
        });
      });
      const paperNow = async (): Promise<Paper> => {
        const { result } = (await world.look(systemAt(monday), (look) => findDossier(look, id)))!;
        return world.look(systemAt(monday), (look) => getPaper(look, result!));
      };
      const draft = await paperNow();
      const holder = { id: leader.person!, name: leader.name, organisation: 'Phường' };
      const signed = await signAsLeader(press, draft, holder, new Date(monday));
      await world.as(here(leader), monday, (act) => noteSignature(act, draft.id, signed));
      await takeStep(world, id, new Date(monday));

      await assert.rejects(run(world, 'seal', stranger2, id), NotAllowed);
      const { keyring } = press;
      const down = new Unavailable({ vi: 'Không có dấu thời gian.', en: 'No timestamp.' });
      const without = { ...press, keyring: { ...keyring, timestamp: () => Promise.reject(down) } };
      await assert.rejects(run(world, 'seal', here(clerk), id, null, without), Unavailable);
      const numbered = await paperNow();
      assert.deepEqual([numbered.state, numbered.symbol], ['numbered', '01/2026']);
      assert.equal((await run(world, 'seal', here(clerk), id)).state, 'decided');
      const issued = await paperNow();
      assert.deepEqual([issued.state, issued.symbol, issued.issued_on], ['issued', '01/2026', '2026-11-23']);
    }),
  );
});
