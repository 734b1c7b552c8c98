/** The result handed over at the counter: against a signature, which the record, the dossier and the register keep. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import type { By } from '../../ground/db/act.ts';
import { accept } from './commands/accept.ts';
import { refuseUnsigned, type Receipt } from './commands/receipt.ts';
import { receive } from './commands/receive.ts';
import { decideDossier, noteReturned, noteSigned, propose } from './commands/steps.ts';
import {
  caseOfficer,
  clerk,
  counter,
  father,
  leader,
  oneStop,
  pinned,
  shortProcess,
  submission,
} from './fixtures.ts';
import { listRegistered, registerData } from './forms/register.ts';
import { invariants } from './invariants.ts';
import { findDossier, hold, type Held } from './load.ts';
import type { Act } from '../../ground/db/act.ts';

const friday = '2026-11-20T02:00:00Z';
const paper = '01900000-0000-7000-8000-000000000999';

/** A dossier whose result lies at the counter. */
async function decided(world: TestWorld) {
  const { id } = await world.as(father, friday, (act) =>
    receive(act, { ...submission('receipt'), returnWay: 'counter' }),
  );
  const token = async (): Promise<number> =>
    Number((await world.look(systemAt(friday), (look) => listWorkOf(look, id))).find((one) => one.ref)?.ref);
  const on = (by: By, work: (act: Act, held: Held, at: number) => Promise<unknown>) =>
    world.as(by, friday, async (act) => work(act, await hold(act, id), await token()));
  await on(counter, (act, held) => accept(act, held, pinned));
  await on(caseOfficer, (act, held, at) =>
    propose(act, held, shortProcess, at, { kind: 'grant', data: {}, refusal: null, paper }),
  );
  await on(leader, (act, held, at) => noteSigned(act, held, shortProcess, at));
  await on(clerk, (act, held, at) => decideDossier(act, held, shortProcess, at));
  return { id, on };
}

describe('a result at the counter', () => {
  it(
    'goes out against a signature: of the applicant, or of who is authorised, by a paper',
    rolledBack(async (world) => {
      const { id, on } = await decided(world);
      const signed: Receipt = {
        receiver: ' Trần Thị Làm Mẫu ',
        as: 'authorised',
        paper: 'Giấy uỷ quyền ngày 19/11/2026',
        signed: true,
        slip: null,
      };
      const give = (receipt: Receipt) =>
        on(counter, (act, held, at) => noteReturned(act, held, shortProcess, at, receipt));
      for (const [lacking, field] of [
        [{ ...signed, signed: false }, 'signed'],
        [{ ...signed, paper: ' ' }, 'paper'],
        [{ ...signed, receiver: ' ' }, 'receiver'],
      ] as const)
        await assert.rejects(
          give(lacking),
          (fault: unknown) => fault instanceof Invalid && fault.errors.some((one) => one.field === field),
        );
      assert.throws(() => refuseUnsigned({ return_way: 'counter' }), Conflict);
      await give(signed);

      const dossier = await world.look(systemAt(friday), (look) => findDossier(look, id));
      assert.deepEqual([dossier?.state, dossier?.received_by], ['returned', 'Trần Thị Làm Mẫu']);
      const steps = await world.look(systemAt(friday), (look) => listSteps(look, id, 'party'));
      assert.deepEqual(
        steps.slice(-2).map(({ act }) => act),
        ['dossier.sign-receipt', 'dossier.return'],
      );
      assert.match(JSON.stringify(steps.at(-2)?.after), /Giấy uỷ quyền ngày 19\/11\/2026/);
      const everybody = await world.look(systemAt(friday), (look) => listSteps(look, id, 'public'));
      assert.doesNotMatch(
        JSON.stringify(everybody),
        /Trần Thị Làm Mẫu/,
        'by the code alone nobody learns it',
      );

      const span = { from: '2026-11-20', to: '2026-11-20' };
      const rows = await world.look(systemAt(friday), (look) => listRegistered(look, oneStop, span));
      const name = { vi: 'x', en: 'x' };
      const printed = registerData(rows, span, {
        agency: { name },
        oneStop: { name },
        place: '',
        leads: new Map(),
      });
      assert.equal((printed['entries'] as { signed?: string }[])[0]?.signed, 'Trần Thị Làm Mẫu');
      for (const one of invariants)
        assert.deepEqual(await world.look(systemAt(friday), one.check), [], one.name);
    }),
  );
});
