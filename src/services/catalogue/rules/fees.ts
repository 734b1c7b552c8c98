/** What it costs (phí, lệ phí): unknown is not free. Pure. */
import type { Channel, Fee, Procedure } from '../schema.ts';
import { methodOf } from './terms.ts';

/** Fees that hold when one files this way: those of the provincial council once they are entered, else those of the nation. */
export const feesOf = (procedure: Pick<Procedure, 'methods' | 'fees'>, channel: Channel): readonly Fee[] => {
  const fees = procedure.fees.length > 0 ? procedure.fees : (methodOf(procedure, channel)?.fees ?? []);
  return fees.filter(({ channels }) => channels === null || channels.includes(channel));
};

/** What all fees come to, as far as it can be said before anything is asked. */
export type Cost =
  /** The catalogue names no fee at all. */
  | { readonly kind: 'unstated' }
  | { readonly kind: 'free' }
  /** At least one fee has no amount here. */
  | { readonly kind: 'unknown' }
  /** `from`: there is also something that is counted by copy, page or area. */
  | { readonly kind: 'amount'; readonly dong: number; readonly from: boolean };

/** The cost in a word. */
export function costOf(fees: readonly Fee[]): Cost {
  if (fees.length === 0) return { kind: 'unstated' };
  const once = fees.filter(({ quantity, per, formula }) => !quantity && !per && !formula);
  const counted = fees.length > once.length;
  if (once.some(({ amount }) => amount === null)) return { kind: 'unknown' };
  const dong = once.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  if (dong > 0) return { kind: 'amount', dong, from: counted };
  if (!counted) return { kind: 'free' };
  const least = Math.min(
    ...fees.filter((fee) => !once.includes(fee)).map(({ amount }) => amount ?? Number.POSITIVE_INFINITY),
  );
  // Only what one orders besides is paid for: copies.
  return once.length > 0
    ? { kind: 'free' }
    : Number.isFinite(least)
      ? { kind: 'amount', dong: least, from: true }
      : { kind: 'unknown' };
}
