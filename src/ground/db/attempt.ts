/** Part of an act by itself: what fails leaves nothing behind and says why, the rest goes on. */
import { sql } from 'kysely';
import { Conflict, Invalid, NotAllowed, NotFound, Unavailable } from '../operate/errors.ts';
import { faultOf } from '../operate/fault.ts';
import { log } from '../operate/log.ts';
import type { Text } from '../text/language.ts';
import type { Act } from './act.ts';
import { settleWrites } from './edge.ts';
import { noWrites } from './writes.ts';

/** Deadlock and serialisation failure: the whole transaction must be tried again. */
const passing = new Set(['40P01', '40001']);

const fault: Text = {
  vi: 'Chưa làm được vì hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.',
  en: 'It could not be done because of a fault. Try again; if it stays, tell the administrator.',
};

/** The reason for people; throws on what may pass by itself. `item` names it in the log. */
export function reasonOf(problem: unknown, item: string): Text {
  const isOurs = [Conflict, Invalid, NotAllowed, NotFound, Unavailable].some(
    (kind) => problem instanceof kind,
  );
  if (isOurs) return (problem as Conflict).text;
  if (passing.has(String((problem as { code?: string }).code))) throw problem;
  log.error('batch item failed', { item, ...faultOf(problem) });
  return fault;
}

/** Does something with writes of its own within the open transaction; undone alone when it fails. Returns the reason then, else null. */
export async function attempt(
  act: Act,
  item: string,
  work: (inner: Act) => Promise<void>,
): Promise<Text | null> {
  const inner: Act = { ...act, reason: null, writes: noWrites() };
  await sql`savepoint one_item`.execute(act.tx);
  try {
    await work(inner);
    // Sent here: only so can a refusal of the database be undone alone.
    await settleWrites(inner);
    await sql`release savepoint one_item`.execute(act.tx);
    return null;
  } catch (problem) {
    await sql`rollback to savepoint one_item`.execute(act.tx);
    return reasonOf(problem, item);
  }
}
