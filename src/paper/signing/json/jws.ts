/**
 * JSON signatures (JWS, RFC 7515; mandatory for JSON in Circular 15/2025), with the certificate chain in the protected header (`x5c`): JAdES
 * baseline B (ETSI TS 119 182-1); `stampJws` makes it baseline T.
 */
import { createHash } from 'node:crypto';
import type { FlattenedJWSInput } from 'jose';
import { later } from '../../../ground/operate/later.ts';
import { judgeHolder, judgeStamp, nobody } from '../cms/judge.ts';
import { tryCertificate } from '../cms/certificate.ts';
import type { DigestName } from '../cms/algorithms.ts';
import type { Mathematics } from '../cms/signed-data.ts';
import { hexInteger, open, readNode, TAG } from '../asn1/read.ts';
import { reasons } from '../reasons.ts';
import type { Signer } from '../sign/signer.ts';
import { askTimestamp, type TimestampPort } from '../sign/timestamp.ts';
import { noEvidence, type Trust } from '../trust/trust.ts';
import { outcomeOf, verdictOf, type SignatureReport, type Verdict } from '../verdict.ts';

const jose = later<typeof import('jose')>('jose');

const algorithmNames = { 'rsa-sha256': 'RS256', 'rsa-pss-sha256': 'PS256', 'ecdsa-sha256': 'ES256' } as const;
/** No MAC and no "none": with those anybody who can check could also have signed. */
const accepted = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const base64url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

/** Signs some bytes as a compact JWS, with certificates and time in the protected header. */
export const signJws = async (payload: Buffer, signer: Signer, time: Date): Promise<string> => {
  const header = {
    alg: algorithmNames[signer.algorithm],
    x5c: [signer.certificate, ...signer.chain].map((der) => der.toString('base64')),
    'x5t#S256': createHash('sha256').update(signer.certificate).digest('base64url'),
    iat: Math.floor(time.getTime() / 1000),
  };
  const input = `${base64url(JSON.stringify(header))}.${base64url(payload)}`;
  const value = await signer.sign(Buffer.from(input));
  const numbers = (): Buffer =>
    Buffer.from(
      open(readNode(value), TAG.sequence)
        .map((node) => hexInteger(node).padStart(64, '0'))
        .join(''),
      'hex',
    );
  return `${input}.${base64url(signer.algorithm === 'ecdsa-sha256' ? numbers() : value)}`;
};

/**
 * A compact JWS with a timestamp over its signature value (JAdES baseline T, ETSI TS 119 182-1 §5.3.4): in the flattened form, since the
 * timestamp stands in a header that the signature cannot cover.
 */
export const stampJws = async (jws: string, port: TimestampPort): Promise<string> => {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const token = await askTimestamp([Buffer.from(signature)], port);
  const header = { etsiU: [{ sigTst: { tstTokens: [{ val: token.toString('base64') }] } }] };
  return JSON.stringify({ payload, protected: head, header, signature });
};

/** The component of an unprotected JAdES header with this name: written as JSON, or as JSON in base64url. */
const componentOf = (one: unknown, name: string): unknown => {
  try {
    const value: unknown =
      typeof one === 'string' ? JSON.parse(Buffer.from(one, 'base64url').toString('utf8')) : one;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  } catch {
    return undefined; // not a component at all
  }
};

/** The first signature timestamp of a signature; null: it has none. */
const tokenOf = ({ header }: FlattenedJWSInput): Buffer | null => {
  const unsigned: unknown = header?.['etsiU'];
  for (const one of Array.isArray(unsigned) ? unsigned : []) {
    const stamp = componentOf(one, 'sigTst') as
      { readonly tstTokens?: readonly ({ readonly val?: unknown } | null)[] } | undefined;
    if (stamp === undefined) continue;
    const value = Array.isArray(stamp?.tstTokens) ? stamp.tstTokens[0]?.val : null;
    // A stamp without a token is one that cannot be read.
    return Buffer.from(typeof value === 'string' ? value : '', 'base64');
  }
  return null;
};

/** More signatures than any file has. */
const mostSignatures = 50;

const compactIn = (text: string): FlattenedJWSInput | null => {
  const parts = /^([\w-]+)\.([\w-]*)\.([\w-]*)$/.exec(text);
  const [, head = '', payload = '', signature = ''] = parts ?? [];
  const input = { protected: head, payload, signature };
  return parts && 'alg' in headerOf(input) ? input : null;
};

/** What a JWS consists of (RFC 7515 §7.2); the signature covers nothing else that stands beside it. */
const ownNames = new Set(['payload', 'protected', 'header', 'signature', 'signatures']);

/** `foreign`: something stands beside the signatures that none of them covers. */
type Found = { readonly signatures: readonly FlattenedJWSInput[]; readonly foreign: boolean };

/**
 * The signatures in a JSON text, of the general form and of the flattened one, and of a file that is both; without a payload the signed
 * content lies elsewhere. Null: not JSON.
 */
const signaturesIn = (text: string): Found | null => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const nothing: Found = { signatures: [], foreign: false };
  if (typeof value !== 'object' || value === null) return nothing;
  const { payload = '', signatures, signature } = value as Record<string, unknown>;
  if (typeof payload !== 'string') return nothing;
  const listed: readonly unknown[] = Array.isArray(signatures) ? signatures : [];
  const own = typeof signature === 'string' && ('protected' in value || 'header' in value) ? [value] : [];
  return {
    signatures: [...listed, ...own].map((one) => ({ ...(one as object), payload }) as FlattenedJWSInput),
    foreign: Object.keys(value).some((name) => !ownNames.has(name)),
  };
};

