/**
 * A replica: a second PostgreSQL that follows the first by streaming replication, from which public pages and search
 * are read. Nobody notices it: whoever wrote reads what they wrote (their browser carries the place that the log had
 * reached), nobody reads what is older than about a second, and without the replica everything is read from the first.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../operate/log.ts';
import { faultOf } from '../operate/fault.ts';
import type { Tx } from './act.ts';
import { send } from './connect.ts';

/** Where to read what need not come from the first database. */
export type Replica = {
  /** The replica if it has everything up to `written`, a place in the log; otherwise the first database. */
  readonly readFrom: (written: string | undefined) => Promise<Tx>;
  /** The place in the log up to which the first database holds everything that was acknowledged, such as `0-1A2B3C8`. */
  readonly written: () => Promise<string>;
  /** A read failed there: the first database is read for some seconds. */
  readonly failed: (problem: unknown) => void;
};

/** Milliseconds. */
const times = {
  /** Between two looks at how far the replica is. */
  look: 1_000,
  /** A look that takes longer counts as failed. */
  longestLook: 500,
  /** Without the replica, until it is tried again. */
  rest: 5_000,
};

/** Follows a replica of `first`. Nothing is sent until something is to be read. */
export function followReplica(first: Tx, second: Tx, now: () => number = () => performance.now()): Replica {
  /** Up to here it has replayed; it may be further by now. */
  let replayed = -1n;
  /** What the first had at the last look: at the next one, the replica has to have that. */
  let goal = 0n;
  let looked = -Infinity;
  let restsUntil = -Infinity;
  let behind = true;
  let looking: Promise<void> | null = null;

  const failed = (problem: unknown): void => {
    if (now() >= restsUntil) log.warn('replica is not read', faultOf(problem));
    restsUntil = now() + times.rest;
    looked = -Infinity;
    goal = 0n;
  };
  const ask = async (): Promise<void> => {
    const [{ place } = { place: null }] = await inTime(
      send<{ place: string | null }>(second, 'select pg_last_wal_replay_lsn()::text as place'),
    );
    if (place === null) throw new Error('The database in DATABASE_READ_URL follows no other.');
    replayed = placeOf(place);
  };
  const look = async (): Promise<void> => {
    const [place] = await Promise.all([inTime(writtenIn(first)), ask()]);
    behind = replayed < goal;
    goal = placeOf(place);
    looked = now();
  };

  return {
    failed,
    written: () => writtenIn(first),
    async readFrom(written) {
      if (now() < restsUntil) return first;
      try {
        if (now() - looked > times.look) await (looking ??= look().finally(() => (looking = null)));
        if (written !== undefined && placeOf(written) > replayed) await ask();
      } catch (problem) {
        failed(problem);
        return first;
      }
      return behind || (written !== undefined && placeOf(written) > replayed) ? first : second;
    },
  };
}

const writtenIn = async (first: Tx): Promise<string> => {
  const [row] = await send<{ place: string }>(first, 'select pg_current_wal_flush_lsn()::text as place');
  return row!.place.replace('/', '-');
};

/** A place as a number. What is no place (somebody changed the cookie) lies beyond all: it is read from the first. */
const placeOf = (text: string): bigint => {
  const [, high, low] = /^([0-9A-F]{1,8})[-/]([0-9A-F]{1,8})$/i.exec(text) ?? [];
  return high === undefined ? 1n << 64n : (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
};

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const late = new AbortController();
  work.catch(() => {}); // it may fail after we have given up on it
  try {
    return await Promise.race([
      work,
      sleep(times.longestLook, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error('The replica does not answer.');
      }),
    ]);
  } finally {
    late.abort();
  }
};
