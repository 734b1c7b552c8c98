/** Asking for timestamps, and giving them (RFC 3161). */
import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { Asn1Error, hexInteger, oid as readOid, open, readNode, small, TAG, whole } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { bitString, boolean, generalizedTime, integer, octetString, oid, seq } from '../asn1/write.ts';
import type { Text } from '../../../ground/text/language.ts';
import { judgeTimestamp, readToken } from '../trust/timestamp.ts';
import { noEvidence, type Trust } from '../trust/trust.ts';
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

/** The status and the token of a reply. Throws Unavailable on anything else. */
const tokenIn = (reply: Buffer): Buffer => {
  const [status, token] = open(readNode(reply), TAG.sequence);
  if (small(open(status, TAG.sequence)[0]) > 1 || !token)
    throw new Unavailable({
      vi: 'Dịch vụ cấp dấu thời gian từ chối yêu cầu, nên chưa ký được. Hãy báo quản trị viên.',
      en: 'The timestamp authority refused the request, so nothing was signed. Tell the administrator.',
    });
  return whole(token);
};

/** What answers is no timestamp authority, or a damaged one: said in a sentence, whatever came. */
const orGarbled = async <Value>(read: () => Value | Promise<Value>): Promise<Value> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Asn1Error || error instanceof TypeError || error instanceof RangeError))
      throw error;
    throw new Unavailable(
      {
        vi: 'Dịch vụ cấp dấu thời gian trả lời không đúng chuẩn, nên chưa ký được. Hãy báo quản trị viên.',
        en: 'The timestamp authority gave no proper answer, so nothing was signed. Tell the administrator.',
      },
      { cause: error },
    );
  }
};

const unusable = ({ vi, en }: Text): Unavailable =>
  new Unavailable({
    vi: `Dấu thời gian nhận được không dùng được, nên chưa ký được. ${vi}`,
    en: `The timestamp that came cannot be used, so nothing was signed. ${en}`,
  });

/** Whether a token answers this very request. */
const answers = (token: Buffer, request: Buffer): boolean => {
  const asked = open(readNode(request), TAG.sequence);
  const info = open(readNode(readToken(token).content), TAG.sequence);
  const nonce = info.slice(5).find(({ tag }) => tag === TAG.integer);
  return whole(info[2]!).equals(whole(asked[1]!)) && !!nonce && hexInteger(nonce) === hexInteger(asked[2]);
};

const alone = { certificates: [], evidence: noEvidence };

/**
 * Asks for a timestamp over some bytes and gives the token: one that answers this very request and holds by itself, by the signature of
 * a certificate that may stamp time and was valid at the moment it states. Whom to believe is for `trustedTimestamps`.
 */
export const askTimestamp = async (data: readonly Buffer[], port: TimestampPort): Promise<Buffer> => {
  const request = timestampRequest(data);
  const reply = await port(request);
  return orGarbled(async () => {
    const token = tokenIn(reply);
    if (!answers(token, request))
      throw unusable({
        vi: 'Nó không ứng với yêu cầu đã gửi.',
        en: 'It does not answer the request that was sent.',
      });
    const { signed, time } = readToken(token);
    const trust = { roots: signed.certificates, now: time };
    const { findings } = await judgeTimestamp(token, data, alone, null, trust);
    const fault = findings.find(({ weight }) => weight !== 'note');
    if (fault) throw unusable(fault.text);
    return token;
  });
};

/** How far the clock of an authority may be from ours. */
const APART_MS = 5 * 60_000;

/**
 * An authority whose every answer is checked against the roots of the installation and its clock: what is stamped by a stranger or at
 * another time would prove nothing to those who verify. Whether its certificate was revoked is asked when evidence is kept.
 */
export const trustedTimestamps =
  (port: TimestampPort, trust: () => Trust): TimestampPort =>
  async (request) => {
    const reply = await port(request);
    await orGarbled(async () => {
      const given = trust();
      const { chain, findings, time } = await judgeTimestamp(tokenIn(reply), null, alone, null, given);
      const fault = findings.find(({ weight }) => weight === 'invalid');
      if (fault) throw unusable(fault.text);
      if (chain?.chain !== 'trusted')
        throw unusable({
          vi: 'Chứng thư của nơi cấp không dẫn tới gốc được tin cậy (TRUST_ROOTS). Hãy báo quản trị viên.',
          en: 'The certificate of its authority leads to no trusted root (TRUST_ROOTS). Tell the administrator.',
        });
      if (Math.abs(time.getTime() - given.now.getTime()) > APART_MS)
        throw unusable({
          vi: 'Giờ của nơi cấp lệch với giờ của hệ thống quá năm phút. Hãy báo quản trị viên.',
          en: 'The clock of its authority is more than five minutes from ours. Tell the administrator.',
        });
    });
    return reply;
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
