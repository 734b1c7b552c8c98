/** Acts on officers' accounts (quản trị tài khoản): open, stop, open again, close, set up anew, confirm. One function per act. */
import { createHash, randomInt } from 'node:crypto';
import type { Act } from '../../ground/db/act.ts';
import { insert, remove, update } from '../../ground/db/writes.ts';
import { announce } from '../../ground/jobs/index.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { newId, openItem, step } from '../../ground/record/index.ts';
import { fold } from '../../ground/text/fold.ts';
import { findAccount, lockAccount } from './accounts.ts';
import { recordStep } from './history.ts';
import { listPasskeys } from './passkeys.ts';
import { newSecret } from './passwords.ts';
import { ACTIVATION_HOURS, IDLE_DAYS } from './rules.ts';
import type { Account } from './schema.ts';
import { endSessions } from './sessions.ts';
import { note, type From } from './security-log.ts';

/** A new account of an officer. */
export type NewOfficer = {
  readonly person: string;
  readonly login: string;
  readonly name: string;
  /** Hash of a password that is known already (sample accounts); without it the officer sets one up. */
  readonly hash?: string;
  readonly totp?: string;
  /** Identity provider of the agency by which alone the officer signs in. */
  readonly provider?: string | null;
};

/** What a sign-in name is made of. */
const loginPattern = /^[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]$/;

/** Opens an account for an officer (mở tài khoản). Throws Invalid, or Conflict when the sign-in name is taken. */
export async function openOfficerAccount(
  act: Act,
  officer: NewOfficer,
): Promise<{ readonly id: string; readonly totp: string }> {
  const login = officer.login.trim().toLowerCase();
  if (!loginPattern.test(login)) {
    const message = {
      vi: 'Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, số, dấu chấm hoặc gạch nối.',
      en: 'A sign-in name has 3 to 60 small letters without marks, digits, dots or hyphens.',
    };
    throw new Invalid([{ field: 'login', message }]);
  }
  if (await findAccount(act, 'officer', login))
    throw new Conflict({ vi: 'Tên đăng nhập này đã có người dùng.', en: 'This sign-in name is taken.' });
  const id = newId(act.now);
  const totp = officer.totp ?? newSecret();
  insert(act.writes, 'access.accounts', {
    tenant: act.tenant,
    id,
    kind: 'officer',
    person: officer.person,
    login,
    name: officer.name,
    password: officer.hash ?? null,
    totp: officer.hash ? totp : null,
    provider: officer.provider ?? null,
    search: searchOf(login, officer.name),
    created_at: act.now,
    reviewed_at: act.now,
    password_set_at: officer.hash ? act.now : null,
  });
  const after = { login, person: officer.person, provider: officer.provider ?? null };
  step(act, openItem(act, 'account', id), { act: 'access.open', visible: 'inside', after });
  return { id, totp };
}

/** The words by which an account is found. */
export const searchOf = (login: string, name: string): string => fold(`${login} ${name}`);

/** Letters and digits that are not mistaken for each other when read out. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code of 60 random bits, in groups to be read out. */
const newCode = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** What is stored of an activation code. */
export const digestOf = (code: string): string =>
  createHash('sha256').update(code.replaceAll(/[\s-]/g, '').toUpperCase()).digest('base64url');

/**
 * Lets an officer set up the account anew (cấp lại): password, code and passkeys no longer hold, sessions end. Returns
 * the code with which the officer does it within 72 hours; it is stored nowhere.
 */
export async function resetAccount(act: Act, id: string, from: From): Promise<string> {
  const account = await lockLiving(act, id);
  const code = newCode();
  update(
    act.writes,
    'access.accounts',
    { tenant: act.tenant, id },
    {
      password: null,
      totp: null,
      failures: 0,
      locked_until: null,
      suspended_for: null,
      activation: digestOf(code),
      activation_until: new Date(act.now.getTime() + ACTIVATION_HOURS * 3_600_000),
    },
  );
  for (const passkey of await listPasskeys(act, id))
    remove(act.writes, 'access.passkeys', { tenant: act.tenant, id: passkey.id });
  await endSessions(act, id);
  note(act, account.password === null ? 'opened' : 'reset', id, from);
  await recordStep(act, id, 'reset', { activationHours: ACTIVATION_HOURS });
  return code;
}

