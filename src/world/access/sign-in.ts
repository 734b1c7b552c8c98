/** Officers sign in: with password and code, with a passkey, or by the identity of their agency. */
import type { Act } from '../../ground/db/act.ts';
import { update } from '../../ground/db/writes.ts';
import { lockAccount } from './accounts.ts';
import type { Checked } from './passwords.ts';
import { afterFailure, isLocked } from './rules.ts';
import type { Account, Method } from './schema.ts';
import { beginSession } from './sessions.ts';
import { note, type From } from './security-log.ts';

/**
 * What an attempt came to. `wrong` for everything that a stranger could cause: no such name, wrong password, wrong code,
 * locked. Only who has proved to be the officer hears `barred`: there is nothing to guess from.
 */
export type Attempt = { readonly token: string } | { readonly refused: 'wrong' | 'barred' };

/**
 * Signs in with password and code, or counts the failure and locks the account after too many. `codesTwice`: the code of
 * a moment may be used again (sample accounts share one).
 */
export async function signIn(
  act: Act,
  id: string | null,
  checked: Checked,
  from: From,
  codesTwice = false,
): Promise<Attempt> {
  if (id === null) {
    note(act, 'failed', null, from);
    return { refused: 'wrong' };
  }
  // Locked, so that attempts at the same moment are counted one after the other.
  const account = await lockAccount(act, id);
  const used = !codesTwice && checked.step <= account.totp_step;
  if (!checked.right || used || account.provider !== null) {
    fail(act, account, from);
    return { refused: 'wrong' };
  }
  return admit(act, account, 'password', from, { totp_step: checked.step });
}

function fail(act: Act, account: Account, from: From): void {
  note(act, isLocked(account, act.now) ? 'locked' : 'failed', account.id, from);
  if (isLocked(account, act.now)) return;
  update(
    act.writes,
    'access.accounts',
    { tenant: act.tenant, id: account.id },
    afterFailure(account, act.now),
  );
}

/** Begins the session of an officer who has proved who they are, unless the account is locked, stopped or closed. */
export function admit(
  act: Act,
  account: Account,
  method: Method,
  from: From,
  also: Partial<Pick<Account, 'totp_step'>> = {},
): Attempt {
  if (isLocked(account, act.now)) {
    note(act, 'locked', account.id, from);
    return { refused: 'barred' };
  }
  const set = { failures: 0, locked_until: null, signed_in_at: act.now, ...also };
  update(act.writes, 'access.accounts', { tenant: act.tenant, id: account.id }, set);
  return { token: beginSession(act, { account: account.id, assurance: 2, method }, from) };
}
