/**
 * Keys on a token or in an HSM (PKCS#11; Circular 15/2025: keys of agencies stay in hardware). The maker's library is
 * loaded by OpenSC's `pkcs11-tool` in a process of its own: a fault in it ends that process, not ours.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { Unavailable } from '../../../ground/operate/errors.ts';
import {
  algorithmFor,
  digestInfo,
  readCertificate,
  signatureFits,
  type Signer,
} from '../../signing/index.ts';

/** Where a key lies, as `NAME.token` says it in JSON. */
export type TokenKey = {
  /** The maker's library: `/usr/lib/….so`. */
  readonly module: string;
  /** Label of the token. */
  readonly token: string;
  /** Identifier of the key on it, in hexadecimal digits. */
  readonly key: string;
  /** What the maker's library wants to find in its environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Reads `NAME.token`. Null: it does not say where the key lies. */
export function readTokenKey(text: string): TokenKey | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const { module, token, key, env = {} } = (found ?? {}) as Record<string, unknown>;
  return typeof module === 'string' &&
    /^\/[^\0]+$/.test(module) &&
    typeof token === 'string' &&
    /^[^\0]{1,32}$/.test(token) &&
    typeof key === 'string' &&
    /^(?:[0-9a-f]{2}){1,64}$/i.test(key) &&
    isEnvironment(env)
    ? { module, token, key, env }
    : null;
}

const isEnvironment = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([name, words]) => /^[A-Z][A-Z0-9_]*$/i.test(name) && typeof words === 'string',
  );

/** A token answers in a second or two; one that was pulled out never does. */
const PATIENCE_MS = 30_000;

type Said = { readonly code: number | null; readonly out: Buffer; readonly words: string };

/** The PIN goes by the environment of that one process: the command line can be read by everybody on the machine. */
function tool(words: readonly string[], { env }: TokenKey, pin: string, given: Buffer): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn('pkcs11-tool', [...words, '--login', '--pin', 'env:TOKEN_PIN'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...env, PATH: process.env['PATH'], TOKEN_PIN: pin },
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => complaints.push(data));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out), words: Buffer.concat(complaints).toString() }),
    );
    child.stdin.end(given);
  });
}

const wrong = (vi: string, en: string, cause?: unknown): Unavailable =>
  new Unavailable({ vi: `${vi} Hãy báo quản trị viên.`, en: `${en} Tell the administrator.` }, { cause });

/** What the library complains of, as a sentence; a PIN that was refused counts against the token. */
function complaint({ token }: TokenKey, { code, words }: Said): Unavailable {
  if (/CKR_PIN_LOCKED/.test(words))
    return wrong(
      `Thiết bị ký “${token}” đã bị khóa vì nhập sai mã PIN nhiều lần.`,
      `The token “${token}” is locked: its PIN was wrong too often.`,
    );
  if (/CKR_PIN_(?:INCORRECT|INVALID|LEN_RANGE)/.test(words))
    return wrong(
      `Mã PIN của thiết bị ký “${token}” không đúng.`,
      `The PIN of the token “${token}” is wrong.`,
    );
  if (/No slot with/i.test(words) || /CKR_TOKEN_NOT_PRESENT|CKR_DEVICE_REMOVED/.test(words))
    return wrong(`Chưa cắm thiết bị ký “${token}”.`, `The token “${token}” is not there.`);
  if (/Private key not found|object not found/i.test(words))
    return wrong(
      `Trên thiết bị ký “${token}” không có khóa này.`,
      `The token “${token}” does not hold this key.`,
    );
  return wrong(
    `Thiết bị ký “${token}” không trả lời.`,
    `The token “${token}” does not answer.`,
    new Error(`pkcs11-tool ended with ${code}`),
  );
}

/** Tokens do one thing at a time. */
const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const done = (turns.get(name) ?? Promise.resolve()).then(work, work);
  turns.set(
    name,
    done.catch(() => undefined),
  );
  return done;
}

/** PINs that a token refused: trying them again would lock it. Forgotten when the program starts anew. */
const refused = new Set<string>();

/**
 * A signer whose key never leaves the token. `certificate` is the holder's, `chain` those above. Throws Unavailable with
 * what is wrong: no token, a wrong PIN (tried once only), no such key, a value that does not fit the certificate.
 */
export function tokenSigner(
  place: TokenKey,
  pin: string,
  certificate: Buffer,
  chain: readonly Buffer[],
): Signer {
  const { key } = readCertificate(certificate);
  const algorithm = algorithmFor(key);
  const { module, token, key: id } = place;
  const name = createHash('sha256').update(`${module}\0${token}\0${pin}`).digest('hex');
  const mechanism = algorithm === 'ecdsa-sha256' ? ['ECDSA', '--signature-format', 'sequence'] : ['RSA-PKCS'];
  const where = ['--module', module, '--token-label', token, '--id', id];
  const sign = async (data: Buffer): Promise<Buffer> => {
    if (refused.has(name)) throw complaint(place, { code: 1, out: data, words: 'CKR_PIN_INCORRECT' });
    await access(module).catch((cause: unknown) => {
      throw wrong(
        `Không có thư viện ${module} của thiết bị ký.`,
        `The token's library ${module} is not there.`,
        cause,
      );
    });
    // Every token signs a hash; hashing on the token is an extra that many lack.
    const hash = createHash('sha256').update(data).digest();
    const said = await tool(
      ['--sign', ...where, '--mechanism', ...mechanism],
      place,
      pin,
      algorithm === 'ecdsa-sha256' ? hash : digestInfo(hash),
    ).catch((cause: unknown) => {
      throw wrong(
        'Máy chủ chưa có chương trình pkcs11-tool (gói opensc) để dùng thiết bị ký.',
        'The program pkcs11-tool (package opensc) that speaks to tokens is not there.',
        cause,
      );
    });
    if (/CKR_PIN_(?:INCORRECT|LOCKED)/.test(said.words)) refused.add(name);
    if (said.code !== 0 || said.out.length === 0) throw complaint(place, said);
    if (!signatureFits({ toSign: data, certificate, algorithm }, said.out))
      throw wrong(
        `Chữ ký từ thiết bị “${token}” không khớp với chứng thư.`,
        `The signature of the token “${token}” does not fit the certificate.`,
      );
    return said.out;
  };
  return { certificate, chain, algorithm, sign: (data) => inTurn(`${module} ${token}`, () => sign(data)) };
}
