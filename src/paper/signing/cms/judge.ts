/** One CMS signature over some bytes, judged whole: mathematics, certificate, time. Used for PDF and for signatures beside a file. */
import { children, octets, readNode, whole, type Node } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { reasons, unlessProven } from '../reasons.ts';
import { judgeCertificate } from '../trust/chain.ts';
import { judgeTimestamp, provenTime, type TimestampJudgement } from '../trust/timestamp.ts';
import type { Evidence, Trust } from '../trust/trust.ts';
import type { ChainState, Finding } from '../verdict.ts';
import { fits, readable, type DigestName } from './algorithms.ts';
import { weakDigest } from './lifetimes.ts';
import { endedFindings } from '../trust/ended.ts';
import type { Certificate } from './certificate.ts';
import {
  certificateOf,
  checkSigner,
  claimedTime,
  digestAgrees,
  namesCertificate,
  type Mathematics,
  type SignedData,
  type SignerInfo,
} from './signed-data.ts';

export type Judgement = {
  readonly signer: string | null;
  readonly certificate: Certificate | null;
  readonly time: Date | null;
  readonly timeProven: boolean;
  readonly integrity: 'intact' | 'broken';
  readonly chain: ChainState;
  readonly chainNames: readonly string[];
  readonly findings: readonly Finding[];
};

/** What lies beside a signature: certificates and revocation evidence of the file, a claimed time, a proof that it existed by then. */
export type Surroundings = {
  readonly certificates: readonly Certificate[];
  readonly evidence: Evidence;
  readonly claimed: Date | null;
  readonly proven: Date | null;
};

/** Revocation evidence that Adobe's attribute carries: lists under `[0]`, OCSP responses under `[1]`. */
const archived = (signer: SignerInfo): Evidence => {
  const value = signer.attributes.get(OID.revocationArchival)?.[0];
  const inside = (tag: number): readonly Node[] =>
    value
      ? children(value)
          .filter((part) => part.tag === tag)
          .flatMap((part) => children(children(part)[0]!))
      : [];
  return (
    readable(() => ({ crls: inside(0xa0).map(whole), ocsps: inside(0xa1).map(whole) })) ?? {
      crls: [],
      ocsps: [],
    }
  );
};

const signatureTimestamp = async (
  signer: SignerInfo,
  around: Surroundings,
  evidence: Evidence,
  trust: Trust,
): Promise<TimestampJudgement | null | 'unreadable'> => {
  const token = signer.unsigned.get(OID.signatureTimestamp)?.[0];
  if (!token) return null;
  try {
    return await judgeTimestamp(
      whole(token),
      [signer.signature],
      { ...around, evidence },
      around.proven,
      trust,
    );
  } catch {
    return 'unreadable'; // a token that cannot be read proves no time
  }
};

/**
 * Judges a timestamp over a signature value that stands beside it (XAdES, JAdES). Never throws: what cannot be read proves no time.
 */
export const judgeStamp = async (
  token: Buffer,
  value: Buffer,
  around: Pick<Surroundings, 'certificates' | 'evidence'>,
  trust: Trust,
): Promise<TimestampJudgement | 'unreadable'> => {
  try {
    return await judgeTimestamp(token, [value], around, trust.existed ?? null, trust);
  } catch {
    return 'unreadable';
  }
};

const earliest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one < other ? one : other) : (one ?? other);

const mathematicsFinding = (mathematics: Mathematics): Finding => {
  switch (mathematics) {
    case 'holds':
      return reasons.intact;
    case 'digest-differs':
      return reasons.digestDiffers;
    case 'signature-differs':
      return reasons.signatureDiffers;
    case 'unknown':
      return reasons.unknownAlgorithm;
  }
};

/** Without the certificate only the digest can be compared; who signed stays open. */
const withoutCertificate = (signer: SignerInfo, data: readonly Buffer[], around: Surroundings): Judgement => {
  const agrees = digestAgrees(signer, data);
  return {
    signer: null,
    certificate: null,
    time: readable(() => claimedTime(signer)) ?? around.claimed,
    timeProven: false,
    integrity: agrees ? 'intact' : 'broken',
    chain: 'none',
    chainNames: [],
    findings: agrees === false ? [reasons.digestDiffers, reasons.noCertificate] : [reasons.noCertificate],
  };
};

/** A holder of a certificate and what is known of one signature of his. */
type Holder = {
  readonly certificate: Certificate;
  readonly mathematics: Mathematics;
  /** Digests used, so that forbidden ones are seen. */
  readonly digests: readonly (DigestName | null | undefined)[];
  /** The digest alone agrees: counts as intact when the signature algorithm is unknown to us. */
  readonly digestAgrees: boolean;
  readonly stamp: TimestampJudgement | null | 'unreadable';
  readonly certificates: readonly Certificate[];
  readonly evidence: Evidence;
};

