/** Events: facts that rooms announce upward. They are committed in the same statement as the fact. */
import type { Act, Look } from '../db/act.ts';
import { insert } from '../db/writes.ts';
import { newId } from '../record/ids.ts';
import type { Text } from '../text/language.ts';

/** An announced fact. `payload` is plain JSON with ids, never personal data. */
export type Event<Payload = Readonly<Record<string, unknown>>> = {
  readonly id: string;
  readonly name: string;
  readonly item: string;
  readonly payload: Payload;
  readonly at: Date;
};

/**
 * Due at once, whatever the clocks say: the clock of this process may be ahead of the database's, or be put back, and
 * what was announced must neither wait for that nor change its order. What is due at once goes in the order of writing.
 */
const AT_ONCE = '-infinity';

/** Announces a fact about an item. With `dueAt` in the future it is a reminder: subscribers hear it then. */
export function announce(
  act: Act,
  name: string,
  item: string,
  payload: Readonly<Record<string, unknown>> = {},
  dueAt = act.now,
): void {
  const row = {
    tenant: act.tenant,
    id: newId(act.now),
    name,
    item,
    payload,
    at: act.now,
    due_at: dueAt > act.now ? dueAt : AT_ONCE,
    sent: false,
  };
  insert(act.writes, 'jobs.events', row);
}

/**
 * What a room does when something was announced. `gather` may use the network and reads; `act` is one transaction,
 * and happens once per event whatever fails in between.
 */
export type Listener<Gathered = unknown> = {
  /** Name of the event. */
  readonly on: string;
  /** Name of the subscriber, unique in the program: `messages.tell-accepted`. */
  readonly name: string;
  /** What it does, for the administrator who sees that it failed: `Tính phí của hồ sơ`. */
  readonly does: Text;
  /** Whether there is anything to do, told by the event alone; where there is not, no job is made. */
  readonly concerns?: (event: Event) => boolean;
  /** Somebody looks on while it is done: it goes before what nobody waits for. */
  readonly awaited?: true;
  readonly gather?: (look: Look, event: Event) => Promise<Gathered>;
  readonly act: (act: Act, event: Event, gathered: Gathered) => Promise<void>;
};

/** Whether a job has to be made of this event for a subscriber. */
export const hears = ({ on, concerns }: Listener, event: Event): boolean =>
  on === event.name && (concerns?.(event) ?? true);

/** Work at fixed times. `cron` is minute hour day month weekday in Vietnam's time. */
export type Timed = {
  readonly name: string;
  readonly cron: string;
  readonly act: (act: Act) => Promise<void>;
};

/** Keeps the type of what a listener gathers. */
export const listener = <Gathered>(one: Listener<Gathered>): Listener => one as Listener;
