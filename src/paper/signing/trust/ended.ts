/** What is to be said of a signature whose algorithms have ended (`cms/lifetimes.ts`). */
import { safeUntil, type Used } from '../cms/lifetimes.ts';
import { reasons } from '../reasons.ts';
import type { Finding } from '../verdict.ts';
import type { Trust } from './trust.ts';

/** Whether what a signature rests on has ended by a moment; what never counted is said elsewhere. */
export const endedFindings = (used: Used, at: Date, { lifetimes }: Pick<Trust, 'lifetimes'>): Finding[] => {
  const end = safeUntil(used, lifetimes);
  return end && end.getTime() > 0 && end < at ? [reasons.algorithmEnded(end)] : [];
};
