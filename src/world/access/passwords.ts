/** Passwords of officers (argon2id) and the second factor (TOTP, RFC 6238). */
import { authenticator } from 'otplib';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert, remove, update } from '../../ground/db/writes.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { later } from '../../ground/operate/later.ts';
import { OLD_PASSWORDS, passwordProblems } from './rules.ts';
import type { AccessTables, Account } from './schema.ts';

const argon2 = later<typeof import('@node-rs/argon2')>('@node-rs/argon2');

/** Hashes a password (argon2id). Slow on purpose: call it before the transaction. */
export const hashPassword = (password: string): Promise<string> => argon2().hash(password);

/** A hash to compare with when there is no such account: the answer must take as long. Made once, when first needed. */
let nobodysHash: Promise<string> | null = null;

/** What came of checking the secrets of an attempt. */
export type Checked = {
  /** Whether password and code are right. */
  readonly right: boolean;
  /** Step of the code, so that it is good once. */
  readonly step: number;
};

const STEP_SECONDS = 30;
// One step before and after: clocks of phones differ.
const codes = authenticator.clone({ window: 1 });

/** Whether password and code are right; slow on purpose, and as slow when there is no such account. No transaction. */
export async function checkSecrets(
  account: Account | null,
  password: string,
  code: string,
  now: Date,
): Promise<Checked> {
  nobodysHash ??= argon2().hash(authenticator.generateSecret());
  const known = account?.password ?? null;
  const right = await argon2()
    .verify(known ?? (await nobodysHash), password)
    .catch(() => false);
  const step = stepOf(account?.totp ?? authenticator.generateSecret(), code, now);
  return { right: right && known !== null && account?.totp !== null && step !== null, step: step ?? 0 };
}

/** Whether this is the password of the account. Slow on purpose: no transaction. */
export const isPassword = async ({ password }: Pick<Account, 'password'>, typed: string): Promise<boolean> =>
  password !== null &&
  (await argon2()
    .verify(password, typed)
    .catch(() => false));

/** The step whose code this is, or null when it is none of this moment. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const at = codes.clone({ epoch: now.getTime() });
  const delta = at.checkDelta(digits, secret);
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** A new secret for the second factor, base32. */
export const newSecret = (): string => authenticator.generateSecret(32);

/** What an authenticator app reads from the square code. */
export const secretAddress = (secret: string, login: string, issuer: string): string =>
  authenticator.keyuri(login, issuer, secret);

/** The code of a moment, for the sample accounts and for tests. */
export const codeAt = (secret: string, now: Date): string =>
  authenticator.clone({ epoch: now.getTime() }).generate(secret);

const listOld = (look: Look, account: string) =>
  own<AccessTables>(look.tx)
    .selectFrom('access.old_passwords')
    .select(['set_at', 'hash'])
    .where('tenant', '=', look.tenant)
    .where('account', '=', account)
    .orderBy('set_at', 'desc')
    .execute();

/**
 * Checks a new password against the rules and the last ten, and hashes it. Slow on purpose: no transaction. Throws
 * Invalid.
 */
export async function prepareChoice(look: Look, account: Account | null, password: string): Promise<string> {
  const problems = passwordProblems(password, account?.login ?? '');
  if (problems.length > 0) throw new Invalid(problems);
  const old = account ? (await listOld(look, account.id)).map((one) => one.hash) : [];
  for (const one of account?.password ? [account.password, ...old] : old) {
    if (await isPassword({ password: one }, password)) {
      const message = {
        vi: `Mật khẩu này đã dùng trước đây. Hãy chọn mật khẩu khác ${OLD_PASSWORDS} mật khẩu gần nhất.`,
        en: `This password was used before. Choose one that is not among the last ${OLD_PASSWORDS}.`,
      };
      throw new Invalid([{ field: 'password', message }]);
    }
  }
  return hashPassword(password);
}

/** Puts a new password in place of the old one, which is kept as used. */
export async function putPassword(
  act: Act,
  account: Pick<Account, 'id' | 'password'>,
  hashed: string,
  also: Partial<Pick<Account, 'totp' | 'totp_step' | 'activation' | 'activation_until'>> = {},
): Promise<void> {
  const { tenant } = act;
  const key = { tenant, id: account.id };
  update(act.writes, 'access.accounts', key, { password: hashed, password_set_at: act.now, ...also });
  if (account.password === null) return;
  insert(act.writes, 'access.old_passwords', {
    tenant,
    account: account.id,
    set_at: act.now,
    hash: account.password,
  });
  for (const { set_at } of (await listOld(act, account.id)).slice(OLD_PASSWORDS - 2))
    remove(act.writes, 'access.old_passwords', { tenant, account: account.id, set_at });
}
