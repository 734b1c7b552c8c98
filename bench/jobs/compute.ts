/** Work that needs no server: due dates, forms, processes, typesetting, signing. Measured by the rooms' own benches. */
import { benchClock } from '../clock.ts';
import { benchForms } from '../forms.ts';
import { benchProcess } from '../process.ts';
import { benchSigning } from '../signing.ts';
import { benchTypeset } from '../typeset.ts';
import type { Result } from '../job.ts';

/** A job whose limit is a rate that is stated, or measured inside of it. */
export const row = (
  job: string,
  perSecond: number,
  beside: { readonly ratio: number | null; readonly target: number | null; readonly limit?: number },
): Result => ({
  job,
  ratio: beside.ratio,
  target: beside.target,
  perSecond,
  limitPerSecond: beside.limit ?? null,
  p50: 1000 / perSecond,
  alone95: null,
  p95: null,
  p99: null,
  cpu_ms: 1000 / perSecond,
  database_ms: null,
  buffers: 0,
  memory: null,
  foreign: 0,
  failed: 0,
  problem: null,
});

/** Due dates a second that are asked for (performance row 17). */
const DUE_DATES = 1_000_000;

export const computeJobs: Readonly<Record<string, () => Promise<Result[]>>> = {
  'due dates': async () =>
    benchClock(3).map(({ name, perSecond }) =>
      row(`due dates: ${name}`, perSecond, { ratio: perSecond / DUE_DATES, target: 1, limit: DUE_DATES }),
    ),
  forms: async () => {
    const { validate, render } = benchForms();
    // Held to one millisecond to check and five to draw a form of 100 fields.
    return [
      row('form of 100 fields: checked', 1000 / validate.cpuMs, { ratio: 1 / validate.cpuMs, target: 1 }),
      row('form of 100 fields: drawn', 1000 / render.cpuMs, { ratio: 5 / render.cpuMs, target: 1 }),
    ];
  },
  process: async () =>
    (await benchProcess()).map(({ name, perSecond }) =>
      row(`process: ${name}`, perSecond, { ratio: null, target: null }),
    ),
  typeset: async () =>
    (await benchTypeset()).map(({ name, perCpuSecond }) =>
      row(`typeset: ${name}`, perCpuSecond, { ratio: null, target: null }),
    ),
  sign: async () =>
    (await benchSigning())
      .filter(({ name }) => name.startsWith('PDF'))
      .flatMap(({ name, perSecond, ratio, ofBoth }) => [
        row(`sign: ${name}`, perSecond, { ratio, target: name.includes('RSA') ? 0.5 : null }),
        ...(ofBoth === null
          ? []
          : [row(`sign: ${name}, of hash and signature`, perSecond, { ratio: ofBoth, target: null })]),
      ]),
};
