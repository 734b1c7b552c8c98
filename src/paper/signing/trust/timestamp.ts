/** Timestamp tokens (RFC 3161): whether one belongs to some bytes, and whether its authority may be believed. */
import { createHash } from 'node:crypto';
import { Asn1Error, octets, open, readNode, TAG, time } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { digestOf } from '../cms/algorithms.ts';
import { weakDigest, type Used } from '../cms/lifetimes.ts';
import type { Certificate } from '../cms/certificate.ts';
import {
  certificateOf,
  checkSigner,
  namesCertificate,
  readSignedData,
  type SignedData,
} from '../cms/signed-data.ts';
import { reasons } from '../reasons.ts';
import type { Finding } from '../verdict.ts';
import { valuesIn } from '../evidence/values.ts';
import { judgeCertificate, type ChainJudgement } from './chain.ts';
import { endedFindings } from './ended.ts';
import type { Evidence, Trust } from './trust.ts';

/** A token opened: the time it states, and the imprint. Throws `Asn1Error` when it is not one. */
export const readToken = (bytes: Buffer) => {
  const signed = readSignedData(bytes);
  if (signed.contentType !== OID.timestampInfo || !signed.content) throw new Asn1Error('not a timestamp');
  const [, , imprint, , generated] = open(readNode(signed.content), TAG.sequence);
  const [algorithm, hash] = open(imprint, TAG.sequence);
  return {
    signed,
    content: signed.content,
    time: time(generated),
    digest: digestOf(algorithm),
    imprint: octets(hash),
  };
};

/** What a token rests on. */
export const usedBy = ({ digest, signed }: ReturnType<typeof readToken>, { key }: Certificate): Used => ({
  digests: [digest, signed.signers[0]?.digest, signed.signers[0]?.method?.digest],
  keys: [key],
});

export type TimestampJudgement = {
  readonly time: Date;
  readonly intact: boolean;
  readonly authority: Certificate | null;
  readonly chain: ChainJudgement | null;
  readonly findings: readonly Finding[];
  readonly signed: SignedData;
};

/** The stated time counts as proven only when nothing speaks against the token. */
export const provenTime = (judged: TimestampJudgement | null): Date | null =>
  judged?.intact && judged.chain && judged.findings.every(({ weight }) => weight === 'note')
    ? judged.time
    : null;

/**
 * Judges a token over `data`; null: over what is looked at elsewhere. `proven`: before when the token itself is known to have existed (a later document timestamp), which keeps it
 * good after its authority's certificate has run out (RFC 4998's reason for renewal).
 */
export const judgeTimestamp = async (
  bytes: Buffer,
  data: readonly Buffer[] | null,
  given: { readonly certificates: readonly Certificate[]; readonly evidence: Evidence },
  proven: Date | null,
  trust: Trust,
): Promise<TimestampJudgement> => {
  const token = readToken(bytes);
  const { signed } = token;
  const base = { time: token.time, signed };
  const signer = signed.signers[0];
  const kept = valuesIn(signer?.unsigned);
  const pool = [
    ...signed.certificates,
    ...kept.certificates,
    ...given.certificates,
    ...(trust.intermediates ?? []),
  ];
  const authority = signer ? certificateOf(signer, pool) : null;
  if (!signer || !authority || !token.digest) {
    return {
      ...base,
      intact: false,
      authority,
      chain: null,
      findings: [authority ? reasons.unreadable : reasons.noCertificate],
    };
  }
  const hash = createHash(token.digest);
  for (const piece of data ?? []) hash.update(piece);
  const belongs = data === null || hash.digest().equals(token.imprint);
  const mathematics = checkSigner(signed, signer, authority, [token.content]);
  const intact = belongs && mathematics === 'holds';
  const findings: Finding[] = [];
  if (!belongs) findings.push(reasons.digestDiffers);
  if (mathematics === 'unknown') findings.push(reasons.unknownAlgorithm);
  else if (mathematics !== 'holds') findings.push(reasons.signatureDiffers);
  if (namesCertificate(signer, authority) === false) findings.push(reasons.otherCertificate);
  if (weakDigest(token.digest) || (signer.method && weakDigest(signer.method.digest)))
    findings.push(reasons.weakDigest);
  findings.push(...endedFindings(usedBy(token, authority), proven ?? trust.now, trust));
  if (token.time.getTime() > trust.now.getTime() + 5 * 60_000) findings.push(reasons.timeInFuture);
  const evidence = {
    crls: [...given.evidence.crls, ...signed.crls, ...kept.crls],
    ocsps: [...given.evidence.ocsps, ...kept.ocsps],
  };
  const chain = await judgeCertificate(
    authority,
    { certificates: pool, evidence },
    { claimed: token.time, proven },
    'timestamp',
    trust,
  );
  return { ...base, intact, authority, chain, findings: [...findings, ...chain.findings] };
};
