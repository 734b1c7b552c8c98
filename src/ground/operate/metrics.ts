/**
 * Metrics in the text format of Prometheus, version 0.0.4: counters, and histograms with few buckets. A family is
 * declared once, where it is counted, with the sentence that explains it.
 */

type Labels = Readonly<Record<string, string>>;

/** Of a histogram's series: observations below each bound (cumulative), all of them, and their sum. */
type Spread = { readonly below: number[]; all: number; sum: number };

type Family =
  | { readonly kind: 'counter'; readonly help: string; readonly series: Map<string, number> }
  | { readonly kind: 'histogram'; readonly help: string; readonly series: Map<string, Spread> };

const families = new Map<string, Family>();
/** Upper bounds of the buckets in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The format of what `renderMetrics` writes, as the scraper must be told. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Declares a counter. Labels must have few values and say nothing of persons. */
export function counter(name: string, help: string): (labels?: Labels) => void {
  const series = new Map<string, number>();
  families.set(name, { kind: 'counter', help, series });
  return (labels = {}) => {
    const key = written(labels);
    series.set(key, (series.get(key) ?? 0) + 1);
  };
}

/** Declares a histogram of durations; observe them in seconds. */
export function histogram(name: string, help: string): (seconds: number, labels?: Labels) => void {
  const series = new Map<string, Spread>();
  families.set(name, { kind: 'histogram', help, series });
  return (seconds, labels = {}) => {
    const key = written(labels);
    let spread = series.get(key);
    if (!spread) series.set(key, (spread = { below: bounds.map(() => 0), all: 0, sum: 0 }));
    bounds.forEach((bound, i) => seconds <= bound && spread.below[i]!++);
    spread.all += 1;
    spread.sum += seconds;
  };
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const written = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');

const braced = (inner: string): string => (inner === '' ? '' : `{${inner}}`);

const head = (name: string, help: string, kind: string): string[] => [
  `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
  `# TYPE ${name} ${kind}`,
];

function spreadLines(name: string, labels: string, { below, all, sum }: Spread): string[] {
  const bucket = (bound: string, n: number): string =>
    `${name}_bucket{${labels && `${labels},`}le="${bound}"} ${n}`;
  return [
    ...bounds.map((bound, i) => bucket(String(bound), below[i]!)),
    bucket('+Inf', all),
    `${name}_sum${braced(labels)} ${sum}`,
    `${name}_count${braced(labels)} ${all}`,
  ];
}

/** All metrics of this process as text. */
export function renderMetrics(): string {
  const { rss, heapUsed } = process.memoryUsage();
  const lines = [...families].flatMap(([name, { kind, help, series }]) => [
    ...head(name, help, kind),
    ...[...series].flatMap(([labels, value]) =>
      typeof value === 'number' ? [`${name}${braced(labels)} ${value}`] : spreadLines(name, labels, value),
    ),
  ]);
  lines.push(
    ...head('process_resident_memory_bytes', 'Resident memory of the process in bytes.', 'gauge'),
    `process_resident_memory_bytes ${rss}`,
    ...head('process_heap_bytes', 'Heap of the process in use, in bytes.', 'gauge'),
    `process_heap_bytes ${heapUsed}`,
  );
  return `${lines.join('\n')}\n`;
}
