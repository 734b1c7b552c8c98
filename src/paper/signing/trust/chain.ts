/** From the signer's certificate to a configured root: built by signatures, never by comparing text alone (RFC 5280 §6, STANDARDS §8.6). */
import { signedBy, USAGE, weaklyIssued, type Certificate } from '../cms/certificate.ts';
import { weakKey } from '../cms/lifetimes.ts';
import { OID } from '../asn1/oids.ts';
import { reasons, unlessProven } from '../reasons.ts';
import type { ChainState, Finding } from '../verdict.ts';
import { revocationOf } from './revocation.ts';
import type { Evidence, Trust } from './trust.ts';

const longest = 8;
/** A hostile file may hold thousands of certificates with one name: more signature checks than this are not made. */
const mostChecks = 100;

type Path = { readonly certificates: readonly Certificate[]; readonly state: Exclude<ChainState, 'none'> };

const paths = (
  leaf: Certificate,
  pool: readonly Certificate[],
  roots: readonly Certificate[],
): readonly Path[] => {
  const trusted = new Set(roots.map(({ id }) => id));
  const bySubject = Map.groupBy(
    [...new Map([...roots, ...pool].map((one) => [one.id, one])).values()],
    ({ subjectKey }) => subjectKey,
  );
  const found: Path[] = [];
  let checks = 0;
  const walk = (path: readonly Certificate[]): void => {
    const last = path.at(-1)!;
    if (trusted.has(last.id)) return void found.push({ certificates: path, state: 'trusted' });
    const selfIssued =
      last.subjectKey === last.issuerKey && checks++ < mostChecks && signedBy(last.signed, last);
    if (selfIssued) return void found.push({ certificates: path, state: 'unknown-root' });
    const issuers =
      path.length >= longest
        ? []
        : (bySubject.get(last.issuerKey) ?? []).filter(
            (issuer) =>
              !path.some(({ id }) => id === issuer.id) &&
              checks++ < mostChecks &&
              signedBy(last.signed, issuer),
          );
    if (issuers.length === 0) found.push({ certificates: path, state: 'incomplete' });
    for (const issuer of issuers) walk([...path, issuer]);
  };
  walk([leaf]);
  return found;
};

/** The best path: one to a trusted root whose certificates are all valid at the time, else the longest. */
const bestPath = (found: readonly Path[], at: Date): Path => {
  const rank = ({ state, certificates }: Path): number =>
    (state === 'trusted' ? 1000 : state === 'unknown-root' ? 100 : 0) +
    (certificates.every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter) ? 10 : 0) +
    certificates.length / 10;
  return [...found].sort((one, other) => rank(other) - rank(one))[0]!;
};

/** What a certificate is used for. */
type Purpose = 'document' | 'timestamp';

const documentPurposes: ReadonlySet<string> = new Set([
  OID.anyPurpose,
  OID.emailProtection,
  OID.documentSigning,
  '1.3.6.1.5.5.7.3.2', // client authentication: on the certificates of Vietnamese officers beside e-mail protection
  '1.3.6.1.4.1.311.10.3.12',
  '1.3.6.1.4.1.311.20.2.2',
  '1.2.840.113583.1.1.5',
]);

/** Whether a certificate may be used so (key usage and extended key usage). */
const mayBeUsed = ({ usage, purposes }: Certificate, purpose: Purpose): boolean => {
  const signs = !usage || usage.has(USAGE.digitalSignature) || usage.has(USAGE.nonRepudiation);
  if (purpose === 'timestamp') return signs && purposes?.includes(OID.timeStamping) === true;
  return signs && (!purposes || purposes.some((one) => documentPurposes.has(one)));
};

/** The moments that decide: what the signer claims, and before when the signature is proven to have existed. */
type Moments = { readonly claimed: Date | null; readonly proven: Date | null };

const validityFindings = (
  certificate: Certificate,
  { claimed, proven }: Moments,
  now: Date,
): readonly Finding[] => {
  const { name, notBefore, notAfter } = certificate;
  const signedAt = proven ?? claimed;
  if (signedAt && signedAt < notBefore) return [reasons.notYetValid(name)];
  if (signedAt && signedAt > notAfter) return [reasons.expired(name, notAfter)];
  if (!proven && now < notBefore) return [reasons.notYetValid(name)];
  if (!proven && now > notAfter) return [reasons.expiredSince(name, notAfter)];
  return [];
};

const authorityFindings = (path: readonly Certificate[]): readonly Finding[] =>
  path.slice(1).flatMap((certificate, below) => {
    const mayIssue = certificate.authority && (!certificate.usage || certificate.usage.has(USAGE.certSign));
    const tooLong = certificate.pathLength !== null && below > certificate.pathLength;
    return mayIssue && !tooLong ? [] : [reasons.badAuthority(certificate.name)];
  });

const revocationFindings = async (
  path: readonly Certificate[],
  moments: Moments,
  stored: Evidence,
  trust: Trust,
): Promise<Finding[]> => {
  const found: Finding[] = [];
  const at = moments.proven ?? trust.now;
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const answer = await revocationOf(certificate, path[index + 1]!, stored, at, trust);
    if (answer.state === 'unknown') found.push(reasons.revocationUnknown(certificate.name));
    if (answer.state !== 'revoked') continue;
    const { revoked } = answer;
    if (revoked <= (moments.proven ?? moments.claimed ?? trust.now))
      found.push(reasons.revoked(certificate.name, revoked));
    else if (!moments.proven) found.push(reasons.revokedSince(certificate.name, revoked));
  }
  return found;
};

export type ChainJudgement = {
  readonly chain: Exclude<ChainState, 'none'>;
  readonly path: readonly Certificate[];
  readonly findings: readonly Finding[];
};

/** Judges a signer's certificate: chain, validity and revocation at the time of signing, purpose, algorithms. */
export const judgeCertificate = async (
  leaf: Certificate,
  given: { readonly certificates: readonly Certificate[]; readonly evidence: Evidence },
  moments: Moments,
  purpose: Purpose,
  trust: Trust,
): Promise<ChainJudgement> => {
  const pool = [...given.certificates, ...(trust.intermediates ?? [])];
  const { certificates: path, state } = bestPath(
    paths(leaf, pool, trust.roots),
    moments.proven ?? moments.claimed ?? trust.now,
  );
  const trusted = state === 'trusted';
  const findings: Finding[] = [];
  if (state === 'unknown-root') findings.push(reasons.unknownRoot);
  if (state === 'incomplete') findings.push(reasons.incompleteChain);
  if (!mayBeUsed(leaf, purpose))
    findings.push(purpose === 'timestamp' ? reasons.notForTime : reasons.wrongUsage);
  if (weakKey(leaf.key)) findings.push(reasons.weakKey);
  if (path.slice(0, -1).some(weaklyIssued) || path.slice(1).some(({ key }) => weakKey(key)))
    findings.push(reasons.weakChain);
  findings.push(
    ...authorityFindings(path),
    ...path.flatMap((one) => validityFindings(one, moments, trust.now)),
  );
  for (const one of trusted ? path.slice(0, -1) : path) {
    if (one.unknownCritical.length > 0) findings.push(reasons.unknownCritical(one.name));
  }
  // Without a trusted root nobody vouches for a revocation list either: not asked, not said.
  if (trusted) findings.push(...(await revocationFindings(path, moments, given.evidence, trust)));
  return { chain: state, path, findings: findings.map((finding) => unlessProven(finding, trusted)) };
};
