/** Waits until this process is asked to end: by a signal, or because its parent has gone. */
import { endWithParent } from '../ground/operate/orphan.ts';

export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const keep = setInterval(() => {}, 2 ** 30);
    const stop = (): void => {
      clearInterval(keep);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    endWithParent(stop);
  });
