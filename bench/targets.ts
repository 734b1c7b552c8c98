/**
 * What the whole run is held to (PERFORMANCE §3, rows 1–8, 11, 14–18), in one table: target, what was reached, and whether that is met. Where
 * it is not, docs/scaling.md shows the profile and what was tried. Rows that take hours come from the last proof, with their day.
 */
import type { Result } from './job.ts';
import type { Standing } from './standing.ts';

/** What earlier proofs found (docs/proof.json), as far as it is held against a target. */
export type Proven = {
  readonly kills?: {
    readonly at: string;
    readonly result: {
      readonly times: number;
      readonly lost: number;
      readonly doubled: number;
      readonly recoveries: Readonly<Record<'web' | 'database', { readonly worst: number }>>;
    };
  };
  readonly load?: {
    readonly at: string;
    readonly result: {
      readonly minutes: number;
      readonly samples: readonly { readonly megabytesOfAll: number }[];
    };
  };
};

/** One row: `met` is null where nothing was measured. */
export type Target = {
  readonly row: number;
  readonly metric: string;
  readonly target: string;
  readonly reached: string;
  readonly met: boolean | null;
};

/** What is held against the targets. */
export type Measured = {
  readonly results: readonly Result[];
  readonly standing: Standing;
  readonly proven: Proven;
};

/** What was reached, in words, and whether it is enough; null where it was not measured. */
type Reached = { readonly words: string; readonly met: boolean } | null;

const digits = (n: number, most = 2): string => n.toLocaleString('en', { maximumFractionDigits: most });
const span = (all: readonly number[], most?: number): string =>
  [...new Set([Math.min(...all), Math.max(...all)].map((n) => digits(n, most)))].join(' to ');

/** Figures of jobs of these names, of those that have them. */
const figures = (results: readonly Result[], name: RegExp, of: (one: Result) => number | null): number[] =>
  results.filter(({ job }) => name.test(job)).flatMap((one) => of(one) ?? []);

type Held = { readonly of: RegExp; readonly what: string; readonly figure: (one: Result) => number | null };

/** Every figure of some jobs is at least (`most`: at most) so much. */
function each({ of, what, figure }: Held, bound: number, most = false) {
  return ({ results }: Measured): Reached => {
    const all = figures(results, of, figure);
    if (all.length === 0) return null;
    return { words: `${what}${span(all)}`, met: all.every((n) => (most ? n <= bound : n >= bound)) };
  };
}

const ratio = (of: RegExp, least: number) => each({ of, what: '', figure: (one) => one.ratio }, least);
const p99 = (of: RegExp, most: number) => each({ of, what: 'p99 ms ', figure: (one) => one.p99 }, most, true);
const buffers = (of: RegExp, most: number) =>
  each({ of, what: 'buffers ', figure: (one) => one.buffers }, most, true);
const outsideDatabase = (of: RegExp, most: number) =>
  each(
    {
      of,
      what: '',
      figure: (one) =>
        one.cpu_ms === null || one.database_ms === null ? null : one.cpu_ms - one.database_ms,
    },
    most,
    true,
  );

const atMost = (what: string, reached: number, most: number, unit: string): Reached => ({
  words: `${what}${digits(reached)}${unit}`,
  met: reached <= most,
});

const day = (at: string): string => at.slice(0, 10);

type Row = {
  readonly row: number;
  readonly metric: string;
  readonly target: string;
  readonly reached: (measured: Measured) => Reached;
};

