/** The books of money as those see them who answer for it, and what the payer is told. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type By } from '../../ground/db/act.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import { listNotices } from '../messages/index.ts';
import {
  administrator,
  cashier,
  connected,
  lookAt,
  otherCashier,
  owing,
  payer,
  type Opened,
} from './fixtures.ts';
import { voidCharges } from './commands/charge.ts';
import { booksOf } from './policy.ts';
import { listUndecided } from './queries.ts';
import { cashPath, chargePath, DAY_FILE, leavePath, RECONCILE, refundPath, WAIVED_FILE } from './paths.ts';

const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

const leaderOf = (agency: string): By => ({
  ...administrator,
  powers: [{ role: 'leader', agency, unit: null }],
});

/** What a page or a file says, without its marks. */
const plain = async ({ visit }: Opened, by: By, path = RECONCILE): Promise<string> =>
  (await (await visit(by, path)).text()).replaceAll(/<[^>]*>/g, ' ').replaceAll('\u00a0', ' ');

describe('the books', () => {
  it(
    'show what was waived, with its sum and as a file, to those alone in whose books it is',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const { visit } = opened;
        const charge = await owing(world);
        const why = 'Người nộp không lấy bản sao nữa, "thôi"';
        const waive = (by: By) => visit(by, cashPath(charge.id), { act: 'waive', why });
        assert.equal((await waive(otherCashier)).status, 403);
        assert.equal((await waive(cashier)).status, 303);
        for (const by of [administrator, leaderOf(charge.agency), leaderOf(charge.counter)]) {
          assert.match(
            await plain(opened, by),
            /Số tiền miễn thu\s+75\.000[\s\S]*H99\.18-261121-0001[\s\S]*không lấy bản sao[\s\S]*Đinh Văn Thử Nghiệm/,
          );
          const [heading, line, end] = (await plain(opened, by, WAIVED_FILE)).split('\r\n');
          assert.match(heading!, /Lúc,Hồ sơ,Thủ tục,Số tiền,Vì sao,Người quyết định$/);
          assert.ok(
            line!.endsWith(
              `,H99.18-261121-0001,Cấp giấy phép xây dựng,75000,"Người nộp không lấy bản sao nữa, ""thôi""",Đinh Văn Thử Nghiệm`,
            ),
            line,
          );
          assert.equal(end, '');
        }
        const another = leaderOf(cashier.account!);
        assert.match(await plain(opened, another), /Tháng này không miễn thu khoản nào/);
        assert.equal((await plain(opened, another, WAIVED_FILE)).trim().split('\r\n').length, 1);
        assert.equal((await visit(cashier, WAIVED_FILE)).status, 403);
        assert.match(
          await plain(opened, administrator, `${RECONCILE}?ngay=2020-01-01`),
          /không miễn thu khoản nào/,
        );
      }),
    ),
  );

  it(
    'tell for each refund to whom the money goes, for which dossier, and by which transaction it had come',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const { simulator } = opened;
        const charge = await owing(world);
        await simulator.transfer(75_000, charge.ref, 'FT-1');
        await simulator.transfer(75_000, charge.ref, 'FT-2');
        const said = await plain(opened, leaderOf(charge.agency));
        assert.match(
          said,
          new RegExp(`Đã nộp trước đó\\s+${charge.code}\\s+${charge.payer_name}\\s+Chuyển khoản\\s+FT-2`),
        );
        assert.doesNotMatch(said, /FT-1/, 'what pays the charge goes back to nobody');
      }),
    ),
  );

  it(
    'lay three ledgers of a day side by side: money, receipts, the platform; and give them as a file',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const { visit, simulator, room } = opened;
        const charge = await owing(world);
        await simulator.transfer(70_000, charge.ref);
        const left = await visit(payer, leavePath(charge.id));
        const ref = new URL(left.headers.get('location')!).pathname.slice('/nop/'.length);
        simulator.faults.notice = 'never';
        await simulator.pay(ref);
        const file = (): Promise<string> => plain(opened, administrator, DAY_FILE);
        assert.ok(
          (await file()).includes(
            `,Trực tuyến,${ref},H99.18-261121-0001,,,,75000,"Nền tảng có, ta chưa ghi"\r\n`,
          ),
          await file(),
        );
        await settle(world, room.listeners, later(5));
        const page = await plain(opened, administrator);
        assert.match(page, /Trực tuyến\s+1\s+75\.000 đ\s+1\s+75\.000 đ\s+0 đ\s+75\.000 đ/);
        assert.match(page, /Chuyển khoản\s+1\s+70\.000 đ\s+0\s+0 đ\s+70\.000 đ\s+—/);
        const lines = (await file()).split('\r\n');
        assert.equal(lines.length, 4);
        assert.ok(lines.some((line) => /,Chuyển khoản,.*,70000,,,,Sai số tiền$/.test(line)));
        const receipted = /,Trực tuyến,.*,75000,BL-\d\dE 00000001,75000,75000,Khớp$/;
        assert.ok(lines.some((line) => receipted.test(line)));
        simulator.faults.down = true;
        assert.match(await file(), /75000,BL-\d\dE 00000001,75000,,Nền tảng thanh toán hiện không trả lời/);
        assert.equal((await visit(cashier, DAY_FILE)).status, 403);
      }),
    ),
  );

  it(
    'hold what was paid for a dossier that ended, until somebody decides: it goes back, or is kept for a reason that is told',
    rolledBack((world) =>
      connected(world, async (opened) => {
        const { visit, simulator } = opened;
        const [one, other] = [await owing(world), await owing(world)];
        await simulator.transfer(75_000, one.ref);
        await simulator.transfer(75_000, other.ref);
        const undecided = async (by: By = administrator): Promise<readonly string[]> =>
          (await listUndecided({ ...lookAt(world), by }, booksOf(by))).map(({ id }) => id);
        assert.deepEqual(await undecided(), []);
        for (const { item } of [one, other])
          await world.as(system, later(0), (act) => voidCharges(act, item, 'Hồ sơ không được tiếp nhận'));
        assert.deepEqual((await undecided()).toSorted(), [one.id, other.id].toSorted());
        assert.deepEqual(await undecided(leaderOf(cashier.account!)), []);
        const keep = (by: By, words: string) => visit(by, RECONCILE, { act: 'keep', id: one.id, words });
        assert.equal((await keep(leaderOf(cashier.account!), 'Đã thẩm định')).status, 403);
        assert.equal((await keep(administrator, ' ')).status, 422);
        assert.equal((await keep(administrator, 'Đã thẩm định')).status, 303);
        assert.equal((await keep(administrator, 'Đã thẩm định')).status, 409);
        assert.deepEqual(await undecided(), [other.id]);
        const page = await (await visit(leaderOf(other.agency), RECONCILE)).text();
        const credit = /value="back"\/?><input type="hidden" name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
        const back = await visit(leaderOf(other.agency), RECONCILE, {
          act: 'back',
          id: credit,
          words: 'Chưa làm gì',
        });
        assert.equal(back.status, 303);
        assert.deepEqual(await undecided(), []);
        const told = await listNotices({ ...lookAt(world), by: payer });
        assert.match(told.find(({ event }) => event === 'payment.keep')!.body.vi, /Lý do: Đã thẩm định/);
        assert.match(told.find(({ event }) => event === 'payment.refund')!.body.vi, /Lý do: Chưa làm gì/);
      }),
    ),
  );
});

