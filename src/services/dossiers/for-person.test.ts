/** What the person meets when two act at once, when they are refused, and who of them is told. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { systemAt, rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import type { Act } from '../../ground/db/act.ts';
import { Conflict, NotAllowed } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { newId } from '../../ground/record/index.ts';
import { accept } from './commands/accept.ts';
import { refuseIntake, withdraw } from './commands/end.ts';
import { receive, type Submission } from './commands/receive.ts';
import { answerSupplement, askSupplement } from './commands/supplement.ts';
import { counter as anyCounter, father, pinned, stranger, submission } from './fixtures.ts';
import { grounds, reasonText, refusalOf } from './grounds.ts';
import { hold, type Held } from './load.ts';
import { dossierMatters } from './matters.ts';
import type { Dossier } from './schema.ts';

/** Friday 20 November 2026, 09:00 in Vietnam. */
const friday = '2026-11-20T02:00:00Z';
const ward = { id: sampleId('agency', 'ubnd-song-mau'), identifier: 'H99.61' };
const stop = sampleId('agency', 'ttpvhcc-song-mau');
const counter = { ...anyCounter, powers: [{ role: 'counter', agency: stop, unit: null }] };
const submit = async (world: TestWorld, more: Partial<Submission> = {}): Promise<string> =>
  (
    await world.as(father, friday, (act) =>
      receive(act, { ...submission('a'), agency: ward, oneStop: stop, ...more }),
    )
  ).id;
const on = (
  world: TestWorld,
  by: typeof father,
  id: string,
  work: (act: Act, held: Held) => Promise<Dossier>,
): Promise<Dossier> => world.as(by, friday, async (act) => work(act, await hold(act, id)));
const told = (world: TestWorld, id: string) =>
  world.look(systemAt(friday), (look) => dossierMatters.recipientOf(look, id));
const defects = [{ where: '', what: 'Ảnh mờ' }];
const procedure = { afterSupplement: 'restart' as const };

describe('two who act at once', () => {
  it(
    'are told how the dossier stands, not how its clock does',
    rolledBack(async (world) => {
      const id = await submit(world);
      await on(world, father, id, (act, held) => withdraw(act, held, null));
      const late: ((act: Act, held: Held) => Promise<Dossier>)[] = [
        (act, held) => accept(act, held, pinned),
        (act, held) => askSupplement(act, held, defects, null),
        (act, held) => answerSupplement(act, held, {}, [], procedure),
        (act, held) => refuseIntake(act, held, { reason: 'x', ground: 'not-competent', basis: 'y' }),
      ];
      for (const work of late)
        await assert.rejects(on(world, counter, id, work), (problem) => {
          assert.ok(problem instanceof Conflict);
          assert.match(problem.text.vi, /Đã rút/);
          return true;
        });
    }),
  );

  it(
    'withdraw once; pressed again one reads that it is withdrawn, and nobody else does it',
    rolledBack(async (world) => {
      const id = await submit(world);
      const press = () => on(world, father, id, (act, held) => withdraw(act, held, null));
      assert.equal((await press()).state, 'withdrawn');
      await assert.rejects(press, (problem) => problem instanceof Conflict && /Đã rút/.test(problem.text.vi));
      await assert.rejects(
        on(world, stranger, id, (act, held) => withdraw(act, held, null)),
        NotAllowed,
      );
      const steps = await world.look(systemAt(friday), (look) => listSteps(look, id, 'inside'));
      assert.equal(steps.filter(({ act }) => act === 'dossier.withdraw').length, 1);
    }),
  );
});

describe('who is told of a dossier', () => {
  it(
    'a parent who filed for a child is, in their own name; who filed under a mandate reads of it under the mandate',
    inSample(async (world) => {
      const person = newId(new Date(friday));
      const filed = (mandate: string | null) => ({
        key: `${mandate}`,
        filer: { person, relation: mandate ? 'mandate' : 'law', mandate },
      });
      assert.equal((await told(world, await submit(world, filed(null))))?.filer, person);
      assert.equal((await told(world, await submit(world, filed(newId(new Date(friday))))))?.filer, null);
    }),
  );

  it(
    'is told by which law a further supplement is asked for, and of the first one nothing of the kind',
    inSample(async (world) => {
      const id = await submit(world);
      await on(world, counter, id, (act, held) => askSupplement(act, held, defects, null));
      assert.equal((await told(world, id))?.again, null);
      await on(world, father, id, (act, held) => answerSupplement(act, held, {}, [], procedure));
      const basis = 'Luật Xây dựng, Điều 102';
      await on(world, counter, id, (act, held) => askSupplement(act, held, defects, basis));
      assert.deepEqual((await told(world, id))?.again, { basis });
    }),
  );

  it(
    'reads the ground of a refusal in their language',
    inSample(async (world) => {
      const id = await submit(world);
      const refusal = refusalOf('intake', '1.001193', {
        ground: 'not-competent',
        words: 'Nộp tại xã An Mẫu.',
        basis: '',
      });
      await on(world, counter, id, (act, held) => refuseIntake(act, held, refusal));
      const reason = (await told(world, id))?.reason;
      assert.equal(reason?.vi, refusal.reason);
      assert.equal(reason?.en, 'The matter is not within the powers of this agency: Nộp tại xã An Mẫu.');
      for (const { code, name } of grounds)
        assert.equal(reasonText(`${name.vi}: x`, code).en, `${name.en}: x`);
      assert.equal(reasonText('Lý do khác', undefined).en, 'Lý do khác');
    }),
  );
});
