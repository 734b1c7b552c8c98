/** Whether a certificate was revoked, from all evidence at hand (STANDARDS §8.6: stale or missing information is *undetermined*). */
import type { Certificate } from '../cms/certificate.ts';
import { listStatus } from './crl.ts';
import { responseStatus } from './ocsp.ts';
import type { Evidence, Trust } from './trust.ts';

/** What one list or response says, and for which time it speaks. */
export type Status = { readonly from: Date; readonly until: Date | null } & (
  { readonly state: 'good' | 'unknown' } | { readonly state: 'revoked'; readonly revoked: Date }
);

export type Revocation =
  { readonly state: 'good' | 'unknown' } | { readonly state: 'revoked'; readonly revoked: Date };

const minute = 60_000;
/** An answer without an end says "as of now": taken as good for a day. */
const openEnded = 24 * 60 * minute;

const statuses = (evidence: Evidence, certificate: Certificate, issuer: Certificate): readonly Status[] =>
  [
    ...evidence.ocsps.map((response) => responseStatus(response, certificate, issuer)),
    ...evidence.crls.map((list) => listStatus(list, certificate, issuer)),
  ].filter((status) => status !== null);

/**
 * `at` is the moment for which the answer is needed: a proven time of signing, else now. A word of revocation counts however old it is;
 * a clean record counts only from a source that was still current at that moment.
 */
const conclude = (found: readonly Status[], at: Date, now: Date): Revocation => {
  const revoked = found.flatMap((status) => (status.state === 'revoked' ? [status.revoked.getTime()] : []));
  if (revoked.length > 0) return { state: 'revoked', revoked: new Date(Math.min(...revoked)) };
  const current = found.some(
    ({ state, from, until }) =>
      state === 'good' &&
      from.getTime() <= now.getTime() + 5 * minute &&
      (until?.getTime() ?? from.getTime() + openEnded) >= at.getTime(),
  );
  return { state: current ? 'good' : 'unknown' };
};

/** Looks first at what lies in the file and what the caller has, then asks the caller's port. */
export const revocationOf = async (
  certificate: Certificate,
  issuer: Certificate,
  stored: Evidence,
  at: Date,
  trust: Trust,
): Promise<Revocation> => {
  const known = statuses(
    {
      crls: [...stored.crls, ...(trust.evidence?.crls ?? [])],
      ocsps: [...stored.ocsps, ...(trust.evidence?.ocsps ?? [])],
    },
    certificate,
    issuer,
  );
  const first = conclude(known, at, trust.now);
  if (first.state !== 'unknown' || !trust.fetchRevocation) return first;
  try {
    const fetched = await trust.fetchRevocation(certificate, issuer);
    return conclude([...known, ...statuses(fetched, certificate, issuer)], at, trust.now);
  } catch {
    return first; // no answer from outside leaves the question open; it never makes a signature valid
  }
};
