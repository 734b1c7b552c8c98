/** A job that is measured, and how a run of it beside its limit is turned into one row. */
import { busy, cpuOfAll, databasePids, memoryOfAll, oursSoFar } from './machine.ts';
import { drive, median, percentileOf, type Driven, type Work } from './drive.ts';
import type { World } from './world.ts';

/**
 * How product and limit are compared.
 * - `rate`: jobs a second of ours by those of the limit.
 * - `cpu`: CPU time of the limit's process by that of ours, for one job: what one core could serve.
 * - `budget`: CPU milliseconds allowed by those used.
 */
export type Compared = 'rate' | 'cpu' | 'budget';

/** A limit: runs for some seconds and tells jobs a second and CPU milliseconds of its process for each. */
export type Limit = (seconds: number) => Promise<{ perSecond: number; cpuMs: number } | null>;

/** One job over HTTP. */
export type Job = {
  readonly name: string;
  readonly compared: Compared;
  readonly target: number | null;
  readonly budgetMs?: number;
  readonly connections: number;
  /** Makes what the job works on and returns the source of work; null when the product has no such page yet. */
  readonly prepare: (world: World) => Promise<{ next: () => Work | null; limit: Limit | null } | null>;
  /** Rows that take what was measured apart. */
  readonly parts?: (whole: Result) => Promise<readonly Result[]>;
};

/** One row of the table. CPU and memory in milliseconds and MB; `foreign` is in cores. */
export type Result = {
  readonly job: string;
  readonly ratio: number | null;
  readonly target: number | null;
  readonly perSecond: number;
  readonly limitPerSecond: number | null;
  /** The 95th percentile of one request at a time: what a person waits for when nobody else asks. */
  readonly alone95: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly cpu_ms: number | null;
  readonly database_ms: number | null;
  readonly buffers: number | null;
  readonly memory: number | null;
  readonly foreign: number;
  readonly failed: number;
  readonly problem: string | null;
};

/** One round of ours with what it cost. */
type Round = Driven & { readonly programMs: number; readonly dbMs: number };

const ALONE_MS = 2000;

/** Load of others, in cores, while work runs. */
async function watched<T>(world: World, work: () => Promise<T>): Promise<{ value: T; foreign: number }> {
  const pids = databasePids(world.owner);
  const began = performance.now();
  const [all, ours] = [busy(), oursSoFar(pids)];
  const value = await work();
  const ms = performance.now() - began;
  return { value, foreign: Math.max(0, (busy() - all - (oursSoFar(databasePids(world.owner)) - ours)) / ms) };
}

async function roundOf(world: World, job: Job, next: () => Work | null, ms: number): Promise<Round> {
  const pids = databasePids(world.owner);
  const [program, db] = [cpuOfAll(world.programPids()), cpuOfAll(pids)];
  const driven = await drive(world.port, job.connections, ms, next);
  return {
    ...driven,
    programMs: cpuOfAll(world.programPids()) - program,
    dbMs: cpuOfAll(databasePids(world.owner)) - db,
  };
}

/** Measures a job and its limit in turns (A B A B …) and makes one row of the medians of the rounds. */
export async function measure(
  world: World,
  job: Job,
  rounds: number,
  seconds: number,
): Promise<Result | null> {
  const prepared = await job.prepare(world);
  if (!prepared) return null;
  const { next, limit } = prepared;
  const mine: Round[] = [];
  const ratios: number[] = [];
  const limits: number[] = [];
  const foreigns: number[] = [];
  await drive(world.port, job.connections, 300, next); // Warm: compiled code, prepared statements, full caches.
  const alone = await drive(world.port, 1, ALONE_MS, next);
  for (let i = 0; i < rounds; i++) {
    const { value: round, foreign } = await watched(world, () => roundOf(world, job, next, seconds * 1000));
    foreigns.push(foreign);
    if (round.done === 0) {
      mine.push(round);
      break;
    }
    mine.push(round);
    const beside = limit && (await watched(world, () => limit(seconds)));
    if (beside) foreigns.push(beside.foreign);
    const ratio = ratioOf(job, round, beside?.value ?? null);
    if (ratio !== null) ratios.push(ratio);
    if (beside?.value) limits.push(beside.value.perSecond);
  }
  return rowOf(world, job, alone, mine, ratios, limits, foreigns);
}

function ratioOf(job: Job, round: Round, limit: { perSecond: number; cpuMs: number } | null): number | null {
  const programMs = round.programMs / round.done;
  if (job.compared === 'budget') return job.budgetMs === undefined ? null : job.budgetMs / programMs;
  if (!limit) return null;
  return job.compared === 'rate' ? round.done / round.seconds / limit.perSecond : limit.cpuMs / programMs;
}

function rowOf(
  world: World,
  job: Job,
  alone: Driven,
  rounds: readonly Round[],
  ratios: readonly number[],
  limits: readonly number[],
  foreigns: readonly number[],
): Result {
  const latencies = rounds.flatMap((one) => one.latencies);
  const each = (of: (one: Round) => number): number | null =>
    latencies.length === 0 ? null : median(rounds.filter(({ done }) => done > 0).map(of));
  return {
    job: job.name,
    ratio: ratios.length > 0 ? median(ratios) : null,
    target: job.target,
    perSecond: each((one) => one.done / one.seconds) ?? 0,
    limitPerSecond: limits.length > 0 ? median(limits) : null,
    alone95: alone.done > 0 ? percentileOf(alone.latencies, 0.95) : null,
    p50: latencies.length > 0 ? percentileOf(latencies, 0.5) : null,
    p95: latencies.length > 0 ? percentileOf(latencies, 0.95) : null,
    p99: latencies.length > 0 ? percentileOf(latencies, 0.99) : null,
    cpu_ms: each((one) => (one.programMs + one.dbMs) / one.done),
    database_ms: each((one) => one.dbMs / one.done),
    buffers: null,
    memory: memoryOfAll(world.programPids()),
    foreign: Math.max(...foreigns),
    failed: rounds.reduce((sum, one) => sum + one.failed, 0),
    problem: rounds.find((one) => one.problem)?.problem ?? null,
  };
}
