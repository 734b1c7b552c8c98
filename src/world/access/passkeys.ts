/** Passkeys of officers (khóa truy cập; WebAuthn level 3): a key on the device, opened by finger, face or PIN: two factors at once. */
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransportFuture,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert, remove, update } from '../../ground/db/writes.ts';
import { Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { isId, newId } from '../../ground/record/index.ts';
import type { Text } from '../../ground/text/language.ts';
import { lockAccount } from './accounts.ts';
import type { AccessTables, Challenge, Passkey } from './schema.ts';
import { note, type From } from './security-log.ts';
import { admit, type Attempt } from './sign-in.ts';

/** Loaded when somebody uses a passkey. */
const library = () => import('@simplewebauthn/server');

const CHALLENGE_MINUTES = 5;
const MOST_PASSKEYS = 10;

/** Where the browser is: the passkey is bound to it. */
type Site = { readonly origin: string; readonly name: string };
const hostOf = ({ origin }: Site): string => new URL(origin).hostname;

/** Passkeys of an account, oldest first. */
export const listPasskeys = (look: Look, account: string): Promise<Passkey[]> =>
  own<AccessTables>(look.tx)
    .selectFrom('access.passkeys')
    .select(['id', 'account', 'public_key', 'counter', 'transports', 'name', 'created_at', 'used_at'])
    .where('tenant', '=', look.tenant)
    .where('account', '=', account)
    .orderBy('created_at')
    .execute();

/** A question for the browser: its options, and the id under which the answer comes back. */
export type Asked<Options> = { readonly challenge: string; readonly options: Options };

function keep(act: Act, challenge: string, account: string | null): string {
  const id = newId(act.now);
  const expires_at = new Date(act.now.getTime() + CHALLENGE_MINUTES * 60_000);
  insert(act.writes, 'access.challenges', {
    tenant: act.tenant,
    id,
    challenge,
    account,
    used: false,
    expires_at,
  });
  return id;
}

/** Asks the browser to make a passkey for the officer who acts. */
export async function askForNew(act: Act, site: Site): Promise<Asked<object>> {
  const account = await lockAccount(act, act.by.account ?? '');
  const known = await listPasskeys(act, account.id);
  if (known.length >= MOST_PASSKEYS)
    throw new NotAllowed({
      vi: `Nhiều nhất ${MOST_PASSKEYS} khóa truy cập. Hãy bỏ khóa không dùng nữa.`,
      en: `At most ${MOST_PASSKEYS} passkeys. Remove one that you no longer use.`,
    });
  const options = await (
    await library()
  ).generateRegistrationOptions({
    rpName: site.name,
    rpID: hostOf(site),
    userName: account.login,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id)),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challenge: keep(act, options.challenge, account.id), options };
}

/** Asks the browser for any passkey of this site: who it is, the answer says. */
export async function askForAny(act: Act, site: Site): Promise<Asked<object>> {
  const options = await (
    await library()
  ).generateAuthenticationOptions({ rpID: hostOf(site), userVerification: 'required' });
  return { challenge: keep(act, options.challenge, null), options };
}

const findChallenge = async (look: Look, id: string): Promise<Challenge | null> =>
  isId(id)
    ? ((await own<AccessTables>(look.tx)
        .selectFrom('access.challenges')
        .select(['id', 'challenge', 'account', 'used', 'expires_at'])
        .where('tenant', '=', look.tenant)
        .where('id', '=', id)
        .where('used', '=', false)
        .where('expires_at', '>', look.now)
        .executeTakeFirst()) ?? null)
    : null;

/** Marks the question as used. Conflict when the same answer came twice at once. */
const useUp = (act: Act, id: string): void =>
  update(act.writes, 'access.challenges', { tenant: act.tenant, id, used: false }, { used: true });

const unread: Text = {
  vi: 'Chưa đọc được khóa truy cập, hoặc đã quá 5 phút. Hãy thử lại.',
  en: 'The passkey could not be read, or five minutes have passed. Please try again.',
};
const unreadable = (): Invalid => new Invalid([{ field: '', message: unread }]);

function parse<Answer>(json: string): Answer {
  try {
    const answer: unknown = JSON.parse(json);
    if (answer !== null && typeof answer === 'object') return answer as Answer;
  } catch {
    // Not what our script sends: the same to us as an answer that does not fit.
  }
  throw unreadable();
}

/** A passkey whose answer fits the question. */
export type Fitting = {
  readonly challenge: string;
  readonly passkey: Pick<Passkey, 'id' | 'public_key' | 'counter' | 'transports'>;
};

/** Checks the browser's answer to `askForNew`. Throws Invalid. No transaction. */
export async function checkNew(look: Look, site: Site, challenge: string, json: string): Promise<Fitting> {
  const asked = await findChallenge(look, challenge);
  if (!asked || asked.account !== look.by.account) throw unreadable();
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    response: parse<RegistrationResponseJSON>(json),
    expectedChallenge: asked.challenge,
    expectedOrigin: site.origin,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) throw unreadable();
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const passkey = {
    id,
    public_key: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: transports.join(),
  };
  return { challenge, passkey };
}

/** Adds a passkey to the account that acts. */
export function addPasskey(act: Act, { challenge, passkey }: Fitting, name: string, from: From): void {
  useUp(act, challenge);
  insert(act.writes, 'access.passkeys', {
    tenant: act.tenant,
    ...passkey,
    account: act.by.account,
    name,
    created_at: act.now,
  });
  note(act, 'passkey-added', act.by.account, from, name);
}

/** Takes a passkey away from the account that acts; one that is not there, or not theirs, stays unmentioned. */
export async function removePasskey(act: Act, id: string, from: From): Promise<void> {
  const mine = (await listPasskeys(act, act.by.account ?? '')).find((one) => one.id === id);
  if (!mine) return;
  remove(act.writes, 'access.passkeys', { tenant: act.tenant, id });
  note(act, 'passkey-removed', act.by.account, from, mine.name);
}

/** Checks the browser's answer to `askForAny`; null when it fits no passkey that we know. No transaction. */
export async function checkAny(
  look: Look,
  site: Site,
  challenge: string,
  json: string,
): Promise<(Fitting & { readonly account: string }) | null> {
  const asked = await findChallenge(look, challenge);
  const response = parse<AuthenticationResponseJSON>(json);
  const known = asked && asked.account === null ? await findPasskey(look, String(response.id)) : null;
  if (!asked || !known) return null;
  const { verifyAuthenticationResponse } = await library();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin: site.origin,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
    credential: {
      id: known.id,
      publicKey: new Uint8Array(Buffer.from(known.public_key, 'base64url')),
      counter: known.counter,
      transports: known.transports.split(',').filter(Boolean) as AuthenticatorTransportFuture[],
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  return {
    challenge,
    account: known.account,
    passkey: { ...known, counter: verified.authenticationInfo.newCounter },
  };
}

const findPasskey = async (look: Look, id: string): Promise<Passkey | null> =>
  (await own<AccessTables>(look.tx)
    .selectFrom('access.passkeys')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** Signs in with a passkey whose answer fits. */
export async function signInWithPasskey(
  act: Act,
  fitting: (Fitting & { readonly account: string }) | null,
  from: From,
): Promise<Attempt> {
  if (!fitting) {
    note(act, 'failed', null, from);
    return { refused: 'wrong' };
  }
  useUp(act, fitting.challenge);
  const { id, counter } = fitting.passkey;
  update(act.writes, 'access.passkeys', { tenant: act.tenant, id }, { counter, used_at: act.now });
  return admit(act, await lockAccount(act, fitting.account), 'passkey', from);
}
