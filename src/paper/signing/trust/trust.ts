/** What a verifier is told from outside: whom to trust, what is known about revocation, and what time it is. */
import type { Certificate } from '../cms/certificate.ts';
import type { Lifetime } from '../cms/lifetimes.ts';

/** Revocation lists and OCSP responses as they came, in DER. */
export type Evidence = { readonly crls: readonly Buffer[]; readonly ocsps: readonly Buffer[] };

export const noEvidence: Evidence = { crls: [], ocsps: [] };

/**
 * No root is trusted unless it stands here. `fetchRevocation` is the only way to the network: the core itself never leaves the machine.
 * It may fail or answer nothing; the verdict is then *undetermined*, never *valid*.
 */
export type Trust = {
  readonly roots: readonly Certificate[];
  readonly intermediates?: readonly Certificate[];
  readonly evidence?: Evidence;
  readonly now: Date;
  /** Before when something beside the file proves that it existed, whole: an evidence record (RFC 4998). */
  readonly existed?: Date;
  /** Until when algorithms count; without it the shipped table. */
  readonly lifetimes?: readonly Lifetime[];
  readonly fetchRevocation?: (certificate: Certificate, issuer: Certificate) => Promise<Evidence>;
};