it(
  'the payer is told in the portal what became of the money, and the record of the dossier says the same',
  rolledBack((world) =>
    connected(world, async ({ visit, simulator }) => {
      const charge = await owing(world);
      await simulator.transfer(70_000, charge.ref);
      await simulator.transfer(75_000, charge.ref);
      await simulator.transfer(75_000, `${charge.ref} lan hai`);
      await visit(administrator, refundPath(charge.id), { why: 'Hồ sơ bị từ chối' });
      const open = await (await visit(administrator, RECONCILE)).text();
      const ids = [...open.matchAll(/value="done"\/?><input type="hidden" name="id" value="([^"]+)"/g)];
      assert.equal(ids.length, 2, 'what was paid twice, and what was refused');
      for (const [, id] of ids)
        await visit(administrator, RECONCILE, { act: 'done', id: id!, words: 'UNC 12/2026' });
      const expected = [
        'payment.misfit',
        'payment.paid',
        'payment.misfit',
        'payment.refund',
        'payment.refunded',
        'payment.refunded',
      ];
      const look = { ...lookAt(world), by: payer };
      const notices = await listNotices(look);
      assert.deepEqual(notices.map(({ event }) => event).toSorted(), expected.toSorted());
      assert.ok(notices.every(({ path }) => path === chargePath(charge.id)));
      const decided = notices.find(({ event }) => event === 'payment.refund');
      assert.match(decided!.body.vi, /75\.000.*Hồ sơ bị từ chối/);
      const steps = await listSteps(look, charge.item, 'party');
      assert.deepEqual(
        steps.map(({ act }) => act).filter((act) => act !== 'dossier.receive' && act !== 'payment.charge'),
        expected,
      );
    }),
  ),
);
