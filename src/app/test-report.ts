/**
 * Reporter for `node --test`: one line per file on standard error as it ends, and one for each figure that a test tells; a
 * failure in full on standard output when it happens, and in short at the end; the counts as JSON to the reporter's destination.
 */
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { endWithParent } from '../ground/operate/orphan.ts';

/** Skipped includes what is still to be written (`todo`); failed includes what was cancelled. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

type Outcome = keyof Counts;
type Report = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>;

/** What of a failure is told again at the end: of a long run only the end may be kept. */
const SHORT = { lines: 24, letters: 500 };
const inShort = (told: string): string =>
  told
    .split('\n')
    .slice(0, SHORT.lines)
    .map((line) => line.slice(0, SHORT.letters))
    .join('\n');

/** What Node says of the whole run, which we say ourselves. */
const summary = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

// The reporter is loaded into the process that runs the tests, which must not outlive the runner.
endWithParent(() => process.exit(1));

/** Called by Node with the events of the run. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const names: string[] = [];
  const failures: string[] = [];
  let file = begin('');
  for await (const event of events) {
    if (event.type === 'test:diagnostic' && !summary.test(event.data.message))
      process.stderr.write(`· ${event.data.message}\n`);
    if (event.type === 'test:start') names.splice(event.data.nesting, Infinity, event.data.name);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const outcome = outcomeOf(event);
    if (!outcome) continue;
    if (event.data.file !== file.path) {
      tell(file);
      file = begin(event.data.file ?? '');
    }
    total[outcome] += 1;
    file[outcome] += 1;
    file.milliseconds += event.data.details.duration_ms;
    if (event.type === 'test:fail' && outcome === 'failed') {
      names.splice(event.data.nesting, Infinity, event.data.name);
      const told = failure(names, event.data);
      process.stdout.write(told);
      failures.push(inShort(told));
    }
  }
  tell(file);
  if (failures.length > 0) process.stdout.write(`${failures.join('\n')}\n`);
  yield JSON.stringify(total);
}

/** Undefined for a suite, unless it failed by itself and not by a test in it. */
const outcomeOf = ({ type, data }: Report): Outcome | undefined => {
  const failedBy = type === 'test:fail' ? causeOf(data.details.error).type : undefined;
  if (failedBy === 'subtestsFailed') return undefined;
  if (data.details.type === 'suite' && type === 'test:pass') return undefined;
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
};

type FileCounts = { readonly path: string; milliseconds: number } & {
  -readonly [one in Outcome]: number;
};

const begin = (path: string): FileCounts => ({
  path,
  milliseconds: 0,
  passed: 0,
  failed: 0,
  skipped: 0,
});

const tell = ({ path, milliseconds, passed, failed, skipped }: FileCounts): void => {
  if (path === '') return;
  const seconds = (milliseconds / 1000).toFixed(1);
  const notes = [failed > 0 && `${failed} FAILED`, skipped > 0 && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');
  const mark = failed > 0 ? '✗' : '✓';
  process.stderr.write(
    `${mark} ${relative('', path)}  ${passed} passed${notes && `, ${notes}`}  ${seconds} s\n`,
  );
};

const failure = (names: readonly string[], data: Extract<Report, { type: 'test:fail' }>['data']): string => {
  const place = data.file ? `${relative('', data.file)}:${data.line ?? 1}` : '';
  const { error } = causeOf(data.details.error);
  const told = inspect(error)
    .split('\n')
    .filter((line) => !/^\s+at .*node:internal/.test(line))
    .map((line) => `    ${line}`)
    .join('\n');
  return `\n✗ ${names.join(' › ')}\n  ${place}\n${told}\n`;
};

/** Node wraps what a test threw; what was thrown is the cause. */
const causeOf = (error: Error): { readonly type: unknown; readonly error: unknown } => ({
  type: 'failureType' in error ? error.failureType : undefined,
  error: error.cause instanceof Error ? error.cause : error,
});
