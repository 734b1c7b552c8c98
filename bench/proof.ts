/** The long proofs, each of which can be run alone: what came out is kept with commit and date, never anything else. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '../src/ground/db/connect.ts';
import { edgeOn } from '../src/ground/db/edge.ts';
import type { Config } from '../src/ground/operate/config.ts';
import { openDatabase, prepareDatabase } from '../src/app/database.ts';
import { TENANT } from '../src/app/wiring.ts';
import { backup, verifyBackup } from '../src/app/backup/backup.ts';
import { seedSample } from '../sample/seed.ts';
import { swellingOf, tablesOf, type Table } from './bloat.ts';
import { diskFull } from './faults/disk.ts';
import { clockJumps } from './faults/clock.ts';
import { databaseAway, flood, killing } from './faults/faults.ts';
import { outsideFails } from './faults/outside/run.ts';
import { compare, hasGrown, measureHot } from './grow.ts';
import { openExplainer } from './growth.ts';
import { drive, percentileOf } from './drive.ts';
import { mixture } from './jobs/mixed.ts';
import { busy, cpuOfAll, databasePids, memoryOfAll } from './machine.ts';
import { countDossiers, openSize, sizes, type Loader, type Size } from './load/load.ts';
import { readProven } from './proven.ts';
import { growthOfTypesetting } from './typeset.ts';
import { openWorld, refreshSessions, type World } from './world.ts';

/** What a part of the proof needs: a loaded installation, and how long it may take. */
type Part = (at: {
  readonly world: World;
  readonly loader: Loader;
  readonly config: Config;
  readonly size: Size;
  readonly minutes: number;
  readonly say: (line: string) => void;
}) => Promise<unknown>;

const KILLS = 50;
const DOCUMENTS = 10_000;
/** What a hundredth of the country asks for at its peak (docs/scaling.md), and how long each look at it is. */
const PEAK_A_SECOND = 50;
const STRETCH_SECONDS = 30;
/** Seconds that a kill takes on the average, with the pause after it. */
const SECONDS_A_KILL = 5.5;

const parts: Readonly<Record<string, Part>> = {
  /** No statement touches more at the stated size than at 1,000. */
  growth: async ({ world, loader, config, size, say }) => {
    if (loader.held > 0) throw new Error('Growth is measured from an empty DATA_DIR on.');
    const explainer = await openExplainer(config, world.owner);
    if (!explainer) return { skipped: 'this PostgreSQL has no auto_explain' };
    try {
      const before = await measureHot(explainer, world);
      await loader.load(sizes[size].dossiers - sizes['1k'].dossiers, say);
      await refreshSessions(world);
      const growth = compare(before, await measureHot(explainer, world));
      const buffers = (of: 'before' | 'after'): Record<string, number> =>
        Object.fromEntries(
          [...Map.groupBy(growth, ({ job }) => job)].map(([job, all]) => [
            job,
            all.reduce((sum, one) => sum + one[of].buffers, 0),
          ]),
        );
      const grown = growth.filter(hasGrown).map(({ job, text, before: was, after: now }) => ({
        job,
        statement: text.slice(0, 200),
        before: was.buffers,
        after: now.buffers,
      }));
      return {
        from: 1000,
        to: sizes[size].dossiers,
        statements: growth.length,
        before: buffers('before'),
        after: buffers('after'),
        grown,
      };
    } finally {
      await explainer.close();
    }
  },
  kills: async ({ world, minutes }) => {
    const times = Math.max(3, Math.min(KILLS, Math.floor((minutes * 60 - 20) / SECONDS_A_KILL)));
    return killing(world, times, Date.now() % 1_000_000);
  },
  away: ({ world, minutes }) => databaseAway(world, Math.min(30, Math.max(5, minutes * 20))),
  flood: ({ world }) => flood(world, 10),
  disk: async ({ world }) =>
    (await diskFull(world)) ?? { skipped: 'this user may not mount a disk of a stated size' },
  clock: async ({ world }) =>
    (await clockJumps(world)) ?? { skipped: 'the package libfaketime of Debian is not installed' },
  outside: ({ config, say }) => outsideFails(path.join(config.dataDir, 'outside'), say),
  documents: async ({ minutes }) => {
    // About a hundred documents a second on a quiet core; fewer when there is less time.
    const last = Math.min(DOCUMENTS, Math.max(300, Math.floor(minutes * 60 * 30)));
    const first = Math.floor(last / 10);
    return { first, last, grownBytes: await growthOfTypesetting(first, last) };
  },
  backup: async ({ config }) => {
    const folder = path.join(path.dirname(config.dataDir), `backup-${process.pid}`);
    const began = Date.now();
    const { files } = await backup(config, folder, new Date());
    const saved = Date.now();
    const { damaged, examined } = await verifyBackup(config, folder);
    return {
      files: files.length,
      bytes: files.reduce((sum, one) => sum + one.size, 0),
      saveSeconds: (saved - began) / 1000,
      verifySeconds: (Date.now() - saved) / 1000,
      damaged: damaged.length,
      findings: (examined ?? []).flatMap(({ findings }) => findings).length,
    };
  },
  /** The peak of a province with a million dossiers a year, with the worker that does what follows: nothing may pile up. */
  load: async ({ world, minutes, say }) => {
    await world.startWorker();
    const samples: object[] = [];
    const began = Date.now();
    const lasts = Math.min(30, minutes) * 60_000;
    const beginning = await tablesOf(world.sql);
    let middle: readonly Table[] | null = null;
    while (Date.now() < began + lasts) {
      if (!middle && Date.now() > began + lasts / 2) middle = await tablesOf(world.sql);
      await refreshSessions(world);
      // 8 of 100 are steps, and the mixture makes three dossiers for each draft: none may be left over and pile up.
      const next = await mixture(world, (PEAK_A_SECOND * STRETCH_SECONDS * 0.08) / 3);
      const ours = (): number => cpuOfAll([...world.programPids(), ...databasePids(world.owner)]);
      const [cpu, all, start] = [ours(), busy(), Date.now()];
      const { done, failed, seconds, latencies } = await drive(
        world.port,
        16,
        STRETCH_SECONDS * 1000,
        next,
        PEAK_A_SECOND,
      );
      const ms = Date.now() - start;
      samples.push({
        perSecond: Math.round(done / seconds),
        failed,
        p50: percentileOf(latencies, 0.5),
        p99: percentileOf(latencies, 0.99),
        megabytesOfWeb: memoryOfAll([world.webPid]),
        megabytesOfAll: memoryOfAll(world.programPids()),
        machineCores: (busy() - all) / ms,
        ourCores: (ours() - cpu) / ms,
        ...(await stateOf(world)),
      });
      say(JSON.stringify(samples.at(-1)));
    }
    const tables = swellingOf(beginning, middle ?? beginning, await tablesOf(world.sql));
    return { minutes: lasts / 60_000, samples, tables, tablesFlat: tables.every(({ flat }) => flat) };
  },
};

