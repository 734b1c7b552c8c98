/** Opinions of other agencies: in parallel, each on the desk and with the clock of who is asked; silence moves no date. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProcedures } from '../../../sample/procedures/index.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { system, type By } from '../../ground/db/act.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, NotAllowed } from '../../ground/operate/errors.ts';
import { listInbox, listWorkOf } from '../../work/desk/index.ts';
import { consulting } from '../../work/process/index.ts';
import { publish } from '../catalogue/index.ts';
import { accept } from './commands/accept.ts';
import { receive } from './commands/receive.ts';
import { giveOpinion, propose } from './commands/steps.ts';
import { answerSupplement, askSupplement } from './commands/supplement.ts';
import { caseOfficer, counter, father, pinned, shortProcess, stranger2, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { hearNoAnswer } from './jobs.ts';
import { findDossier, hold } from './load.ts';
import { getWhole } from './queries.ts';
import { at, build, committee, land } from './testing/sample-agencies.ts';

/** Monday 23 November 2026, 09:00 in Vietnam; the 24th is a holiday, and at noon work rests for two hours. */
const monday = '2026-11-23T02:00:00Z';
const wednesday = '2026-11-25T02:00:00Z';

const adviser = at(stranger2, build.id);
const silent = at(stranger2, land.id);
const [desk, officer] = [at(counter, committee.id), at(caseOfficer, committee.id)];

const opinion = (id: string, unit: string, hours: number) => ({
  id,
  name: `Lấy ý kiến ${unit}`,
  unit,
  position: 'Chuyên viên',
  hours,
});
const process = consulting(shortProcess, 'du-thao', [
  opinion('y-kien-1', build.name, 8),
  opinion('y-kien-2', land.name, 4),
]);

/** A dossier that was accepted on Monday and asks two departments beside the draft. */
async function begun(world: TestWorld) {
  await seedProvince(world, bySystem(world.tenant), () => {});
  const { national, local, from } = sampleProcedures.find((one) => one.national.code === '1.001193')!;
  await world.as(system, monday, (act) => publish(act, national, { ...local, process }, from, 'written'));
  const filed = submission('asked');
  const agency = { id: committee.id, identifier: 'H99.18' };
  const { id, code } = await world.as(father, monday, (act) =>
    receive(act, { ...filed, agency, oneStop: committee.id }),
  );
  const accepted = await world.as(desk, monday, async (act) =>
    accept(act, await hold(act, id), { ...pinned, process }),
  );
  const tokenAt = async (by: By): Promise<number> => {
    const { rows } = await world.look({ ...systemAt(monday), by }, (look) =>
      listInbox(look, { whose: 'all' }),
    );
    return Number(rows.find(({ item }) => item === id)?.ref);
  };
  const now = async () => (await world.look(systemAt(monday), (look) => findDossier(look, id)))!;
  const work = () => world.look(systemAt(monday), (look) => listWorkOf(look, id));
  return { id, code, accepted, tokenAt, now, work };
}

describe('opinions of other agencies', () => {
  it(
    'are asked for in parallel at the agencies that are asked, each with its own clock; silence stops nobody',
    rolledBack(async (world) => {
      const { id, code, accepted, tokenAt, now, work } = await begun(world);
      const kinds = Object.fromEntries(
        (await work()).map(({ agency, kind, due_at }) => [agency, [kind, due_at?.toISOString()]]),
      );
      assert.deepEqual(kinds[build.id], ['opinion', '2026-11-25T02:00:00.000Z']);
      assert.deepEqual(kinds[land.id], ['opinion', '2026-11-23T08:00:00.000Z']);
      assert.equal(kinds[committee.id]?.[0], 'draft');

      const read = (by: By) => world.look({ ...systemAt(monday), by }, (look) => getWhole(look, code));
      await read(adviser);
      const token = await tokenAt(adviser);
      await assert.rejects(
        world.as(at(stranger2, sampleId('agency', 'khong-co')), monday, async (act) =>
          giveOpinion(act, await hold(act, id), process, token, 'Đồng ý'),
        ),
        NotAllowed,
      );
      await world.as(adviser, monday, async (act) =>
        giveOpinion(act, await hold(act, id), process, token, 'Đồng ý'),
      );
      await assert.rejects(read(adviser), NotAllowed, 'who has answered does not see it any more');

      await world.as(system, '2026-11-23T07:00:00Z', hearNoAnswer);
      assert.equal(
        (await now()).opinions.find((one) => one.outcome === 'no-answer'),
        undefined,
      );
      await world.as(system, wednesday, hearNoAnswer);
      await world.as(system, wednesday, hearNoAnswer);
      const after = await now();
      assert.deepEqual(
        after.opinions.map(({ outcome }) => outcome),
        ['answered', 'no-answer'],
      );
      assert.equal(after.opinion_due_at, null);
      assert.deepEqual(
        [after.due_at, after.promised_at, after.state],
        [accepted.due_at, accepted.promised_at, 'accepted'],
      );
      await assert.rejects(
        world.as(silent, wednesday, async (act) =>
          giveOpinion(act, await hold(act, id), process, after.opinions[1]!.token, 'Muộn'),
        ),
        Conflict,
      );
      const drafting = await tokenAt(officer);
      await world.as(officer, wednesday, async (act) =>
        propose(act, await hold(act, id), process, drafting, {
          kind: 'grant',
          data: {},
          refusal: null,
          paper: id,
        }),
      );
      assert.deepEqual(
        (await work()).map(({ kind, paused_for }) => [kind, paused_for]),
        [['sign', null]],
      );
      await assert.rejects(
        world.as(officer, wednesday, async (act) =>
          propose(act, await hold(act, id), process, drafting, {
            kind: 'grant',
            data: {},
            refusal: null,
            paper: id,
          }),
        ),
        Conflict,
      );
      for (const one of invariants) assert.deepEqual(await world.look(systemAt(wednesday), one.check), []);
    }),
  );

  it(
    'keep their own clocks while the person supplements',
    rolledBack(async (world) => {
      const { id, tokenAt, now, work } = await begun(world);
      await world.as(desk, monday, async (act) =>
        askSupplement(act, await hold(act, id), [{ where: '', what: 'Giấy chứng sinh mờ' }], null),
      );
      const asked = async () =>
        (await work())
          .filter(({ kind }) => kind === 'opinion')
          .map(({ due_at, paused_for }) => [due_at, paused_for]);
      const own = [
        [new Date('2026-11-25T02:00:00.000Z'), null],
        [new Date('2026-11-23T08:00:00.000Z'), null],
      ];
      assert.deepEqual((await asked()).toSorted(), own.toSorted());
      const token = await tokenAt(adviser);
      const { state } = await world.as(adviser, monday, async (act) =>
        giveOpinion(act, await hold(act, id), process, token, 'Đồng ý'),
      );
      assert.equal(state, 'supplement');
      await world.as(father, monday, async (act) =>
        answerSupplement(act, await hold(act, id), {}, [], { afterSupplement: 'resume' }),
      );
      assert.deepEqual(await asked(), [own[1]]);
      assert.equal((await now()).state, 'processing');
    }),
  );
});
