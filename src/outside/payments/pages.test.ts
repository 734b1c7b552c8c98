import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { By } from '../../ground/db/act.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { administrator, cashier, connected, line, owing, payer } from './fixtures.ts';
import { cashPath, chargePath, COUNTER, leavePath, receiptPath, RECONCILE, refundPath } from './paths.ts';

const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

describe('pages of payments', () => {
  it(
    'tell the person what, how much, why, and how; after the counter took it, the receipt',
    rolledBack((world) =>
      connected(world, async ({ visit }) => {
        const copies = { code: 'P', name: 'Phí bản sao', kind: 'charge', quantity: 3, rate: 8000 } as const;
        const charge = await owing(world, [line(75_000), line(24_000, copies)]);
        const shown = await (await visit(payer, chargePath(charge.id))).text();
        for (const words of [
          '99.000',
          '8.000',
          'Nghị quyết 08/2026/NQ-HĐND',
          charge.ref,
          leavePath(charge.id),
          '<svg',
          'Trung tâm Phục vụ',
        ])
          assert.ok(shown.includes(words), words);
        assert.equal((await visit(payer, receiptPath(charge.id))).status, 404);
        assert.match(await (await visit(cashier, COUNTER)).text(), new RegExp(cashPath(charge.id)));
        assert.match(await (await visit(cashier, `${COUNTER}?tim=khong-co`)).text(), /Không có khoản nào/);
        assert.equal((await visit(payer, COUNTER)).status, 403);
        assert.equal((await visit(cashier, cashPath(charge.id), { act: 'take' })).status, 303);
        assert.match(await (await visit(cashier, COUNTER)).text(), /BL-26E 00000001/);
        assert.match(await (await visit(payer, chargePath(charge.id))).text(), /Đã nộp/);
        const receipt = await visit(payer, receiptPath(charge.id));
        const bytes = Buffer.from(await receipt.arrayBuffer());
        assert.deepEqual(
          [receipt.headers.get('content-type'), bytes.subarray(0, 5).toString()],
          ['application/pdf', '%PDF-'],
        );
        const again = Buffer.from(await (await visit(payer, receiptPath(charge.id))).arrayBuffer());
        assert.ok(bytes.equals(again), 'the same receipt has the same bytes');
      }),
    ),
  );

  it(
    'an unknown amount is no way to pay, until the counter enters it',
    rolledBack((world) =>
      connected(world, async ({ visit }) => {
        const charge = await owing(world, [line(null)]);
        const shown = await (await visit(payer, chargePath(charge.id))).text();
        assert.match(shown, /Không có nghĩa là miễn phí/);
        assert.ok(!shown.includes(leavePath(charge.id)) && !shown.includes('<svg'));
        assert.equal((await visit(payer, leavePath(charge.id))).status, 409);
        const wrong = await visit(cashier, cashPath(charge.id), {
          act: 'enter',
          code: 'LP-GPXD',
          rate: '75,5',
          basis: 'NQ 08',
        });
        assert.equal(wrong.status, 422);
        await visit(cashier, cashPath(charge.id), {
          act: 'enter',
          code: 'LP-GPXD',
          rate: '75.000',
          basis: 'NQ 08',
        });
        assert.ok((await (await visit(payer, chargePath(charge.id))).text()).includes(leavePath(charge.id)));
      }),
    ),
  );

  it(
    'reconciliation shows what only the platform has, asks again, and gives back what paid nothing',
    rolledBack((world) =>
      connected(world, async ({ visit, simulator, room }) => {
        const charge = await owing(world);
        simulator.faults.notice = 'never';
        const left = await visit(payer, leavePath(charge.id));
        const ref = new URL(left.headers.get('location')!).pathname.slice('/nop/'.length);
        await simulator.pay(ref);
        assert.equal((await visit(cashier, RECONCILE)).status, 403);
        assert.match(
          await (await visit(administrator, RECONCILE)).text(),
          new RegExp(`${ref}[\\s\\S]*ta chưa ghi`),
        );
        assert.equal((await visit(administrator, RECONCILE, { act: 'ask', id: ref, words: '' })).status, 303);
        await settle(world, room.listeners, later(0));
        assert.match(await (await visit(administrator, RECONCILE)).text(), /Hai sổ khớp nhau/);
        await simulator.transfer(5000, 'khong ro');
        const stray = await (await visit(administrator, RECONCILE)).text();
        const credit =
          /name="act" value="back"\/?><input type="hidden" name="id" value="([^"]+)"/.exec(stray)?.[1] ?? '';
        assert.equal(
          (await visit(administrator, RECONCILE, { act: 'back', id: credit, words: '' })).status,
          422,
        );
        assert.equal(
          (await visit(administrator, RECONCILE, { act: 'back', id: credit, words: 'Không rõ khoản' }))
            .status,
          303,
        );
        assert.match(await (await visit(administrator, RECONCILE)).text(), /Không rõ khoản/);
        simulator.faults.down = true;
        assert.match(await (await visit(administrator, RECONCILE)).text(), /không trả lời/);
      }),
    ),
  );

  it(
    'show a leader the books of their own agency alone: page, list, acts and detail agree',
    rolledBack((world) =>
      connected(world, async ({ visit, simulator }) => {
        const charge = await owing(world);
        const leaderOf = (agency: string, unit: string | null = null): By => ({
          ...administrator,
          powers: [{ role: 'leader', agency, unit }],
        });
        const [own, receiving, other] = [charge.agency, charge.counter, cashier.account!].map((agency) =>
          leaderOf(agency),
        );
        simulator.faults.notice = 'never';
        const left = await visit(payer, leavePath(charge.id));
        const ref = new URL(left.headers.get('location')!).pathname.slice('/nop/'.length);
        await simulator.pay(ref);
        await simulator.transfer(70_000, charge.ref);
        await simulator.transfer(5000, 'khong ro');
        const books = async (by: By) => {
          const text = await (await visit(by, RECONCILE)).text();
          return {
            'only the platform has it': text.includes(ref),
            'of a wrong amount': text.includes('70.000'),
            'for nothing known': text.includes('khong ro'),
          };
        };
        const [mine, none] = [
          {
            'only the platform has it': true,
            'of a wrong amount': true,
            'for nothing known': false,
          },
          {
            'only the platform has it': false,
            'of a wrong amount': false,
            'for nothing known': false,
          },
        ];
        assert.deepEqual(await books(administrator), { ...mine, 'for nothing known': true });
        assert.deepEqual(await books(own!), mine);
        assert.deepEqual(await books(receiving!), mine);
        assert.deepEqual(await books(other!), none);
        assert.equal((await visit(leaderOf(charge.agency, cashier.account), RECONCILE)).status, 403);

        const shown = await (await visit(own!, RECONCILE)).text();
        const credit =
          /value="back"\/?><input type="hidden" name="id" value="([^"]+)"/.exec(shown)?.[1] ?? '';
        const back = { act: 'back', id: credit, words: 'Sai số tiền' };
        const ask = { act: 'ask', id: ref, words: '' };
        assert.deepEqual(
          [
            (await visit(other!, chargePath(charge.id))).status,
            (await visit(other!, RECONCILE, ask)).status,
            (await visit(other!, RECONCILE, back)).status,
          ],
          [403, 403, 403],
        );
        assert.deepEqual(
          [
            (await visit(own!, chargePath(charge.id))).status,
            (await visit(own!, RECONCILE, ask)).status,
            (await visit(own!, RECONCILE, back)).status,
          ],
          [200, 303, 303],
        );
        const again = await (await visit(own!, RECONCILE)).text();
        const refund =
          /value="done"\/?><input type="hidden" name="id" value="([^"]+)"/.exec(again)?.[1] ?? '';
        const done = { act: 'done', id: refund, words: 'UNC 01' };
        assert.equal((await visit(other!, RECONCILE, done)).status, 403);
        assert.equal((await visit(own!, RECONCILE, done)).status, 303);
      }),
    ),
  );

  it(
    'tell the payer of money that did not fit, and give back what was paid, once and with the reason',
    rolledBack((world) =>
      connected(world, async ({ visit, simulator }) => {
        const charge = await owing(world);
        const page = async (by: By = payer): Promise<string> =>
          (await (await visit(by, chargePath(charge.id))).text()).replaceAll(/<[^>]*>/g, ' ');
        assert.doesNotMatch(await page(), /Tiền không tính/);
        await simulator.transfer(70_000, charge.ref);
        assert.match(await page(), /70\.000[\s\S]*Sai số tiền[\s\S]*Cán bộ sẽ kiểm tra/);
        assert.match(await page(), /Chưa nộp/);
        assert.equal((await visit(administrator, refundPath(charge.id), { why: 'x' })).status, 409);
        await simulator.transfer(75_000, charge.ref);
        assert.equal((await visit(payer, refundPath(charge.id))).status, 403);
        assert.equal((await visit(cashier, refundPath(charge.id), { why: 'x' })).status, 403);
        const leaderOf = (agency: string): By => ({
          ...administrator,
          powers: [{ role: 'leader', agency, unit: null }],
        });
        assert.equal((await visit(leaderOf('another'), refundPath(charge.id), { why: 'x' })).status, 403);
        assert.match(await page(leaderOf(charge.agency)), /Trả lại tiền/);
        assert.doesNotMatch(await page(leaderOf('another')), /Trả lại tiền/);
        assert.equal((await visit(administrator, refundPath(charge.id), { why: ' ' })).status, 422);
        const why = 'Thủ tục được miễn lệ phí từ 01/01/2026';
        assert.equal((await visit(administrator, refundPath(charge.id), { why })).status, 303);
        assert.match(await page(), new RegExp(`${why}[\\s\\S]*Sẽ được trả lại`));
        assert.doesNotMatch(await page(administrator), /Trả lại tiền/);
        assert.equal((await visit(administrator, refundPath(charge.id), { why })).status, 409);
        const open = await (await visit(administrator, RECONCILE)).text();
        const refund = /value="done"\/?><input type="hidden" name="id" value="([^"]+)"/.exec(open)?.[1] ?? '';
        await visit(administrator, RECONCILE, { act: 'done', id: refund, words: 'UNC 12/2026' });
        assert.match(await page(), /Đã trả lại lúc [\s\S]*chứng từ UNC 12\/2026/);
      }),
    ),
  );
});
