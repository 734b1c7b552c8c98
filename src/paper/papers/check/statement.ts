/**
 * The signed statement in the square code of a paper: small enough for a code that phones read, enough to tell without
 * any network that an agency issued a paper of this kind, on this day, with exactly this content (E3; issue 5, point 5).
 *
 * `template.day.digest.owner.number.key.signature`, every part in letters of base64url, joined by full stops. What is
 * signed (ES256, RFC 7518 §3.4) is `toantrinh-1.CODE.` and all parts before the signature.
 */
import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { foldKeepingMarks } from '../../../ground/text/fold.ts';
import { isDay } from '../../../ground/text/dates.ts';
import type { Signer } from '../../signing/index.ts';

/** What an agency states of a paper. The issuer is whoever holds the key. */
export type Statement = {
  /** Code of the public check, which stands in the address before the statement. */
  readonly code: string;
  /** Key of the template: the kind of paper. */
  readonly template: string;
  /** Day of the leader's signature, `YYYY-MM-DD`. */
  readonly day: string;
  /** First 16 bytes of the SHA-256 of `data.json`, the data attached to the file, in base64url. */
  readonly digest: string;
  /** Mark of the owner's name: tells whether a name agrees, never the name. */
  readonly owner: string;
  /** Number and symbol where they were known when the code was drawn; the clerk gives them after the signature. */
  readonly number: string | null;
};

/** A public key of an agency: a JSON Web Key (RFC 7517), the name of the agency, its certificate. */
export type AgencyKey = {
  readonly kid: string;
  readonly agency_name: string;
  readonly jwk: JsonWebKey;
  /** Certificate in base64 DER, as in `x5c`. */
  readonly certificate: string;
};

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The digest of a paper's data: the first 16 bytes of the SHA-256 of the attached `data.json`. */
export const digestOf = (dataFile: string): string => hash(dataFile).subarray(0, 16).toString('base64url');

/** Six bytes that agree with this name on this paper, whatever the case and the place of the tone mark. */
export const ownerMark = (code: string, name: string): string =>
  hash(`${code} ${foldKeepingMarks(name)}`)
    .subarray(0, 6)
    .toString('base64url');

/** The key of this certificate's holder as a JSON Web Key, with its thumbprint (RFC 7638) shortened to eight letters. */
export function agencyKey(spki: Buffer, certificate: Buffer, agencyName: string): AgencyKey {
  const { kty, crv, x, y } = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  const kid = hash(JSON.stringify({ crv, kty, x, y })).toString('base64url').slice(0, 8);
  return {
    kid,
    agency_name: agencyName,
    jwk: { kty, crv, x, y } as JsonWebKey,
    certificate: certificate.toString('base64'),
  };
}

const signedWords = (code: string, parts: readonly string[]): Buffer =>
  Buffer.from(['toantrinh-1', code, ...parts].join('.'));

/** Signs a statement. Null when the agency's key is no P-256 key: another signature would make the code too large to read. */
export async function signStatement(
  statement: Statement,
  kid: string,
  signer: Signer,
): Promise<string | null> {
  if (signer.algorithm !== 'ecdsa-sha256') return null;
  const { code, template, day, digest, owner, number } = statement;
  const parts = [
    template,
    day.replaceAll('-', ''),
    digest,
    owner,
    Buffer.from(number ?? '').toString('base64url'),
    kid,
  ];
  const raw = numbersOf(await signer.sign(signedWords(code, parts)));
  return raw && [...parts, raw.toString('base64url')].join('.');
}

/** The two numbers of an ECDSA signature in 32 bytes each, as JOSE writes them; null when the curve is larger. */
function numbersOf(der: Buffer): Buffer | null {
  const first = der[3] ?? 0;
  const numbers = [der.subarray(4, 4 + first), der.subarray(6 + first, 6 + first + (der[5 + first] ?? 0))];
  const trimmed = numbers.map((number) => number.subarray(number.findIndex((byte) => byte !== 0)));
  if (trimmed.some((number) => number.length > 32)) return null;
  return Buffer.concat(trimmed.map((number) => Buffer.concat([Buffer.alloc(32 - number.length), number])));
}

/** What a check of a statement says. `unknown-key`: no agency that we know holds the key. */
export type StatementCheck =
  | { readonly kind: 'genuine'; readonly statement: Statement; readonly issuer: string }
  | { readonly kind: 'forged' | 'unreadable' | 'unknown-key' };

/** Checks a statement against public keys alone: nothing is looked up, so a phone can do the same without network. */
export function checkStatement(code: string, text: string, keys: readonly AgencyKey[]): StatementCheck {
  const parts = text.split('.');
  const [template = '', date = '', digest = '', owner = '', number = '', kid = '', signature = ''] = parts;
  const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (parts.length !== 7 || !parts.every((part) => /^[\w-]*$/.test(part)) || !isDay(day))
    return { kind: 'unreadable' };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { kind: 'unknown-key' };
  const genuine = verify(
    'sha256',
    signedWords(code, parts.slice(0, 6)),
    { key: createPublicKey({ key: key.jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!genuine) return { kind: 'forged' };
  const known = Buffer.from(number, 'base64url').toString('utf8');
  return {
    kind: 'genuine',
    issuer: key.agency_name,
    statement: { code, template, day, digest, owner, number: known || null },
  };
}

/** Code and statement in what a phone read: the whole address of a square code, or `CODE?c=statement`. Null when there is no code. */
export function readSquareCode(
  text: string,
): { readonly code: string; readonly statement: string | null } | null {
  const found = /(?:^|\/xac-minh\/)([2-9A-HJ-NP-Z]{12})(?:\?c=([\w.-]+))?\s*$/i.exec(text.trim());
  return found ? { code: found[1]!.toUpperCase(), statement: found[2] ?? null } : null;
}