/** Gives a new account its first code. To be called in the act that opens it; see `resetAccount`. */
export function invite(act: Act, id: string, from: From): string {
  const code = newCode();
  update(
    act.writes,
    'access.accounts',
    { tenant: act.tenant, id },
    {
      activation: digestOf(code),
      activation_until: new Date(act.now.getTime() + ACTIVATION_HOURS * 3_600_000),
    },
  );
  note(act, 'opened', id, from);
  return code;
}

/** An account of an officer was suspended or closed; `item` is its id. */
export const ACCOUNT_STOPPED = 'access.stopped';

/** Stops an account until it is opened again (tạm khóa). Its sessions end. */
export async function suspendAccount(act: Act, id: string, reason: string, from: From): Promise<void> {
  refuseSelf(act, id);
  await lockLiving(act, id);
  update(act.writes, 'access.accounts', { tenant: act.tenant, id }, { suspended_for: 'administrator' });
  await endSessions(act, id);
  note(act, 'suspended', id, from, reason);
  await recordStep(act, id, 'suspend', { for: 'administrator' }, reason);
  announce(act, ACCOUNT_STOPPED, id);
}

/** Opens an account again that was locked, idle or stopped (mở khóa). */
export async function unlockAccount(act: Act, id: string, reason: string, from: From): Promise<void> {
  await lockLiving(act, id);
  // Confirmed now: or the idle account would be stopped again the next night.
  const set = { suspended_for: null, locked_until: null, failures: 0, reviewed_at: act.now };
  update(act.writes, 'access.accounts', { tenant: act.tenant, id }, set);
  note(act, 'unlocked', id, from, reason);
  await recordStep(act, id, 'unlock', {}, reason);
}

/** Closes an account for good (đóng): the officer has left. Its sessions end; the record stays. */
export async function closeAccount(act: Act, id: string, reason: string, from: From): Promise<void> {
  refuseSelf(act, id);
  await lockLiving(act, id);
  update(act.writes, 'access.accounts', { tenant: act.tenant, id }, { closed_at: act.now });
  await endSessions(act, id);
  note(act, 'closed', id, from, reason);
  await recordStep(act, id, 'close', {}, reason);
  announce(act, ACCOUNT_STOPPED, id);
}

/** Confirms in the review of every six months that an account is still needed (rà soát). */
export async function confirmAccount(act: Act, id: string, from: From): Promise<void> {
  await lockLiving(act, id);
  update(act.writes, 'access.accounts', { tenant: act.tenant, id }, { reviewed_at: act.now });
  note(act, 'reviewed', id, from);
  await recordStep(act, id, 'confirm', {});
}

/** Stops an account that nobody has used for 45 days; the nightly job calls it. */
export async function suspendIdle(act: Act, account: Pick<Account, 'id'>): Promise<void> {
  const { id } = account;
  update(act.writes, 'access.accounts', { tenant: act.tenant, id }, { suspended_for: 'idle' });
  await endSessions(act, id);
  note(act, 'suspended', id, { address: '', agent: '' }, `${IDLE_DAYS} ngày không dùng`);
  await recordStep(act, id, 'suspend', { for: 'idle' });
  announce(act, ACCOUNT_STOPPED, id);
}

async function lockLiving(act: Act, id: string): Promise<Account> {
  const account = await lockAccount(act, id);
  if (account.closed_at === null && account.kind === 'officer') return account;
  throw new Conflict({ vi: 'Tài khoản này đã đóng.', en: 'This account has been closed.' });
}

function refuseSelf(act: Act, id: string): void {
  if (act.by.account !== id) return;
  throw new Conflict({
    vi: 'Không thể khóa hay đóng tài khoản của chính mình.',
    en: 'Nobody can stop or close their own account.',
  });
}
