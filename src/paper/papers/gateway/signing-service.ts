/**
 * A remote signing service by the API of the Cloud Signature Consortium, version 2.0 (its chapters stand beside the
 * calls): the key lies at the service, its holder confirms on a phone, the document never leaves this machine (E2).
 */
import { randomUUID } from 'node:crypto';
import type { Look } from '../../../ground/db/act.ts';
import {
  exchange,
  Failed,
  Garbled,
  readObject,
  type Answer,
  type Destination,
  type Patience,
  type Wire,
} from '../../../ground/wire/index.ts';
import { readCredential, type Credential } from './credential.ts';

/** How the service is reached: its base address (`https://…/csc/v2/`) and the account of this installation. */
export type ServiceAccount = {
  readonly address: string;
  readonly client: string;
  readonly secret: string;
};

/** What the service said of a confirmation: to be asked again, no, too late, or the data that activate the signature. */
export type Confirmation =
  | { readonly state: 'waiting' | 'refused' | 'over' | 'wrong-pin' | 'expired' }
  | { readonly state: 'confirmed'; readonly sad: string };

/** The signature values in the order of the hashes, or under which `response` they are asked for later. */
export type Signing =
  | { readonly state: 'signed'; readonly values: readonly Buffer[] }
  | { readonly state: 'pending'; readonly response: string }
  | { readonly state: 'over' };

/** A confirmation that was asked for. One of `handle` (ask again) and `sad` (given at once) is set. */
export type Asked = { readonly handle: string | null; readonly sad: string | null; readonly seconds: number };

/** The port to a remote signing service. */
export type SigningService = {
  /** The credentials of an account; what cannot sign today is left out. */
  readonly credentials: (look: Look, account: string) => Promise<readonly Credential[]>;
  /** Asks the holder to confirm signatures over these SHA-256 hashes: one confirmation for all of them. */
  readonly ask: (look: Look, wish: Wish) => Promise<Asked | 'expired'>;
  readonly confirmation: (look: Look, handle: string) => Promise<Confirmation>;
  /** Spends the activation data. */
  readonly sign: (look: Look, wish: Wish & { readonly sad: string }) => Promise<Signing>;
  /** Asks for `many` values that were pending. */
  readonly poll: (look: Look, response: string, many: number) => Promise<Signing>;
};

/** What is to be signed with what; `about` is what the phone shows. */
export type Wish = {
  readonly credential: Pick<Credential, 'id' | 'algorithm'>;
  readonly hashes: readonly Buffer[];
  readonly about: string;
};

const destination: Destination = {
  id: 'remote-signing',
  name: { vi: 'Dịch vụ ký số từ xa', en: 'The remote signing service' },
};
const basis = 'Luật Giao dịch điện tử 20/2023/QH15; Nghị định 23/2025/NĐ-CP (chữ ký số từ xa)';

/** Asked once: a second request would ring the phone a second time. */
const once: Patience = { tryMs: 10_000, tries: 1, pauseMs: 0, wholeMs: 10_000 };
const again: Patience = { tryMs: 5000, tries: 2, pauseMs: 200, wholeMs: 10_000 };

const SHA256 = '2.16.840.1.101.3.4.2.1';
const signAlgorithms = { 'rsa-sha256': '1.2.840.113549.1.1.11', 'ecdsa-sha256': '1.2.840.10045.4.3.2' };

/** Errors by which a service says that the holder has refused, or let the time pass. */
const refusals = new Set(['access_denied', 'user_refused', 'authorization_refused']);

/** A certificate that ran out or was withdrawn since it was connected: told in `error_description` only (CSC 11.6, 11.10). */
const hasEnded = (told: Told): boolean =>
  /\b(?:expired|revoked|suspended)\b/i.test(words(told['error_description'])) &&
  /certificate|credential/i.test(words(told['error_description']));

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const seconds = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 300);
const base64 = (bytes: Buffer): string => bytes.toString('base64');

type Told = Readonly<Record<string, unknown>>;

/** Why there is no signature, in an error answer. */
function whyNot(told: Told): 'refused' | 'wrong-pin' | 'expired' | 'over' {
  const error = words(told['error']);
  if (refusals.has(error)) return 'refused';
  if (error === 'invalid_pin' || error === 'invalid_otp') return 'wrong-pin';
  return hasEnded(told) ? 'expired' : 'over';
}

/** The values in an answer: as many as were asked for, none empty. */
function signed(status: number, told: Told, many: number): Signing {
  const values = list(told['signatures']).map((one) => Buffer.from(words(one), 'base64'));
  if (status !== 200 || values.length !== many || values.some(({ length }) => length === 0))
    throw new Garbled(`status ${status}, ${values.length} signatures for ${many} hashes`);
  return { state: 'signed', values };
}

