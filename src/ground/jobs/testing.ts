/** Delivers events inside the transaction of a test; and the queue engine for tests that need real workers. */
import { sql } from 'kysely';
import { own } from '../db/act.ts';
import type { Prepared, TestWorld } from '../db/testing.ts';
import { installEngine } from './engine.ts';
import { hears, type Event, type Listener } from './events.ts';
import { perform } from './perform.ts';
import type { JobTables } from './tables.ts';

/**
 * Delivers every event that is due at `now` to these listeners, and what they announce in turn, until nothing waits.
 * Returns the names of the events, in order.
 */
export async function settle(world: TestWorld, listeners: readonly Listener[], now: Date): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const events = await own<JobTables>(world.tx)
      .selectFrom('jobs.events')
      .select(['tenant', 'id', 'name', 'item', 'payload', 'at'])
      .where('sent', '=', false)
      .where('due_at', '<=', now)
      .orderBy(sql`written_at`)
      .orderBy('id')
      .execute();
    if (events.length === 0) return names;
    for (const { tenant, ...row } of events) {
      const event = row as Event;
      names.push(event.name);
      for (const listener of listeners.filter((one) => hears(one, event))) {
        await perform(world, tenant, listener, event, now);
      }
      await own<JobTables>(world.tx)
        .updateTable('jobs.events')
        .set({ sent: true })
        .where('tenant', '=', tenant)
        .where('id', '=', event.id)
        .execute();
    }
  }
}

/** A database with the queue engine, for `cloneDatabase`. */
export const withEngine: Prepared = { name: 'engine', make: ({ owner }) => installEngine(owner) };