/** The rows of PERFORMANCE §3; a row with several figures stands in several lines. */
const rows: readonly Row[] = [
  {
    row: 1,
    metric: 'cached public page, of nginx',
    target: '≥ 0.70',
    reached: ratio(/^(front page|service page, cached)$/, 0.7),
  },
  {
    row: 2,
    metric: 'personal page, CPU ms beside its queries',
    target: '≤ 0.20',
    reached: outsideDatabase(/^(service page, uncached|my page)$/, 0.2),
  },
  {
    row: 3,
    metric: 'page by what it shows',
    target: '≤ 1.1',
    reached: ({ standing }) => atMost('', standing.longer, 1.1, ''),
  },
  {
    row: 3,
    metric: 'scripts of a page',
    target: '≤ 15 kB',
    reached: ({ standing }) => atMost('', standing.scripts / 1000, 15, ' kB'),
  },
  { row: 4, metric: 'submission', target: '≥ 0.35', reached: ratio(/^submission$/, 0.35) },
  {
    row: 5,
    metric: 'submission with a 200 KB file, read back',
    target: '≥ 0.60',
    reached: ratio(/^submission with/, 0.6),
  },
  { row: 5, metric: 'the same, 16 in flight', target: 'p99 ≤ 40 ms', reached: p99(/^submission with/, 40) },
  { row: 6, metric: 'process step', target: '≥ 0.45', reached: ratio(/^process step/, 0.45) },
  { row: 6, metric: 'the same, 16 in flight', target: 'p99 ≤ 10 ms', reached: p99(/^process step/, 10) },
  { row: 7, metric: 'inbox with each filter', target: '≥ 0.25', reached: ratio(/^inbox/, 0.25) },
  {
    row: 7,
    metric: 'the same, all statements of the request',
    target: '≤ 8 buffers',
    reached: buffers(/^inbox/, 8),
  },
  { row: 7, metric: 'the same, 16 in flight', target: 'p99 ≤ 5 ms', reached: p99(/^inbox/, 5) },
  {
    row: 8,
    metric: 'figures, all statements of the request',
    target: '≤ 25 buffers',
    reached: buffers(/^month figures/, 25),
  },
  {
    row: 8,
    metric: 'a change is seen after',
    target: '≤ 1 s',
    reached: ({ standing }) => atMost('', standing.seenAfterMs / 1000, 1, ' s'),
  },
  {
    row: 11,
    metric: 'a document of 200 KB signed, of bare RSA',
    target: '≥ 0.50',
    reached: ratio(/^sign: PDF of 200 KB signed, RSA-2048$/, 0.5),
  },
  {
    row: 14,
    metric: 'start to first answer',
    target: '≤ 0.5 s',
    reached: ({ standing: { start } }) => ({
      words: `${digits(start.seconds)} s, ${digits(start.cpuSeconds)} s of processor`,
      met: start.seconds <= 0.5,
    }),
  },
  {
    row: 15,
    metric: 'web and worker, idle',
    target: '≤ 120 MB',
    reached: ({ standing }) => atMost('', standing.idleMegabytes, 120, ' MB'),
  },
  {
    row: 15,
    metric: 'web and worker, loaded',
    target: '≤ 250 MB, flat',
    reached: ({ proven: { load } }) => {
      const all = load?.result.samples.map((one) => one.megabytesOfAll) ?? [];
      if (!load || all.length === 0) return null;
      const words = `${digits(all[0]!)} to ${digits(all.at(-1)!)} MB in ${load.result.minutes} min, ${day(load.at)}`;
      return { words, met: Math.max(...all) <= 250 };
    },
  },
  {
    row: 16,
    metric: 'killed under load: lost, doubled',
    target: '0',
    reached: ({ proven: { kills } }) =>
      kills
        ? {
            words: `${kills.result.lost}, ${kills.result.doubled} in ${kills.result.times} kills, ${day(kills.at)}`,
            met: kills.result.lost + kills.result.doubled === 0,
          }
        : null,
  },
  {
    row: 16,
    metric: 'served again after a killed app; database',
    target: '≤ 1 s; ≤ 5 s',
    reached: ({ proven: { kills } }) => {
      if (!kills) return null;
      const { web, database } = kills.result.recoveries;
      return {
        words: `${digits(web.worst / 1000)}; ${digits(database.worst / 1000)} s, ${day(kills.at)}`,
        met: web.worst <= 1000 && database.worst <= 5000,
      };
    },
  },
  { row: 17, metric: 'due dates, of a million a second', target: '≥ 1', reached: ratio(/^due dates/, 1) },
  { row: 18, metric: 'mixed load, of the best peer', target: '≥ 10', reached: ratio(/^mixed load$/, 10) },
  { row: 18, metric: 'the same, 16 in flight', target: 'p99 ≤ 25 ms', reached: p99(/^mixed load$/, 25) },
];

/** Every target with what was reached. */
export const targetsOf = (measured: Measured): readonly Target[] =>
  rows.map(({ reached: of, ...row }) => {
    const reached = of(measured);
    return { ...row, reached: reached?.words ?? 'not measured', met: reached?.met ?? null };
  });

/** The table as it is printed, and how many targets are met. */
export function targetTable(targets: readonly Target[]): string {
  const lines = [
    ['row', 'metric', 'target', 'reached', ''],
    ...targets.map(({ row, metric, target, reached, met }) => [
      String(row),
      metric,
      target,
      reached,
      met === null ? '' : met ? 'met' : 'missed',
    ]),
  ];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const met = targets.filter((one) => one.met).length;
  return [
    ...lines.map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    ),
    `${met} of ${targets.length} met; for the others docs/scaling.md shows the profile and what was tried`,
  ].join('\n');
}
