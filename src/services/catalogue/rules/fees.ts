/** What it costs (phí, lệ phí): unknown is not free. Pure. */
import { LogicEngine } from 'json-logic-engine';
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

const engine = new LogicEngine();

/** What a fee comes to for these answers. `exempt`: who, when one need not pay; `dong: null`: unknown here. */
export type Owed = { readonly fee: Fee; readonly dong: number | null; readonly exempt: string | null };

const valueAt = (answers: Readonly<Record<string, unknown>>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      answers,
    );

/** What is owed for a fee: exemptions first, then the formula, then amount times quantity. */
export function owedFor(fee: Fee, answers: Readonly<Record<string, unknown>>): Owed {
  const exemption = fee.exemptions.find(({ when }) => when !== null && engine.run(when, answers) === true);
  if (exemption) return { fee, dong: 0, exempt: exemption.who };
  if (fee.formula) {
    const value: unknown = engine.run(fee.formula, answers);
    return {
      fee,
      dong: typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null,
      exempt: null,
    };
  }
  if (fee.amount === null) return { fee, dong: null, exempt: null };
  const quantity = fee.quantity === null ? 1 : Number(valueAt(answers, fee.quantity) ?? 0);
  return {
    fee,
    dong: Number.isSafeInteger(quantity) && quantity >= 0 ? fee.amount * quantity : null,
    exempt: null,
  };
}
