/** The printed table of a run. */
import type { Result } from './job.ts';

const number = (n: number | null, digits: number): string =>
  n === null ? '–' : n.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** A rate, with as many digits as tell something. */
const rate = (n: number | null): string => number(n, n === null || n >= 100 ? 0 : n >= 1 ? 1 : 3);

const heads = [
  'job',
  'ratio',
  'target',
  'ours/s',
  'limit/s',
  'alone p95',
  'p50 ms',
  'p95',
  'p99',
  'CPU ms',
  'of it DB',
  'buffers',
  'MB',
  'others',
];

const cells = (one: Result): string[] => [
  one.job,
  number(one.ratio, 3),
  number(one.target, 2),
  rate(one.perSecond),
  rate(one.limitPerSecond),
  number(one.alone95, 1),
  number(one.p50, 2),
  number(one.p95, 1),
  number(one.p99, 1),
  number(one.cpu_ms, 3),
  number(one.database_ms, 3),
  number(one.buffers, 0),
  number(one.memory, 0),
  number(one.foreign, 2),
];

/** Rows under their heads, in columns; below them why a job failed. */
export function tableOf(results: readonly Result[]): string {
  const rows = [heads, ...results.map(cells)];
  const widths = heads.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  const problems = results.filter(({ failed }) => failed > 0);
  return [
    ...rows.map(line),
    ...problems.map(({ job, failed, problem }) => `${job}: ${failed} failed, the first because: ${problem}`),
  ].join('\n');
}

/** The machine-readable form: exactly these keys. */
export const jsonOf = (size: string, results: readonly Result[], inconclusive: boolean): string =>
  JSON.stringify({
    size,
    jobs: results.map(({ job, ratio, target, p50, p99, cpu_ms, buffers }) => ({
      job,
      ratio,
      target,
      p50,
      p99,
      cpu_ms,
      buffers,
    })),
    inconclusive,
  });
