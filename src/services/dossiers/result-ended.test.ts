import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import { endPaper, type Press } from '../../paper/papers/index.ts';
import { establishWard, issued, leader, testPress, ward } from '../../paper/papers/fixtures.ts';
import { close as closeTypeset } from '../../paper/typeset/index.ts';
import { receive } from './commands/receive.ts';
import { father, submission } from './fixtures.ts';
import { listeners } from './listeners.ts';
import { dossierMatters } from './matters.ts';

const now = '2026-11-23T02:00:00Z';

/** A decided dossier of the father with an issued result. Returns both ids. */
async function decided(world: TestWorld, press: Press): Promise<{ id: string; result: string }> {
  await establishWard(world, '2020-01-01T00:00:00Z');
  const { id } = await world.as(father, now, (act) =>
    receive(act, { ...submission('ended'), agency: { id: ward, identifier: 'H99.51' }, oneStop: ward }),
  );
  const { id: result } = await issued(world, press, now, { item: id });
  await sql`update dossiers.dossiers set state = 'decided', result = ${result}, decided_at = ${now}, outcome = 'granted' where id = ${id}`.execute(
    world.tx,
  );
  await settle(world, [], new Date(now));
  return { id, result };
}

describe('a result that ends after it was issued', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => {
    press = await testPress(now);
  });
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  const end = async (world: TestWorld, result: string, why: string, by: string | null) => {
    await world.as(leader, now, (act) => endPaper(act, result, why, by));
    return settle(world, listeners, new Date(now));
  };
  /** The last step that the person sees, and what a notice says is the reason. */
  const told = (world: TestWorld, id: string) =>
    world.look(systemAt(now), async (look) => {
      const last = (await listSteps(look, id, 'party')).at(-1);
      return [last?.act, last?.reason, (await dossierMatters.recipientOf(look, id))?.reason?.vi];
    });

  it(
    'was corrected: the dossier says so, and it is announced to who tells the person and the portal',
    rolledBack(async (world) => {
      const { id, result } = await decided(world, press);
      const { id: right } = await issued(world, press, now, { item: id });
      assert.ok((await end(world, result, 'Gõ nhầm quê quán', right)).includes('dossier.correct-result'));
      assert.deepEqual(await told(world, id), [
        'dossier.correct-result',
        'Gõ nhầm quê quán',
        'Gõ nhầm quê quán',
      ]);
    }),
  );

  it(
    'was revoked: the same in its own words; another paper of the dossier is nobody’s result',
    rolledBack(async (world) => {
      const { id, result } = await decided(world, press);
      const { id: other } = await issued(world, press, now, { item: id });
      const names = await end(world, other, 'Giấy khác', null);
      assert.ok(!names.some((name) => name.startsWith('dossier.')), names.join());
      assert.ok((await end(world, result, 'Cấp sai thẩm quyền', null)).includes('dossier.revoke-result'));
      assert.deepEqual((await told(world, id))[0], 'dossier.revoke-result');
    }),
  );
});
