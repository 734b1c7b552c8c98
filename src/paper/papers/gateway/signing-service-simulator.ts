/**
 * Stands in for a remote signing service in the sample province: the calls of the Cloud Signature Consortium API 2.0 over
 * real HTTP, keys of its own, and a page that plays the phones. It can be slow, down, refuse, and answer late.
 */
import { constants, privateEncrypt, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerFaults, answerJson, FAULTS_PATH, simulate, type Asked } from '../../../ground/wire/index.ts';
import { readCertificate, type Identity } from '../../signing/index.ts';
import { phonePage } from './simulated-phone.ts';

/** How it behaves. `answer` is what the holders do, `lateMs` after their phone rang: `ask` waits for the page of the phones. */
export type ServiceFaults = {
  slowMs: number;
  down: boolean;
  answer: 'ask' | 'confirm' | 'refuse' | 'wrong-pin';
  lateMs: number;
  /** How long it makes signatures, also those that it is making; 0: at once. `async` false: an older service that knows no later answer. */
  signingMs: number;
  async: boolean;
  /** The certificates have run out since they were connected. */
  expired: boolean;
  expiresIn: number;
};

/** A running simulator: `address` is the base of the API, `phone` the page of the phones. */
export type ServiceSimulator = {
  readonly address: string;
  readonly phone: string;
  readonly faults: ServiceFaults;
  /** How often a phone has rung. */
  rung(): number;
  /** What a person does on the page of the phones. */
  answer(handle: string, confirmed: boolean): void;
  close(): Promise<void>;
};

/** A confirmation that a phone was asked for. */
export type Ringing = {
  readonly handle: string;
  readonly credential: string;
  readonly hashes: readonly string[];
  readonly about: string;
  readonly until: number;
  state: 'waiting' | 'confirmed' | 'refused' | 'wrong-pin' | 'used';
};

type Options = {
  readonly host?: string;
  readonly port?: number;
  readonly client: { readonly id: string; readonly secret: string };
  /** The certificate and key of an account, made when it is first asked for; null: no such account. */
  readonly identityOf: (account: string) => Promise<Identity | null>;
};

/** DigestInfo of SHA-256 before the hash itself (RFC 8017 §9.2, note 1). */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

type Reply = readonly [status: number, body: object];
const no = (error: string, status = 400, description = error): Reply => [
  status,
  { error, error_description: description },
];

