/** What the national portal holds at the end, when steps that it refused are told again behind later ones. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import {
  accepted,
  administrator,
  connected,
  dossier,
  happened,
  holder,
  item,
  lookAt,
  minutes,
  now,
  run,
  stepAt,
} from './fixtures.ts';
import { SYNC } from './paths.ts';
import { listTroubled } from './queries.ts';

describe('the national portal, told again', () => {
  for (const fault of ['lostAnswer', 'wrongSession', 'down'] as const)
    it(
      `with fault ${fault} while a refused step is told again: it ends with the true state, all three sides alike`,
      rolledBack((world) => {
        const source = holder(dossier());
        return connected(world, source, async (opened) => {
          const { simulator, visit } = opened;
          await happened(world, 'receive');
          await run(world, opened);
          simulator.faults.reject = true;
          source.now = accepted;
          await happened(world, 'accept');
          await run(world, opened);
          simulator.faults.reject = false;
          const done = { ...accepted, status: 9, finishedAt: now };
          source.now = {
            ...done,
            steps: [...accepted.steps, stepAt(3, 4, 'Thẩm định'), stepAt(4, 9, 'Ban hành')],
          };
          await happened(world, 'decide');
          await run(world, opened);
          await visit(administrator, SYNC, { act: 'replay', item });
          simulator.faults[fault] = true;
          await run(world, opened);
          simulator.faults[fault] = false;
          await settle(world, opened.room.listeners, minutes(5));
          const entry = simulator.books.get(source.now.code)!;
          assert.equal(entry.steps.length, 4);
          assert.equal(entry.dossier['TrangThaiHoSo'], '9');
          assert.match(await (await visit(administrator, SYNC)).text(), /Khớp/);
          assert.deepEqual(await listTroubled(lookAt(world), 'national-portal'), []);
        });
      }),
    );

  it(
    'is told the state again where an act was told of late, after the dossier had gone on without a step of its own',
    rolledBack((world) => {
      const source = holder(dossier());
      return connected(world, source, async (opened) => {
        // Accepted and taken into work before the first job ran: steps inside of the agency are not told.
        source.now = { ...accepted, status: 4 };
        await happened(world, 'accept');
        await run(world, opened);
        const entry = opened.simulator.books.get(source.now.code)!;
        assert.deepEqual([entry.steps.length, entry.dossier['TrangThaiHoSo']], [2, '4']);
        assert.match(await (await opened.visit(administrator, SYNC)).text(), /Khớp/);
      });
    }),
  );
});
