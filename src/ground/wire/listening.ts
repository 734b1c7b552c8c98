/** How long a try waits: by the time in which this process could have heard an answer, not by the clock on the wall. */

/** Milliseconds between two looks at the clock. Of a longer gap we were busy or kept from running, and what came in lay unread. */
const GAP = 100;

/** A try that waits for an answer. `end` when it has come, or will not. */
export type Listening = { readonly signal: AbortSignal; readonly end: () => void };

/**
 * Listens for so many milliseconds, then the signal aborts. A process that stands still (a long calculation, a machine with too much to do)
 * finds its timers over before it reads the answer that has lain there all the time: that is our delay, so of a gap not more than twice
 * what was meant counts, and after it the answer is read first.
 */
export function listenFor(ms: number): Listening {
  const controller = new AbortController();
  let left = ms;
  let looked = performance.now();
  const next = (): NodeJS.Timeout => setTimeout(look, Math.max(1, Math.min(GAP, left))).unref();
  const look = (): void => {
    const now = performance.now();
    left -= Math.min(now - looked, 2 * GAP);
    looked = now;
    if (left > 0) timer = next();
    else controller.abort(new DOMException('no answer in time', 'TimeoutError'));
  };
  let timer = next();
  return { signal: controller.signal, end: () => clearTimeout(timer) };
}
