import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { system, type Act, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { differences, monthByAgency, rebuild, standingNow } from '../../work/figures/index.ts';
import { accept } from './commands/accept.ts';
import { discontinue, refuseIntake, withdraw } from './commands/end.ts';
import { apologise, approveBySilence } from './commands/lateness.ts';
import { receive } from './commands/receive.ts';
import { decideDossier, noteReturned, noteSigned, propose, sendBack } from './commands/steps.ts';
import { answerSupplement, askSupplement } from './commands/supplement.ts';
import { dossierFigures } from './figures.ts';
import {
  caseOfficer,
  clerk,
  committee,
  counter,
  courtOrder,
  father,
  leader,
  notCompetent,
  pinned,
  shortProcess,
  submission,
} from './fixtures.ts';
import { hold, type Held } from './load.ts';

const start = Date.parse('2026-10-28T01:00:00Z');
const paper = '01900000-0000-7000-8000-000000000999';
const defect = [{ where: 'don', what: 'Thiếu chữ ký' }];

type Deed = { readonly by: By; readonly does: (act: Act, held: Held, token: number) => Promise<unknown> };

/** Everything that may be tried on a dossier at any moment; most of it is refused in most states. */
const deeds: readonly Deed[] = [
  { by: counter, does: (act, held) => accept(act, held, pinned) },
  { by: counter, does: (act, held) => askSupplement(act, held, defect, 'Luật mẫu, Điều 5') },
  { by: father, does: (act, held) => answerSupplement(act, held, {}, [], { afterSupplement: 'resume' }) },
  { by: counter, does: (act, held) => refuseIntake(act, held, notCompetent) },
  {
    by: caseOfficer,
    does: (act, held, token) =>
      propose(act, held, shortProcess, token, { kind: 'grant', data: {}, refusal: null, paper }),
  },
  { by: leader, does: (act, held, token) => noteSigned(act, held, shortProcess, token) },
  { by: leader, does: (act, held, token) => sendBack(act, held, shortProcess, token, 'Sửa lại') },
  { by: clerk, does: (act, held, token) => decideDossier(act, held, shortProcess, token) },
  { by: counter, does: (act, held, token) => noteReturned(act, held, shortProcess, token) },
  { by: father, does: (act, held) => withdraw(act, held, null) },
  { by: leader, does: (act, held) => discontinue(act, held, courtOrder) },
  { by: system, does: (act, held) => approveBySilence(act, held, paper) },
];

/** Tries one deed; a deed that the law refuses in this state must leave nothing behind. */
async function attempt(world: TestWorld, tenant: number, id: string, deed: Deed, now: Date): Promise<void> {
  const caller = { tenant, by: deed.by, requestId: 'test', now };
  try {
    await world.act(caller, async (act) => {
      const waiting = (await listWorkOf(act, id)).find((one) => one.ref);
      await deed.does(act, await hold(act, id), Number(waiting?.ref ?? 0));
    });
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
  }
}

const walk = fc.array(
  fc.record({ dossier: fc.nat(3), deed: fc.nat(deeds.length - 1), hours: fc.integer({ min: 0, max: 90 }) }),
  { minLength: 15, maxLength: 40 },
);

describe('figures of dossiers', () => {
  it(
    'are equal to a recount after every act of any walk',
    rolledBack(async (world) => {
      let tenant = 100;
      await fc.assert(
        fc.asyncProperty(walk, async (steps) => {
          tenant += 1;
          let now = new Date(start);
          const ids: string[] = [];
          for (let i = 0; i < 4; i++)
            ids.push(
              (
                await world.act({ tenant, by: father, requestId: 'test', now }, (act) =>
                  receive(act, submission(`${i}`)),
                )
              ).id,
            );
          for (const { dossier, deed, hours } of steps) {
            now = new Date(now.getTime() + hours * 3_600_000);
            await attempt(world, tenant, ids[dossier]!, deeds[deed]!, now);
            const wrong = await world.look(systemAt(now.toISOString(), tenant), (look) =>
              differences(look, dossierFigures),
            );
            assert.deepEqual(wrong, []);
          }
        }),
        { numRuns: 6 },
      );
    }),
  );

  it(
    'measure against what was promised, whatever new date an apology set',
    rolledBack(async (world) => {
      const now = new Date('2026-11-20T02:00:00Z');
      const { id } = await world.as(father, now, (act) => receive(act, submission('put off')));
      await attempt(world, world.tenant, id, deeds[0]!, now);
      await world.as(leader, now, async (act) => apologise(act, await hold(act, id), 5, 'Chờ xác minh'));
      // Promised for Thursday the 26th at 09:00, put off by five working days, decided on Friday the 27th.
      const decided = new Date('2026-11-27T02:00:00Z');
      for (const deed of [4, 5, 7]) await attempt(world, world.tenant, id, deeds[deed]!, decided);
      await world.look(systemAt(decided.toISOString()), async (look) => {
        const counted = (await monthByAgency(look, 'dossiers', '2026-11')).get(committee);
        assert.deepEqual([counted?.['late'], counted?.['on-time']], [1, undefined]);
        assert.deepEqual(await differences(look, dossierFigures), []);
      });
    }),
  );

  it(
    'count apart what nobody decided: it is late, and stands behind a figure of its own',
    rolledBack(async (world) => {
      const now = new Date('2026-11-20T02:00:00Z');
      const { id } = await world.as(father, now, (act) => receive(act, submission('unanswered')));
      await attempt(world, world.tenant, id, deeds[0]!, now);
      const over = '2026-11-30T02:00:00Z';
      await world.as(system, over, async (act) => approveBySilence(act, await hold(act, id), paper));
      await world.look({ ...systemAt(over), by: leader }, async (look) => {
        const counted = (await monthByAgency(look, 'dossiers', '2026-11')).get(committee);
        assert.deepEqual(
          [counted?.['by-silence'], counted?.['late'], counted?.['on-time']],
          [1, 1, undefined],
        );
        const scope = { agency: committee, kind: 'by-silence', from: '2026-11-01', to: '2026-11-30' };
        assert.equal((await dossierFigures.drill(look, scope)).length, 1);
        assert.deepEqual(await differences(look, dossierFigures), []);
      });
    }),
  );

  it(
    'see a wrong roll-up, and are made anew from the dossiers',
    rolledBack(async (world) => {
      const now = new Date(start);
      const caller = systemAt(now.toISOString());
      const { id } = await world.as(father, now, (act) => receive(act, submission('a')));
      await attempt(world, world.tenant, id, deeds[0]!, now);
      await world.tx.executeQuery({
        sql: 'update figures.daily set n = n + 1',
        parameters: [],
        query: { kind: 'RawNode' },
      } as never);
      const wrong = await world.look(caller, (look) => differences(look, dossierFigures));
      assert.equal(wrong.length, 2, 'one line for each of the two facts');
      await world.act(caller, (act) => rebuild(act, dossierFigures));
      await world.look(caller, async (look) => {
        assert.deepEqual(await differences(look, dossierFigures), []);
        assert.deepEqual((await monthByAgency(look, 'dossiers', '2026-10')).get(committee), {
          submitted: 1,
          accepted: 1,
        });
        assert.deepEqual(await standingNow(look, 'dossiers', committee), { accepted: 1 });
      });
    }),
  );
});
