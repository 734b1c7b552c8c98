/** Metrics in the text format of Prometheus: counters, and histograms with few buckets. */

type Labels = Readonly<Record<string, string>>;

const counters = new Map<string, number>();
const sums = new Map<string, number[]>();
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const labelled = (name: string, labels: Labels): string => {
  const inner = Object.entries(labels).map(([key, value]) => `${key}="${value.replaceAll(/["\\\n]/g, '_')}"`);
  return inner.length > 0 ? `${name}{${inner.join(',')}}` : name;
};

/** Counts an occurrence. Labels must have few values and say nothing of persons. */
export function count(name: string, labels: Labels = {}): void {
  const key = labelled(name, labels);
  counters.set(key, (counters.get(key) ?? 0) + 1);
}

/** Observes a duration in seconds. */
export function observe(name: string, seconds: number, labels: Labels = {}): void {
  const key = `${name}\n${JSON.stringify(labels)}`;
  let row = sums.get(key);
  if (!row) sums.set(key, (row = Array.from({ length: buckets.length + 2 }, () => 0)));
  buckets.forEach((bound, i) => seconds <= bound && row[i]!++);
  row[buckets.length]! += 1;
  row[buckets.length + 1]! += seconds;
}

/** All metrics of this process as text. */
export function renderMetrics(): string {
  const lines = [...counters].map(([key, n]) => `${key} ${n}`);
  for (const [key, row] of sums) {
    const [name = '', json = '{}'] = key.split('\n');
    const labels = JSON.parse(json) as Labels;
    buckets.forEach((bound, i) =>
      lines.push(`${labelled(`${name}_bucket`, { ...labels, le: String(bound) })} ${row[i]}`),
    );
    lines.push(`${labelled(`${name}_bucket`, { ...labels, le: '+Inf' })} ${row[buckets.length]}`);
    lines.push(`${labelled(`${name}_count`, labels)} ${row[buckets.length]}`);
    lines.push(`${labelled(`${name}_sum`, labels)} ${row[buckets.length + 1]}`);
  }
  const { rss, heapUsed } = process.memoryUsage();
  lines.push(`process_resident_memory_bytes ${rss}`, `process_heap_bytes ${heapUsed}`);
  return `${lines.join('\n')}\n`;
}
