/**
 * The clock of the machine that runs web and worker jumps an hour forwards, and back, while people submit: nothing is lost, the
 * record stays in order, what follows from a submission is done once and at once. The database is on another machine and keeps its clock.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../src/ground/db/connect.ts';
import { bySystem, edgeOn } from '../../src/ground/db/edge.ts';
import { verifyChains } from '../../src/ground/record/index.ts';
import { makeDrafts } from '../supply.ts';
import type { World } from '../world.ts';
import { outcomeOf, PEOPLE, type Outcome } from './faults.ts';
import { follow, type Followed } from './follow.ts';
import { openHouse } from './house.ts';
import { openStream } from './stream.ts';

const HOUR = 3600;
/** Milliseconds between two jumps. */
const BETWEEN = 8_000;

const folders = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' } as Readonly<Record<string, string>>;
const library = `/usr/lib/${folders[process.arch]}/faketime/libfaketime.so.1`;

/** Lets the clock jump forwards and back under submissions. Null where the library that moves a process's clock is missing. */
export async function clockJumps(world: World): Promise<Outcome | null> {
  if (!existsSync(library)) return null;
  const file = path.join(world.dataDir, 'clock');
  const jumpTo = async (seconds: number): Promise<number> => {
    await writeFile(file, `+${seconds}`);
    // People whose session has ended by that sign in again.
    await world.sql(
      `update access.sessions set seen_at = now() + make_interval(secs => $3), started_at = now() + make_interval(secs => $3)
        where tenant = $1 and agent = $2`,
      [world.tenant, 'bench', seconds],
    );
    return performance.now();
  };
  await jumpTo(0);
  const drafts = await makeDrafts(world, 4000);
  const house = await openHouse(world.dataDir, 2, 1_000_000, {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  const stream = openStream(house.ports, drafts, PEOPLE);
  try {
    await sleep(BETWEEN);
    const forwards = await jumpTo(HOUR);
    await sleep(BETWEEN);
    const backwards = await jumpTo(0);
    await sleep(BETWEEN);
    const seen = await stream.stop();
    const followed = await follow(world);
    const outcome = await outcomeOf(world, 'the clock jumps an hour forwards, then back', seen, [
      forwards,
      backwards,
    ]);
    return { ...outcome, followed, note: await noteOf(world, followed) };
  } finally {
    await stream.stop();
    await house.close();
  }
}

/** Whether the record holds, how far apart its moments are, and whether anything was done twice or waits for the wrong hour. */
async function noteOf(world: World, { settled, lost, twice }: Followed): Promise<string> {
  const connection = connect(world.owner, 1);
  try {
    const { items, faults } = await edgeOn(connection.db).look(bySystem(world.tenant), verifyChains);
    const [row] = await world.sql<{ ahead: number; timers: number }>(
      `select (select count(*)::int from record.steps where at > now() + interval '30 minutes') as ahead,
              (select count(*)::int from (select 1 from pgboss.job where name = 'timed'
                group by data->>'timed', date_trunc('minute', created_on) having count(*) > 1) t) as timers`,
    );
    const done =
      settled === null ? 'not all done in time' : `all done ${settled} ms after the last submission`;
    return (
      `${items} chains with ${faults.length} faults, ${row!.ahead} steps carry the moment of the wrong hour; what followed: ${done}, ` +
      `${lost} jobs lost, ${twice} notices twice, ${row!.timers} timed jobs twice in a minute`
    );
  } finally {
    await connection.close();
  }
}
