/**
 * The edge: the only place that opens transactions. Page, API, job and command-line wrappers call it; rooms never do.
 */
import { randomUUID } from 'node:crypto';
import { system, type Act, type By, type Look, type Tx } from './act.ts';
import { flush, noWrites } from './writes.ts';

/** On whose behalf the edge is entered. */
export type Caller = {
  readonly tenant: number;
  readonly by: By;
  readonly requestId: string;
  readonly reason?: string | null;
  readonly now: Date;
};

/** Opens looks (reads without a transaction) and acts (one transaction, one statement of writes). */
export type Edge = {
  look<T>(caller: Caller, work: (look: Look) => Promise<T>): Promise<T>;
  act<T>(caller: Caller, work: (act: Act) => Promise<T>): Promise<T>;
};

/** The platform itself as caller, in jobs and commands. */
export const bySystem = (tenant: number, requestId: string = randomUUID()): Caller => ({
  tenant,
  by: system,
  requestId,
  now: new Date(),
});

/** Runs work in an open transaction and sends its writes at the end. */
export async function actIn<T>(tx: Tx, caller: Caller, work: (act: Act) => Promise<T>): Promise<T> {
  const act: Act = { ...caller, tx, reason: caller.reason ?? null, writes: noWrites() };
  const result = await work(act);
  await flush(tx, act.writes, 'last');
  return result;
}

/** Sends what has been collected so far: for the rare act that must read its own write. Say why at the call. */
export const settleWrites = (act: Act): Promise<void> => flush(act.tx, act.writes);

/** Deadlock and serialisation failure: the act did nothing and may run again. */
const again = new Set(['40P01', '40001']);
const MOST_TRIES = 4;

/** The edge on a real pool. */
export function edgeOn(db: Tx): Edge {
  const act = async <T>(caller: Caller, work: (act: Act) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction().execute((tx) => actIn(tx, caller, work));
      } catch (error) {
        if (attempt >= MOST_TRIES || !again.has(String((error as { code?: string }).code))) throw error;
      }
    }
  };
  return { act, look: (caller, work) => work({ ...caller, tx: db }) };
}
