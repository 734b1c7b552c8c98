/** One matter asked for twice: officers are told, nothing is stopped, and nobody reads what is not theirs to read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { linkedBirth } from '../../../sample/procedures/linked-birth.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { send } from '../../ground/db/connect.ts';
import type { By } from '../../ground/db/act.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { acceptNow } from './commands/accept.ts';
import { refuseIntake, withdraw } from './commands/end.ts';
import { receive, type Submission } from './commands/receive.ts';
import { answerSupplement, askSupplement } from './commands/supplement.ts';
import { findDuplicates, matterKeysOf } from './duplicates.ts';
import { counter, father, notCompetent, stranger, submission } from './fixtures.ts';
import { hold } from './load.ts';
import { acceptPage } from './pages/accept.tsx';
import { dossierPage } from './pages/dossier.tsx';
import { wholeAt } from './testing.ts';

const now = '2026-11-23T02:00:00Z';
const at = new Date(now);
const ward = sampleId('agency', 'ubnd-song-mau');
const otherWard = sampleId('agency', 'ubnd-an-mau');

const counterOf = (agency: string): By => ({
  ...counter,
  agency,
  powers: [{ role: 'counter', agency, unit: null }],
});

const { answers } = scenarioOf('1.001193');
const birth = birthRegistration.local;

type Filing = {
  readonly by?: By;
  readonly agency?: string;
  readonly answers?: Submission['answers'];
  readonly procedure?: Submission['procedure'];
};

let filings = 0;

/** Files a birth registration. Returns its id and code. */
const file = (world: TestWorld, filing: Filing = {}) => {
  const { by = father, agency = ward } = filing;
  return world.as(by, now, (act) =>
    receive(act, {
      ...submission(`twice ${(filings += 1)}`),
      procedure: filing.procedure ?? { ...birthRegistration.national, ...birth, version: 1 },
      applicant: { person: by.person, organisation: null, name: by.name },
      agency: { id: agency, identifier: 'H99.51' },
      oneStop: agency,
      answers: filing.answers ?? answers,
    }),
  );
};

/** What an officer of this agency is told beside the dossier: the codes they may open, null for each that they may not. */
const told = async (world: TestWorld, id: string, by: By): Promise<readonly (string | null)[]> => {
  const { dossier, procedure } = await wholeAt(world, id, at);
  const found = await world.look({ ...systemAt(now), by }, (look) =>
    findDuplicates(look, matterKeysOf(procedure, dossier.answers), dossier),
  );
  return found.map((one) => one.dossier?.code ?? null);
};

describe('two dossiers about the same birth', () => {
  it('are held against each other by child, day and mother, however the names are typed', () => {
    const keys = matterKeysOf(birth, answers);
    assert.equal(keys.length, 2, 'by the number of the mother, and by her name');
    const typed = { ...answers, childName: ' NGUYEN  an ví dụ' };
    assert.deepEqual(matterKeysOf(birth, typed), keys);
    const twin = { ...answers, childName: 'Nguyễn Bình Ví Dụ' };
    assert.deepEqual(
      matterKeysOf(birth, twin).filter((one) => keys.includes(one)),
      [],
    );
    const { personalNumber: _, ...mother } = answers['mother'] as Record<string, unknown>;
    assert.deepEqual(
      matterKeysOf(birth, { ...answers, mother }),
      keys.slice(1),
      'what is not given identifies nothing',
    );
    assert.deepEqual(matterKeysOf(birth, {}), []);
    assert.deepEqual(matterKeysOf({}, answers), []);
    assert.deepEqual(matterKeysOf(linkedBirth.local, answers), keys, 'whichever procedure asks for it');
  });

  it(
    'are told of to the officers of both, by name to those who may read it; the applicant is told only of their own',
    inSample(async (world) => {
      const first = await file(world);
      const second = await file(world, { by: stranger, agency: otherWard });
      assert.deepEqual(await told(world, first.id, counterOf(ward)), [null]);
      assert.deepEqual(await told(world, second.id, counterOf(otherWard)), [null]);
      const both: By = {
        ...counterOf(ward),
        powers: [ward, otherWard].flatMap((one) => counterOf(one).powers),
      };
      assert.deepEqual(await told(world, first.id, both), [second.code]);
      assert.deepEqual(await told(world, second.id, father), [first.code]);
      assert.deepEqual(await told(world, second.id, stranger), [], 'not of what somebody else has filed');
    }),
  );

  it(
    'show it on the page of the dossier and before acceptance, which it never stops',
    inSample(async (world) => {
      const first = await file(world);
      const second = await file(world);
      const visitor = (by: By) =>
        visitorOf(world, { pages: [acceptPage, dossierPage(async () => false)] }, now, by);
      for (const path of [`/ho-so/${second.code}`, `/ho-so/${second.code}/tiep-nhan`]) {
        const { text } = await visitor(counterOf(ward)).get(path);
        assert.match(text, /Có thể trùng/, path);
        assert.ok(text.includes(first.code), path);
      }
      const { text } = await visitor(father).get(`/ho-so/${second.code}`);
      assert.doesNotMatch(text, /Có thể trùng/, 'the office asks, not the applicant');
      await world.as(counterOf(ward), now, async (act) =>
        acceptNow(act, await wholeAt(world, second.id, at)),
      );
      assert.equal((await wholeAt(world, second.id, at)).dossier.state, 'accepted');
    }),
  );

  it(
    'no longer once one of them came to nothing, or was mended to be another child',
    inSample(async (world) => {
      const officer = counterOf(ward);
      const [kept, refused, withdrawn, mended] = [
        await file(world),
        await file(world),
        await file(world),
        await file(world),
      ];
      await world.as(officer, now, async (act) =>
        refuseIntake(act, await hold(act, refused.id), notCompetent),
      );
      await world.as(father, now, async (act) => withdraw(act, await hold(act, withdrawn.id), null));
      assert.deepEqual(await told(world, kept.id, officer), [mended.code]);
      await world.as(officer, now, async (act) =>
        askSupplement(
          act,
          await hold(act, mended.id),
          [{ where: 'childName', what: 'Ghi sai tên bé' }],
          null,
        ),
      );
      const sibling = { ...answers, childName: 'Nguyễn Bình Ví Dụ' };
      await world.as(father, now, async (act) =>
        answerSupplement(act, await hold(act, mended.id), sibling, [], birth),
      );
      assert.deepEqual(await told(world, kept.id, officer), []);
      const later = await file(world, { answers: sibling });
      assert.deepEqual(await told(world, later.id, officer), [mended.code]);
    }),
  );

  it(
    'keep no answer beside the dossier, only what tells that two are the same',
    inSample(async (world) => {
      const { id } = await file(world);
      const rows = await send<{ key: string }>(
        world.tx,
        'select key from dossiers.matter_keys where tenant = $1 and dossier = $2',
        [world.tenant, id],
      );
      assert.deepEqual(
        rows.map(({ key }) => /^[0-9a-f]{64}$/.test(key)),
        [true, true],
      );
    }),
  );
});