/** The adapter over HTTP. Keeps its access token for as long as the service says. */
export function signingService(wire: Wire, account: ServiceAccount): SigningService {
  let token: { readonly text: string; readonly until: number } | null = null;

  /** Service authorisation by client credentials (CSC 8.4.3). */
  async function access(signal: AbortSignal): Promise<string> {
    if (token && token.until > Date.now()) return token.text;
    const { status, body } = await exchange(
      new URL('oauth2/token', account.address),
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          scope: 'service',
          client_id: account.client,
          client_secret: account.secret,
        }).toString(),
      },
      signal,
    );
    const told = readObject(body);
    const text = words(told['access_token']);
    if (status !== 200 || text === '') throw new Failed('no access token', status);
    token = { text, until: Date.now() + Math.max(0, seconds(told['expires_in']) - 30) * 1000 };
    return text;
  }

  const ask = <T>(
    look: Look,
    method: string,
    body: object,
    patience: Patience,
    read: (status: number, told: Told) => Answer<T>,
  ): Promise<T> =>
    wire.call(
      look,
      {
        to: destination,
        service: `remote-signing.${method}`,
        purpose: 'Ký số văn bản',
        basis,
        item: null,
        subject: null,
        patience,
      },
      async (signal) => {
        const post = async () =>
          exchange(
            new URL(method, account.address),
            {
              method: 'POST',
              headers: {
                'content-type': 'application/json',
                authorization: `Bearer ${await access(signal)}`,
              },
              body: JSON.stringify(body),
            },
            signal,
          );
        const kept = token !== null;
        let told = await post();
        if (told.status === 401) token = null;
        // A service that was restarted knows no token from before. It has done nothing yet, so no phone rings twice.
        if (told.status === 401 && kept) told = await post();
        if (told.status === 401) {
          token = null;
          throw new Failed('the access token was not taken', told.status);
        }
        return read(told.status, readObject(told.body));
      },
    );

  const found = (status: number, told: Told): Answer<Told> => {
    if (status !== 200) throw new Garbled(`status ${status} ${words(told['error'])}`);
    return { status, value: told };
  };

  /** Whether the service makes signatures in its own time (CSC 11.1); asked once. */
  let later: boolean | null = null;
  const answersLater = async (look: Look): Promise<boolean> =>
    (later ??= await ask(look, 'info', {}, again, (status, told) => ({
      status,
      value: list(told['methods']).includes('signatures/signPolling'),
    })));

  return {
    // CSC 11.4 and 11.5.
    credentials: async (look, name) => {
      const listed = await ask(
        look,
        'credentials/list',
        { userID: name, onlyValid: true },
        again,
        (status, told) =>
          // An account that the service does not know has no credentials.
          status === 400 ? { status, refused: true, value: {} as Told } : found(status, told),
      );
      const ids = list(listed['credentialIDs']).map(words).slice(0, 20);
      const read = await Promise.all(
        ids.map(async (id) =>
          readCredential(
            id,
            await ask(
              look,
              'credentials/info',
              { credentialID: id, certificates: 'chain', certInfo: true, authInfo: true },
              again,
              found,
            ),
            look.now,
          ),
        ),
      );
      return read.filter((one) => one !== null);
    },

    // CSC 11.6.
    ask: (look, { credential, hashes, about }) =>
      ask<Asked | 'expired'>(
        look,
        'credentials/authorize',
        {
          credentialID: credential.id,
          numSignatures: hashes.length,
          hashes: hashes.map(base64),
          hashAlgorithmOID: SHA256,
          description: about,
          clientData: randomUUID(),
        },
        once,
        (status, told) => {
          const [handle, sad] = [words(told['handle']) || null, words(told['SAD']) || null];
          if (status === 400 && hasEnded(told)) return { status, refused: true, value: 'expired' as const };
          if (status >= 300 || (!handle && !sad))
            throw new Garbled(`status ${status} ${words(told['error'])}`);
          return { status, value: { handle, sad, seconds: seconds(told['expiresIn']) } };
        },
      ),

    // CSC 11.7.
    confirmation: (look, handle) =>
      ask<Confirmation>(look, 'credentials/authorizeCheck', { handle }, again, (status, told) => {
        const sad = words(told['SAD']);
        if (status === 200 && sad !== '') return { status, value: { state: 'confirmed', sad } };
        if (status < 300) return { status, value: { state: 'waiting' } };
        return { status, refused: true, value: { state: whyNot(told) } };
      }),

    // CSC 11.10: asynchronous where the service can be asked for the values later, so that a slow one loses nothing.
    sign: async (look, { credential, hashes, sad }) => {
      const later = await answersLater(look);
      return ask<Signing>(
        look,
        'signatures/signHash',
        {
          credentialID: credential.id,
          SAD: sad,
          hashes: hashes.map(base64),
          hashAlgorithmOID: SHA256,
          signAlgo: signAlgorithms[credential.algorithm],
          operationMode: later ? 'A' : 'S',
        },
        once,
        (status, told) => {
          const response = words(told['responseID']);
          return later && status < 300 && response !== ''
            ? { status, value: { state: 'pending', response } }
            : { status, value: signed(status, told, hashes.length) };
        },
      );
    },

    // CSC 11.11.
    poll: (look, response, many) =>
      ask<Signing>(look, 'signatures/signPolling', { responseID: response }, again, (status, told) => {
        if (status === 202) return { status, value: { state: 'pending', response } };
        if (status >= 400) return { status, refused: true, value: { state: 'over' } };
        return { status, value: signed(status, told, many) };
      }),
  };
}
