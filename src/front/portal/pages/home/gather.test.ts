/** What the home page offers: what is asked for most, and before anybody has asked, what can be submitted online. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProcedures } from '../../../../../sample/procedures/index.ts';
import { system } from '../../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../../ground/db/testing.ts';
import { publish } from '../../../../services/catalogue/index.ts';
import { countFact } from '../../../../work/figures/index.ts';
import { gatherHome } from './gather.ts';

const now = '2026-12-01T02:00:00Z';
const agency = '01900000-0000-7000-8000-000000000001';

const home = (world: TestWorld) => world.look(systemAt(now), gatherHome);

const publishAll = (world: TestWorld) =>
  world.as(system, '2026-11-01T02:00:00Z', async (act) => {
    for (const { national, local, from } of sampleProcedures)
      await publish(act, national, local, from, 'written');
  });

/** So many submissions of a procedure, by the two months that count and the one before. */
const submitted = (world: TestWorld, subject: string, times: number, at = now) =>
  world.as(system, at, async (act) => {
    const item = '01900000-0000-7000-8000-000000000002';
    for (let n = 0; n < times; n++)
      countFact(act, { measure: 'dossiers', agency, subject, item }, 'submitted');
  });

describe('services on the home page', () => {
  it(
    'are those that can be submitted online where nobody has asked for anything yet',
    rolledBack(async (world) => {
      await publishAll(world);
      const { used, ready } = await home(world);
      assert.deepEqual(used, []);
      assert.equal(ready.length, 6);
    }),
  );

  it(
    'are those asked for most since the start of last month, then others that can be submitted online',
    rolledBack(async (world) => {
      await publishAll(world);
      await submitted(world, '2.000815', 3, '2026-11-03T02:00:00Z');
      await submitted(world, '2.000815', 2);
      await submitted(world, '1.001193', 4);
      await submitted(world, '1.004222', 900, '2026-10-30T02:00:00Z');
      const { used, ready } = await home(world);
      assert.deepEqual(
        used.map(({ code, times }) => [code, times]),
        [
          ['2.000815', 5],
          ['1.001193', 4],
        ],
      );
      assert.equal(ready.length, 4);
      assert.ok(ready.every(({ code }) => code !== '2.000815' && code !== '1.001193'));
    }),
  );

  it(
    'are none that is internal to the offices or does not exist here, however often asked for',
    rolledBack(async (world) => {
      await publishAll(world);
      await submitted(world, 'NB.H99.001', 50);
      await submitted(world, '9.999999', 60);
      await submitted(world, '1.001193', 1);
      const { used } = await home(world);
      assert.deepEqual(
        used.map(({ code }) => code),
        ['1.001193'],
      );
    }),
  );
});
