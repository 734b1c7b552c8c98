/** Birth, residence and health insurance of a child as one request: three dossiers at three agencies, each with its own clock. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { listRequests } from '../../outside/registries/index.ts';
import { connected } from '../../outside/registries/fixtures.ts';
import { getAgency } from '../../world/agencies/index.ts';
import { findPersonByNumber } from '../../world/people/index.ts';
import { getProcedure } from '../catalogue/index.ts';
import {
  acceptAt,
  dossierMatters,
  invariants,
  listeners,
  listParts,
  takeStep,
} from '../dossiers/fixtures.ts';
import { findDossier, getByCode, listMine, mayRead } from '../dossiers/index.ts';
import { destinationOf } from './destination.ts';
import { linkedListener } from './linked.ts';
import { handIn } from './submit.ts';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const monday = new Date('2026-11-23T02:00:00Z');
const look = systemAt(monday.toISOString());
const scenario = scenarioOf('2.002621');
const found = {
  book: '01/2026',
  residence: 'Số 2 đường Thí Dụ, phường Thí Dụ, tỉnh Sông Lam',
  cardNumber: 'TE1990326000200',
};

async function filed(world: TestWorld): Promise<{ readonly id: string; readonly father: By }> {
  const person = await world.look(look, (now) =>
    findPersonByNumber(now, String(scenario.answers['declarantNumber'])),
  );
  assert.ok(person);
  const father: By = { ...nobody, kind: 'citizen', person: person.id, name: person.name, assurance: 2 };
  const { id } = await world.as(father, monday, async (act) => {
    const procedure = await getProcedure(act, scenario.procedure);
    const owner = { person: person.id, organisation: null };
    const { householderConsent: _, ...answers } = scenario.answers;
    const withoutFile = { ...answers, householder: 'parent' };
    const destination = await destinationOf(act, procedure, withoutFile, owner);
    assert.ok(destination);
    return handIn(
      act,
      {
        ...owner,
        answers: withoutFile,
        key: 'joint',
        channel: 2,
        filer: null,
        returnWay: 'online',
        components: [],
      },
      procedure,
      destination,
    );
  });
  return { id, father };
}

/** Does what waits on a dossier until its result is handed over. */
async function settleDossier(world: TestWorld, id: string, settled: () => Promise<unknown>): Promise<void> {
  while (await takeStep(world, id, monday, found)) await settled();
}

describe('birth, residence and insurance as one request', () => {
  it(
    'is one code for the person and three dossiers at three agencies, each with its own clock and result',
    { timeout: 120_000 },
    inSample(async (world) => {
      await connected(world, async ({ room }) => {
        const all = [...room.listeners, ...listeners, linkedListener];
        const settled = () => settle(world, all, monday);
        const { id, father } = await filed(world);
        await settled();
        const first = () => world.look(look, async (now) => (await findDossier(now, id))!);
        const parts = () =>
          world.look(look, async (now) =>
            listParts(now, await first(), (await getProcedure(now, scenario.procedure)).linked ?? []),
          );
        assert.deepEqual(
          (await parts()).map(({ waits, dossier }) => [waits, dossier]),
          [
            ['later', null],
            ['later', null],
          ],
        );
        await acceptAt(world, id, monday);
        await settleDossier(world, id, settled);

        const [residence, insurance] = await parts();
        assert.ok(residence?.dossier && insurance?.dossier);
        assert.deepEqual([residence.dossier.state, insurance.dossier.state], ['accepted', 'accepted']);
        assert.deepEqual(
          [residence.agency?.vi, insurance.agency?.vi],
          ['Công an phường Thí Dụ', 'Bảo hiểm xã hội tỉnh Sông Lam'],
        );
        const codes = [residence.dossier.code, insurance.dossier.code];
        const [police, insurer] = await world.look(look, (now) =>
          Promise.all(codes.map((code) => getByCode(now, code))),
        );
        assert.ok(police && insurer);
        const [request] = await world.look(look, (now) => listRequests(now, id));
        for (const row of [police, insurer]) {
          assert.equal(row.linked_to, id);
          assert.ok(row.answers['childNumber']);
          assert.equal(row.answers['childNumber'], request?.numbers?.['personalNumber']);
          assert.ok(row.due_at && row.due_at > monday, 'a clock of its own');
          assert.equal(row.applicant, (await first()).applicant);
        }
        const card = {
          ...nobody,
          kind: 'officer' as const,
          powers: [{ role: 'case-officer', agency: insurer.agency, unit: null }],
        };
        assert.deepEqual(
          [mayRead(card, insurer), mayRead(card, police)],
          [true, false],
          'each sees its own part',
        );
        // The person has one request with one code, also in what is told to them.
        const { rows: mine } = await world.as(father, monday, (act) => listMine(act));
        assert.deepEqual(
          mine.map(({ code }) => code),
          [(await first()).code],
        );
        const told = await world.look(look, (now) => dossierMatters.recipientOf(now, police.id));
        assert.equal(told?.code, (await first()).code);

        // The insurance is ready first: the person gets it without waiting for the police.
        await settleDossier(world, insurer.id, settled);
        const [slow, fast] = await parts();
        assert.deepEqual([slow?.dossier?.state, fast?.dossier?.state], ['accepted', 'returned']);
        assert.ok(fast?.dossier?.result);
        await settleDossier(world, police.id, settled);
        assert.equal((await parts())[0]?.dossier?.state, 'returned');

        // Told twice, it is still three dossiers.
        await world.as(system, monday, async (act) => announce(act, 'dossier.decide', id));
        await settled();
        assert.equal((await parts()).length, 2);
      });
      for (const one of invariants) assert.deepEqual(await world.look(look, one.check), [], one.name);
      assert.equal(
        (await world.look(look, (now) => getAgency(now, sampleId('agency', 'bhxh-tinh')))).kind,
        'insurance',
      );
    }),
  );
});
