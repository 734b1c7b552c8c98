/** Officers sign in with a password (argon2id) and a second factor (TOTP). */
import { hash, verify } from '@node-rs/argon2';
import { authenticator } from 'otplib';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { newId } from '../../ground/record/index.ts';
import { afterFailure, isLocked } from './rules.ts';
import type { AccessTables, Account } from './schema.ts';
import { beginSession, note, type From } from './sessions.ts';

const columns = [
  'id',
  'kind',
  'person',
  'login',
  'name',
  'password',
  'totp',
  'failures',
  'locked_until',
  'closed_at',
] as const;

/** The account of this sign-in name, or null. */
export const findAccount = async (
  look: Look,
  kind: Account['kind'],
  login: string,
): Promise<Account | null> =>
  (await own<AccessTables>(look.tx)
    .selectFrom('access.accounts')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .where('kind', '=', kind)
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst()) ?? null;

/** A hash to compare with when there is no such account: the answer must take as long. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$9x1RzM8v4Zy4iCwXh1cVhHn7pDqk2jv0bRZ1TzqQ0aI';

/** What an attempt came to. One answer for wrong name, wrong password, wrong code and closed: nothing to guess from. */
export type Attempt = { readonly token: string } | { readonly refused: 'wrong' | 'locked' };

/** Whether password and code are right; slow on purpose, so it is called while gathering, before the transaction. */
export async function checkSecrets(
  account: Account | null,
  password: string,
  code: string,
): Promise<boolean> {
  const right = await verify(account?.password ?? nobodysHash, password).catch(() => false);
  const second = authenticator.check(
    code.replaceAll(/\s/g, ''),
    account?.totp ?? authenticator.generateSecret(),
  );
  return right && second && account !== null;
}

/** Signs in, or counts the failure and locks the account after too many. */
export function signIn(act: Act, account: Account | null, right: boolean, from: From): Attempt {
  if (account && isLocked(account, act.now)) {
    note(act, 'locked', account.id, from);
    return { refused: 'locked' };
  }
  if (!account || !right) {
    note(act, 'failed', account?.id ?? null, from);
    if (account)
      update(
        act.writes,
        'access.accounts',
        { tenant: act.tenant, id: account.id },
        afterFailure(account, act.now),
      );
    return { refused: 'wrong' };
  }
  update(
    act.writes,
    'access.accounts',
    { tenant: act.tenant, id: account.id },
    { failures: 0, locked_until: null },
  );
  return { token: beginSession(act, account, 2, from) };
}

/** Hashes a password (argon2id). Slow on purpose: call it before the transaction. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** A new account of an officer. `hash` is of the password, by `hashPassword`. */
export type NewOfficer = {
  readonly person: string;
  readonly login: string;
  readonly name: string;
  readonly hash: string;
  readonly totp?: string;
};

/** Opens an account for an officer. Returns the secret of the second factor, to be shown once. */
export function openOfficerAccount(act: Act, officer: NewOfficer): { id: string; totp: string } {
  const id = newId(act.now);
  const totp = officer.totp ?? authenticator.generateSecret();
  insert(act.writes, 'access.accounts', {
    tenant: act.tenant,
    id,
    kind: 'officer',
    person: officer.person,
    login: officer.login.toLowerCase(),
    name: officer.name,
    password: officer.hash,
    totp,
    created_at: act.now,
  });
  return { id, totp };
}

/** The code of this moment, for the sample accounts and for tests. */
export const codeNow = (totp: string): string => authenticator.generate(totp);
