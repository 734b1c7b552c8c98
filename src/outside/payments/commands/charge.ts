/** Asking for money: a charge comes into being, its unknown amount is entered, an exemption is granted, it falls away. */
import { randomInt } from 'node:crypto';
import type { Act, By } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, newId, step, type Head, type StepWords } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { totalOf, type FeeLine } from '../fees.ts';
import { answersFor, mayTake } from '../policy.ts';
import { findChargeByKey, findPayment, listCharges, listGoingBack, lockCharge } from '../queries.ts';
import { isUndecided } from '../rules.ts';
import type { Charge, DueWhen } from '../schema.ts';
import { words } from '../words.ts';
import { awaitMoney, settleMoney } from './await.ts';
import { tellPayer, tidings } from './tell.ts';

/** What is asked for. */
export type Owed = {
  /** Makes it exist once: `<item> intake`. */
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly procedure: string;
  /** Its field of work; null: not known. */
  readonly field: string | null;
  readonly dueWhen: DueWhen;
  readonly lines: readonly FeeLine[];
  readonly agency: string;
  readonly counter: string;
  readonly payer: {
    readonly person: string | null;
    readonly organisation: string | null;
    readonly filer: string | null;
    readonly name: string;
  };
};

/** Letters and digits that are not mistaken for each other. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Reference of a charge: sixteen characters that every bank lets through. */
const newRef = (now: Date): string =>
  `TT${vietnamDay(now).replaceAll('-', '').slice(2)}${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

/**
 * Asks for money for an item whose record the act holds (`thông báo nộp tiền`). Returns the id of the charge, or null when
 * nothing is owed. The same key asks once. `may`: by what right an officer asks for it.
 */
export async function raiseCharge(
  act: Act,
  head: Head,
  owed: Owed,
  may?: StepWords['may'],
): Promise<string | null> {
  const earlier = await findChargeByKey(act, owed.key);
  if (earlier) return earlier.id;
  const amount = totalOf(owed.lines);
  if (owed.lines.length === 0 || amount === 0) return null;
  const id = newId(act.now);
  const { payer } = owed;
  insert(act.writes, 'payments.charges', {
    tenant: act.tenant,
    id,
    key: owed.key,
    item: head.id,
    code: owed.code,
    title: owed.title,
    procedure: owed.procedure,
    field: owed.field,
    ref: newRef(act.now),
    due_when: owed.dueWhen,
    lines: owed.lines,
    amount,
    state: 'due',
    agency: owed.agency,
    counter: owed.counter,
    person: payer.person,
    organisation: payer.organisation,
    filer: payer.filer,
    payer_name: payer.name,
    created_at: act.now,
  });
  step(act, head, {
    act: 'payment.charge',
    visible: 'party',
    after: {
      charge: id,
      amount,
      lines: owed.lines.map(({ code, amount: each }) => ({ code, amount: each })),
    },
    ...(may && { may }),
  });
  return id;
}

const moved = (): Conflict =>
  new Conflict({
    vi: 'Khoản này đã nộp hoặc không phải nộp nữa.',
    en: 'This has been paid or need not be paid any more.',
  });

/** A charge that is still due, held for the counter at which it is paid. Throws Conflict, or NotAllowed for another counter. */
async function lockDue(act: Act, id: string): Promise<Charge> {
  const charge = await lockCharge(act, id);
  if (charge.state !== 'due') throw moved();
  if (!mayTake(act.by, charge)) throw new NotAllowed(words.elsewhere);
  return charge;
}

/** A charge fell away while its item goes on: whoever waited for the money need not wait any more. */
const DROPPED = 'payment.dropped';

/** Writes new lines; a charge of nothing falls away. */
function setLines(act: Act, charge: Charge, lines: readonly FeeLine[], why: string): void {
  const amount = totalOf(lines);
  update(
    act.writes,
    'payments.charges',
    { tenant: act.tenant, id: charge.id },
    { lines, amount, ...(amount === 0 && { state: 'void', ended_why: why }) },
  );
  if (amount === 0) announce(act, DROPPED, charge.item, { charge: charge.id });
}

/** Enters the amount of a line that nobody knew, with the resolution that sets it. */
export async function enterAmount(
  act: Act,
  id: string,
  code: string,
  rate: number,
  basis: string,
): Promise<void> {
  const charge = await lockDue(act, id);
  const line = charge.lines.find((one) => one.code === code && one.amount === null);
  if (!line || !Number.isSafeInteger(rate) || rate < 0 || !basis.trim()) {
    throw new Invalid([
      {
        field: 'rate',
        message: {
          vi: 'Hãy nhập số tiền và văn bản quy định mức thu.',
          en: 'Enter the amount and the document that sets it.',
        },
      },
    ]);
  }
  setLines(
    act,
    charge,
    charge.lines.map((one) => (one === line ? { ...one, rate, amount: rate * one.quantity, basis } : one)),
    basis,
  );
  step(act, await lockItem(act, charge.item), {
    act: 'payment.amount',
    visible: 'party',
    after: { charge: id, code, amount: rate * line.quantity },
    reason: basis,
    may: (by) => mayTake(by, charge),
  });
}

/** Grants an exemption that only evidence can show (miễn phí, lệ phí). */
export async function grantExemption(act: Act, id: string, code: string, who: string): Promise<void> {
  const charge = await lockDue(act, id);
  const line = charge.lines.find((one) => one.code === code && one.mayBeExempt.includes(who));
  if (!line)
    throw new Invalid([
      { field: 'who', message: { vi: 'Hãy chọn trường hợp được miễn.', en: 'Choose the exemption.' } },
    ]);
  setLines(
    act,
    charge,
    charge.lines.map((one) => (one === line ? { ...one, rate: 0, amount: 0, exempt: who } : one)),
    who,
  );
  step(act, await lockItem(act, charge.item), {
    act: 'payment.exempt',
    visible: 'party',
    after: { charge: id, code, amount: line.amount },
    reason: who,
    may: (by) => mayTake(by, charge),
  });
}

/**
 * What is owed is not taken, for a reason that stands in the record where the payer reads it (miễn thu): copies that nobody wants
 * any more, a charge raised by mistake. Throws NotAllowed for a counter at which it is not paid, Invalid without a reason.
 */
export async function waiveCharge(act: Act, id: string, why: string): Promise<void> {
  const charge = await lockDue(act, id);
  const reason = why.trim();
  if (reason === '') throw new Invalid([{ field: 'why', message: words.waiveNoReason }]);
  const may = (by: By): boolean => mayTake(by, charge);
  const waived = {
    waived_at: act.now,
    waived_by: act.by.account,
    waived_by_name: actorName(act.by, { may }),
  };
  update(
    act.writes,
    'payments.charges',
    { tenant: act.tenant, id },
    { state: 'void', ended_why: reason, ...waived },
  );
  step(act, await lockItem(act, charge.item), {
    act: 'payment.waive',
    visible: 'party',
    after: { charge: id, amount: charge.amount },
    reason,
    may,
  });
  await tellPayer(act, charge, tidings.waived(charge, reason));
  announce(act, DROPPED, charge.item, { charge: id });
}

/**
 * Nothing is owed any more for an item that ended: what is due falls away. What was paid stays with the reason, until who answers for
 * the money decides whether it goes back: nobody may keep it by forgetting it.
 */
export async function voidCharges(act: Act, item: string, why: string): Promise<void> {
  for (const { id } of await listCharges(act, item)) {
    // Held, because money may be coming in at this moment.
    const held = await lockCharge(act, id);
    const key = { tenant: act.tenant, id };
    if (held.state === 'due') update(act.writes, 'payments.charges', key, { state: 'void', ended_why: why });
    if (held.state === 'paid' && held.ended_why === null) {
      update(act.writes, 'payments.charges', key, { ended_why: why });
      const money = await findPayment(act, id);
      const undecided = isUndecided({ ...held, ended_why: why }, await listGoingBack(act, id));
      if (money && undecided) await awaitMoney(act, 'decide', money, held);
    }
  }
}

/** What was paid for an item that ended is kept, for a reason that the payer reads (không hoàn trả): the work was done. Throws Conflict when it goes back, or was decided before. */
export async function keepPayment(act: Act, id: string, why: string): Promise<void> {
  const charge = await lockCharge(act, id);
  if (!answersFor(act.by, charge)) throw new NotAllowed(words.notYourBooks);
  const reason = why.trim();
  if (reason === '') throw new Invalid([{ field: 'words', message: words.keepNoReason }]);
  if (!isUndecided(charge, await listGoingBack(act, id))) throw new Conflict(words.notUndecided);
  update(act.writes, 'payments.charges', { tenant: act.tenant, id }, { ended_why: null });
  const money = await findPayment(act, id);
  if (money) await settleMoney(act, money.id, { why: reason });
  step(act, await lockItem(act, charge.item), {
    act: 'payment.keep',
    visible: 'party',
    after: { charge: id, amount: charge.amount },
    reason,
    may: (by) => answersFor(by, charge),
  });
  await tellPayer(act, charge, tidings.kept(charge, reason));
}
