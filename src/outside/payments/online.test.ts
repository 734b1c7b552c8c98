import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { cashier, connected, lookAt, owing, payer, stranger, type Opened } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { bankHash } from './gateway/messages.ts';
import { BANK_NOTICE, chargePath, leavePath } from './paths.ts';
import { findCharge, findPayment, listAttempts, listOpenRefunds, listStray } from './queries.ts';
import type { Charge } from './schema.ts';

/** Some minutes later: jobs that were announced for then are due. */
const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

async function leave({ visit }: Opened, charge: Charge): Promise<string> {
  const response = await visit(payer, leavePath(charge.id));
  assert.equal(response.status, 303, await response.text());
  return new URL(response.headers.get('location')!).pathname.slice('/nop/'.length);
}
const stateOf = async (world: TestWorld, { id }: Charge) => (await findCharge(lookAt(world), id))?.state;
const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of invariants) assert.deepEqual(await one.check(lookAt(world)), [], one.name);
};
const events = async (world: TestWorld, { room }: Opened, at = later(0)) => settle(world, room.listeners, at);

describe('paying at the platform', () => {
  for (const [notice, told] of [
    ['once', 1],
    ['twice', 2],
  ] as const) {
    it(
      `pays once when the platform tells us ${notice}`,
      rolledBack((world) =>
        connected(world, async (opened) => {
          const charge = await owing(world);
          opened.simulator.faults.notice = notice;
          await opened.simulator.pay(await leave(opened, charge));
          const heard = await events(world, opened);
          assert.equal(heard.filter((name) => name === 'payment.ask').length, told);
          assert.equal(heard.filter((name) => name === 'payment.paid').length, 1);
          assert.equal(await stateOf(world, charge), 'paid');
          await healthy(world);
        }),
      ),
    );
  }

  it(
    'pays when we are never told: we ask',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        opened.simulator.faults.notice = 'never';
        const ref = await leave(opened, charge);
        await events(world, opened, later(1));
        assert.equal(await stateOf(world, charge), 'due');
        await opened.simulator.pay(ref);
        const heard = await events(world, opened, later(5));
        assert.ok(heard.includes('payment.paid'));
        assert.equal(await stateOf(world, charge), 'paid');
        await healthy(world);
      }),
    ),
  );

  it(
    'pays when we are told days late, after everybody gave it up',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        opened.simulator.faults.notice = 'late';
        const ref = await leave(opened, charge);
        await settle(world, opened.room.listeners, later(60 * 80));
        assert.equal((await listAttempts(lookAt(world), charge.id))[0]?.state, 'lapsed');
        await opened.simulator.pay(ref);
        await opened.simulator.tellLate();
        await events(world, opened);
        assert.equal(await stateOf(world, charge), 'paid');
        assert.equal((await listAttempts(lookAt(world), charge.id))[0]?.state, 'paid');
        await healthy(world);
      }),
    ),
  );

  it(
    'cash at the counter, then the late online payment: the second is given back',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        const { takeCash } = await import('./commands/money.ts');
        const ref = await leave(opened, charge);
        await world.as(cashier, later(0), (act) => takeCash(act, charge.id));
        await opened.simulator.pay(ref);
        const heard = await events(world, opened);
        assert.equal(heard.filter((name) => name === 'payment.paid').length, 1);
        assert.equal((await findPayment(lookAt(world), charge.id))?.source, 'cash');
        assert.equal((await listOpenRefunds(lookAt(world), 'all'))[0]?.amount, 75_000);
        await healthy(world);
      }),
    ),
  );

  it(
    'believes no forged notice, no address and no other amount',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        const { simulator, origin, visit } = opened;
        const ref = await leave(opened, charge);
        const forged = {
          LoaiBanTin: 'NOTIFY',
          PhienBan: '1.0.6',
          MaDoiTac: 'SONGLAM',
          MaThamChieu: ref,
          ThoiGianGD: '20261121000000',
          MaXacThuc: '0'.repeat(64),
        };
        const refused = await fetch(`${origin}/api/v1/thanh-toan/thong-bao`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(forged),
        });
        assert.equal(refused.status, 403);
        const back = await visit(
          payer,
          `/thanh-toan/ve?${new URLSearchParams({ ...forged, TrangThaiGD: '1' })}`,
        );
        assert.equal(back.headers.get('location'), chargePath(charge.id));
        assert.equal(await stateOf(world, charge), 'due');
        simulator.faults.wrongHash = true;
        await simulator.pay(ref);
        assert.deepEqual(await events(world, opened), [], 'a notice with a wrong hash announces nothing');
        simulator.faults.wrongAmount = true;
        await events(world, opened, later(5));
        assert.equal(await stateOf(world, charge), 'due');
        assert.deepEqual(
          (await listStray(lookAt(world), 'all')).map(({ fate, amount }) => [fate, amount]),
          [['wrong-amount', 76_000]],
        );
        await healthy(world);
      }),
    ),
  );

  it(
    'goes on when the platform was down, and opens no second page while one is open',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        const { simulator, visit } = opened;
        simulator.faults.down = true;
        assert.equal((await visit(payer, leavePath(charge.id))).status, 503);
        simulator.faults.down = false;
        const ref = await leave(opened, charge);
        assert.equal(await leave(opened, charge), ref);
        await fetch(simulator.accounts.platform.url.replace('/payplat', `/nop/${ref}`), {
          method: 'POST',
          body: new URLSearchParams({ viec: 'huy' }),
          redirect: 'manual',
        });
        await events(world, opened);
        assert.equal(await stateOf(world, charge), 'due');
        const again = await leave(opened, charge);
        assert.notEqual(again, ref);
        simulator.faults.notice = 'never';
        await simulator.pay(again);
        const home = await visit(payer, `/thanh-toan/ve?MaThamChieu=${again}`);
        assert.equal(home.headers.get('location'), chargePath(charge.id));
        assert.equal(await stateOf(world, charge), 'paid', 'on the way back the platform is asked at once');
        await healthy(world);
      }),
    ),
  );

  it(
    'opens one page for two tabs that are pressed one upon the other, so that it is paid once',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        opened.simulator.faults.slowMs = 1500;
        const first = leave(opened, charge);
        // All requests of a test share one transaction: the second begins when the first has noted its try, and waits for its page.
        while ((await listAttempts(lookAt(world), charge.id)).length === 0) await pause(10);
        assert.equal((await listAttempts(lookAt(world), charge.id))[0]?.url, null);
        opened.simulator.faults.slowMs = 0;
        const other = await leave(opened, charge);
        const one = await first;
        assert.equal(one, other);
        await opened.simulator.pay(one);
        await opened.simulator.pay(other);
        await events(world, opened);
        assert.equal(await stateOf(world, charge), 'paid');
        assert.deepEqual(await listOpenRefunds(lookAt(world), 'all'), []);
        await healthy(world);
      }),
    ),
  );

  it(
    'does not send away again whoever has paid already and was not told so yet',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const charge = await owing(world);
        opened.simulator.faults.notice = 'never';
        await opened.simulator.pay(await leave(opened, charge));
        assert.equal(await stateOf(world, charge), 'due');
        const again = await opened.visit(payer, leavePath(charge.id));
        assert.equal(again.headers.get('location'), chargePath(charge.id));
        assert.equal(await stateOf(world, charge), 'paid');
        await healthy(world);
      }),
    ),
  );

  it(
    'is for the person who owes it',
    rolledBack((world) =>
      connected(world, async ({ visit }) => {
        const charge = await owing(world);
        assert.equal((await visit(stranger, leavePath(charge.id))).status, 403);
        assert.equal((await visit(stranger, chargePath(charge.id))).status, 403);
        assert.equal((await visit(cashier, leavePath(charge.id))).status, 403);
      }),
    ),
  );
});

