/** How the services of the national portal are asked (STANDARDS §3.3): sign in, then session, service and body; errors by `error_code`. */
import type { Look } from '../../../ground/db/act.ts';
import {
  exchange,
  Failed,
  readObject,
  type Call,
  type Destination,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { PortalLogin } from '../settings.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Asks one service. `call.service` is its name in the ledger. Throws Unavailable when there is no usable answer. */
export type AskPortal = (
  look: Look,
  call: Omit<Call, 'to' | 'subject'>,
  service: string,
  body: Fields,
  /** Throws Garbled when the answer is not one to what was asked. */
  check?: (answer: Fields) => void,
) => Promise<Fields>;

/** The session is unknown or over: sign in and try once more. */
const SESSION_OVER = '401';

/** What the portal says of a message; `0` is done. */
export const codeOf = (answer: Fields): string => String(answer['error_code'] ?? '');

/** Opens a way to ask. Nothing is sent yet. The session belongs to the process and may be lost. */
export function portalSession(wire: Wire, to: Destination, account: PortalLogin): AskPortal {
  let session: string | null = null;
  const post = async (endpoint: string, body: Fields, signal: AbortSignal): Promise<Fields> => {
    const answer = await exchange(
      `${account.adapter.replace(/\/$/, '')}/${endpoint}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', dstcode: account.destination },
        body: JSON.stringify(body),
      },
      signal,
    );
    if (answer.status !== 200) throw new Failed(`status ${answer.status}`, answer.status);
    return readObject(answer.body);
  };
  const signIn = async (signal: AbortSignal): Promise<string> => {
    const answer = await post('login', { username: account.user, password: account.password }, signal);
    if (codeOf(answer) !== '0' || typeof answer['session'] !== 'string')
      throw new Failed('cannot sign in', null);
    return (session = answer['session']);
  };
  return (look, call, service, body, check = () => {}) =>
    wire.call(look, { to, subject: null, ...call }, async (signal) => {
      const send = async (by: string): Promise<Fields> =>
        post(account.endpoint, { session: by, madonvi: account.unit, service, ...body }, signal);
      const first = await send(session ?? (await signIn(signal)));
      const answer = codeOf(first) === SESSION_OVER ? await send(await signIn(signal)) : first;
      if (codeOf(answer) === SESSION_OVER) throw new Failed('no session', null);
      check(answer);
      return { status: 200, refused: codeOf(answer) !== '0', value: answer };
    });
}
