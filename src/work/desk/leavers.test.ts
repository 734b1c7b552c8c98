import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import { closeAccount, suspendAccount } from '../../world/access/index.ts';
import { endHolding } from '../../world/agencies/index.ts';
import { giveBack, takeWork } from './assign.ts';
import { anOffice, aWork, now, substitute, type Office } from './fixtures.ts';
import { leaverListeners, leaverTimed } from './leavers.ts';
import { getWork, listInbox } from './queries.ts';

const from = { address: '127.0.0.1', agent: 'test' };
const administrator: By = { ...nobody, kind: 'officer', name: 'Quản trị Mẫu' };
const tomorrow = '2026-11-21T02:00:00Z';

const workAt = (world: TestWorld, id: string, at = now) =>
  world.look(systemAt(at), (look) => getWork(look, id));
const holderOf = async (world: TestWorld, id: string) => (await workAt(world, id)).holder;
/** What is done in the night: every holder is looked at. */
async function night(world: TestWorld, at = tomorrow): Promise<void> {
  await world.as(system, at, leaverTimed.act);
  await settle(world, leaverListeners, new Date(at));
}
const taken = async (world: TestWorld, { agency, first }: Office): Promise<string> => {
  const id = await aWork(world, agency);
  const work = await workAt(world, id);
  await world.as(first.by, now, (act) => takeWork(act, work));
  return id;
};

describe('work of an officer who does not come any more', () => {
  for (const [how, stop] of [
    ['closed', closeAccount],
    ['suspended', suspendAccount],
  ] as const)
    it(
      `goes back to everybody at once when the account is ${how}, as a step of the record, and to nobody twice`,
      rolledBack(async (world) => {
        const office = await anOffice(world);
        const { first, second } = office;
        const id = await taken(world, office);
        const { item } = await workAt(world, id);
        await world.as(administrator, now, (act) => stop(act, first.by.account!, 'Nghỉ việc', from));
        await settle(world, leaverListeners, new Date(now));
        assert.equal(await holderOf(world, id), null);
        const inbox = await world.look({ ...systemAt(now), by: second.by }, (look) =>
          listInbox(look, { whose: 'all' }, []),
        );
        assert.deepEqual(
          inbox.rows.map((row) => row.id),
          [id],
          'a colleague of the role finds it',
        );
        const steps = async () =>
          (await world.look(systemAt(now), (look) => listSteps(look, item, 'inside'))).map(({ act }) => act);
        assert.deepEqual(await steps(), ['test.begin', 'desk.take', 'desk.free']);
        await night(world);
        assert.equal((await steps()).length, 3);
      }),
    );

  it(
    'goes back in the night after the post in the agency has ended, not before',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      const { first } = office;
      const id = await taken(world, office);
      await world.as(system, now, (act) =>
        endHolding(act, { post: first.post, person: first.by.person!, last: '2026-11-20', reason: 'Chuyển' }),
      );
      await night(world, now);
      assert.equal(await holderOf(world, id), first.by.account, 'it is the last day');
      await night(world);
      assert.equal(await holderOf(world, id), null);
    }),
  );

  it(
    'stays with who comes, with a substitute as long as they stand in, and where it was handed over meanwhile',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      const { agency, leader, first, second } = office;
      const [id, other] = [await taken(world, office), await aWork(world, agency, { role: 'leader' })];
      await substitute(world, agency, leader, second, '2026-11-22');
      const standsIn: By = { ...second.by, powers: [...second.by.powers, ...leader.by.powers] };
      const work = await workAt(world, other);
      await world.as(standsIn, now, (act) => takeWork(act, work));
      await night(world);
      assert.deepEqual(
        [await holderOf(world, id), await holderOf(world, other)],
        [first.by.account, second.by.account],
      );
      await world.as(administrator, now, (act) => closeAccount(act, first.by.account!, 'Nghỉ việc', from));
      const left = await workAt(world, id);
      await world.as(leader.by, now, (act) => giveBack(act, left));
      const again = await workAt(world, id);
      await world.as(second.by, now, (act) => takeWork(act, again));
      await settle(world, leaverListeners, new Date(now));
      assert.equal(await holderOf(world, id), second.by.account);
    }),
  );
});
