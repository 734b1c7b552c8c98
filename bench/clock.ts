/**
 * How many due dates a second one core computes (performance row 17: at least 1 M/s, the same for a short and a long span).
 * `node bench/clock.ts` prints the rates.
 */
import { civilService, due, startClock, type Ledger, type Term, type Why } from '../src/work/clock/index.ts';

export type ClockRate = {
  readonly name: string;
  /** Due dates a second: the median of the rounds. */
  readonly perSecond: number;
};

const why: Why = { cause: { vi: 'đo tốc độ', en: 'measuring' }, basis: null, evidence: null };
const MINUTE = 60_000;
const from = Date.UTC(2025, 0, 1);

/** Ledgers that start all over two years, at odd minutes, so that no branch is always taken. */
const ledgers = (terms: readonly Term[]): readonly Ledger[] =>
  Array.from({ length: 4096 }, (_, index) => {
    const start = new Date(from + ((index * 7919) % (2 * 365 * 24 * 60)) * MINUTE);
    return startClock(terms[index % terms.length] ?? { unit: 'same_day' }, start, why);
  });

const workloads: Readonly<Record<string, readonly Ledger[]>> = {
  'mixed units': ledgers([
    { unit: 'working_day', amount: 5 },
    { unit: 'working_day', amount: 30 },
    { unit: 'day', amount: 15 },
    { unit: 'working_hour', amount: 8 },
    { unit: 'same_day' },
    { unit: 'month', amount: 3 },
  ]),
  '3 working days': ledgers([{ unit: 'working_day', amount: 3 }]),
  '3,000 working days': ledgers([{ unit: 'working_day', amount: 3000 }]),
  '8 working hours': ledgers([{ unit: 'working_hour', amount: 8 }]),
  '8,000 working hours': ledgers([{ unit: 'working_hour', amount: 8000 }]),
};

const measure = (work: readonly Ledger[], times: number): number => {
  let sum = 0;
  const began = performance.now();
  for (let round = 0; round < times; round += 1) {
    for (const ledger of work) sum += due(ledger, civilService).at.getTime();
  }
  const seconds = (performance.now() - began) / 1000;
  // The sum is used, so that no compiler may leave the work out.
  return sum > 0 ? (times * work.length) / seconds : Number.NaN;
};

/** Measures every workload; `rounds` rounds of about 400,000 due dates each, after one to warm up. */
export const benchClock = (rounds = 5): readonly ClockRate[] =>
  Object.entries(workloads).map(([name, work]) => {
    measure(work, 100);
    const rates = Array.from({ length: rounds }, () => measure(work, 100)).sort((a, b) => a - b);
    return { name, perSecond: Math.round(rates[Math.floor(rounds / 2)] ?? Number.NaN) };
  });

if (import.meta.main) {
  for (const { name, perSecond } of benchClock()) {
    process.stdout.write(`${name.padEnd(24)} ${perSecond.toLocaleString('en')} due dates/s\n`);
  }
}
