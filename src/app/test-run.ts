/**
 * `npm test [-- folders or files …]`: runs the tests of the whole repository, or of what is named, in two processes, each with
 * an embedded database that its first test in need of one starts, and ends with the line `N passed, N failed, N skipped`.
 * Options of `node --test` are passed on.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../ground/db/embedded/open.ts';
import { endWithParent } from '../ground/operate/orphan.ts';
import type { Counts } from './test-report.ts';
import { installTools } from './test-tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds. A single test may take as long as a journey in a browser; all of them, half an hour. */
const limits = { test: 120_000, all: 30 * 60_000 };
const prefix = 'toantrinh-test-run-';

const say = (line: string) => process.stderr.write(`${line}\n`);

const main = async (): Promise<number> => {
  const options = process.argv.slice(2).filter((word) => word.startsWith('-'));
  const places = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  const files = findTests(places);
  if (files.length === 0) {
    say(`No test in ${places.join(', ') || root}.`);
    return conclude({ passed: 0, failed: 0, skipped: 0 });
  }
  const strict = process.env['CI'] === 'true';
  if (places.length === 0 && !installTools(say) && strict) {
    return conclude({ passed: 0, failed: 1, skipped: 0 });
  }
  removeStale();
  // Tests that start the program have limits of their own, which are not meant for making its bundle.
  if (places.length === 0) execFileSync(process.execPath, [join(root, 'bin/toantrinh'), '--help']);
  const shares = Object.entries(Object.groupBy(files, shareOf));
  const counts = await Promise.all(
    shares.map(async ([share, own]) => {
      const began = performance.now();
      const counted = await runWithDatabase(own, options);
      const seconds = Math.round((performance.now() - began) / 1000);
      if (shares.length > 1) say(`The process that tests ${share} ended after ${seconds} s.`);
      return counted;
    }),
  );
  return conclude(counts.reduce(sum));
};

/**
 * Processes that run at once, each with a database of its own: tests that drive a browser or other programs wait more than
 * they work. A third process would end sooner on quiet cores, and keep others waiting past their limits on busy ones.
 */
const shareOf = (file: string): 'programs' | 'rooms' =>
  /^(bench|e2e|src\/app\/(backup|journeys)|src\/paper\/scanning)\//.test(relative(root, file))
    ? 'programs'
    : 'rooms';

const sum = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

const findTests = (places: readonly string[]): readonly string[] => {
  const asked =
    places.length > 0
      ? places.map(fromCaller)
      : ['src', 'sample', 'e2e', 'bench'].map((one) => join(root, one));
  const found = asked.flatMap((place) => {
    const kind = statSync(place, { throwIfNoEntry: false });
    if (kind?.isFile()) return [place];
    return kind ? globSync('**/*.test.{ts,tsx}', { cwd: place }).map((file) => join(place, file)) : [];
  });
  return [...new Set(found)].toSorted();
};

/** Names are meant from where the person stands, or else from the repository. */
const fromCaller = (place: string): string => {
  const meant = resolve(place);
  return statSync(meant, { throwIfNoEntry: false }) ? meant : resolve(root, place);
};

/** The tests open the database in the folder that we name; when they have ended we stop it and remove the folder. */
const runWithDatabase = async (files: readonly string[], options: readonly string[]): Promise<Counts> => {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const dataDir = join(folder, 'data');
  const clean = async () => {
    if (existsSync(dataDir)) await (await openEmbedded(dataDir, () => {})).close('now');
    rmSync(folder, { recursive: true, force: true });
  };
  const counts = join(folder, 'counts.json');
  const list = join(folder, 'files.json');
  writeFileSync(list, JSON.stringify(files));
  const child = startTests(list, options, counts, dataDir);
  const interrupt = () => {
    child.kill('SIGKILL');
    void clean().finally(() => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  endWithParent(interrupt);
  await ended(child);
  const result = readCounts(counts);
  await clean();
  return result;
};

const startTests = (list: string, options: readonly string[], counts: string, dataDir: string) =>
  spawn(
    process.execPath,
    [
      `--import=${new URL('tsx.mjs', import.meta.url).href}`,
      '--max-semi-space-size=64', // megabytes: tests make much that is soon forgotten
      '--test',
      '--test-isolation=none',
      '--test-force-exit',
      `--test-timeout=${limits.test}`,
      `--test-reporter=${new URL('test-report.ts', import.meta.url).href}`,
      `--test-reporter-destination=${counts}`,
      ...options,
      fileURLToPath(new URL('test-load.ts', import.meta.url)),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TOANTRINH_TEST_DATA_DIR: dataDir, TOANTRINH_TEST_FILES: list },
    },
  );

const ended = async (child: ChildProcess): Promise<void> => {
  const timer = setTimeout(() => {
    say(`The tests took longer than ${limits.all / 60_000} minutes and were stopped.`);
    child.kill('SIGKILL');
  }, limits.all);
  await new Promise<void>((done) => child.once('close', () => done()));
  clearTimeout(timer);
};

/** Without counts the process of the tests ended before its tests did: that is a failure. */
const readCounts = (file: string): Counts => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    say('The process that ran the tests ended before they did.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

/** Folders of runs that were killed: their process, named in the folder's name, is gone. */
const removeStale = (): void => {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const pid = name.slice(prefix.length).split('-')[0];
    if (!statSync(`/proc/${pid}`, { throwIfNoEntry: false })) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
};

const conclude = ({ passed, failed, skipped }: Counts): number => {
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
};

process.exit(await main());
