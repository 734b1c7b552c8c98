/** How the simulated payment platform misbehaves: like real ones. */

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

const notices: ReadonlySet<string> = new Set(['once', 'late', 'twice', 'never']);

/** Changes faults by what was sent: unknown names and wrong values are refused, and nothing is changed then. */
export function setFaults(faults: PaymentFaults, sent: unknown): boolean {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return false;
  const next: Record<string, unknown> = { ...faults };
  for (const [name, value] of Object.entries(sent)) {
    if (!Object.hasOwn(next, name) || typeof value !== typeof next[name]) return false;
    if (name === 'notice' && !notices.has(String(value))) return false;
    next[name] = typeof value === 'number' ? Math.min(Math.max(0, value), 60_000) : value;
  }
  Object.assign(faults, next);
  return true;
}