/** Everything about a signature beyond its format: used alike for CMS, bare RSA, XML and JSON. */
export const judgeHolder = async (
  holder: Holder,
  around: Pick<Surroundings, 'claimed' | 'proven'>,
  trust: Trust,
): Promise<Judgement> => {
  const { certificate, mathematics, stamp } = holder;
  const stampedAt = stamp === 'unreadable' ? null : provenTime(stamp);
  const proven = earliest(stampedAt, around.proven);
  const { claimed } = around;
  const judged = await judgeCertificate(certificate, holder, { claimed, proven }, 'document', trust);
  const trusted = judged.chain === 'trusted';
  const weak = holder.digests.some((digest) => digest && weakDigest(digest));
  const findings = [
    mathematicsFinding(mathematics),
    ...(weak ? [unlessProven(reasons.weakDigest, trusted)] : []),
    ...endedFindings({ digests: holder.digests, keys: [certificate.key] }, proven ?? trust.now, trust),
    ...judged.findings,
    ...timeFindings(stamp, stampedAt, proven, claimed, trust.now),
    // That the file is older than its record says nothing about when it was signed.
    ...(trust.existed && !stamp ? [reasons.timeClaimed] : []),
    ...(trusted && judged.findings.length === 0 ? [reasons.good] : []),
  ];
  const intact = mathematics === 'holds' || (mathematics === 'unknown' && holder.digestAgrees);
  return {
    signer: certificate.name,
    certificate,
    time: stampedAt ?? claimed ?? proven,
    timeProven: proven !== null,
    integrity: intact ? 'intact' : 'broken',
    chain: judged.chain,
    chainNames: judged.path.map(({ name }) => name),
    findings,
  };
};

/** Judges the signer of `signed` over `data`. Throws `Asn1Error` on what cannot be read. */
export const judgeSigner = async (
  signed: SignedData,
  data: readonly Buffer[],
  around: Surroundings,
  trust: Trust,
): Promise<Judgement> => {
  const [signer, ...others] = signed.signers;
  const certificates = [
    ...signed.certificates,
    ...around.certificates,
    ...(trust.intermediates ?? []),
    ...trust.roots,
  ];
  const certificate = signer ? certificateOf(signer, certificates) : null;
  if (!signer) return { ...nobody(around), findings: [reasons.unreadable] };
  if (!certificate) return withoutCertificate(signer, data, around);
  const stored = archived(signer);
  const evidence: Evidence = {
    crls: [...around.evidence.crls, ...signed.crls, ...stored.crls],
    ocsps: [...around.evidence.ocsps, ...stored.ocsps],
  };
  const judged = await judgeHolder(
    {
      certificate,
      certificates,
      evidence,
      digests: [signer.digest, signer.method?.digest],
      mathematics: checkSigner(signed, signer, certificate, data),
      digestAgrees: digestAgrees(signer, data) === true,
      stamp: await signatureTimestamp(signer, around, evidence, trust),
    },
    { claimed: claimedTime(signer) ?? around.claimed, proven: around.proven },
    trust,
  );
  const more: Finding[] = [];
  if (namesCertificate(signer, certificate) === false) more.push(reasons.otherCertificate);
  if (others.length > 0) more.push(reasons.severalSigners);
  return { ...judged, findings: [...judged.findings, ...more] };
};

const bareDigests: readonly DigestName[] = ['sha256', 'sha1', 'sha384', 'sha512'];

/** Judges a bare RSA value in an OCTET STRING with its certificate beside it (`adbe.x509.rsa_sha1`). */
export const judgeBare = async (
  contents: Buffer,
  certificates: readonly Certificate[],
  data: readonly Buffer[],
  around: Surroundings,
  trust: Trust,
): Promise<Judgement> => {
  const certificate = certificates[0];
  const signature = octets(readNode(contents));
  if (!certificate) return { ...nobody(around), findings: [reasons.noCertificate] };
  const bytes = Buffer.concat(data);
  const digest = bareDigests.find((one) =>
    fits({ scheme: 'rsa', digest: one }, certificate.key, bytes, signature),
  );
  const pool = [...certificates, ...around.certificates];
  return judgeHolder(
    {
      certificate,
      certificates: pool,
      evidence: around.evidence,
      digests: [digest],
      stamp: null,
      digestAgrees: false,
      mathematics: digest ? 'holds' : 'signature-differs',
    },
    around,
    trust,
  );
};

/** The report's fields when no signer can be named. */
export const nobody = ({ claimed }: Pick<Surroundings, 'claimed'>): Omit<Judgement, 'findings'> => ({
  signer: null,
  certificate: null,
  time: claimed,
  timeProven: false,
  integrity: 'broken',
  chain: 'none',
  chainNames: [],
});

const timeFindings = (
  stamp: TimestampJudgement | null | 'unreadable',
  stampedAt: Date | null,
  proven: Date | null,
  claimed: Date | null,
  now: Date,
): Finding[] => {
  if (stamp === 'unreadable' || (stamp && !stamp.intact)) return [reasons.timestampBroken];
  if (stampedAt) return [reasons.timeProven(stamp?.authority?.name ?? '')];
  if (stamp) return [reasons.timestampUntrusted];
  if (proven) return [];
  return claimed && claimed.getTime() > now.getTime() + 5 * 60_000
    ? [reasons.timeInFuture]
    : [reasons.timeClaimed];
};