/** Connections, waiting events and the size of it all: what must stay flat under load, with the tables. */
async function stateOf(world: World): Promise<Record<string, number>> {
  const [row] = await world.sql<Record<string, number>>(
    `select (select count(*)::int from pg_stat_activity where application_name = 'toantrinh') as connections,
            (select count(*)::int from jobs.events where not sent and due_at <= now()) as waiting,
            (pg_database_size(current_database()) / 1000000)::int as megabytes`,
  );
  return row!;
}

/** Names of the parts. */
export const partNames: readonly string[] = Object.keys(parts);

export type Asked = {
  readonly only: readonly string[];
  readonly minutes: number;
  readonly size: Size;
  readonly file: string;
};

/** Runs the parts in an installation of their own, empty or loaded by an earlier run of this size, `minutes` for each, and writes what came out beside what was known before. */
export async function runProof(config: Config, asked: Asked, say: (line: string) => void): Promise<void> {
  const database = await openDatabase(config, say);
  try {
    await prepareDatabase(database, () => {});
    const connection = connect(database.owner, 2);
    await seedSample(edgeOn(connection.db), TENANT, () => {});
    await connection.close();
    const loader = await openSize(database.owner, config.dataDir, asked.size, TENANT);
    if (loader.held === 0) await loader.load(sizes['1k'].dossiers, say);
    const world = await openWorld(database.owner, config.dataDir, TENANT, loader.province);
    try {
      for (const [name, part] of Object.entries(parts)) {
        if (!asked.only.includes(name)) continue;
        say(name);
        await refreshSessions(world);
        const { all: dossiers } = await countDossiers(database.owner, TENANT);
        const began = Date.now();
        const result = await part({ world, loader, config, size: asked.size, minutes: asked.minutes, say });
        await keep(asked.file, name, { dossiers, seconds: (Date.now() - began) / 1000, result });
        say(JSON.stringify(result));
      }
    } finally {
      await world.close();
    }
  } finally {
    await database.close();
  }
}

/** Writes one part's result, with the commit it was measured at, the moment, and how many dossiers there were at its beginning. */
async function keep(file: string, name: string, outcome: object): Promise<void> {
  const known = await readProven(file);
  const entry = { commit: commit(), at: new Date().toISOString(), node: process.version, ...outcome };
  await writeFile(file, `${JSON.stringify({ ...known, [name]: entry }, null, 2)}\n`);
}

function commit(): string {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ', with changes')
    );
  } catch {
    return 'unknown';
  }
}
