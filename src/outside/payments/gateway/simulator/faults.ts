/** How the simulated payment platform misbehaves: like real ones. */
import { setFaults as setSent } from '../../../../ground/wire/index.ts';

/**
 * - `slowMs`: each answer comes so late. `down`: the connection breaks.
 * - `notice`: whether and how often we are told of a payment; `late`: only when `tellLate` is called.
 * - `wrongHash`: what it tells carries a wrong MaXacThuc. `wrongAmount`: it says another amount than was asked for.
 */
export type PaymentFaults = {
  slowMs: number;
  down: boolean;
  notice: 'once' | 'late' | 'twice' | 'never';
  wrongHash: boolean;
  wrongAmount: boolean;
};

export const noFaults = (): PaymentFaults => ({
  slowMs: 0,
  down: false,
  notice: 'once',
  wrongHash: false,
  wrongAmount: false,
});

const notices = ['once', 'late', 'twice', 'never'];

/** Changes faults by what was sent; a notice is one of those there are. */
export const setFaults = (faults: PaymentFaults, sent: unknown): boolean =>
  ['undefined', ...notices].includes(String((sent as { notice?: unknown } | null)?.notice)) &&
  setSent(faults, sent);
