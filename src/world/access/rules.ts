/** Rules of access: locking, idle time, passwords, review (Decree 331/2026, level 3; TCVN 14423:2026). Pure. */
import type { FieldError } from '../../ground/operate/errors.ts';
import { fold } from '../../ground/text/fold.ts';
import type { Account, SessionRow } from './schema.ts';

/** Failed attempts in a row after which an account is locked, and for how long. */
export const MOST_FAILURES = 5;
const LOCK_MINUTES = 15;
/** An officer's account that nobody used for so long is stopped; every account is confirmed so often. */
export const IDLE_DAYS = 45;
const REVIEW_DAYS = 182;
/** Administrators change their password so often. */
const ADMINISTRATOR_PASSWORD_DAYS = 60;
/** A password is not one of the last so many. */
export const OLD_PASSWORDS = 10;
/** With a second factor eight characters are enough. */
export const SHORTEST_PASSWORD = 8;
/** Grave acts on one's own access ask for a sign-in that is not older. */
const FRESH_MINUTES = 15;
/** A code to set up an account holds so long. */
export const ACTIVATION_HOURS = 72;

const minutes = (n: number): number => n * 60_000;
const days = (n: number): number => minutes(n * 24 * 60);
const older = (moment: Date, age: number, now: Date): boolean => now.getTime() - moment.getTime() > age;

/** A session ends after so long without a request, and after so long in any case. */
const lasting = {
  citizen: { idle: minutes(60), whole: minutes(12 * 60) },
  officer: { idle: minutes(30), whole: minutes(12 * 60) },
} as const;

/** Whether a session still holds. */
export function holds(
  session: Pick<SessionRow, 'started_at' | 'seen_at' | 'ended_at'>,
  kind: Account['kind'],
  now: Date,
): boolean {
  const { idle, whole } = lasting[kind];
  return (
    session.ended_at === null &&
    now.getTime() - session.seen_at.getTime() < idle &&
    now.getTime() - session.started_at.getTime() < whole
  );
}

/** When a session ends by itself if this request is the last one. */
export const endOf = (
  { started_at: started }: Pick<SessionRow, 'started_at'>,
  kind: Account['kind'],
  now: Date,
): Date => new Date(Math.min(now.getTime() + lasting[kind].idle, started.getTime() + lasting[kind].whole));

/** Whether the mark of the last request is old enough to be worth a write. */
export const needsMark = (seenAt: Date, now: Date): boolean => older(seenAt, minutes(1), now);

/** Whether somebody signed in a short while ago: asked for before passkeys are changed. */
export const isFresh = (signedInAt: Date, now: Date): boolean =>
  !older(signedInAt, minutes(FRESH_MINUTES), now);

/** What a failed attempt does to an account. */
export function afterFailure(
  account: Pick<Account, 'failures'>,
  now: Date,
): Pick<Account, 'failures' | 'locked_until'> {
  const failures = account.failures + 1;
  return failures >= MOST_FAILURES
    ? { failures: 0, locked_until: new Date(now.getTime() + minutes(LOCK_MINUTES)) }
    : { failures, locked_until: null };
}

type Bars = Pick<Account, 'locked_until' | 'closed_at' | 'suspended_for'>;

/** Whether nobody may sign in to this account now. */
export const isLocked = (account: Bars, now: Date): boolean =>
  account.closed_at !== null ||
  account.suspended_for !== null ||
  (account.locked_until !== null && account.locked_until > now);

/** How an account stands, for lists. */
export const standings = ['open', 'waiting', 'locked', 'idle', 'suspended', 'closed'] as const;
export type Standing = (typeof standings)[number];

/** How an account stands at a moment; `waiting`: it has not been set up by its officer yet. */
export function standingOf(
  account: Bars & Pick<Account, 'password' | 'provider' | 'kind'>,
  now: Date,
): Standing {
  if (account.closed_at) return 'closed';
  if (account.suspended_for) return account.suspended_for === 'idle' ? 'idle' : 'suspended';
  if (isLocked(account, now)) return 'locked';
  return account.kind === 'officer' && account.password === null && account.provider === null
    ? 'waiting'
    : 'open';
}

/** Whether it is time to confirm that an account is still needed. */
export const needsReview = (account: Pick<Account, 'reviewed_at' | 'created_at'>, now: Date): boolean =>
  older(account.reviewed_at ?? account.created_at, days(REVIEW_DAYS), now);

/** Accounts last confirmed before this moment are due for review. */
export const reviewBefore = (now: Date): Date => new Date(now.getTime() - days(REVIEW_DAYS));
/** Accounts last used before this moment are idle. */
export const idleBefore = (now: Date): Date => new Date(now.getTime() - days(IDLE_DAYS));

/** Whether an administrator should change the password. */
export const isPasswordOld = (setAt: Date | null, now: Date): boolean =>
  setAt !== null && older(setAt, days(ADMINISTRATOR_PASSWORD_DAYS), now);

/** The first things that are tried. */
const guessed =
  /^(?:(?:12345|01234|abcde|qwert|asdfg)\w*|(?:mat ?khau|password|passw0rd|admin|vietnam)\W?\d{0,4}\W?)$/;

/** What keeps a password from being used. It is never the only factor, so length matters and mixtures do not. */
export function passwordProblems(password: string, login: string, field = 'password'): FieldError[] {
  const problem = (vi: string, en: string): FieldError[] => [{ field, message: { vi, en } }];
  const folded = fold(password);
  if ([...password].length < SHORTEST_PASSWORD)
    return problem(
      `Mật khẩu phải có ít nhất ${SHORTEST_PASSWORD} ký tự.`,
      `The password must have at least ${SHORTEST_PASSWORD} characters.`,
    );
  if (login && folded.includes(login.toLowerCase()))
    return problem('Mật khẩu không được chứa tên đăng nhập.', 'The password must not hold the sign-in name.');
  if (guessed.test(folded) || new Set(folded).size < 4)
    return problem(
      'Mật khẩu này dễ đoán. Hãy chọn mật khẩu khác.',
      'This password is easily guessed. Choose another.',
    );
  return [];
}

/** Where to go after sign-in: only a path of our own, never another site. */
export const safeBack = (back: string | undefined): string =>
  back && /^\/(?![/\\])[^\s\\]*$/.test(back) && !back.startsWith('/dang-nhap') ? back : '/';
