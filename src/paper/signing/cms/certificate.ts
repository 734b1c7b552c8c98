/** X.509 certificates (RFC 5280), read once into the facts that a verifier asks for. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import {
  bits,
  children,
  content,
  each,
  expect,
  find,
  hexInteger,
  octets,
  oid,
  open,
  readNode,
  small,
  TAG,
  time,
  whole,
  words,
} from '../asn1/read.ts';
import type { Node } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { fits, methodOf, type Method } from './algorithms.ts';
import { weakDigest } from './lifetimes.ts';

/** Bits of the key usage extension, by position. */
export const USAGE = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  certSign: 5,
  crlSign: 6,
} as const;

export type Certificate = {
  readonly der: Buffer;
  /** Hash of the certificate: two are the same when this is. */
  readonly id: string;
  readonly name: string;
  /** Common name, organisation and so on by object identifier, for display. */
  readonly subject: ReadonlyMap<string, string>;
  readonly subjectName: Buffer;
  readonly issuerName: Buffer;
  /** Names made comparable: only to find candidates; the signature decides. */
  readonly subjectKey: string;
  readonly issuerKey: string;
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Buffer;
  readonly key: KeyObject;
  readonly keyBits: Buffer;
  readonly keyIdentifier: string | null;
  readonly usage: ReadonlySet<number> | null;
  readonly purposes: readonly string[] | null;
  readonly authority: boolean;
  readonly pathLength: number | null;
  readonly crlUrls: readonly string[];
  readonly ocspUrls: readonly string[];
  readonly ocspNoCheck: boolean;
  /** Critical extensions that we do not understand: such a certificate proves nothing (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[];
  readonly signed: { readonly data: Buffer; readonly method: Method | null; readonly signature: Buffer };
};

const understood: ReadonlySet<string> = new Set([
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.crlDistributionPoints,
  OID.authorityInfoAccess,
  OID.ocspNoCheck,
  '2.5.29.17', // subject alternative name: says more about the holder, decides nothing here
  '2.5.29.18',
]);

/** The attributes of a Name by object identifier; of several equal ones the last, which is the most specific. */
const nameParts = (name: Node): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  for (const group of open(name, TAG.sequence)) {
    for (const pair of open(group, TAG.set)) {
      const [type, value] = open(pair, TAG.sequence);
      if (value) parts.set(oid(type), words(value).normalize('NFC').trim());
    }
  }
  return parts;
};

/** A name as a key: case and encoding of its strings make no difference (RFC 5280 §7.1). */
export const nameKey = (name: Node): string =>
  open(name, TAG.sequence)
    .flatMap((group) => open(group, TAG.set))
    .map((pair) => {
      const [type, value] = open(pair, TAG.sequence);
      return `${oid(type)}=${value ? words(value).normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase() : ''}`;
    })
    .join('\n');

type Extension = { readonly critical: boolean; readonly value: Node };

/** Extensions of a certificate, revocation list, entry or response, by object identifier. */
export const extensionsOf = (list: Node | undefined): ReadonlyMap<string, Extension> => {
  const found = new Map<string, Extension>();
  if (!list) return found;
  for (const node of open(list, TAG.sequence)) {
    const parts = open(node, TAG.sequence);
    const critical = parts[1]?.tag === TAG.boolean && content(parts[1])[0] !== 0;
    found.set(oid(parts[0]), { critical, value: readNode(octets(expect(parts.at(-1), TAG.octetString))) });
  }
  return found;
};

