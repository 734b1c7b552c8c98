/** Issues certificates (RFC 5280) for the test authority. */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { content, open, readNode, TAG } from '../asn1/read.ts';
import { readCertificate } from '../cms/certificate.ts';
import { OID } from '../asn1/oids.ts';
import {
  bitString,
  boolean,
  context,
  integer,
  octetString,
  oid,
  primitive,
  seq,
  setOf,
  tagged,
  time,
  utf8,
} from '../asn1/write.ts';
import { algorithmFor, signatureIdentifier, signWith } from '../sign/signer.ts';

/** A certificate with its private key and the certificates above it. */
export type Identity = {
  readonly certificate: Buffer;
  readonly key: KeyObject;
  readonly chain: readonly Buffer[];
};

export type Subject = { readonly name: string; readonly organization?: string; readonly locality?: string };

export type KeyKind = 'rsa-2048' | 'rsa-3072' | 'p-256' | 'rsa-1024';

/** A fresh key. `rsa-1024` exists so that tests can show that it is refused. */
export const newKey = (kind: KeyKind): KeyObject =>
  kind === 'p-256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    : generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(4)) }).privateKey;

export type CertificateRequest = {
  readonly subject: Subject;
  readonly key: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** An authority may issue; `pathLength` says how many levels below it. */
  readonly authority?: { readonly pathLength?: number };
  /** Bits of key usage (RFC 5280 §4.2.1.3). */
  readonly usage: readonly number[];
  readonly purposes?: readonly string[];
  /** The purposes are critical (wanted for time stamping). */
  readonly purposesCritical?: boolean;
  readonly crlUrl?: string;
  readonly ocspUrl?: string;
};

const nameOf = ({ name, organization, locality }: Subject): Buffer => {
  const part = (type: string, value: Buffer): Buffer => setOf(seq(oid(type), value));
  return seq(
    part(OID.country, tagged(0x13, Buffer.from('VN'))),
    ...(locality ? [part(OID.locality, utf8(locality))] : []),
    ...(organization ? [part(OID.organization, utf8(organization))] : []),
    part(OID.commonName, utf8(name)),
  );
};

/** SHA-1 of the key bits names a key (RFC 5280 §4.2.1.2); nothing rests on it. */
const keyIdentifier = (spki: Buffer): Buffer => {
  const bits = content(open(readNode(spki), TAG.sequence)[1]!).subarray(1);
  return createHash('sha1').update(bits).digest();
};

const spkiOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  seq(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));

const usageBits = (bits: readonly number[]): Buffer => {
  const last = Math.max(...bits);
  const bytes = Buffer.alloc((last >> 3) + 1);
  for (const bit of bits) bytes[bit >> 3]! |= 0x80 >> (bit & 7);
  return bitString(bytes, 7 - (last & 7));
};

const extensionsOf = (request: CertificateRequest, spki: Buffer, issuerSpki: Buffer): Buffer => {
  const { authority, usage, purposes, purposesCritical = false, crlUrl, ocspUrl } = request;
  const uri = (url: string): Buffer => primitive(6, Buffer.from(url, 'latin1'));
  return seq(
    extension(
      OID.basicConstraints,
      true,
      seq(
        ...(authority
          ? [boolean(true), ...(authority.pathLength === undefined ? [] : [integer(authority.pathLength)])]
          : []),
      ),
    ),
    extension(OID.keyUsage, true, usageBits(usage)),
    ...(purposes ? [extension(OID.extendedKeyUsage, purposesCritical, seq(...purposes.map(oid)))] : []),
    extension(OID.subjectKeyIdentifier, false, octetString(keyIdentifier(spki))),
    extension(OID.authorityKeyIdentifier, false, seq(primitive(0, keyIdentifier(issuerSpki)))),
    ...(crlUrl
      ? [extension(OID.crlDistributionPoints, false, seq(seq(context(0, context(0, uri(crlUrl))))))]
      : []),
    ...(ocspUrl
      ? [extension(OID.authorityInfoAccess, false, seq(seq(oid(OID.ocspAccess), uri(ocspUrl))))]
      : []),
  );
};

/** A certificate signed by `issuer`; without one it signs itself (a root). */
export const issueCertificate = (request: CertificateRequest, issuer: Identity | null): Identity => {
  const spki = spkiOf(request.key);
  const issuerKey = issuer?.key ?? request.key;
  const method = algorithmFor(issuerKey);
  const serial = Buffer.concat([Buffer.from([0x5a]), randomBytes(15)]);
  const subject = nameOf(request.subject);
  const tbs = seq(
    context(0, integer(2)),
    integer(serial),
    signatureIdentifier[method],
    issuer ? readCertificate(issuer.certificate).subjectName : subject,
    seq(time(request.notBefore), time(request.notAfter)),
    subject,
    spki,
    context(3, extensionsOf(request, spki, spkiOf(issuerKey))),
  );
  const certificate = seq(tbs, signatureIdentifier[method], bitString(signWith(method, issuerKey, tbs)));
  return { certificate, key: request.key, chain: issuer ? [issuer.certificate, ...issuer.chain] : [] };
};
