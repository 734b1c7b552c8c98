/** Money comes in, once, whatever way and however often we are told; and goes back where it paid nothing. */
import { sql } from 'kysely';
import type { Act, Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, newId, step } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { takeNumber } from '../../../work/numbers/index.ts';
import {
  findCharge,
  findCredit,
  findCreditById,
  findRefund,
  findRefundOf,
  listGoingBack,
  lockCharge,
  lockChargeByRef,
} from '../queries.ts';
import { answersFor, mayTake } from '../policy.ts';
import { fateOf, isUndecided, whyNotPayable } from '../rules.ts';
import type { Charge, Credit, Fate, Source } from '../schema.ts';
import { receiptBook, receiptSymbol } from '../settings.ts';
import { words } from '../words.ts';
import { awaitMoney, settleMoney } from './await.ts';
import { tellPayer, tidings } from './tell.ts';

/** Money as its source tells of it. */
export type Coming = {
  readonly source: Source;
  readonly outsideId: string;
  /** Reference of the charge, or MaThamChieu that begins with it; null when the transfer names none. */
  readonly ref: string | null;
  readonly amount: number;
  readonly at: Date;
  readonly words?: string | null;
};

/**
 * Takes money in. The same money told twice changes nothing. When it pays a charge: receipt, step and the event
 * `payment.paid {item, charge}`, all once. Money that pays nothing is kept and, where it was paid already, given back.
 */
export async function takeMoney(act: Act, coming: Coming): Promise<Fate> {
  const charge = coming.ref === null ? null : await lockChargeByRef(act, coming.ref);
  // Told several times at once the later ones wait here for the first; money for no charge holds none.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.tenant} money ${coming.source} ${coming.outsideId}`}, 0))`.execute(
    act.tx,
  );
  const earlier = await findCredit(act, coming.source, coming.outsideId);
  if (earlier) return earlier.fate;
  const fate = fateOf(charge, coming.amount);
  const credit = noteCredit(act, coming, charge, fate);
  if (charge && fate === 'charge') await settle(act, charge, credit, coming);
  else if (charge) await noteMisfit(act, charge, coming, fate);
  const money = { id: credit, amount: coming.amount };
  if (fate === 'surplus') await askBack(act, money, charge, PAID_BEFORE);
  else if (fate !== 'charge') await awaitMoney(act, 'decide', money, charge);
  return fate;
}

const PAID_BEFORE = 'Đã nộp trước đó';

/** Money came in for a charge and does not fit it: the record says so, and whoever pays is told where it is. */
async function noteMisfit(act: Act, charge: Charge, { source, amount }: Coming, fate: Fate): Promise<void> {
  step(act, await lockItem(act, charge.item), {
    act: 'payment.misfit',
    visible: 'party',
    after: { charge: charge.id, amount, source, fate },
  });
  await tellPayer(act, charge, tidings.misfit(charge, amount, fate));
}

function noteCredit(act: Act, coming: Coming, charge: Charge | null, fate: Fate): string {
  const id = newId(act.now);
  const cash = coming.source === 'cash';
  insert(act.writes, 'payments.credits', {
    tenant: act.tenant,
    id,
    source: coming.source,
    outside_id: coming.outsideId,
    ref: coming.ref,
    charge: charge?.id ?? null,
    amount: coming.amount,
    at: coming.at,
    noted_at: act.now,
    fate,
    words: coming.words ?? null,
    cashier: cash ? act.by.account : null,
    cashier_name: cash ? actorName(act.by, { may: (by) => charge !== null && mayTake(by, charge) }) : null,
  });
  return id;
}

async function settle(
  act: Act,
  charge: Charge,
  credit: string,
  { source, amount, at }: Coming,
): Promise<void> {
  const day = vietnamDay(act.now);
  const symbol = receiptSymbol(day.slice(0, 4));
  const { text: number } = await takeNumber(act, receiptBook(charge.agency), day, {});
  update(
    act.writes,
    'payments.charges',
    { tenant: act.tenant, id: charge.id, state: 'due' },
    { state: 'paid', paid_at: at },
  );
  insert(act.writes, 'payments.receipts', {
    tenant: act.tenant,
    charge: charge.id,
    credit,
    agency: charge.agency,
    symbol,
    number,
    amount,
    issued_at: act.now,
  });
  step(act, await lockItem(act, charge.item), {
    act: 'payment.paid',
    visible: 'party',
    after: { charge: charge.id, amount, source, receipt: `${symbol} ${number}` },
    ...(source === 'cash' && { may: (by) => mayTake(by, charge) }),
  });
  await tellPayer(act, charge, tidings.paid(charge, source, `${symbol} ${number}`));
  announce(act, 'payment.paid', charge.item, { item: charge.item, charge: charge.id });
}

