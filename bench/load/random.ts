/** Chance from a seed: the same seed makes the same province on every machine. */

export type Random = {
  /** From 0 up to but without 1. */
  next(): number;
  /** A whole number below `n`. */
  below(n: number): number;
  /** True with this probability. */
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A length of time around `mean`, rarely very long (exponential). */
  around(mean: number): number;
  /** An id (UUID version 7) of this moment. */
  id(at: number): string;
};

/** Mulberry32: small, fast, good enough for shapes. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const hex = (digits: number): string =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    next,
    below,
    chance: (p) => next() < p,
    pick: (list) => list[below(list.length)]!,
    around: (mean) => -Math.log(1 - next()) * mean,
    id: (at) => {
      const time = Math.floor(at).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}
