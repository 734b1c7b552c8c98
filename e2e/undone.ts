/** The application in-process, each of whose requests is undone: what was sent can be looked at, and nothing of it stays. */
import { sql } from 'kysely';
import { applicationOf } from '../src/app/http.ts';
import type { Tx } from '../src/ground/db/act.ts';
import { send } from '../src/ground/db/connect.ts';
import { edgeInside } from '../src/ground/db/testing.ts';
import type { House } from './house.ts';

/** How a request was answered, and which tables it has written to. */
export type Answered = {
  readonly status: number;
  readonly kind: string;
  readonly location: string | null;
  readonly text: string;
  readonly wrote: readonly string[];
};

/** Asks once; `twice` asks the same again before it is undone, and gives the second answer. */
export type Ask = (path: string, init?: RequestInit, twice?: 'twice') => Promise<Answered>;

/** Milliseconds without a request, after which what came after the end of the last one is undone as well. */
const PAUSE = 50;

/**
 * Runs work with an application that forgets every request: each has a transaction of its own, whose acts are savepoints. Nothing
 * less will do: who waits in the house for a row that an act had locked goes on waiting, once its savepoint is released, until the
 * whole transaction has ended. Requests are answered one after the other, however many are asked at once: two transactions
 * that stay open would wait for the locks of one another.
 */
export async function undone(house: House, work: (ask: Ask) => Promise<void>): Promise<void> {
  const connection = house.open();
  try {
    await connection.db.connection().execute(async (tx) => {
      const parts = { ...house.program, connection: { ...connection, db: tx }, edge: edgeInside(tx) };
      const app = await applicationOf(parts, { limits: 1_000_000 });
      const tables = await tablesOf(tx);
      const undo = (): Promise<unknown> => sql`rollback`.execute(tx);
      /** Undoes what was written, and begins anew: also what a failed request leaves behind after its end falls into a transaction. */
      const afresh = async (): Promise<void> => {
        await undo();
        await sql`begin`.execute(tx);
      };
      const answered: Ask = async (path, init, twice) => {
        await afresh();
        const [top] = await send<{ xid: string }>(tx, 'select pg_current_xact_id()::text as xid');
        if (twice) await app.request(house.origin + path, init);
        const before = await touched(tx, tables);
        const answer = await app.request(house.origin + path, init);
        const text = await answer.text();
        // What was taken may write; what it wrote is undone before the next request, and found by nobody then. Where the
        // database refused a value the transaction is void: nothing can have been stored.
        const now = answer.status < 400 ? before : await touched(tx, tables).catch(() => before);
        const wrote = await written(tx, before, now, Number(top?.xid));
        await afresh();
        return {
          status: answer.status,
          kind: answer.headers.get('content-type') ?? '',
          location: answer.headers.get('location'),
          text,
          wrote,
        };
      };
      let last: Promise<unknown> = Promise.resolve();
      let resting: NodeJS.Timeout | undefined;
      // Otherwise what a failed request left behind would keep its locks, and people in the house would wait for them.
      const rest = () => void (last = last.then(afresh).catch(() => {}));
      await work((...asked) => {
        clearTimeout(resting);
        const next = last.then(() => answered(...asked));
        last = next.catch(() => {});
        void last.then(() => {
          clearTimeout(resting);
          resting = setTimeout(rest, PAUSE);
        });
        return next;
      });
      clearTimeout(resting);
      await last;
      await undo();
    });
  } finally {
    await connection.close();
  }
}

/** Tables of the program, by the number under which the database counts what is written to them. */
type Tables = ReadonlyMap<number, string>;

async function tablesOf(tx: Tx): Promise<Tables> {
  const rows = await send<{ oid: number; name: string }>(
    tx,
    `select relid::int8::int as oid, format('%I.%I', schemaname, relname) as name
       from pg_stat_user_tables where has_table_privilege(relid, 'select')`,
  );
  return new Map(rows.map(({ oid, name }) => [oid, name]));
}

/**
 * How often this connection has written to each table of late, undone or not. The view `pg_stat_xact_user_tables` says the same and
 * takes ten times as long, because it looks for the indexes of every table.
 */
async function touched(tx: Tx, tables: Tables): Promise<ReadonlyMap<string, number>> {
  const rows = await send<{ oid: number; n: number }>(
    tx,
    `select oid, n from unnest($1::int[]) as oid,
       lateral (select (pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                        + pg_stat_get_xact_tuples_deleted(oid))::int as n) as counted
      where n > 0`,
    [[...tables.keys()]],
  );
  return new Map(rows.map(({ oid, n }) => [tables.get(oid)!, n]));
}

/** The tables in which rows of this request stand now. */
async function written(
  tx: Tx,
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  top: number,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, n] of now) {
    if (n === before.get(name)) continue;
    const rows = await send(
      tx,
      `select from ${name} where xmin::text::bigint > ${top} and pg_xact_status(xmin::text::xid8) = 'in progress' limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
