/** OCSP responses (RFC 6960): matched by the issuer's key, checked by the issuer's signature or that of a responder it has named. */
import { createHash } from 'node:crypto';
import {
  bits,
  children,
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
  type Node,
} from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { digestOf, methodOf, readable } from '../cms/algorithms.ts';
import { signedBy, tryCertificate, type Certificate } from '../cms/certificate.ts';
import type { Status } from './revocation.ts';

const isAbout = (id: Node, certificate: Certificate, issuer: Certificate): boolean => {
  const [algorithm, nameHash, keyHash, serial] = open(id, TAG.sequence);
  const digest = digestOf(algorithm);
  if (!digest || hexInteger(serial) !== certificate.serial) return false;
  const hash = (data: Buffer): Buffer => createHash(digest).update(data).digest();
  return hash(issuer.keyBits).equals(octets(keyHash)) && hash(issuer.subjectName).equals(octets(nameHash));
};

/** The issuer itself, or a responder with the purpose *OCSP signing* that the issuer has certified and whose validity covers the answer. */
const mayAnswer = (responder: Certificate, issuer: Certificate, produced: Date): boolean =>
  responder.id === issuer.id ||
  (responder.issuerKey === issuer.subjectKey &&
    responder.purposes?.includes(OID.ocspSigning) === true &&
    produced >= responder.notBefore &&
    produced <= responder.notAfter &&
    signedBy(responder.signed, issuer));

const statusOf = (single: readonly Node[]): Status => {
  const [, status, thisUpdate, ...rest] = single;
  const next = find(rest, 0xa0);
  const window = { from: time(thisUpdate), until: next ? time(children(next)[0]) : null };
  if (status?.tag === 0x80) return { ...window, state: 'good' };
  if (status?.tag === 0xa1) return { ...window, state: 'revoked', revoked: time(children(status)[0]) };
  return { ...window, state: 'unknown' };
};

/** What one response (whole, or only its basic part) says about a certificate; null when it says nothing that counts. */
export const responseStatus = (der: Buffer, certificate: Certificate, issuer: Certificate): Status | null =>
  readable(() => {
    const parts = open(readNode(der), TAG.sequence);
    let basic = parts;
    if (parts[0]?.tag === TAG.enumerated) {
      if (small(parts[0]) !== 0) return null;
      const [type, response] = open(open(parts[1], 0xa0)[0], TAG.sequence);
      if (oid(type) !== OID.ocspBasic) return null;
      basic = open(readNode(octets(response)), TAG.sequence);
    }
    const [data, algorithm, signature, wrapped] = basic;
    const fields = open(data, TAG.sequence);
    const [, producedAt, responses] = fields.slice(fields[0]?.tag === 0xa0 ? 1 : 0);
    const produced = time(producedAt);
    const attached = wrapped ? open(children(wrapped)[0], TAG.sequence).slice(0, 8) : [];
    const signed = { data: whole(data!), method: methodOf(algorithm, null), signature: bits(signature) };
    const responder = [issuer, ...attached.map((node) => tryCertificate(whole(node)))].find(
      (candidate) => candidate && mayAnswer(candidate, issuer, produced) && signedBy(signed, candidate),
    );
    if (!responder) return null;
    const single = open(responses, TAG.sequence)
      .map((node) => children(node))
      .find(([id]) => id && isAbout(id, certificate, issuer));
    return single ? statusOf(single) : null;
  });
