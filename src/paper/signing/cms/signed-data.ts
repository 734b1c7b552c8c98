/** CMS SignedData (RFC 5652, also PKCS#7 1.5 in BER): read, and the mathematics of one signer checked. Says nothing about trust. */
import { createHash } from 'node:crypto';
import {
  Asn1Error,
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
  TAG,
  time,
  whole,
} from '../asn1/read.ts';
import type { Node } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { setOf, tagged } from '../asn1/write.ts';
import { digestOf, fits, methodOf, type DigestName, type Method } from './algorithms.ts';
import { nameKey, tryCertificate, type Certificate } from './certificate.ts';

export type SignerInfo = {
  readonly issuerKey: string | null;
  readonly serial: string | null;
  readonly keyIdentifier: string | null;
  readonly digest: DigestName | null;
  readonly method: Method | null;
  readonly signature: Buffer;
  readonly signedAttributes: Node | null;
  readonly attributes: ReadonlyMap<string, readonly Node[]>;
  readonly unsigned: ReadonlyMap<string, readonly Node[]>;
};

export type SignedData = {
  readonly contentType: string;
  /** The content inside, where there is one (`null`: detached). */
  readonly content: Buffer | null;
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Buffer[];
  readonly signers: readonly SignerInfo[];
};

const attributesOf = (set: Node | undefined): ReadonlyMap<string, readonly Node[]> => {
  const found = new Map<string, readonly Node[]>();
  for (const attribute of set ? children(set) : []) {
    const [type, values] = open(attribute, TAG.sequence);
    const id = oid(type);
    // The same attribute twice among the signed ones would let two readers see two values.
    if (found.has(id) && id !== OID.signatureTimestamp) throw new Asn1Error('an attribute occurs twice');
    found.set(id, [...(found.get(id) ?? []), ...open(values, TAG.set)]);
  }
  return found;
};

const signerOf = (node: Node): SignerInfo => {
  const [, identifier, digestAlgorithm, ...rest] = open(node, TAG.sequence);
  const signedAttributes = rest[0]?.tag === 0xa0 ? rest[0] : undefined;
  const [algorithm, signature, unsigned] = rest.slice(signedAttributes ? 1 : 0);
  const digest = digestOf(digestAlgorithm);
  const named = identifier?.tag === TAG.sequence ? children(identifier) : null;
  return {
    issuerKey: named ? nameKey(expect(named[0], TAG.sequence)) : null,
    serial: named ? hexInteger(named[1]) : null,
    keyIdentifier: named ? null : octets(expect(identifier, 0x80)).toString('hex'),
    digest,
    method: methodOf(algorithm, digest),
    signature: octets(signature),
    signedAttributes: signedAttributes ?? null,
    attributes: attributesOf(signedAttributes),
    unsigned: attributesOf(unsigned?.tag === 0xa1 ? unsigned : undefined),
  };
};

const certificatesIn = (set: Node | undefined): Certificate[] => {
  const found: Certificate[] = [];
  for (const node of set ? each(set) : []) {
    const certificate = node.tag === TAG.sequence ? tryCertificate(whole(node)) : null;
    if (certificate) found.push(certificate);
  }
  return found;
};

/** Reads a ContentInfo with SignedData; zeros after it are padding. Throws `Asn1Error` on anything else. */
export const readSignedData = (bytes: Buffer): SignedData => {
  const [type, wrapped] = open(readNode(bytes), TAG.sequence);
  if (oid(type) !== OID.signedData) throw new Asn1Error('not signed data');
  const parts = open(open(wrapped, 0xa0)[0], TAG.sequence);
  const [contentType, inner] = open(parts[2], TAG.sequence);
  const crls = find(parts.slice(3), 0xa1);
  return {
    contentType: oid(contentType),
    content: inner ? octets(children(inner)[0]) : null,
    certificates: certificatesIn(find(parts.slice(3), 0xa0)),
    crls: crls
      ? children(crls)
          .filter((node) => node.tag === TAG.sequence)
          .map(whole)
      : [],
    signers: open(parts.at(-1), TAG.set).map(signerOf),
  };
};

