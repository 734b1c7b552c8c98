/** An officer sets up the account with the code from the administrator: a password of one's own, a second factor. */
import type { Act, Look } from '../../ground/db/act.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { findAccount, lockAccount } from './accounts.ts';
import { digestOf } from './administer.ts';
import { recordStep } from './history.ts';
import { prepareChoice, putPassword, stepOf } from './passwords.ts';
import { note, type From } from './security-log.ts';
import type { Account } from './schema.ts';

/** What the officer typed. */
export type SettingUp = {
  readonly login: string;
  /** From the administrator. */
  readonly code: string;
  readonly password: string;
  readonly secret: string;
  /** From the authenticator app. */
  readonly digits: string;
};

/** What is ready to be put in place. */
export type Ready = {
  readonly account: string;
  readonly activation: string;
  readonly hash: string;
  readonly step: number;
};

const isInvited = (account: Account, code: string, now: Date): boolean =>
  account.closed_at === null &&
  account.activation === digestOf(code) &&
  account.activation_until !== null &&
  account.activation_until > now;

/**
 * Checks what was typed; hashes, so no transaction. Null when name and code do not belong together (or the code is old):
 * which of them is wrong is not told. Throws Invalid for the password and the second factor.
 */
export async function prepareSettingUp(look: Look, typed: SettingUp): Promise<Ready | null> {
  const account = await findAccount(look, 'officer', typed.login);
  if (!account || !isInvited(account, typed.code, look.now)) return null;
  const step = stepOf(typed.secret, typed.digits, look.now);
  if (step === null) {
    const message = {
      vi: 'Mã trong ứng dụng chưa đúng. Hãy quét lại mã vuông rồi nhập sáu chữ số đang hiện.',
      en: 'The code from the app is not right. Scan the square code again and enter the six digits shown.',
    };
    throw new Invalid([{ field: 'digits', message }]);
  }
  const hash = await prepareChoice(look, account, typed.password);
  return { account: account.id, activation: account.activation!, hash, step };
}

/** Puts password and second factor in place. The code is good once: false when somebody was faster. */
export async function setUp(act: Act, ready: Ready, secret: string, from: From): Promise<boolean> {
  const account = await lockAccount(act, ready.account);
  if (account.activation !== ready.activation) return false;
  const also = { totp: secret, totp_step: ready.step, activation: null, activation_until: null };
  await putPassword(act, account, ready.hash, also);
  note(act, 'activated', account.id, from);
  await recordStep(act, account.id, 'activate', {});
  return true;
}
