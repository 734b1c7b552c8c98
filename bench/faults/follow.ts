/** What follows from submissions: every subscriber does its job once, whatever was killed or put wrong in between. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../src/ground/db/connect.ts';
import { readConfig } from '../../src/ground/operate/config.ts';
import { nowhere } from '../../src/app/outside.ts';
import { wire } from '../../src/app/wiring.ts';
import type { World } from '../world.ts';

const SUBMITTED = 'dossier.receive';
/** Milliseconds that what was announced may take until it is done: what a killed worker held is found after twenty seconds. */
const SETTLES = 120_000;

/** What became of the jobs of the submissions: milliseconds until nothing waited (null: not in time), jobs that were never done, and effects seen twice. */
export type Followed = {
  readonly settled: number | null;
  readonly jobs: number;
  readonly lost: number;
  readonly twice: number;
};

/** Waits until everything that followed was done, and counts it. */
export async function follow(world: World): Promise<Followed> {
  const settled = await untilSettled(world);
  const [row] = await world.sql<{ jobs: number; done: number; twice: number }>(
    `select count(*)::int as jobs, count(d.event)::int as done,
            (select count(*)::int from (select 1 from messages.notices where item is not null
              group by item, event, recipient having count(*) > 1) n) as twice
       from jobs.events e cross join unnest($2::text[]) as s(name)
       left join jobs.done d on d.tenant = e.tenant and d.event = e.id and d.subscriber = s.name
      where e.tenant = $1 and e.name = '${SUBMITTED}'`,
    [world.tenant, await subscribersOf(world)],
  );
  const { jobs, done, twice } = row!;
  return { settled, jobs, lost: jobs - done, twice };
}

/** Names of those who hear of a submission in this program. */
async function subscribersOf({ owner, dataDir }: World): Promise<string[]> {
  const connection = connect(owner, 1);
  const { rooms } = wire(readConfig({ DATA_DIR: dataDir }), connection, nowhere);
  await connection.close();
  return rooms
    .flatMap(({ listeners = [] }) => listeners)
    .filter(({ on }) => on === SUBMITTED)
    .map(({ name }) => name);
}

/** Milliseconds until no event and no job waits that is due by the clock of the database; null: not in time. */
async function untilSettled({ sql }: World): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < SETTLES) {
    const [row] = await sql<{ waiting: boolean }>(
      `select exists (select from jobs.events where not sent and due_at <= now())
           or exists (select from pgboss.job where name = 'events' and state in ('created', 'active', 'retry')) as waiting`,
    );
    if (!row!.waiting) return Math.round(performance.now() - began);
    await sleep(250);
  }
  return null;
}