/** The certificate that the signer names, among those at hand. */
export const certificateOf = (signer: SignerInfo, pool: readonly Certificate[]): Certificate | null =>
  pool.find((certificate) =>
    signer.keyIdentifier === null
      ? certificate.serial === signer.serial && certificate.issuerKey === signer.issuerKey
      : certificate.keyIdentifier === signer.keyIdentifier,
  ) ?? null;

/** Canonical DER of a BER value: definite lengths, SET OF sorted, strings in one piece. */
const canonical = (node: Node): Buffer => {
  if ((node.tag & 0x20) === 0) return tagged(node.tag, content(node));
  if (node.tag === 0x24) return tagged(TAG.octetString, octets(node));
  const parts = children(node).map(canonical);
  return node.tag === TAG.set ? setOf(...parts) : tagged(node.tag, ...parts);
};

/** The bytes that the signature covers when there are signed attributes: their SET, first as it was written, then in canonical form. */
const attributeBytes = (signed: Node): readonly Buffer[] => {
  const rebuilt = setOf(...children(signed).map(canonical));
  if (signed.indefinite) return [rebuilt];
  const written = Buffer.from(whole(signed));
  written[0] = TAG.set;
  return written.equals(rebuilt) ? [written] : [written, rebuilt];
};

/** What checking one signer found out. `unknown`: an algorithm that we do not have. */
export type Mathematics = 'holds' | 'digest-differs' | 'signature-differs' | 'unknown';

/** Whether the digest of the content is the signed one. Null without signed attributes: there only the signature can tell. */
export const digestAgrees = (signer: SignerInfo, data: readonly Buffer[]): boolean | null => {
  if (!signer.signedAttributes || !signer.digest) return null;
  const expected = signer.attributes.get(OID.messageDigest)?.[0];
  if (!expected) return false;
  const hash = createHash(signer.digest);
  for (const piece of data) hash.update(piece);
  return hash.digest().equals(octets(expected));
};

/** Checks digest, content type and signature of one signer with the key of `certificate`. */
export const checkSigner = (
  signed: Pick<SignedData, 'contentType'>,
  signer: SignerInfo,
  certificate: Certificate,
  data: readonly Buffer[],
): Mathematics => {
  const { method } = signer;
  if (!signer.digest || !method) return 'unknown';
  if (!signer.signedAttributes) {
    return fits(method, certificate.key, Buffer.concat(data), signer.signature)
      ? 'holds'
      : 'signature-differs';
  }
  if (!digestAgrees(signer, data)) return 'digest-differs';
  const type = signer.attributes.get(OID.contentType)?.[0];
  if (!type || oid(type) !== signed.contentType) return 'signature-differs';
  const holds = attributeBytes(signer.signedAttributes).some((bytes) =>
    fits(method, certificate.key, bytes, signer.signature),
  );
  return holds ? 'holds' : 'signature-differs';
};

/**
 * Whether the signed attribute *signing certificate* (RFC 5035) names this certificate.
 * Null when there is no such attribute. Without it another certificate for the same key could be put in.
 */
export const namesCertificate = (signer: SignerInfo, certificate: Certificate): boolean | null => {
  const second = signer.attributes.get(OID.signingCertificateV2)?.[0];
  const first = signer.attributes.get(OID.signingCertificate)?.[0];
  if (!second && !first) return null;
  const entry = children(open(children(second ?? first!)[0], TAG.sequence)[0]!);
  const named = entry[0]?.tag === TAG.sequence ? digestOf(entry[0]) : second ? 'sha256' : 'sha1';
  const hash = entry.find((node) => (node.tag & ~0x20) === TAG.octetString);
  return (
    named !== null &&
    hash !== undefined &&
    createHash(named).update(certificate.der).digest().equals(octets(hash))
  );
};

/** The time that the signer claims, proven by nobody. */
export const claimedTime = (signer: SignerInfo): Date | null => {
  const value = signer.attributes.get(OID.signingTime)?.[0];
  return value ? time(value) : null;
};
