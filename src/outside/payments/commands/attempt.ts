/** A try to pay at the platform: begun, followed until the platform says what became of it. */
import type { Act } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import type { PlatformSays } from '../gateway/port.ts';
import { findAttempt, listAttempts, lockCharge } from '../queries.ts';
import { hasLapsed, isReusable, waitAfter, whyNotPayable } from '../rules.ts';
import type { Attempt, Charge, Fate } from '../schema.ts';
import { takeMoney } from './money.ts';

/** The event by which a job asks the platform what became of a try. */
export const ASK = 'payment.ask';

/** A try that was begun, with the charge it pays. */
export type Begun = { readonly attempt: Attempt; readonly charge: Charge };

/** Begins to pay, or goes on with the page that is still open. Throws Conflict when nothing can be paid now. */
export async function beginAttempt(act: Act, id: string): Promise<Begun> {
  const charge = await lockCharge(act, id);
  const why = whyNotPayable(charge);
  if (why) throw new Conflict(why);
  const earlier = await listAttempts(act, id);
  const open = earlier.find((one) => isReusable(one, act.now) && one.amount === charge.amount);
  if (open) return { attempt: open, charge };
  const attempt: Attempt = {
    ref: `${charge.ref}${String(earlier.length + 1).padStart(2, '0')}`,
    charge: id,
    amount: charge.amount ?? 0,
    state: 'begun',
    url: null,
    begun_at: act.now,
    asked: 0,
    ended_at: null,
  };
  insert(act.writes, 'payments.attempts', { tenant: act.tenant, ...attempt });
  askAgain(act, attempt, new Date(act.now.getTime() + waitAfter(0)), false);
  return { attempt, charge };
}

/** The platform has opened its page for a try. */
export const noteUrl = (act: Act, ref: string, url: string): void =>
  update(act.writes, 'payments.attempts', { tenant: act.tenant, ref }, { url });

/**
 * Notes what the platform says of a try: the money it has, or why there is none. Returns what became of the money; null
 * when there is none yet.
 */
export async function noteSaid(act: Act, ref: string, says: PlatformSays): Promise<Fate | null> {
  const attempt = await findAttempt(act, ref);
  if (!attempt || says.state === 'open') return null;
  const state = says.state === 'paid' ? 'paid' : 'failed';
  if (attempt.state !== 'paid' && attempt.state !== state)
    update(act.writes, 'payments.attempts', { tenant: act.tenant, ref }, { state, ended_at: act.now });
  if (says.state !== 'paid') return null;
  return takeMoney(act, {
    source: 'platform',
    // One MaThamChieu is paid once at the platform: it is the number under which the money comes in.
    outsideId: ref,
    ref,
    amount: says.amount,
    at: says.at,
    words: says.transaction,
  });
}

/**
 * Notes that the platform was asked. While nobody knows, it is asked again later, ever more slowly; after three days a try
 * is given up. `told`: asked because of a notice, beside the usual asking; then only an answer ends it.
 */
export async function noteAsked(
  act: Act,
  ref: string,
  says: PlatformSays | null,
  told: boolean,
): Promise<void> {
  const attempt = await findAttempt(act, ref);
  if (!attempt || attempt.state === 'paid') return;
  if (says && says.state !== 'open') return void (await noteSaid(act, ref, says));
  const again = new Date(act.now.getTime() + waitAfter(attempt.asked + 1));
  if (told) return says === null ? askAgain(act, attempt, again, true) : undefined;
  if (attempt.state !== 'begun') return;
  const lapsed = says !== null && hasLapsed(attempt, act.now);
  update(
    act.writes,
    'payments.attempts',
    { tenant: act.tenant, ref },
    { asked: attempt.asked + 1, ...(lapsed && { state: 'lapsed', ended_at: act.now }) },
  );
  if (!lapsed) askAgain(act, attempt, again, false);
}

/** Lets a job ask the platform about a try, at a moment. */
export const askAgain = (
  act: Act,
  { ref, charge }: Pick<Attempt, 'ref' | 'charge'>,
  at: Date,
  told: boolean,
): void => announce(act, ASK, charge, { ref, told }, at);
