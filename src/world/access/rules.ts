/** Rules of access: locking, idle time, second factor. Pure. */
import type { Account, SessionRow } from './schema.ts';

/** Failed attempts in a row after which an account is locked, and for how long. */
export const MOST_FAILURES = 5;
const LOCK_MINUTES = 15;

const minutes = (n: number): number => n * 60_000;

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

/** Whether the mark of the last request is old enough to be worth a write. */
export const needsMark = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() > minutes(1);

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

/** Whether nobody may sign in to this account now. */
export const isLocked = (account: Pick<Account, 'locked_until' | 'closed_at'>, now: Date): boolean =>
  account.closed_at !== null || (account.locked_until !== null && account.locked_until > now);

/** Where to go after sign-in: only a path of our own, never another site. */
export const safeBack = (back: string | undefined): string =>
  back && /^\/(?![/\\])[^\s\\]*$/.test(back) && !back.startsWith('/dang-nhap') ? back : '/';
