import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { listAnalysable, listCases } from './cases.ts';
import { accept } from './commands/accept.ts';
import { noteSigned, propose, sendBack } from './commands/steps.ts';
import { receive } from './commands/receive.ts';
import {
  caseOfficer,
  committee,
  counter,
  father,
  leader,
  pinned,
  shortProcess,
  stranger2,
  submission,
} from './fixtures.ts';
import { hold } from './load.ts';

const friday = '2026-11-20T02:00:00Z';
const grant = {
  kind: 'grant' as const,
  data: {},
  refusal: null,
  paper: '01900000-0000-7000-8000-000000000999',
};

describe('dossiers as cases of analysis', () => {
  it(
    'say from the record alone which steps were finished and opened, to those who may analyse the agency',
    rolledBack(async (world) => {
      const { id } = await world.as(father, friday, (act) => receive(act, submission('a')));
      await world.as(counter, friday, async (act) => accept(act, await hold(act, id), pinned));
      const token = async (): Promise<number> =>
        Number(
          (await world.look(systemAt(friday), (look) => listWorkOf(look, id))).find(({ ref }) => ref)?.ref,
        );
      for (const again of [true, false]) {
        const draft = await token();
        await world.as(caseOfficer, friday, async (act) =>
          propose(act, await hold(act, id), shortProcess, draft, grant),
        );
        const signature = await token();
        await world.as(leader, friday, async (act) => {
          const held = await hold(act, id);
          return again
            ? sendBack(act, held, shortProcess, signature, 'Sai tên')
            : noteSigned(act, held, shortProcess, signature);
        });
      }
      const since = new Date('2026-11-01T00:00:00Z');
      const seen = (agencies: readonly string[] | null) =>
        world.look(systemAt(friday), (look) =>
          listCases(look, { procedure: '1.001193', since, agencies, limit: 10 }),
        );
      const [one, ...others] = await seen([committee]);
      assert.equal(others.length, 0);
      assert.deepEqual(
        one?.events.map(({ act, node, opened, data }) => [act, node, opened.join(), data['duyet']]),
        [
          ['dossier.receive', null, '', undefined],
          ['dossier.accept', null, 'du-thao', undefined],
          ['dossier.propose', 'du-thao', 'ky', undefined],
          ['dossier.do-step', 'ky', 'du-thao', false],
          ['dossier.propose', 'du-thao', 'ky', undefined],
          ['dossier.sign', 'ky', 'dong-dau', true],
        ],
      );
      assert.equal((await seen(null)).length, 1);
      assert.deepEqual(await seen([stranger2.agency!]), []);
      const procedures = await world.look(systemAt(friday), (look) =>
        listAnalysable(look, { since, agencies: [committee] }),
      );
      assert.deepEqual(
        procedures.map(({ procedure, cases }) => [procedure, cases]),
        [['1.001193', 1]],
      );
    }),
  );
});
