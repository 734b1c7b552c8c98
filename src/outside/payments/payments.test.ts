import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system } from '../../ground/db/act.ts';
import { rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { enterAmount, grantExemption, voidCharges, waiveCharge } from './commands/charge.ts';
import { askRefund, noteRefunded, takeCash, takeMoney } from './commands/money.ts';
import { administrator, cashier, line, lookAt, now, otherCashier, owing } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { findCharge, findPayment, findReceipt, listCashBook, listOpenRefunds, listStray } from './queries.ts';
import type { Charge } from './schema.ts';

const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of invariants) assert.deepEqual(await one.check(lookAt(world)), [], one.name);
};
const bank = (world: TestWorld, ref: string | null, amount: number, outsideId: string) =>
  world.as(system, now, (act) => takeMoney(act, { source: 'bank', outsideId, ref, amount, at: now }));
const stateOf = async (world: TestWorld, { id }: Charge) => (await findCharge(lookAt(world), id))?.state;

describe('payments', () => {
  it(
    'taken in the place of an absent cashier name both in the record; money from the bank names nobody',
    rolledBack(async (world) => {
      const [cash, transferred] = [await owing(world), await owing(world)];
      const [power] = cashier.powers;
      const substitute = { ...otherCashier, powers: [{ ...power!, insteadOf: cashier.name }] };
      await world.as(substitute, now, (act) => takeCash(act, cash.id));
      await bank(world, transferred.ref, 75_000, 'giao-dich-1');
      const paidBy = async ({ item }: Charge) =>
        (await listSteps(lookAt(world), item, 'party')).find(({ act }) => act === 'payment.paid')?.name;
      assert.equal(await paidBy(cash), `${otherCashier.name} (làm thay ${cashier.name})`);
      assert.equal(await paidBy(transferred), system.name);
      assert.equal(
        (await findPayment(lookAt(world), cash.id))?.cashier_name,
        `${otherCashier.name} (làm thay ${cashier.name})`,
      );
    }),
  );

  it(
    'whose amount is entered, which are exempted, waived, kept or given back in the place of an absent colleague name both',
    rolledBack(async (world) => {
      const [power] = cashier.powers;
      const substitute = { ...otherCashier, powers: [{ ...power!, insteadOf: cashier.name }] };
      const absentHead = { role: 'leader', agency: power!.agency, unit: null, insteadOf: 'Võ Văn Vắng' };
      const head = { ...otherCashier, powers: [absentHead] };
      const named = async ({ item }: Charge) =>
        (await listSteps(lookAt(world), item, 'party')).slice(2).map(({ act, name }) => [act, name]);
      const both = `${otherCashier.name} (làm thay ${cashier.name})`;
      const asHead = `${otherCashier.name} (làm thay ${absentHead.insteadOf})`;

      const one = await owing(world, [
        line(null, { mayBeExempt: ['Người khuyết tật'] }),
        line(8000, { code: 'P' }),
      ]);
      await world.as(substitute, now, (act) => enterAmount(act, one.id, 'LP-GPXD', 75_000, 'Nghị quyết 08'));
      await world.as(substitute, now, (act) => grantExemption(act, one.id, 'LP-GPXD', 'Người khuyết tật'));
      await world.as(substitute, now, (act) => waiveCharge(act, one.id, 'Lập nhầm'));
      assert.deepEqual(await named(one), [
        ['payment.amount', both],
        ['payment.exempt', both],
        ['payment.waive', both],
      ]);

      const other = await owing(world);
      await bank(world, other.ref, 75_000, 'B9');
      const payment = await findPayment(lookAt(world), other.id);
      await world.as(head, now, (act) => askRefund(act, payment!.id, 'Hồ sơ dừng do cơ quan'));
      const [refund] = await listOpenRefunds(lookAt(world), 'all');
      await world.as(head, now, (act) => noteRefunded(act, refund!.id, 'UNC 13'));
      assert.deepEqual((await named(other)).slice(1), [
        ['payment.refund', asHead],
        ['payment.refunded', asHead],
      ]);
    }),
  );

  it(
    'take cash once: receipt, step, event, cash book',
    rolledBack(async (world) => {
      const charge = await owing(world);
      await assert.rejects(
        world.as(otherCashier, now, (act) => takeCash(act, charge.id)),
        NotAllowed,
      );
      await world.as(cashier, now, (act) => takeCash(act, charge.id));
      await assert.rejects(
        world.as(cashier, now, (act) => takeCash(act, charge.id)),
        Conflict,
      );
      assert.equal(await stateOf(world, charge), 'paid');
      const receipt = await findReceipt(lookAt(world), charge.id);
      assert.deepEqual([receipt?.symbol, receipt?.number, receipt?.amount], ['BL-26E', '00000001', 75_000]);
      const steps = await listSteps(lookAt(world), charge.item, 'party');
      assert.deepEqual(
        steps.map(({ act }) => act),
        ['dossier.receive', 'payment.charge', 'payment.paid'],
      );
      assert.deepEqual(await settle(world, [], now), ['payment.paid']);
      const book = await listCashBook(lookAt(world), cashier.account!, '2026-11-21');
      assert.deepEqual(
        book.map(({ amount, number }) => [amount, number]),
        [[75_000, '00000001']],
      );
      assert.deepEqual(await listCashBook(lookAt(world), otherCashier.account!, '2026-11-21'), []);
      await healthy(world);
    }),
  );

  it(
    'never pay twice: money told of twice comes in once, a second payment is given back',
    rolledBack(async (world) => {
      const charge = await owing(world);
      assert.equal(await bank(world, charge.ref, 75_000, 'B1'), 'charge');
      assert.equal(await bank(world, charge.ref, 75_000, 'B1'), 'charge');
      assert.equal(await bank(world, charge.ref, 75_000, 'B2'), 'surplus');
      assert.deepEqual((await settle(world, [], now)).filter((name) => name === 'payment.paid').length, 1);
      const [refund] = await listOpenRefunds(lookAt(world), 'all');
      assert.equal(refund?.amount, 75_000);
      await assert.rejects(
        world.as(administrator, now, (act) => noteRefunded(act, refund!.id, ' ')),
        Invalid,
      );
      await world.as(administrator, now, (act) => noteRefunded(act, refund!.id, 'UNC 12'));
      await assert.rejects(
        world.as(administrator, now, (act) => noteRefunded(act, refund!.id, 'UNC 12')),
        Conflict,
      );
      assert.equal(await stateOf(world, charge), 'paid', 'what was given back had not paid it');
      await healthy(world);
    }),
  );

  it(
    'lose no money that fits nothing',
    rolledBack(async (world) => {
      const charge = await owing(world);
      assert.equal(await bank(world, charge.ref, 70_000, 'B1'), 'wrong-amount');
      assert.equal(await bank(world, null, 5000, 'B2'), 'unmatched');
      assert.equal(await bank(world, 'TT261121AAAAAAAA', 5000, 'B3'), 'unmatched');
      assert.equal(await stateOf(world, charge), 'due');
      const stray = await listStray(lookAt(world), 'all');
      assert.deepEqual(stray.map(({ outside_id: id, fate }) => `${id} ${fate}`).sort(), [
        'B1 wrong-amount',
        'B2 unmatched',
        'B3 unmatched',
      ]);
      await world.as(administrator, now, (act) => askRefund(act, stray[0]!.id, 'Sai số tiền'));
      await assert.rejects(
        world.as(administrator, now, (act) => askRefund(act, stray[0]!.id, 'Sai số tiền')),
        Conflict,
      );
      assert.equal((await listStray(lookAt(world), 'all')).length, 2);
      await healthy(world);
    }),
  );

  it(
    'give back what was paid: the charge is refunded when the money has gone back',
    rolledBack(async (world) => {
      const charge = await owing(world);
      await bank(world, charge.ref, 75_000, 'B1');
      const payment = await findPayment(lookAt(world), charge.id);
      await world.as(administrator, now, (act) => askRefund(act, payment!.id, 'Hồ sơ dừng do cơ quan'));
      assert.equal(await stateOf(world, charge), 'paid');
      const [refund] = await listOpenRefunds(lookAt(world), 'all');
      await world.as(administrator, now, (act) => noteRefunded(act, refund!.id, 'UNC 13'));
      assert.equal(await stateOf(world, charge), 'refunded');
      await healthy(world);
    }),
  );

  it(
    'an unknown amount waits for an officer; exemptions on evidence; nothing owed falls away',
    rolledBack(async (world) => {
      const charge = await owing(world, [
        line(null, { mayBeExempt: ['Người khuyết tật'] }),
        line(8000, { code: 'P' }),
      ]);
      assert.equal(charge.amount, null);
      await assert.rejects(
        world.as(cashier, now, (act) => takeCash(act, charge.id)),
        Conflict,
      );
      await assert.rejects(
        world.as(cashier, now, (act) => enterAmount(act, charge.id, 'LP-GPXD', 75_000, '')),
        Invalid,
      );
      await world.as(cashier, now, (act) => enterAmount(act, charge.id, 'LP-GPXD', 75_000, 'Nghị quyết 08'));
      assert.equal((await findCharge(lookAt(world), charge.id))?.amount, 83_000);
      await world.as(cashier, now, (act) => grantExemption(act, charge.id, 'LP-GPXD', 'Người khuyết tật'));
      assert.equal((await findCharge(lookAt(world), charge.id))?.amount, 8000);
      await world.as(system, now, (act) => voidCharges(act, charge.item, 'Đã rút hồ sơ'));
      assert.equal(await stateOf(world, charge), 'void');
      assert.equal(await bank(world, charge.ref, 8000, 'B1'), 'surplus');
      await healthy(world);
    }),
  );
});
