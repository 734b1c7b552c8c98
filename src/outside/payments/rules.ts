/** Decisions about money: what a payment pays, whether it can be paid, when to ask the platform again. Pure. */
import type { Text } from '../../ground/text/language.ts';
import type { Attempt, Charge, Credit, Fate } from './schema.ts';

/**
 * What becomes of money that came in for a charge. Money never pays twice, and never a part: what does not fit is kept
 * and given back.
 */
export function fateOf(charge: Pick<Charge, 'state' | 'amount'> | null, amount: number): Fate {
  if (!charge) return 'unmatched';
  if (charge.state !== 'due') return 'surplus';
  return charge.amount === amount ? 'charge' : 'wrong-amount';
}

/** Why it cannot be paid now; null when it can. */
export function whyNotPayable({ state, amount }: Pick<Charge, 'state' | 'amount'>): Text | null {
  if (state === 'paid')
    return {
      vi: 'Khoản này đã nộp rồi. Bạn không phải nộp nữa.',
      en: 'This has been paid. You need not pay again.',
    };
  if (state !== 'due') return { vi: 'Khoản này không phải nộp nữa.', en: 'This need not be paid any more.' };
  if (amount === null)
    return {
      vi: 'Mức thu chưa được nhập vào hệ thống nên chưa nộp trực tuyến được. Không có nghĩa là miễn phí: bộ phận một cửa sẽ cho biết số tiền.',
      en: 'The amount has not been entered yet, so it cannot be paid online. This does not mean that it is free: the one-stop unit will tell the amount.',
    };
  if (amount === 0) return { vi: 'Bạn không phải nộp tiền.', en: 'There is nothing to pay.' };
  return null;
}

/** Whether it can still be decided that what was paid goes back; `goingBack`: money of the charge that does so already, or did not fit. */
export const isRefundable = (
  { state }: Pick<Charge, 'state'>,
  goingBack: readonly Pick<Credit, 'fate'>[],
): boolean => state === 'paid' && goingBack.every(({ fate }) => fate !== 'charge');

/** Whether it must still be decided if what was paid goes back: what it was for ended without a decision. */
export const isUndecided = (
  charge: Pick<Charge, 'state' | 'ended_why'>,
  goingBack: readonly Pick<Credit, 'fate'>[],
): boolean => charge.ended_why !== null && isRefundable(charge, goingBack);

/** A page of the platform is open so long; then a new try is begun. */
const OPEN_MINUTES = 15;
/** So long the platform is asked about a try that nobody heard of any more. */
const ASK_HOURS = 72;

/**
 * Whether this try at the platform goes on, instead of a second one: nobody opens two and pays both. A try whose page is just being
 * opened, by another tab of the same person or by a request that was cut off, counts: the platform opens the same page again.
 */
export const isReusable = (
  { state, begun_at: begun }: Pick<Attempt, 'state' | 'begun_at'>,
  now: Date,
): boolean => state === 'begun' && now.getTime() - begun.getTime() < OPEN_MINUTES * 60_000;

/** Whether a try is over: nobody has paid at the platform for three days. */
export const hasLapsed = ({ begun_at: begun }: Pick<Attempt, 'begun_at'>, now: Date): boolean =>
  now.getTime() - begun.getTime() > ASK_HOURS * 3_600_000;

/** Milliseconds until the platform is asked again: soon at first, then ever more slowly, at least once an hour. */
export const waitAfter = (asked: number): number => Math.min(30_000 * 2 ** Math.min(asked, 20), 3_600_000);

/** The code of a charge inside the words of a transfer, whatever the bank did to spaces and case; null when there is none. */
export const refIn = (words: string): string | null =>
  /TT\d{6}[2-9A-HJ-NP-Z]{8}/.exec(words.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))?.[0] ?? null;