/** Whether an object in a JSON text has a name twice: readers differ on which one counts (RFC 8259 §4). */
const namesTwice = (json: string): boolean => {
  const open: Set<string>[] = [];
  for (const [token, words, colon] of json.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"\s*(:?)|[{}[\]]/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon) {
      const name: unknown = JSON.parse(`"${words}"`);
      const names = open.at(-1);
      if (typeof name !== 'string' || names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
};

const headerOf = (input: FlattenedJWSInput): Record<string, unknown> => {
  try {
    return jose().decodeProtectedHeader(input as { protected: string });
  } catch {
    return {};
  }
};

/** The algorithm that is named: in the signed header, or in the one that nobody signed. */
const algorithmOf = (input: FlattenedJWSInput): unknown => headerOf(input)['alg'] ?? input.header?.['alg'];

const mathematicsOf = async (
  input: FlattenedJWSInput,
  key: Parameters<typeof import('jose').flattenedVerify>[1],
): Promise<Mathematics> => {
  const { errors, flattenedVerify } = jose();
  // RFC 7797 §6: a payload that is not encoded must be marked as critical, or readers would check different bytes.
  const { b64, crit } = headerOf(input);
  if (b64 === false && !(Array.isArray(crit) && crit.includes('b64'))) return 'unknown';
  try {
    await flattenedVerify(input, key as never, { algorithms: accepted });
    return 'holds';
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
      return 'unknown';
    return 'signature-differs'; // wrong value, or a key of another kind than the header says
  }
};

const digestNames: Readonly<Record<string, DigestName>> = {
  '256': 'sha256',
  '384': 'sha384',
  '512': 'sha512',
};

/** What proves nothing to anybody: no signature at all, or a MAC, which whoever checks it could have made (RFC 7518 §3.1). */
const provesNothing = (alg: unknown): boolean => typeof alg === 'string' && /^(?:none|HS\d+)$/i.test(alg);

const judgeOne = async (
  input: FlattenedJWSInput,
  foreign: boolean,
  trust: Trust,
): Promise<SignatureReport> => {
  const header = headerOf(input);
  if (provesNothing(algorithmOf(input))) {
    const { certificate: _, ...rest } = nobody({ claimed: null });
    return { ...rest, coversWholeFile: false, findings: [reasons.noSignature], outcome: 'invalid' };
  }
  const chain = Array.isArray(header['x5c'])
    ? header['x5c'].slice(0, 10).filter((one) => typeof one === 'string')
    : [];
  const certificates = chain
    .map((one) => tryCertificate(Buffer.from(one, 'base64')))
    .filter((one) => one !== null);
  const stated =
    typeof header['iat'] === 'number' ? header['iat'] * 1000 : Date.parse(String(header['sigT']));
  const claimed = Number.isNaN(new Date(stated).getTime()) ? null : new Date(stated);
  const certificate = certificates[0];
  if (!certificate) {
    const { certificate: _, ...rest } = nobody({ claimed });
    return { ...rest, coversWholeFile: false, findings: [reasons.noCertificate], outcome: 'undetermined' };
  }
  const mathematics = await mathematicsOf(input, certificate.key);
  const token = tokenOf(input);
  if (mathematics === 'signature-differs' && input.payload === '') {
    const { certificate: _, ...rest } = nobody({ claimed });
    return { ...rest, coversWholeFile: false, findings: [reasons.contentElsewhere], outcome: 'undetermined' };
  }
  const digest = digestNames[String(header['alg']).slice(-3)];
  const { certificate: _, ...judged } = await judgeHolder(
    {
      certificate,
      certificates,
      evidence: noEvidence,
      stamp:
        token &&
        (await judgeStamp(
          token,
          Buffer.from(input.signature),
          { certificates, evidence: noEvidence },
          trust,
        )),
      digestAgrees: false,
      digests: [digest],
      mathematics,
    },
    { claimed, proven: trust.existed ?? null },
    trust,
  );
  const findings = foreign ? [...judged.findings, reasons.partOnly] : judged.findings;
  return {
    ...judged,
    findings,
    coversWholeFile: judged.integrity === 'intact' && !foreign,
    outcome: outcomeOf(findings),
  };
};

/** The verdict on a JWS in any of its three forms, or on JSON that holds none; null when the text is neither. */
export const verifyJws = async (text: string, trust: Trust): Promise<Verdict | null> => {
  const trimmed = text.trim(); // takes the mark at the beginning of UTF-8 along
  const compact = compactIn(trimmed);
  if (!compact && !/^[[{]/.test(trimmed)) return null;
  const found = compact ? { signatures: [compact], foreign: false } : signaturesIn(trimmed);
  if (!found) return verdictOf([], [reasons.damagedFile]);
  const { signatures, foreign } = found;
  if (signatures.length > mostSignatures) return verdictOf([], [reasons.tooMany]);
  const reports = await Promise.all(signatures.map((one) => judgeOne(one, foreign, trust)));
  return verdictOf(
    reports,
    !compact && reports.length > 0 && namesTwice(trimmed) ? [reasons.namedTwice] : [],
  );
};
