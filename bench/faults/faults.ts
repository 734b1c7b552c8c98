/** Faults on purpose, on loopback only: each tells what was sent, what arrived, what was lost, and how long it took to serve again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { databasePids } from '../machine.ts';
import { drive, percentileOf } from '../drive.ts';
import { randomOf } from '../load/random.ts';
import { makeDrafts } from '../supply.ts';
import type { World } from '../world.ts';
import { follow, type Followed } from './follow.ts';
import { openHouse, untilServing, type House, type Place, type Start } from './house.ts';
import { accountOf, openStream, type Seen } from './stream.ts';

/** Milliseconds from faults of one kind until it served again; `worst` is null when once it did not while one looked. */
type Recovery = { readonly median: number | null; readonly worst: number | null };

/** What a fault came to. Recovery in milliseconds from the fault to the next acknowledged submission. */
export type Outcome = {
  readonly fault: string;
  readonly times: number;
  readonly sent: number;
  readonly arrived: number;
  readonly lost: number;
  readonly doubled: number;
  readonly failures: number;
  readonly recoveryMedian: number | null;
  readonly recoveryWorst: number | null;
  /** What a submission that was acknowledged took in the middle, faults or not: milliseconds. */
  readonly usual?: number;
  readonly note: string | null;
  /** The recoveries from each kind of victim, where there are several. */
  readonly recoveries?: Readonly<Record<string, Recovery>>;
  /** What became of the jobs that follow from submissions. */
  readonly followed?: Followed;
  /** What starting a killed web process took until it served: milliseconds, and seconds of processor. */
  readonly starts?: readonly Start[];
};

/** Milliseconds within which a killed web process serves again, also on a machine with much else to do. */
const SLOWEST_START = 120_000;
/** How many people submit at a time. */
export const PEOPLE = 6;

/** The time from a moment until something that was asked for afterwards had been acknowledged. */
const recoveryAfter = ({ successes }: Seen, moment: number): number | null => {
  const next = successes.find(({ asked }) => asked > moment);
  return next === undefined ? null : next.answered - moment;
};

const recoveryOf = (seen: Seen, moments: readonly number[]): Recovery => {
  const all = moments.map((one) => recoveryAfter(seen, one)).filter((one) => one !== null);
  return {
    median: all.length > 0 ? percentileOf(all, 0.5) : null,
    worst: all.length > 0 && all.length === moments.length ? Math.max(...all) : null,
  };
};

/** The outcome of a stream of submissions with faults at these moments. */
export async function outcomeOf(
  world: World,
  fault: string,
  seen: Seen,
  moments: readonly number[],
  note: string | null = null,
): Promise<Outcome> {
  const { median, worst } = recoveryOf(seen, moments);
  return {
    fault,
    times: moments.length,
    sent: seen.sent,
    ...(await accountOf(world, seen)),
    failures: seen.failures,
    recoveryMedian: median,
    recoveryWorst: worst,
    usual: percentileOf(
      seen.successes.map(({ asked, answered }) => answered - asked),
      0.5,
    ),
    note,
  };
}

/** What is killed at a moment of chance. */
type Victim = 'web' | 'worker' | 'database';

/** Kills web, worker and database processes, one at a time, at random moments while people submit. */
export async function killing(world: World, times: number, seed: number): Promise<Outcome> {
  const random = randomOf(seed);
  const drafts = await makeDrafts(world, 400 * times);
  const house = await openHouse(world.dataDir, 2, 1_000_000);
  const stream = openStream(house.ports, drafts, PEOPLE);
  const moments: Record<Victim, number[]> = { web: [], worker: [], database: [] };
  try {
    await sleep(1000);
    for (let i = 0; i < times; i++) {
      const victim = (['web', 'worker', 'database'] as const)[i % 3]!;
      // One at a time: whoever was killed before is back.
      for (const port of house.ports) await untilServing(port, SLOWEST_START);
      moments[victim].push(performance.now());
      kill(world, house, victim, random.below(2));
      // The embedded server may be started five times a minute: more often, its keeper gives up on purpose.
      await sleep(victim === 'database' ? 13_000 : 800 + random.below(1500));
    }
    await sleep(2000);
    const seen = await stream.stop();
    const outcome = await outcomeOf(
      world,
      'web, worker and database killed at random moments',
      seen,
      Object.values(moments).flat(),
      Object.entries(moments)
        .map(([victim, { length }]) => `${length} ${victim}`)
        .join(', '),
    );
    const recoveries = Object.fromEntries(
      Object.entries(moments).map(([victim, all]) => [victim, recoveryOf(seen, all)]),
    );
    return { ...outcome, recoveries, followed: await follow(world), starts: house.restarts };
  } finally {
    await stream.stop();
    await house.close();
  }
}

function kill(world: World, house: House, victim: Victim, which: number): void {
  if (victim !== 'database') {
    const alive = house.places.filter(({ role, child }: Place) => role === victim && child);
    const chosen = alive[which % Math.max(1, alive.length)];
    if (chosen) house.kill(chosen);
    return;
  }
  signalDatabase(world, 'SIGKILL');
}

/** Sends a signal to the processes of the database; one that has just ended by itself needs none. */
function signalDatabase(world: World, signal: NodeJS.Signals, pids = databasePids(world.owner)): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Stops the database for some seconds, as if the machine that holds it were away, and lets it go on. */
export async function databaseAway(world: World, seconds: number): Promise<Outcome> {
  const drafts = await makeDrafts(world, 4000);
  const house = await openHouse(world.dataDir, 2, 1_000_000);
  const stream = openStream(house.ports, drafts, PEOPLE);
  try {
    await sleep(2000);
    const pids = databasePids(world.owner);
    signalDatabase(world, 'SIGSTOP', pids);
    await sleep(seconds * 1000);
    signalDatabase(world, 'SIGCONT', pids);
    const back = performance.now();
    await sleep(4000);
    return await outcomeOf(world, `database away for ${seconds} s`, await stream.stop(), [back]);
  } finally {
    await stream.stop();
    await house.close();
  }
}

/** Ten times the people, with the limits by address as shipped: most are told to come back later; afterwards it serves as before. */
export async function flood(world: World, seconds: number): Promise<Outcome> {
  const house = await openHouse(world.dataDir, 1, 1);
  const port = house.ports[0]!;
  try {
    let shed = 0;
    let served = 0;
    let broken = 0;
    const flooded = await drive(port, 160, seconds * 1000, () => async (send) => {
      const { status } = await send({ path: '/thu-tuc?q=khai+sinh' });
      if (status === 200) served += 1;
      else if (status === 429) shed += 1;
      else broken += 1;
    });
    const over = performance.now();
    await untilServing(port, 30_000);
    const recovery = performance.now() - over;
    return {
      fault: 'ten times the load from one address',
      times: 1,
      sent: flooded.done + flooded.failed,
      arrived: served,
      lost: 0,
      doubled: 0,
      failures: flooded.failed + broken,
      recoveryMedian: recovery,
      recoveryWorst: recovery,
      note: `${shed} were asked to come back later (429), ${served} were served, p99 ${percentileOf(flooded.latencies, 0.99).toFixed(0)} ms`,
    };
  } finally {
    await house.close();
  }
}
