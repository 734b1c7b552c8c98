/** Builds CMS signatures of the CAdES baseline (ETSI EN 319 122-1; PAdES EN 319 142-1 §6.3). */
import { createHash, hash } from 'node:crypto';
import { open, readNode, TAG, whole } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { context, integer, octetString, oid, seq, setOf, tagged, time } from '../asn1/write.ts';
import { sha256Identifier, signatureIdentifier, type Signer, type SigningAlgorithm } from './signer.ts';

const sha256 = (parts: readonly Buffer[]): Buffer => {
  const hasher = createHash('sha256');
  for (const part of parts) hasher.update(part);
  return hasher.digest();
};

const attribute = (type: string, value: Buffer): Buffer => seq(oid(type), tagged(TAG.set, value));

/** Issuer and serial number of a certificate: how a signer is named (RFC 5652 §10.2.4). */
export const issuerAndSerial = (certificate: Buffer): Buffer => {
  const tbs = open(open(readNode(certificate), TAG.sequence)[0], TAG.sequence);
  const at = tbs[0]?.tag === 0xa0 ? 1 : 0;
  return seq(whole(tbs[at + 2]!), whole(tbs[at]!));
};

/**
 * The signed attributes: content type, digest, and the hash of the signer's certificate (ESS signing-certificate-v2), so that no other
 * certificate can be put in its place. PAdES keeps the time of signing in the PDF, so it is left out unless given.
 */
export const signedAttributes = (
  content: readonly Buffer[],
  certificate: Buffer,
  {
    contentType = OID.data as string,
    signingTime,
  }: { readonly contentType?: string; readonly signingTime?: Date } = {},
): Buffer =>
  setOf(
    attribute(OID.contentType, oid(contentType)),
    ...(signingTime ? [attribute(OID.signingTime, time(signingTime))] : []),
    attribute(OID.messageDigest, octetString(sha256(content))),
    attribute(OID.signingCertificateV2, seq(seq(seq(octetString(hash('sha256', certificate, 'buffer')))))),
  );

type Parts = {
  readonly attributes: Buffer;
  readonly signature: Buffer;
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  readonly algorithm: SigningAlgorithm;
  readonly contentType?: string;
  readonly content?: Buffer;
  /** A timestamp token over the signature value (CAdES B-T). */
  readonly token?: Buffer | undefined;
};

/** Puts attributes, signature value and certificates together as ContentInfo. */
export const buildCms = ({
  attributes,
  signature,
  certificate,
  chain,
  algorithm,
  contentType = OID.data,
  content,
  token,
}: Parts): Buffer => {
  const signed = Buffer.from(attributes);
  signed[0] = 0xa0;
  const signer = seq(
    integer(1),
    issuerAndSerial(certificate),
    sha256Identifier,
    signed,
    signatureIdentifier[algorithm],
    octetString(signature),
    ...(token ? [context(1, attribute(OID.signatureTimestamp, token))] : []),
  );
  const certificates = [
    ...new Map([certificate, ...chain].map((der) => [der.toString('latin1'), der])).values(),
  ];
  return seq(
    oid(OID.signedData),
    context(
      0,
      seq(
        integer(contentType === OID.data ? 1 : 3),
        setOf(sha256Identifier),
        seq(oid(contentType), ...(content ? [context(0, octetString(content))] : [])),
        context(0, ...certificates),
        tagged(TAG.set, signer),
      ),
    ),
  );
};

/** Signs some content: attached with `attach`, else detached (CAdES B-B). */
export const signCms = async (
  content: Buffer,
  signer: Signer,
  signingTime: Date,
  attach = false,
): Promise<Buffer> => {
  const attributes = signedAttributes([content], signer.certificate, { signingTime });
  const signature = await signer.sign(attributes);
  return buildCms({ ...signer, attributes, signature, ...(attach ? { content } : {}) });
};
