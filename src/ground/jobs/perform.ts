/** One job: one event for one subscriber, with effect once. */
import { own } from '../db/act.ts';
import { bySystem, type Edge } from '../db/edge.ts';
import { insert } from '../db/writes.ts';
import type { Event, Listener } from './events.ts';
import type { JobTables } from './tables.ts';

/**
 * Lets a subscriber do its work for an event. If it was done before (a job may be delivered twice), nothing happens.
 * Throws what the subscriber throws: the queue tries again later.
 */
export async function perform(
  edge: Edge,
  tenant: number,
  listener: Listener,
  event: Event,
  now: Date,
): Promise<void> {
  const caller = { ...bySystem(tenant, `event:${event.id}`), now };
  const gathered = await edge.look(caller, async (look) => {
    const done = await own<JobTables>(look.tx)
      .selectFrom('jobs.done')
      .select('at')
      .where('tenant', '=', tenant)
      .where('event', '=', event.id)
      .where('subscriber', '=', listener.name)
      .executeTakeFirst();
    return done
      ? { done: true as const }
      : { done: false as const, what: await listener.gather?.(look, event) };
  });
  if (gathered.done) return;
  await edge.act(caller, async (act) => {
    insert(act.writes, 'jobs.done', { tenant, event: event.id, subscriber: listener.name, at: act.now });
    await listener.act(act, event, gathered.what);
  });
}
