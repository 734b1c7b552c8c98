/** The counter at which an officer sits. */
import type { By } from '../../ground/db/act.ts';

/** The one-stop unit whose counter this officer serves, or null. */
export const counterOf = (by: By): string | null =>
  by.powers.find((power) => power.role === 'counter')?.agency ?? null;
