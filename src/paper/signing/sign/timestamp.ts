/** Asking for timestamps, and giving them (RFC 3161). */
import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { Asn1Error, hexInteger, oid as readOid, open, readNode, small, TAG, whole } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { bitString, boolean, generalizedTime, integer, octetString, oid, seq } from '../asn1/write.ts';
import { readToken } from '../trust/timestamp.ts';
import { buildCms, signedAttributes } from './cms.ts';
import { algorithmFor, sha256Identifier, signWith } from './signer.ts';

/** Carries a request (`application/timestamp-query`) to an authority and brings its reply. */
export type TimestampPort = (request: Buffer) => Promise<Buffer>;

/** A request over some bytes with a fresh nonce. */
export const timestampRequest = (data: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const piece of data) hash.update(piece);
  const nonce = integer(Buffer.concat([Buffer.from([0x01]), randomBytes(8)]));
  return seq(integer(1), seq(sha256Identifier, octetString(hash.digest())), nonce, boolean(true));
};

/** Asks for a timestamp over some bytes and gives the token, after a check that it answers this very request. */
export const askTimestamp = async (data: readonly Buffer[], port: TimestampPort): Promise<Buffer> => {
  const request = timestampRequest(data);
  const [status, token] = open(readNode(await port(request)), TAG.sequence);
  const granted = small(open(status, TAG.sequence)[0]);
  if (granted > 1 || !token)
    throw new Unavailable({
      vi: 'Dịch vụ cấp dấu thời gian từ chối yêu cầu. Hãy báo quản trị viên.',
      en: 'The timestamp authority refused the request. Tell the administrator.',
    });
  const asked = open(readNode(request), TAG.sequence);
  const info = open(readNode(readToken(whole(token)).content), TAG.sequence);
  const nonce = info.slice(5).find(({ tag }) => tag === TAG.integer);
  if (!whole(info[2]!).equals(whole(asked[1]!)) || !nonce || hexInteger(nonce) !== hexInteger(asked[2])) {
    throw new Unavailable({
      vi: 'Dấu thời gian nhận được không ứng với yêu cầu.',
      en: 'The timestamp does not answer the request.',
    });
  }
  return whole(token);
};

/** What an authority needs: certificate with the purpose *time stamping*, key, policy. */
export type TimestampAuthority = {
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  readonly key: KeyObject;
};

/** Policy of the test authority, below the arc that is kept for examples. */
const policy = '2.25.1789.2026.1';

/** A refusal with the failure that RFC 3161 §2.4.2 names: the bits of PKIFailureInfo up to the one that is set. */
const refusal = (failure: 'badAlg' | 'badDataFormat'): Buffer =>
  seq(
    seq(
      integer(2),
      failure === 'badAlg' ? bitString(Buffer.from([0x80]), 7) : bitString(Buffer.from([0x04]), 2),
    ),
  );

const lengths: Readonly<Record<string, number>> = { [OID.sha256]: 32, [OID.sha384]: 48, [OID.sha512]: 64 };

/**
 * Answers one request: a pure function of request, authority and time. Bad requests get the refusal that RFC 3161 §2.4.2 names
 * (`badDataFormat`, `badAlg`); imprints with SHA-1 are refused.
 */
export const timestamp = (request: Buffer, authority: TimestampAuthority, now: Date): Buffer => {
  try {
    const [, imprint, ...rest] = open(readNode(request), TAG.sequence);
    const [algorithm, hash] = open(imprint, TAG.sequence);
    if (lengths[readOid(open(algorithm, TAG.sequence)[0])] !== hash!.to - hash!.from)
      return refusal('badAlg');
    const nonce = rest.find(({ tag }) => tag === TAG.integer);
    const info = seq(
      integer(1),
      oid(policy),
      whole(imprint!),
      integer(randomBytes(16)),
      generalizedTime(now),
      seq(integer(1)),
      ...(nonce ? [whole(nonce)] : []),
    );
    const attributes = signedAttributes([info], authority.certificate, {
      contentType: OID.timestampInfo,
      signingTime: now,
    });
    const method = algorithmFor(authority.key);
    const signature = signWith(method, authority.key, attributes);
    const token = buildCms({
      ...authority,
      attributes,
      signature,
      algorithm: method,
      contentType: OID.timestampInfo,
      content: info,
    });
    return seq(seq(integer(0)), token);
  } catch (error) {
    if (error instanceof Asn1Error || error instanceof TypeError) return refusal('badDataFormat');
    throw error;
  }
};
