/** Decisions of the post room. Pure. */
import type { ParcelState } from './schema.ts';

/** Milliseconds until a carrier that did not answer is tried again: soon at first, at least once an hour. */
export const waitAfter = (tries: number): number => Math.min(15_000 * 2 ** Math.min(tries, 20), 3_600_000);

/** So long files of an arrival are waited for: a quarter of the eight working hours in which its person is answered. */
const FILES_WAIT = 2 * 3_600_000;

/** Whether files that did not come are waited for; after that the dossier is taken in without them, and says so. */
export const waitsForFiles = (received: Date, now: Date): boolean =>
  now.getTime() - received.getTime() < FILES_WAIT;

/** Milliseconds until the post is asked again where a parcel is. */
export const PARCEL_EVERY = 2 * 3_600_000;

/** Milliseconds after which somebody looks after a parcel that the post took and has neither delivered nor given up: it may be lost. */
export const PARCEL_SLOW = 10 * 86_400_000;

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