/** All `http` addresses inside a value, wherever a GeneralName of the type URI stands. */
const urls = (node: Node | undefined, found: string[] = []): string[] => {
  if (!node) return found;
  if (node.tag === 0x86) found.push(content(node).toString('latin1'));
  else if ((node.tag & 0x20) !== 0) for (const child of each(node)) urls(child, found);
  return found.filter((url) => /^https?:\/\//i.test(url));
};

const ocspUrlsOf = (access: Node | undefined): string[] =>
  access
    ? open(access, TAG.sequence)
        .map((entry) => open(entry, TAG.sequence))
        .filter(([method]) => oid(method) === OID.ocspAccess)
        .flatMap(([, place]) => urls(place))
    : [];

const usageOf = (node: Node | undefined): ReadonlySet<number> | null => {
  if (!node) return null;
  const flags = bits(node);
  return new Set(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((bit) => ((flags[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1),
  );
};

/**
 * Certificates that were read lately, by their bytes: files name the same few authorities again and again, and making a key of
 * one costs more than all the rest of reading it.
 */
const known = new Map<string, Certificate>();
const MOST_KNOWN = 200;
const LARGEST_KNOWN = 8192;

/** Reads a certificate. Throws on anything that is not one. */
export const readCertificate = (der: Buffer): Certificate => {
  if (der.length > LARGEST_KNOWN) return parseCertificate(der);
  const bytes = der.toString('latin1');
  const found = known.get(bytes);
  if (found) return found;
  // A copy: what is kept must not keep the whole file that it was a part of.
  const certificate = parseCertificate(Buffer.from(der));
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(bytes, certificate);
  return certificate;
};

const parseCertificate = (der: Buffer): Certificate => {
  const root = readNode(der);
  const [tbs, algorithm, signature] = open(root, TAG.sequence);
  const parts = open(tbs, TAG.sequence);
  const at = parts[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, , issuer, validity, subject, spki] = parts.slice(at);
  const [notBefore, notAfter] = open(validity, TAG.sequence);
  const wrapped = find(parts.slice(at + 6), 0xa3);
  const extensions = extensionsOf(wrapped && children(wrapped)[0]);
  const value = (id: string): Node | undefined => extensions.get(id)?.value;
  const basic = value(OID.basicConstraints) ? children(value(OID.basicConstraints)!) : [];
  const purposes = value(OID.extendedKeyUsage);
  const identifier = value(OID.subjectKeyIdentifier);
  const names = nameParts(expect(subject, TAG.sequence));
  const spkiBytes = whole(expect(spki, TAG.sequence));
  return {
    der: whole(root),
    id: createHash('sha256').update(whole(root)).digest('hex'),
    name: names.get(OID.commonName) ?? names.get(OID.organization) ?? [...names.values()].at(-1) ?? '',
    subject: names,
    subjectName: whole(subject!),
    issuerName: whole(expect(issuer, TAG.sequence)),
    subjectKey: nameKey(subject!),
    issuerKey: nameKey(issuer!),
    serial: hexInteger(serial),
    notBefore: time(notBefore),
    notAfter: time(notAfter),
    spki: spkiBytes,
    key: createPublicKey({ key: spkiBytes, format: 'der', type: 'spki' }),
    keyBits: bits(children(spki!)[1]),
    keyIdentifier: identifier ? octets(identifier).toString('hex') : null,
    usage: usageOf(value(OID.keyUsage)),
    purposes: purposes ? open(purposes, TAG.sequence).map(oid) : null,
    authority: basic[0]?.tag === TAG.boolean && content(basic[0])[0] !== 0,
    pathLength: basic[1]?.tag === TAG.integer ? small(basic[1]) : null,
    crlUrls: urls(value(OID.crlDistributionPoints)),
    ocspUrls: ocspUrlsOf(value(OID.authorityInfoAccess)),
    ocspNoCheck: extensions.has(OID.ocspNoCheck),
    unknownCritical: [...extensions]
      .filter(([id, { critical }]) => critical && !understood.has(id))
      .map(([id]) => id),
    signed: { data: whole(tbs!), method: methodOf(algorithm, null), signature: bits(signature) },
  };
};

/** Reads a certificate, or says null. */
export const tryCertificate = (der: Buffer): Certificate | null => {
  try {
    return readCertificate(der);
  } catch {
    return null; // a certificate that cannot be read (or whose key OpenSSL refuses) is as good as none
  }
};

/** Whether `issuer`'s key signed this: the certificate of another, a revocation list, a response. */
export const signedBy = (signed: Certificate['signed'], issuer: Certificate): boolean =>
  signed.method !== null && fits(signed.method, issuer.key, signed.data, signed.signature);

/** Whether the certificate itself was signed with a digest that is no longer safe. */
export const weaklyIssued = (certificate: Certificate): boolean =>
  certificate.signed.method === null || weakDigest(certificate.signed.method.digest);

/** Certificates of a PEM text, or the one certificate of a DER file. Throws when there is none. */
export const certificatesOf = (file: Buffer): readonly Certificate[] => {
  const blocks = [
    ...file.toString('latin1').matchAll(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----([\s\S]+?)-----END/g),
  ];
  if (blocks.length === 0) return [readCertificate(file)];
  return blocks.map(([, base64 = '']) => readCertificate(Buffer.from(base64, 'base64')));
};
