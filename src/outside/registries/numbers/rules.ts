/** When a number is asked after again, and what may become of a request. Pure. */
import type { RequestState, Told } from './schema.ts';

const FIRST_MS = 20_000;
const LONGEST_MS = 3_600_000;

/** How long to wait before trying again, by the number of tries so far: 20 s, doubling, at most an hour. Never given up by itself. */
export const waitAfter = (tries: number): number =>
  Math.min(FIRST_MS * 2 ** Math.max(0, Math.min(tries, 20) - 1), LONGEST_MS);

/** Whether a request still waits for somebody. */
export const isOpen = (state: RequestState): boolean => state === 'asked' || state === 'waiting';

/** The state after what the other side told; null: it did not answer. A lost request is sent again. */
export const stateAfter = (state: RequestState, told: Told | null): RequestState => {
  if (!told) return state;
  return told.state === 'lost' ? 'asked' : told.state;
};
