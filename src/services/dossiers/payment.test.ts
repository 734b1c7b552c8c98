import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import { Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { listCharges, takeMoney, waiveCharge, type FeeLine } from '../../outside/payments/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { accept } from './commands/accept.ts';
import { withdraw } from './commands/end.ts';
import { askPayment, comingFees } from './commands/payment.ts';
import { receive } from './commands/receive.ts';
import { caseOfficer, counter, father, pinned, stranger2, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { listeners } from './listeners.ts';
import { findDossier, hold } from './load.ts';

/** Friday 20 November 2026, 09:00 in Vietnam; and the Monday after. */
const friday = '2026-11-20T02:00:00Z';
const monday = '2026-11-23T02:00:00Z';
const line: FeeLine = {
  code: 'LP',
  name: 'Lệ phí trước bạ',
  kind: 'fee',
  quantity: 1,
  rate: 200_000,
  amount: 200_000,
  basis: 'Nghị định',
  exempt: null,
  mayBeExempt: [],
  note: null,
};
// Fees at intake are another listener's part; here only payments are heard.
const heard = listeners.filter(({ on }) => on !== 'dossier.receive');
const look = systemAt(friday);
const dossierOf = (world: TestWorld, id: string) => world.look(look, (at) => findDossier(at, id));

async function accepted(world: TestWorld): Promise<string> {
  const { id } = await world.as(father, friday, (act) => receive(act, submission('a')));
  await world.as(counter, friday, async (act) => accept(act, await hold(act, id), pinned));
  return id;
}
const ask = (world: TestWorld, id: string, clock: 'stands' | 'runs', by = caseOfficer) =>
  world.as(by, friday, async (act) =>
    askPayment(act, await hold(act, id), { lines: [line], dueWhen: 'supplement', clock }),
  );
async function pay(world: TestWorld, id: string, at: string): Promise<void> {
  const charges = await world.look(look, (one) => listCharges(one, id));
  const { ref } = charges.find(({ state }) => state === 'due')!;
  await world.as(system, at, (act) =>
    takeMoney(act, { source: 'bank', outsideId: ref, ref, amount: 200_000, at: new Date(at) }),
  );
  await settle(world, heard, new Date(at));
}
const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of invariants) assert.deepEqual(await world.look(look, one.check), [], one.name);
};

describe('money of a dossier', () => {
  it(
    'that is asked for in the place of an absent colleague names both on the charge, too',
    rolledBack(async (world) => {
      const id = await accepted(world);
      const absent = 'Đinh Thị Ví Dụ';
      const powers = caseOfficer.powers.map((power) => ({ ...power, insteadOf: absent }));
      await ask(world, id, 'runs', { ...caseOfficer, powers });
      const steps = await world.look(look, (at) => listSteps(at, id, 'party'));
      const both = `${caseOfficer.name} (làm thay ${absent})`;
      assert.deepEqual(
        steps.slice(-2).map(({ act, name }) => [act, name]),
        [
          ['payment.charge', both],
          ['dossier.ask-payment', both],
        ],
      );
    }),
  );

  it('is shown to who has just submitted, before the charge is made; once, and only what costs', () => {
    const fee = {
      code: 'LP',
      name: 'Lệ phí',
      kind: 'fee',
      amount: 10_000,
      per: null,
      quantity: null,
    } as const;
    const fees = [
      { ...fee, channels: null, exemptions: [], basis: 'Nghị quyết' },
      { ...fee, code: 'MP', amount: 0, channels: null, exemptions: [], basis: 'Luật' },
    ];
    const dossier = { answers: {}, channel: 2, state: 'submitted' } as const;
    const coming = (more: object, charges: readonly unknown[] = []) =>
      comingFees({ ...dossier, ...more }, charges, { methods: [], fees }, new Date(friday)).map(
        ({ code, amount }) => [code, amount],
      );
    assert.deepEqual(coming({}), [['LP', 10_000]]);
    assert.deepEqual(coming({}, ['a charge']), []);
    assert.deepEqual(coming({ state: 'accepted' }), []);
  });

  it(
    'the clock stands while the person must pay, and goes on where it stood',
    rolledBack(async (world) => {
      const id = await accepted(world);
      const before = await dossierOf(world, id);
      await ask(world, id, 'stands');
      const waiting = await dossierOf(world, id);
      assert.equal(waiting?.state, 'payment');
      assert.ok(
        (await world.look(look, (at) => listWorkOf(at, id))).every(({ paused_for: why }) => why !== null),
      );
      await healthy(world);
      await pay(world, id, monday);
      const paid = await dossierOf(world, id);
      assert.equal(paid?.state, 'processing');
      assert.ok(paid!.due_at! > before!.due_at!, 'the days of waiting are not the agency’s');
      assert.ok(
        (await world.look(look, (at) => listWorkOf(at, id))).every(({ paused_for: why }) => why === null),
      );
      await healthy(world);
    }),
  );

  it(
    'the clock runs on where the procedure says so; all must be paid before it goes on',
    rolledBack(async (world) => {
      const id = await accepted(world);
      const before = await dossierOf(world, id);
      await ask(world, id, 'runs');
      assert.deepEqual((await dossierOf(world, id))?.due_at, before?.due_at);
      await pay(world, id, friday);
      assert.equal((await dossierOf(world, id))?.state, 'processing');
      await ask(world, id, 'stands');
      await pay(world, id, friday);
      assert.equal((await dossierOf(world, id))?.state, 'processing');
      assert.deepEqual(
        (await world.look(look, (at) => listCharges(at, id))).map(({ state }) => state),
        ['paid', 'paid'],
      );
      await healthy(world);
    }),
  );

  it(
    'goes on when what it waited for is not taken, with the reason in the record',
    rolledBack(async (world) => {
      const id = await accepted(world);
      await ask(world, id, 'stands');
      const [charge] = await world.look(look, (at) => listCharges(at, id));
      const waive = (by: typeof counter, why: string) =>
        world.as(by, monday, (act) => waiveCharge(act, charge!.id, why));
      await assert.rejects(waive(caseOfficer, 'Ghi nhầm'), NotAllowed);
      await assert.rejects(waive(counter, ' '), Invalid);
      await waive(counter, 'Ghi nhầm khoản thu');
      await settle(world, heard, new Date(monday));
      const gone = await dossierOf(world, id);
      assert.equal(gone?.state, 'processing');
      const steps = await world.look(look, (at) => listSteps(at, id, 'party'));
      const waived = steps.find(({ act }) => act === 'payment.waive');
      assert.deepEqual([waived?.reason, waived?.name], ['Ghi nhầm khoản thu', counter.name]);
      await healthy(world);
    }),
  );

  it(
    'only those who work on it ask for money, and only for something',
    rolledBack(async (world) => {
      const id = await accepted(world);
      await assert.rejects(ask(world, id, 'stands', stranger2), NotAllowed);
      await assert.rejects(
        world.as(caseOfficer, friday, async (act) =>
          askPayment(act, await hold(act, id), {
            lines: [{ ...line, amount: 0 }],
            dueWhen: 'supplement',
            clock: 'stands',
          }),
        ),
        Invalid,
      );
    }),
  );

  it(
    'what is due falls away with a withdrawn dossier',
    rolledBack(async (world) => {
      const id = await accepted(world);
      await ask(world, id, 'stands');
      await world.as(father, monday, async (act) => withdraw(act, await hold(act, id), null));
      await settle(world, heard, new Date(monday));
      assert.deepEqual(
        (await world.look(look, (at) => listCharges(at, id))).map(({ state }) => state),
        ['void'],
      );
      await healthy(world);
    }),
  );
});
