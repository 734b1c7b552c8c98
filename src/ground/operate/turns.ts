/** Turns at work that needs much memory: several side by side, but never more than there is room for. First come, first served. */

/** Waits for a turn that needs so much room, and does the work. */
export type Turns = <T>(room: number, work: () => Promise<T>) => Promise<T>;

/**
 * Turns within so much `room` in all, `most` at once. What needs more than there is at all is done alone: it is for the work to refuse it.
 */
export function turnsWithin(room: number, most: number): Turns {
  const waiting: { readonly needs: number; readonly begin: () => void }[] = [];
  let [taken, busy] = [0, 0];
  const letIn = (): void => {
    for (let first = waiting[0]; first && fits(first.needs); first = waiting[0]) {
      waiting.shift();
      taken += first.needs;
      busy++;
      first.begin();
    }
  };
  const fits = (needs: number): boolean => busy === 0 || (busy < most && taken + needs <= room);
  return async (needs, work) => {
    await new Promise<void>((begin) => {
      waiting.push({ needs, begin });
      letIn();
    });
    try {
      return await work();
    } finally {
      taken -= needs;
      busy--;
      letIn();
    }
  };
}
