/**
 * Connections to PostgreSQL. Every statement goes out as a named prepared statement (a third faster, and the
 * number of different statements is small), through a small pool.
 */
import { createHash } from 'node:crypto';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tx } from './act.ts';

/** What is needed to connect: a URL, or the parts of one (Unix sockets with long paths need the parts). */
export type Address =
  string | { host: string; port?: number; user: string; password?: string; database: string };

/** An open pool. */
export type Connection = { readonly db: Tx; readonly pool: pg.Pool; close(): Promise<void> };

/** More statements than this are not prepared: dynamic SQL must not fill the server's memory. */
const MOST_PREPARED = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST_PREPARED) return undefined;
  const name = `s${createHash('sha1').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}

// Days stay strings (YYYY-MM-DD); counts and đồng fit in a double exactly.
const parsers: Record<number, (value: string) => unknown> = { 20: Number, 1700: Number, 1082: String };
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format !== 'binary' && parsers[oid as number]) || (pg.types.getTypeParser(oid, format) as never),
};

/**
 * Marks a statement that is a whole act by itself, whatever comes of it. If nothing has been read before it, it needs no
 * transaction around it: PostgreSQL makes it one, and two round trips are saved.
 */
export const WHOLE_ACT = '/* whole act */ ';

type Client = Pick<pg.PoolClient, 'query' | 'release'>;
const nothing = { command: 'BEGIN', rowCount: 0, rows: [] };

/** The one wrapper of a client for as long as the pool keeps it: Kysely remembers what it makes of a wrapper, too. */
const wrappers = new WeakMap<Client, ReturnType<typeof wrap>>();
function preparing(client: Client): ReturnType<typeof wrap> {
  let wrapper = wrappers.get(client);
  if (!wrapper) wrappers.set(client, (wrapper = wrap(client)));
  return wrapper;
}

/** A connection that begins a transaction with its first statement, not before, and prepares every statement. */
function wrap(client: Client) {
  let begun: 'no' | 'asked' | 'yes' = 'no';
  const send = (text: string, values: unknown[]) =>
    client.query({ name: values.length > 0 || text.length > 30 ? nameOf(text) : undefined, text, values });
  return {
    query: async (text: string, values: unknown[]) => {
      if (text === 'begin') {
        begun = 'asked';
        return nothing;
      }
      if (text === 'commit' || text === 'rollback') {
        const open = begun === 'yes';
        begun = 'no';
        return open ? send(text, values) : nothing;
      }
      if (begun === 'asked') {
        begun = text.startsWith(WHOLE_ACT) ? 'no' : 'yes';
        if (begun === 'yes') await send('begin', []);
      }
      return send(text, values);
    },
    release: (broken?: boolean) => {
      begun = 'no';
      client.release(broken);
    },
  };
}

const configOf = (address: Address): pg.PoolConfig =>
  typeof address === 'string' ? { connectionString: address } : address;

/** Opens a pool of at most `max` connections; nothing is sent until the first statement. */
export function connect(address: Address, max = 8): Connection {
  const pool = new pg.Pool({
    ...configOf(address),
    max,
    types,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    application_name: 'toantrinh',
    allowExitOnIdle: true,
  });
  // A server that goes away breaks idle connections: the pool replaces them, the error is not ours to die of.
  pool.on('error', () => {});
  // The pool does not listen to a connection that somebody has taken: lost between two statements, it would end the
  // process. The next statement on it fails, and the pool drops it.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const prepared = {
    connect: async () => preparing(await pool.connect()),
    end: () => pool.end(),
  };
  const db = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool: prepared as never }),
  });
  return { db, pool, close: () => db.destroy() };
}

/** Sends one statement of raw SQL text; several statements in one text are allowed without parameters. */
export const send = <Row = unknown>(db: Tx, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  db.executeQuery(CompiledQuery.raw(text, [...values])).then((result) => result.rows as Row[]);
