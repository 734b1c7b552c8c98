/** Where an attempt to sign in leads. */
import { SESSION_COOKIE } from '../../../ground/web/cookies.ts';
import type { Onward } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { safeBack } from '../rules.ts';
import type { Attempt } from '../sign-in.ts';
import { words } from '../words.ts';

/** On to the desk or where the officer wanted to go, or back to the form with one answer for everything wrong. */
export function cameIn(attempt: Attempt, { query, path }: Visit): Onward {
  const { next } = query;
  if ('token' in attempt)
    return { to: next ? safeBack(next) : '/viec', cookies: { [SESSION_COOKIE]: { value: attempt.token } } };
  // The failure itself must be kept, so this is no error: the page is shown again by a message.
  return {
    to: next ? `${path}?next=${encodeURIComponent(safeBack(next))}` : path,
    say: attempt.refused === 'barred' ? words.barred : words.wrong,
    failed: true,
  };
}
