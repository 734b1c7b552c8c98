/** Decisions of the post room. Pure. */
import type { ParcelState } from './schema.ts';

/** Milliseconds until a carrier that did not answer is tried again: soon at first, at least once an hour. */
export const waitAfter = (tries: number): number => Math.min(15_000 * 2 ** Math.min(tries, 20), 3_600_000);

/** Milliseconds until the post is asked again where a parcel is. */
export const PARCEL_EVERY = 2 * 3_600_000;

/** The post's statuses: 0 none, 1 registered, 2 being collected, 3 delivered, 4 cancelled. */
export function parcelState(status: string): ParcelState | null {
  const states: Readonly<Record<string, ParcelState>> = {
    '1': 'ordered',
    '2': 'collected',
    '3': 'delivered',
    '4': 'cancelled',
  };
  return states[status] ?? null;
}

/** Whether a parcel is still on its way. */
export const isUnderway = (state: ParcelState): boolean =>
  state === 'asked' || state === 'ordered' || state === 'collected';
