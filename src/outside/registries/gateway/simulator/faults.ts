/** How simulated registries misbehave: like real ones. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Faults of one registry.
 * - `slowMs`: each answer comes so late. `down`: the connection breaks.
 * - `wrong`: the answer is about somebody else. `garbled`: it breaks off in the middle of a sign.
 * - `partial`: fields are missing.
 * - `late`: numbers are not given until it is switched off. `reject`: they are refused.
 */
export type Faults = {
  slowMs: number;
  down: boolean;
  wrong: boolean;
  garbled: boolean;
  partial: boolean;
  late: boolean;
  reject: boolean;
};

export const noFaults = (): Faults => ({
  slowMs: 0,
  down: false,
  wrong: false,
  garbled: false,
  partial: false,
  late: false,
  reject: false,
});

/** Waits as long as this registry is slow. */
export const beSlow = async ({ slowMs }: Faults): Promise<void> => {
  if (slowMs > 0) await pause(slowMs);
};
