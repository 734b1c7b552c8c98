/** A strict reader of the text format of Prometheus 0.0.4, against which tests hold what `/metrics` writes. */

/** One sample: `name{labels} value`. */
export type Sample = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};

/** A family with its HELP and TYPE, and its samples in the order of the text. */
export type Family = { readonly help: string; readonly type: string; readonly samples: readonly Sample[] };

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = String.raw`([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"`;
const line = {
  help: new RegExp(String.raw`^# HELP (${NAME}) ((?:[^\\]|\\[\\n])+)$`),
  type: new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`),
  sample: new RegExp(String.raw`^(${NAME})(?:\{(${LABEL}(?:,${LABEL})*)\})? (\S+)$`),
};

/**
 * Reads the text of `/metrics`. Throws an Error with the line that breaks the format: HELP and TYPE once and before
 * the samples, each family in one group, no sample twice, buckets cumulative and closed by `+Inf` = `_count`.
 */
export function readMetrics(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.');
  const families = new Map<string, { help: string; type: string; samples: Sample[] }>();
  const seen = new Set<string>();
  let open = '';
  for (const one of text.slice(0, -1).split('\n')) {
    const [, helped, help = ''] = line.help.exec(one) ?? [];
    const [, typed, type = ''] = line.type.exec(one) ?? [];
    if (helped) {
      if (families.has(helped)) throw new Error(`HELP twice: ${one}`);
      families.set((open = helped), { help, type: '', samples: [] });
    } else if (typed) {
      const family = families.get(typed);
      if (typed !== open || !family || family.type || family.samples.length > 0)
        throw new Error(`TYPE twice or not after its HELP: ${one}`);
      family.type = type;
    } else {
      const family = families.get(open);
      if (!family?.type) throw new Error(`Without HELP and TYPE: ${one}`);
      const sample = readSample(one);
      const stem =
        family.type === 'histogram' ? sample.name.replace(/_(bucket|sum|count)$/, '') : sample.name;
      if (stem !== open) throw new Error(`Not of the family ${open}: ${one}`);
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).toSorted()]);
      if (seen.has(key)) throw new Error(`Twice: ${one}`);
      seen.add(key);
      family.samples.push(sample);
    }
  }
  for (const [name, { type, samples }] of families) {
    if (type === 'histogram') checkHistogram(name, samples);
    if (type === 'counter' && samples.some(({ value }) => !(value >= 0))) throw new Error(`${name} below 0`);
  }
  return families;
}

function readSample(one: string): Sample {
  const [, name = '', inner = '', ...rest] = line.sample.exec(one) ?? [];
  const value = Number(rest.at(-1)?.replace(/^\+?Inf$/, 'Infinity'));
  if (!name || Number.isNaN(value)) throw new Error(`Not a sample: ${one}`);
  const labels: Record<string, string> = {};
  for (const [, label = '', written = ''] of inner.matchAll(new RegExp(LABEL, 'g'))) {
    if (label in labels) throw new Error(`A label twice: ${one}`);
    labels[label] = written.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  }
  return { name, labels, value };
}

/** Every series of a histogram: bounds rise, buckets are cumulative, `+Inf` closes them and equals `_count`; one `_sum`. */
function checkHistogram(name: string, samples: readonly Sample[]): void {
  const series = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) =>
    JSON.stringify(Object.entries(labels).toSorted()),
  );
  for (const [which, all] of series) {
    const said = `${name} ${which}`;
    const buckets = all.filter((one) => one.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) => Number(labels['le']?.replace('+Inf', 'Infinity')));
    const rises = (row: readonly number[], strictly: boolean): boolean =>
      row.every((one, i) => i === 0 || (strictly ? one > row[i - 1]! : one >= row[i - 1]!));
    if (bounds.at(-1) !== Infinity || !rises(bounds, true)) throw new Error(`Bounds of ${said}`);
    const counts = buckets.map(({ value }) => value);
    if (!rises(counts, false)) throw new Error(`Buckets of ${said} are not cumulative`);
    const only = (suffix: string): number => {
      const found = all.filter((one) => one.name === name + suffix);
      if (found.length !== 1) throw new Error(`${said} must have one ${suffix}`);
      return found[0]!.value;
    };
    only('_sum');
    if (only('_count') !== counts.at(-1)) throw new Error(`+Inf of ${said} is not its _count`);
  }
}
