/** Round numbers for an axis. Pure arithmetic. */

/** An axis from a round number to a round number in round steps. */
export type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly number[] };

/** The smallest of 1, 2, 5 times a power of ten that is not below this. */
function roundUp(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const leading = step / power;
  const nice = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
  return nice * power;
}

/** Below this a difference is nothing to see, and powers of ten run out of digits. */
const LEAST = 1e-9;

/** An axis that holds all values and zero, with about so many steps. Values that are not finite do not count. */
export function axisOf(values: readonly number[], steps = 4): Axis {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  if (high - low < LEAST) return { from: 0, to: 1, ticks: [0, 1] };
  const step = roundUp((high - low) / steps);
  const from = Math.floor(low / step) * step;
  const count = Math.ceil((high - from) / step - 1e-9);
  // Multiplied, not added up: 0.1 + 0.2 is not 0.3.
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));
  return { from, to: ticks[ticks.length - 1] ?? high, ticks };
}

/** Where a value lies on an axis, in per cent. */
export const place = (axis: Axis, value: number): number =>
  ((value - axis.from) / (axis.to - axis.from)) * 100;

/** At most so many of these at even distances, beginning with the first. */
export function thinned<T>(
  items: readonly T[],
  most: number,
): readonly { readonly item: T; readonly index: number }[] {
  const stride = Math.max(1, Math.ceil((items.length - 1) / (most - 1)));
  return items.flatMap((item, index) => (index % stride === 0 ? [{ item, index }] : []));
}

/** Borders between classes of about equal size: values up to the first border are in class 0, and so on. */
export function quantiles(values: readonly number[], parts: number): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const borders = Array.from(
    { length: parts - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / parts) - 1] ?? 0,
  );
  return [...new Set(borders)].filter((border) => border < (sorted[sorted.length - 1] ?? 0));
}

/** The class of a value between such borders. */
export const classOf = (value: number, borders: readonly number[]): number => {
  const found = borders.findIndex((border) => value <= border);
  return found === -1 ? borders.length : found;
};

/** A number with few digits, for coordinates: bytes of a page are counted. */
export const short = (value: number): number => Math.round(value * 100) / 100;
