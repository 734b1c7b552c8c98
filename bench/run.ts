/** A whole run: an installation of the stated size, every job beside its limit, the table. */
import { connect } from '../src/ground/db/connect.ts';
import { edgeOn } from '../src/ground/db/edge.ts';
import type { Config } from '../src/ground/operate/config.ts';
import { openDatabase, prepareDatabase, type Database } from '../src/app/database.ts';
import { TENANT } from '../src/app/wiring.ts';
import { seedSample } from '../sample/seed.ts';
import { buffersOf } from './growth.ts';
import { measure, type Job, type Result } from './job.ts';
import { actJobs } from './jobs/acts.ts';
import { batchJob } from './jobs/batch.ts';
import { computeJobs } from './jobs/compute.ts';
import { deskJobs } from './jobs/desk.ts';
import { fileJobs } from './jobs/files.ts';
import { mixedJob } from './jobs/mixed.ts';
import { pageJobs } from './jobs/pages.ts';
import { resultsJob } from './jobs/results.ts';
import { clearLimits, prepareLimits } from './limits.ts';
import { countDossiers, openSize, sizes, type Size } from './load/load.ts';
import { standingOf, type Standing } from './standing.ts';
import { openWorld, refreshSessions, type World } from './world.ts';

const jobs: readonly Job[] = [
  ...pageJobs,
  ...deskJobs,
  ...actJobs,
  ...fileJobs,
  batchJob,
  resultsJob,
  mixedJob,
];

/** Names of everything that can be measured. */
export const jobNames: readonly string[] = [...jobs.map(({ name }) => name), ...Object.keys(computeJobs)];

/** What is asked of a run. */
export type Asked = {
  readonly size: Size;
  readonly only: string | null;
  readonly rounds: number;
  readonly seconds: number;
};

/** What came out; what is measured once is there when nothing was left out. */
export type Outcome = {
  readonly results: readonly Result[];
  readonly standing: Standing | null;
  readonly inconclusive: boolean;
};

/** More of the machine than this in the hands of others, in cores, and figures prove nothing. */
const MOST_FOREIGN = 0.5;

/** Runs it. `say` hears what is going on. */
export async function runBench(config: Config, asked: Asked, say: (line: string) => void): Promise<Outcome> {
  const wanted = (name: string): boolean => asked.only === null || name.includes(asked.only);
  const { results, standing } = jobs.some(({ name }) => wanted(name))
    ? await withInstallation(config, asked, say, wanted)
    : { results: [], standing: null };
  for (const [name, run] of Object.entries(computeJobs)) {
    if (!wanted(name)) continue;
    say(name);
    results.push(...(await run()));
  }
  return { results, standing, inconclusive: results.some(({ foreign }) => foreign > MOST_FOREIGN) };
}

async function withInstallation(
  config: Config,
  asked: Asked,
  say: (line: string) => void,
  wanted: (name: string) => boolean,
): Promise<{ results: Result[]; standing: Standing | null }> {
  const database = await openDatabase(config, say);
  try {
    const world = await installed(database, config, asked.size, say);
    try {
      const standing = asked.only === null ? await standingOf(world) : null;
      await world.sql(prepareLimits);
      const results: Result[] = [];
      for (const job of jobs.filter(({ name }) => wanted(name))) {
        say(job.name);
        await refreshSessions(world);
        const result = await measure(world, job, asked.rounds, asked.seconds);
        if (result) results.push(result, ...((await job.parts?.(result)) ?? []));
        else say(`  the product does not have it yet: not measured`);
      }
      const buffers = await buffersOf(config, world);
      return {
        results: results.map((one) => ({ ...one, buffers: buffers.get(one.job) ?? null })),
        standing,
      };
    } finally {
      await world.sql(clearLimits);
      await world.close();
    }
  } finally {
    await database.close();
  }
}

/** The installation of this data folder: loaded when it is empty, used again when a run of this size has loaded it, refused otherwise. */
async function installed(
  database: Database,
  config: Config,
  size: Size,
  say: (line: string) => void,
): Promise<World> {
  await prepareDatabase(database, say);
  const program = connect(database.owner, 2);
  try {
    await seedSample(edgeOn(program.db), TENANT, () => {});
  } finally {
    await program.close();
  }
  const loader = await openSize(database.owner, config.dataDir, size, TENANT);
  const missing = sizes[size].dossiers - loader.held;
  if (missing > 0) {
    say(`Loading ${missing.toLocaleString('en')} dossiers`);
    const began = performance.now();
    await loader.load(missing, say);
    say(`Loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const { all, open } = await countDossiers(database.owner, TENANT);
  say(`${all.toLocaleString('en')} dossiers, ${((100 * open) / all).toFixed(1)} % open`);
  return openWorld(database.owner, config.dataDir, TENANT, loader.province);
}
