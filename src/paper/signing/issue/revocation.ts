/** Publishes what was revoked: lists (RFC 5280 §5) and OCSP responses (RFC 6960). */
import { OID } from '../asn1/oids.ts';
import {
  bitString,
  context,
  enumerated,
  generalizedTime,
  integer,
  octetString,
  oid,
  primitive,
  seq,
  time,
} from '../asn1/write.ts';
import { algorithmFor, signatureIdentifier, signWith } from '../sign/signer.ts';
import { readCertificate } from '../cms/certificate.ts';
import { certificateId } from '../trust/ask.ts';
import type { Identity } from './certificate.ts';

export type Revoked = { readonly certificate: Buffer; readonly on: Date; readonly reason?: number };
/** For which time an answer speaks. */
export type Window = { readonly from: Date; readonly until: Date };

const serialOf = (certificate: Buffer): Buffer =>
  integer(Buffer.from(readCertificate(certificate).serial, 'hex'));

const nameOf = ({ certificate }: Identity): Buffer => readCertificate(certificate).subjectName;

/** A complete revocation list of one authority. `number` grows from list to list. */
export const revocationList = (
  issuer: Identity,
  revoked: readonly Revoked[],
  { from, until }: Window,
  number = 1,
): Buffer => {
  const method = algorithmFor(issuer.key);
  const entries = revoked.map(({ certificate, on, reason }) =>
    seq(
      serialOf(certificate),
      time(on),
      ...(reason ? [seq(seq(oid(OID.reasonCode), octetString(enumerated(reason))))] : []),
    ),
  );
  const tbs = seq(
    integer(1),
    signatureIdentifier[method],
    nameOf(issuer),
    time(from),
    time(until),
    ...(entries.length > 0 ? [seq(...entries)] : []),
    context(0, seq(seq(oid(OID.crlNumber), octetString(integer(number))))),
  );
  return seq(tbs, signatureIdentifier[method], bitString(signWith(method, issuer.key, tbs)));
};

/** An OCSP response of the authority itself about one certificate that it issued. */
export const ocspResponse = (
  issuer: Identity,
  certificate: Buffer,
  revoked: Revoked | null,
  { from, until }: Window,
): Buffer => {
  const method = algorithmFor(issuer.key);
  const id = certificateId(readCertificate(certificate), readCertificate(issuer.certificate));
  const status = revoked ? context(1, generalizedTime(revoked.on)) : primitive(0, Buffer.alloc(0));
  const data = seq(
    context(1, nameOf(issuer)),
    generalizedTime(from),
    seq(seq(id, status, generalizedTime(from), context(0, generalizedTime(until)))),
  );
  const basic = seq(data, signatureIdentifier[method], bitString(signWith(method, issuer.key, data)));
  return seq(enumerated(0), context(0, seq(oid(OID.ocspBasic), octetString(basic))));
};
