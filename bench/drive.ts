/** Keeps a number of requests in flight for a time and tells how long each took. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openLine, type Ask, type Reply } from './wire.ts';

/** What came of a stretch of load. Latencies in milliseconds, in no order. */
export type Driven = {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
  /** Why the first one failed. */
  readonly problem: string | null;
};

/** One unit of work on a connection: one or several requests. Throws when the answer is not the right one. */
export type Work = (ask: (one: Ask) => Promise<Reply>) => Promise<void>;

/** Runs work on so many connections until the time is over or `next` has nothing more, at most so many a second. */
export async function drive(
  port: number,
  connections: number,
  milliseconds: number,
  next: () => Work | null,
  perSecond = Infinity,
): Promise<Driven> {
  const latencies: number[] = [];
  let failed = 0;
  let problem: string | null = null;
  const began = performance.now();
  const until = began + milliseconds;
  let due = began;
  // A turn that is missed is not made up for: a stall must not be followed by a burst.
  const turn = (): Promise<void> => {
    due = Math.max(due + 1000 / perSecond, performance.now());
    return perSecond === Infinity ? Promise.resolve() : sleep(Math.max(0, due - performance.now()));
  };
  const one = async (): Promise<void> => {
    const line = openLine(port);
    // Asked for only when there is time: what is taken from a supply is done.
    for (let work = next(); work; work = performance.now() < until ? next() : null) {
      await turn();
      const started = performance.now();
      try {
        await work(line.ask);
        latencies.push(performance.now() - started);
      } catch (error) {
        failed += 1;
        problem ??= (error as Error).message;
      }
    }
    line.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return { done: latencies.length, failed, seconds: (performance.now() - began) / 1000, latencies, problem };
}

/** A reply that must have this status; otherwise an Error that shows what came. */
export function expect(reply: Reply, status: number): Reply {
  if (reply.status !== status)
    throw new Error(
      `${reply.status} instead of ${status}: ${reply.body.toString().replaceAll(/\s+/g, ' ').slice(-300)}`,
    );
  return reply;
}

/** Nearest-rank percentile. */
export function percentileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0;
}

/** Median of a few figures. */
export const median = (values: readonly number[]): number => percentileOf(values, 0.5);