/** The counter takes cash for a charge. Throws Conflict when it was paid meanwhile. */
export async function takeCash(act: Act, id: string): Promise<void> {
  const charge = await lockCharge(act, id);
  if (!mayTake(act.by, charge))
    throw new NotAllowed({
      vi: 'Khoản này thu ở bộ phận một cửa khác.',
      en: 'This is paid at another one-stop unit.',
    });
  const why = whyNotPayable(charge);
  if (why) throw new Conflict(why);
  await takeMoney(act, {
    source: 'cash',
    outsideId: charge.id,
    ref: charge.ref,
    amount: charge.amount ?? 0,
    at: act.now,
  });
}

async function askBack(
  act: Act,
  money: Pick<Credit, 'id' | 'amount'>,
  charge: Charge | null,
  why: string,
): Promise<void> {
  insert(act.writes, 'payments.refunds', {
    tenant: act.tenant,
    id: newId(act.now),
    credit: money.id,
    charge: charge?.id ?? null,
    amount: money.amount,
    why,
    state: 'asked',
    asked_at: act.now,
    asked_by: act.by.account,
  });
  await awaitMoney(act, 'give-back', money, charge, why);
}

/** Throws NotAllowed unless the one who looks answers for the money of this charge, or for money that is for none (`null`). */
export async function guardBooks(look: Look, charge: string | null): Promise<void> {
  if (!answersFor(look.by, charge === null ? null : await findCharge(look, charge)))
    throw new NotAllowed(words.notYourBooks);
}

/** Decides that money is given back whole (hoàn trả), with the reason. Throws Conflict when that was decided before, NotAllowed when it is another agency's. */
export async function askRefund(act: Act, creditId: string, why: string): Promise<void> {
  const credit = await findCreditById(act, creditId);
  if (!credit || !why.trim())
    throw new Invalid([
      {
        field: 'why',
        message: { vi: 'Hãy nêu lý do trả lại tiền.', en: 'State why the money is given back.' },
      },
    ]);
  await guardBooks(act, credit.charge);
  // Held: somebody else may be deciding on it at this moment.
  const charge = credit.charge === null ? null : await lockCharge(act, credit.charge);
  if (await findRefundOf(act, credit.id))
    throw new Conflict({
      vi: 'Khoản này đã có quyết định trả lại.',
      en: 'It has been decided already to give this back.',
    });
  const reason = why.trim();
  await askBack(act, credit, charge, reason);
  if (!charge) return;
  step(act, await lockItem(act, charge.item), {
    act: 'payment.refund',
    visible: 'party',
    after: { charge: charge.id, amount: credit.amount },
    reason,
    may: (by) => answersFor(by, charge),
  });
  await tellPayer(act, charge, tidings.refund(charge, credit.amount, reason));
}

/** The same for money that waits for a decision. Throws Conflict when somebody has decided meanwhile that it is kept. */
export async function decideRefund(
  act: Act,
  { id, fate, charge }: Pick<Credit, 'id' | 'fate' | 'charge'>,
  why: string,
): Promise<void> {
  if (fate === 'charge' && charge !== null) {
    const held = await lockCharge(act, charge);
    if (!isUndecided(held, await listGoingBack(act, charge))) throw new Conflict(words.notUndecided);
  }
  await askRefund(act, id, why);
}

/** The money was given back; `evidence` is the number of the transfer or voucher. What it had paid is no longer paid. */
export async function noteRefunded(act: Act, id: string, evidence: string): Promise<void> {
  const refund = await findRefund(act, id);
  if (!refund || refund.state === 'done')
    throw new Conflict({ vi: 'Khoản này đã trả lại rồi.', en: 'This has been given back already.' });
  await guardBooks(act, refund.charge);
  if (!evidence.trim())
    throw new Invalid([
      {
        field: 'evidence',
        message: { vi: 'Hãy ghi số chứng từ trả tiền.', en: 'Enter the number of the voucher.' },
      },
    ]);
  update(
    act.writes,
    'payments.refunds',
    { tenant: act.tenant, id, state: 'asked' },
    { state: 'done', done_at: act.now, done_by: act.by.account, evidence: evidence.trim() },
  );
  await settleMoney(act, refund.credit, { evidence: evidence.trim() });
  if (!refund.charge) return;
  const charge = await lockCharge(act, refund.charge);
  const credit: Credit | null = await findCreditById(act, refund.credit);
  if (credit?.fate === 'charge')
    update(
      act.writes,
      'payments.charges',
      { tenant: act.tenant, id: charge.id, state: 'paid' },
      { state: 'refunded', ended_why: refund.why },
    );
  step(act, await lockItem(act, charge.item), {
    act: 'payment.refunded',
    visible: 'party',
    after: { charge: charge.id, amount: refund.amount },
    may: (by) => answersFor(by, charge),
    reason: refund.why,
  });
  await tellPayer(act, charge, tidings.refunded(charge, refund.amount, evidence.trim()));
}