describe('paying by bank transfer', () => {
  it(
    'the bank’s notice pays, once, when it is genuine',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const { simulator } = opened;
        const charge = await owing(world);
        simulator.faults.wrongHash = true;
        assert.equal(await simulator.transfer(75_000, charge.ref), 403);
        simulator.faults.wrongHash = false;
        simulator.faults.notice = 'twice';
        assert.equal(
          await simulator.transfer(75_000, `NGUYEN VAN VI DU ${charge.ref.toLowerCase()} FT26325`),
          200,
        );
        assert.equal(await stateOf(world, charge), 'paid');
        await simulator.transfer(75_000, 'tra tien');
        assert.equal((await listStray(lookAt(world), 'all')).length, 1);
        await healthy(world);
      }),
    ),
  );

  it(
    'whatever the payer wrote, no money is turned away; a hash of other letters is a wrong one',
    rolledBack((world) =>
      connected(world, async ({ simulator }) => {
        const asked: Charge[] = [];
        for (const words of [
          (ref: string) => `  ${ref} `,
          (ref: string) => `Nguyễn Văn Ví Dụ nộp ${ref}`.normalize('NFD'),
          (ref: string) => `\u202e\u0000\u0007 ${ref}\r\n\ud800`,
          (ref: string) => `${ref} ${'x'.repeat(900)}`,
        ]) {
          const charge = await owing(world);
          asked.push(charge);
          assert.equal(await simulator.transfer(75_000, words(charge.ref)), 200);
          assert.equal(await stateOf(world, charge), 'paid', JSON.stringify(words('').slice(0, 60)));
        }
        const kept = await Promise.all(asked.map(({ id }) => findPayment(lookAt(world), id)));
        for (const credit of kept) assert.doesNotMatch(credit?.words ?? '', /[\p{Cc}\u202e]|^\s|\s$/u);
        await healthy(world);
      }),
    ),
  );

  it(
    'is refused with a sentence where the hash is of other letters, or the amount is no number of đồng',
    rolledBack((world) =>
      connected(world, async ({ origin, accounts }) => {
        const { number, secret } = accounts.bank!;
        const tell = (notice: Readonly<Record<string, string>>, MaXacThuc = bankHash(notice, secret)) =>
          fetch(`${origin}/api/v1${BANK_NOTICE}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...notice, MaXacThuc }),
          }).then(({ status }) => status);
        const charge = await owing(world);
        const notice = {
          id: 'B1',
          taiKhoan: number,
          soTien: '75000',
          noiDung: charge.ref,
          thoiGian: '20261120100000',
        };
        assert.equal(await tell(notice, 'é'.repeat(64)), 403);
        assert.equal(await tell({ ...notice, soTien: '7.5e4' }), 200);
        assert.equal(await stateOf(world, charge), 'due');
        assert.deepEqual(await listStray(lookAt(world), 'all'), []);
        // Dated ahead it has come by now: it is in the books of a day that somebody looks at.
        assert.equal(await tell({ ...notice, thoiGian: '29991231235959' }), 200);
        assert.equal(await stateOf(world, charge), 'paid');
        assert.ok((await findPayment(lookAt(world), charge.id))!.at <= new Date());
      }),
    ),
  );
});
