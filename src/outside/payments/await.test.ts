/** Money on which somebody must decide lies on the desks of those who may, and goes when it is done. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { listSteps } from '../../ground/record/index.ts';
import { rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { deskRoom } from '../../work/desk/module.ts';
import { listInbox, type Work } from '../../work/desk/index.ts';
import { findWaiting } from './commands/await.ts';
import { voidCharges } from './commands/charge.ts';
import { askRefund, takeMoney } from './commands/money.ts';
import { administrator, connected, lookAt, now, owing } from './fixtures.ts';
import { chargePath, moneyPath } from './paths.ts';
import { findPayment, listStray } from './queries.ts';
import type { Charge } from './schema.ts';

const leaderOf = (agency: string, unit: string | null = null): By => ({
  ...administrator,
  powers: [{ role: 'leader', agency, unit }],
});
const inbox = async (world: TestWorld, by: By): Promise<Work[]> =>
  (await listInbox({ ...lookAt(world), by }, { whose: 'all' })).rows;
const kinds = async (world: TestWorld, by: By): Promise<string[]> =>
  (await inbox(world, by)).map(({ kind }) => kind);
const pay = (world: TestWorld, charge: Charge | null, amount: number, outsideId = 'x') =>
  world.as(system, now, (act) =>
    takeMoney(act, { source: 'bank', outsideId, ref: charge?.ref ?? null, amount, at: now }),
  );
/** What it was paid for ended without a decision. */
async function ended(world: TestWorld): Promise<{ charge: Charge; money: string }> {
  const charge = await owing(world);
  await pay(world, charge, 75_000);
  await world.as(system, now, (act) => voidCharges(act, charge.item, 'Người nộp đã rút hồ sơ'));
  return { charge, money: (await findPayment(lookAt(world), charge.id))!.id };
}
const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of deskRoom([], [], [], []).invariants)
    assert.deepEqual(await one.check(lookAt(world)), [], one.name);
};

describe('money on the desk', () => {
  it(
    'waits with the leaders who answer for it, is kept with a reason, and is gone then',
    rolledBack((world) =>
      connected(world, async ({ visit }) => {
        const { charge, money } = await ended(world);
        const [leader, receiving] = [leaderOf(charge.agency), leaderOf(charge.counter)];
        for (const by of [leader, receiving]) assert.deepEqual(await kinds(world, by), ['decide']);
        // Neither the head of a division nor the leader of another agency decides on it.
        assert.deepEqual(await kinds(world, leaderOf(charge.agency, administrator.person)), []);
        assert.deepEqual(await kinds(world, leaderOf(administrator.account!)), []);
        const [work] = await inbox(world, leader);
        assert.deepEqual([work?.code, work?.subject], [charge.code, charge.payer_name]);
        assert.ok(work?.due_at && work.due_at > now);

        const path = moneyPath(money);
        const stranger = leaderOf(administrator.account!);
        const keep = { choice: 'keep', why: 'Đã thẩm định xong trước khi rút', evidence: '' };
        assert.equal((await visit(stranger, path)).status, 403);
        assert.equal((await visit(stranger, path, keep)).status, 403);
        assert.match(await (await visit(leader, path)).text(), /Người nộp đã rút hồ sơ[\s\S]*Không trả lại/);
        assert.equal((await visit(leader, path, { ...keep, why: '' })).status, 422);
        assert.equal((await visit(receiving, path, keep)).status, 303);
        for (const by of [leader, receiving]) assert.deepEqual(await kinds(world, by), []);
        assert.equal((await visit(leader, path, keep)).status, 409);
        // A page that was opened before: it was decided that it stays.
        assert.equal((await visit(leader, path, { ...keep, choice: 'back' })).status, 409);
        assert.match(await (await visit(leader, path)).text(), /Không còn gì phải quyết định/);
        await healthy(world);
      }),
    ),
  );

  it(
    'that goes back waits to be paid out, and is gone with the number of the voucher',
    rolledBack((world) =>
      connected(world, async ({ visit }) => {
        const { charge, money } = await ended(world);
        const leader = leaderOf(charge.agency);
        const path = moneyPath(money);
        const back = { choice: 'back', why: 'Chưa làm gì', evidence: '' };
        assert.equal((await visit(leader, path, back)).status, 303);
        assert.deepEqual(await kinds(world, leader), ['give-back']);
        assert.equal((await visit(leader, path, back)).status, 409);
        assert.equal((await visit(leader, path, { choice: 'done', why: '', evidence: '' })).status, 422);
        assert.equal(
          (await visit(leader, path, { choice: 'done', why: '', evidence: 'UNC 12' })).status,
          303,
        );
        for (const agency of [charge.agency, charge.counter])
          assert.deepEqual(await kinds(world, leaderOf(agency)), []);
        assert.match(await (await visit(leader, chargePath(charge.id))).text(), /UNC 12/);
        await healthy(world);
      }),
    ),
  );

  it(
    'of a wrong amount, paid twice, or for nobody knows what: each with who may decide on it',
    rolledBack((world) =>
      connected(world, async ({ visit }) => {
        const charge = await owing(world);
        const leader = leaderOf(charge.agency);
        assert.equal(await pay(world, charge, 70_000, 'wrong'), 'wrong-amount');
        assert.deepEqual(await kinds(world, leader), ['decide']);
        const [wrong] = await inbox(world, leader);
        const page = await (await visit(leader, moneyPath(wrong!.item))).text();
        assert.doesNotMatch(page, /Không trả lại/, 'what does not fit is never kept');
        await pay(world, charge, 75_000, 'right');
        assert.equal(await pay(world, charge, 75_000, 'twice'), 'surplus');
        assert.deepEqual((await kinds(world, leader)).toSorted(), ['decide', 'give-back']);
        assert.equal(await pay(world, null, 10_000, 'unknown'), 'unmatched');
        assert.equal((await kinds(world, leader)).length, 2, 'it is in no agency’s books');
        // Money of nobody is nobody's dossier: what was decided on it stands in a record of its own.
        const stray = (await listStray(lookAt(world), 'all')).find(({ fate }) => fate === 'unmatched');
        const path = moneyPath(stray!.id);
        assert.equal((await visit(leader, path)).status, 403);
        const said = { why: 'Không ai nhận', evidence: 'UNC 9' };
        for (const choice of ['back', 'done'])
          assert.equal((await visit(administrator, path, { ...said, choice })).status, 303);
        const told = await listSteps(lookAt(world), stray!.id, 'inside');
        assert.deepEqual(
          told.map(({ act, reason }) => [act, reason]),
          [
            ['payment.await-decide', null],
            ['payment.await-give-back', 'Không ai nhận'],
            ['payment.settle', null],
          ],
        );
        await healthy(world);
      }),
    ),
  );

  it(
    'is found where it came in before there was a desk for it, and only once',
    rolledBack((world) =>
      connected(world, async () => {
        const { charge, money } = await ended(world);
        const leader = leaderOf(charge.agency);
        await world.tx
          .deleteFrom('desk.work' as never)
          .where('item' as never, '=', money as never)
          .execute();
        assert.deepEqual(await kinds(world, leader), []);
        for (const _ of ['first', 'second']) await world.as(nobody, now, findWaiting);
        assert.deepEqual(await kinds(world, leader), ['decide']);
        await world.as(leader, now, (act) => askRefund(act, money, 'Chưa làm gì'));
        await world.as(nobody, now, findWaiting);
        assert.deepEqual(await kinds(world, leader), ['give-back']);
      }),
    ),
  );
});
