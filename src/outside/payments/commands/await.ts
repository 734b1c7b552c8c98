/**
 * Money on which somebody must decide, or which must be carried back, waits on a desk like any other work: with the leaders of the
 * agencies that answer for it, or with the administrators of the installation where nobody knows whose it is. It goes when that is done.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { listSteps, lockItem, openItem, step, type Head } from '../../../ground/record/index.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { calendarOf, due, startClock, type Term } from '../../../work/clock/index.ts';
import { closeWork, listWorkOf, openWork } from '../../../work/desk/index.ts';
import { listAgencies } from '../../../world/agencies/index.ts';
import { isRoleGiven } from '../../../world/mandates/index.ts';
import { findCharge, findCreditById, listOpenRefunds, listStray, listUndecided } from '../queries.ts';
import type { Charge, Credit } from '../schema.ts';
import { deskWords } from '../words.ts';

/** The room of this work on the desk. */
export const MONEY_WORK = 'payments';

/** `decide`: does it go back? `give-back`: it was decided, somebody must pay it out. */
export type MoneyStep = 'decide' | 'give-back';

/** Somebody else's money lies here meanwhile: three working days for each step. */
const term: Term = { unit: 'working_day', amount: 3 };

type Money = Pick<Credit, 'id' | 'amount'>;
type Place = { readonly agency: string; readonly unit: string | null; readonly role: 'leader' | 'it-admin' };

/** On whose desks it lies: who may decide, by `answersFor`. */
async function placesOf(
  look: Look,
  charge: Pick<Charge, 'agency' | 'counter'> | null,
): Promise<readonly Place[]> {
  if (charge)
    return [...new Set([charge.agency, charge.counter])].map((agency) => ({
      agency,
      // Heads of divisions do not answer for the money of the agency: it lies with the agency as a whole.
      unit: agency,
      role: 'leader',
    }));
  for (const { id } of await listAgencies(look, { parent: null }))
    if (await isRoleGiven(look, id, 'it-admin')) return [{ agency: id, unit: null, role: 'it-admin' }];
  return [];
}

/** Puts the money on the desks of those who may decide or pay it out; what lay there for the step before goes. */
export async function awaitMoney(
  act: Act,
  kind: MoneyStep,
  money: Money,
  charge: Pick<Charge, 'agency' | 'counter' | 'code' | 'title' | 'payer_name' | 'person'> | null,
  why: string | null = null,
): Promise<void> {
  await closeWork(act, money.id);
  // The record of money begins when somebody must decide on it.
  const head = (await headOf(act, money.id)) ?? openItem(act, 'money', money.id);
  step(act, head, {
    act: `payment.await-${kind}`,
    visible: 'inside',
    after: { amount: money.amount },
    reason: why,
  });
  const cause = { cause: deskWords[kind], basis: null, evidence: null };
  for (const place of await placesOf(act, charge)) {
    const calendar = await calendarOf(act, place.agency);
    openWork(act, {
      ...place,
      item: money.id,
      room: MONEY_WORK,
      kind,
      holder: null,
      party: charge?.person ?? null,
      code: charge?.code ?? deskWords.noDossier.vi,
      title: charge?.title ?? deskWords.unmatched.vi,
      subject: charge?.payer_name ?? '',
      step: `${deskWords[kind].vi}: ${formatMoney(money.amount)}`,
      ref: null,
      due_at: due(startClock(term, act.now, cause), calendar).at,
      paused_for: null,
    });
  }
}

/** Nothing waits for anybody any more with this money: it was kept (`why`), or given back (`evidence`). */
export async function settleMoney(
  act: Act,
  money: string,
  { why = null, evidence = null }: { readonly why?: string | null; readonly evidence?: string | null },
): Promise<void> {
  await closeWork(act, money);
  const head = await headOf(act, money);
  if (head) step(act, head, { act: 'payment.settle', visible: 'inside', after: { evidence }, reason: why });
}

/** The record of money, where it has one: money that nobody ever had to decide on has none. */
const headOf = async (act: Act, money: string): Promise<Head | null> =>
  (await listSteps(act, money, 'inside')).length > 0 ? lockItem(act, money) : null;

/** Puts on the desks what waits there by the books and does not lie there yet: what came in before this was done. */
export async function findWaiting(act: Act): Promise<void> {
  const waiting = [
    ...(await listUndecided(act, 'all')).map(({ credit }) => ['decide', credit] as const),
    ...(await listStray(act, 'all')).map(({ id }) => ['decide', id] as const),
    ...(await listOpenRefunds(act, 'all')).map(({ credit }) => ['give-back', credit] as const),
  ];
  for (const [kind, id] of waiting) {
    if ((await listWorkOf(act, id)).some((one) => one.kind === kind)) continue;
    const credit = await findCreditById(act, id);
    if (credit)
      await awaitMoney(act, kind, credit, credit.charge ? await findCharge(act, credit.charge) : null);
  }
}