export async function startSigningServiceSimulator({
  host = '127.0.0.1',
  port = 0,
  client,
  identityOf,
}: Options): Promise<ServiceSimulator> {
  const faults: ServiceFaults = {
    slowMs: 0,
    down: false,
    answer: 'ask',
    lateMs: 0,
    signingMs: 0,
    async: true,
    expired: false,
    expiresIn: 300,
  };
  const pending = new Map<string, { readonly since: number; readonly signatures: readonly string[] }>();
  const tokens = new Set<string>();
  const known = new Map<string, Promise<Identity | null>>();
  const ringing = new Map<string, Ringing>();
  const identity = (account: string): Promise<Identity | null> => {
    const found = known.get(account) ?? identityOf(account);
    known.set(account, found);
    return found;
  };

  const answer = (handle: string, confirmed: boolean): void => {
    const one = ringing.get(handle);
    if (one?.state === 'waiting') one.state = confirmed ? 'confirmed' : 'refused';
  };

  const methods: Readonly<
    Record<string, (asked: Readonly<Record<string, unknown>>) => Reply | Promise<Reply>>
  > = {
    info: () => [
      200,
      {
        specs: '2.0.0.2',
        name: 'Ký số từ xa (mô phỏng)',
        region: 'VN',
        lang: 'vi',
        authType: ['oauth2client'],
        methods: Object.keys(methods).filter((name) => faults.async || name !== 'signatures/signPolling'),
      },
    ],
    'credentials/list': async ({ userID }) =>
      (await identity(String(userID)))
        ? [200, { credentialIDs: [`${String(userID)}/1`] }]
        : no('invalid_request'),
    'credentials/info': async ({ credentialID }) => {
      const found = await identity(accountOf(credentialID));
      return found ? [200, infoOf(found)] : no('invalid_request');
    },
    'credentials/authorize': ({ credentialID, hashes, numSignatures, description }) => {
      const wanted = Array.isArray(hashes) ? hashes.map(String) : [];
      if (wanted.length === 0 || wanted.length !== numSignatures) return no('invalid_request');
      if (faults.expired)
        return no('invalid_request', 400, `Signing certificate '${String(credentialID)}' is expired.`);
      const one: Ringing = {
        handle: randomUUID(),
        credential: String(credentialID),
        hashes: wanted,
        about: String(description ?? ''),
        until: Date.now() + faults.expiresIn * 1000,
        state: 'waiting',
      };
      ringing.set(one.handle, one);
      if (faults.answer !== 'ask') {
        const { answer: given } = faults;
        setTimeout(() => {
          if (given === 'wrong-pin' && one.state === 'waiting') one.state = 'wrong-pin';
          else answer(one.handle, given === 'confirm');
        }, faults.lateMs).unref();
      }
      return [202, { handle: one.handle, expiresIn: faults.expiresIn }];
    },
    'credentials/authorizeCheck': ({ handle }) => {
      const one = ringing.get(String(handle));
      if (!one || one.until <= Date.now()) return no('invalid_request');
      if (one.state === 'refused') return no('access_denied');
      if (one.state === 'wrong-pin') return no('invalid_pin', 400, 'The PIN is invalid.');
      return one.state === 'waiting'
        ? [202, { handle: one.handle }]
        : [200, { SAD: one.handle, expiresIn: 60 }];
    },
    'signatures/signHash': async ({ credentialID, SAD, hashes, signAlgo, operationMode }) => {
      const one = ringing.get(String(SAD));
      const found = await identity(accountOf(credentialID));
      const wanted = Array.isArray(hashes) ? hashes.map(String) : [];
      // The activation data hold once, for this credential and for the hashes that were shown to the holder (SCAL 2).
      if (!found || one?.state !== 'confirmed' || one.credential !== credentialID)
        return no('invalid_request');
      if (wanted.some((hash) => !one.hashes.includes(hash)) || signAlgo !== '1.2.840.113549.1.1.11')
        return no('invalid_request');
      if (operationMode === 'A' && !faults.async) return no('invalid_request');
      one.state = 'used';
      const signatures = wanted.map((hash) => signHash(found, hash));
      if (operationMode !== 'A') return [200, { signatures }];
      const responseID = randomUUID();
      pending.set(responseID, { since: Date.now(), signatures });
      return [202, { responseID }];
    },
    'signatures/signPolling': ({ responseID }) => {
      const found = pending.get(String(responseID));
      if (!found) return no('invalid_request');
      return found.since + faults.signingMs > Date.now()
        ? [202, { responseID }]
        : [200, { signatures: found.signatures }];
    },
  };

  async function serve(asked: Asked): Promise<void> {
    const { request, response, url, body } = asked;
    if (url.pathname === FAULTS_PATH) return answerFaults(asked, faults);
    if (faults.slowMs > 0) await pause(faults.slowMs);
    if (url.pathname === '/') {
      const posted = new URLSearchParams(body);
      if (request.method === 'POST') answer(posted.get('handle') ?? '', posted.get('choice') === 'confirm');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(phonePage([...ringing.values()]));
    }
    const [status, told] = faults.down ? no('server_error', 503) : await reply(url.pathname, request, body);
    return answerJson(response, told, status);
  }

  async function reply(path: string, request: IncomingMessage, body: string): Promise<Reply> {
    if (path === '/csc/v2/oauth2/token') {
      const asked = new URLSearchParams(body);
      if (asked.get('client_id') !== client.id || asked.get('client_secret') !== client.secret)
        return no('invalid_client', 401);
      const token = randomUUID();
      tokens.add(token);
      return [200, { access_token: token, token_type: 'Bearer', expires_in: 3600 }];
    }
    const method = methods[path.replace('/csc/v2/', '')];
    if (!method) return no('invalid_request', 404);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    return path === '/csc/v2/info' || tokens.has(token)
      ? method(JSON.parse(body || '{}') as Readonly<Record<string, unknown>>)
      : no('invalid_token', 401);
  }

  const { base, close } = await simulate({ host, port }, serve);
  return {
    address: `${base}/csc/v2/`,
    phone: `${base}/`,
    faults,
    rung: () => ringing.size,
    answer,
    close,
  };
}

const accountOf = (credential: unknown): string => String(credential).replace(/\/1$/, '');

function infoOf({ certificate, chain }: Identity): object {
  const { name, notBefore, notAfter } = readCertificate(certificate);
  const moment = (time: Date): string => time.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return {
    description: name,
    key: { status: 'enabled', algo: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'], len: 2048 },
    cert: {
      status: 'valid',
      certificates: [certificate, ...chain].map((der) => der.toString('base64')),
      validFrom: moment(notBefore),
      validTo: moment(notAfter),
    },
    auth: { mode: 'explicit', expression: 'PHONE', objects: [{ type: 'Push', id: 'PHONE' }] },
    SCAL: '2',
    multisign: 100,
  };
}

/** PKCS#1 v1.5 over a hash that is given: the key never sees the document. */
const signHash = ({ key }: Identity, hash: string): string =>
  privateEncrypt(
    { key, padding: constants.RSA_PKCS1_PADDING },
    Buffer.concat([digestInfo, Buffer.from(hash, 'base64')]),
  ).toString('base64');
