/**
 * The database of the tests. The first test that needs it opens the embedded server and migrates a database; each runs in a
 * transaction that is rolled back, or (concurrency, faults) on a clone of the template.
 */
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { system, type Act, type By, type Tx } from './act.ts';
import { connect, type Connection } from './connect.ts';
import { actIn, type Caller, type Edge } from './edge.ts';
import { openEmbedded, type Embedded } from './embedded/open.ts';
import { listMigrations, migrate } from './migrate.ts';

/** The database that tests share: migrated once for each state of the migrations. */
type Shared = { readonly embedded: Embedded; readonly name: string; readonly connection: Connection };

// One for the whole process, also when this file is loaded twice (with and without the hook for `.tsx`).
const key = Symbol.for('toantrinh.test-database');
const held = globalThis as unknown as Record<symbol, Promise<Shared> | undefined>;

const shared = (): Promise<Shared> => (held[key] ??= open());

/** Nothing here has to outlive a power cut, and waiting for the disk takes most of the time of many a test. */
const forgetful = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** A database named after the migrations it has: changed migrations get a new one. */
async function open(): Promise<Shared> {
  const dataDir =
    process.env['TOANTRINH_TEST_DATA_DIR'] ?? path.join(tmpdir(), `toantrinh-test-${userInfo().uid}`);
  const embedded = await openEmbedded(dataDir, () => {});
  const migrations = listMigrations();
  const name = `test_${createHash('sha256')
    .update(migrations.map((one) => one.hash).join())
    .digest('hex')
    .slice(0, 16)}`;
  await withClient(embedded.url('owner', 'postgres'), async (client) => {
    for (const setting of forgetful) await client.query(`alter system set ${setting} = off`);
    await client.query('select pg_reload_conf()');
    await client.query('select pg_advisory_lock(7402138)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}_new`);
      await client.query(`create database ${name}_new`);
      await migrate(embedded.url('owner', `${name}_new`), migrations);
      await client.query(`alter database ${name}_new rename to ${name}`);
    }
  });
  return { embedded, name, connection: connect(embedded.url('program', name), 4) };
}

async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** The world of one test: an edge whose acts are savepoints inside one transaction. */
export type TestWorld = Edge & {
  readonly tx: Tx;
  readonly tenant: number;
  /** Runs an act as this person (the platform itself by default) at this moment. */
  as<T>(by: By, now: Date | string, work: (act: Act) => Promise<T>): Promise<T>;
};

class RollBack extends Error {}

/** An edge whose acts are savepoints of one open transaction. */
export function edgeInside(tx: Tx): Edge {
  return {
    look: (caller, work) => work({ ...caller, tx }),
    act: async (caller, work) => {
      await sql`savepoint act`.execute(tx);
      try {
        const result = await actIn(tx, caller, work);
        await sql`release savepoint act`.execute(tx);
        return result;
      } catch (error) {
        await sql`rollback to savepoint act`.execute(tx);
        throw error;
      }
    },
  };
}

/**
 * Makes a test body that runs in a transaction of its own, rolled back at the end:
 * `it('accepts', rolledBack(async (world) => { … }))`. Tenant 1 is the sample province; use others for isolation tests.
 */
export function rolledBack(work: (world: TestWorld) => Promise<void>, tenant = 1): () => Promise<void> {
  return async () => inTransaction((await shared()).connection, work, tenant);
}

/** The same in a database of its own: for tests of plans, which depend on what other tests have left in the tables. */
export function rolledBackAlone(work: (world: TestWorld) => Promise<void>): () => Promise<void> {
  return async () => {
    const database = await cloneDatabase();
    const connection = connect(database.program, 1);
    try {
      await inTransaction(connection, work, 1);
    } finally {
      await connection.close();
      await database.drop();
    }
  };
}

// Likewise one for the whole process, for each preparation.
const preparedKey = Symbol.for('toantrinh.test-databases-prepared');
const preparedOnes = ((globalThis as unknown as Record<symbol, unknown>)[preparedKey] ??= new Map()) as Map<
  string,
  Promise<Connection>
>;

/** The same as `rolledBack`, on a database that all such tests share and that was prepared once. */
export function rolledBackOn(
  prepared: Prepared,
  work: (world: TestWorld) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const open = async () => connect((await cloneDatabase(prepared)).program, 4);
    const opened = preparedOnes.get(prepared.name) ?? open();
    preparedOnes.set(prepared.name, opened);
    await inTransaction(await opened, work, 1);
  };
}

async function inTransaction(
  connection: Connection,
  work: (world: TestWorld) => Promise<void>,
  tenant: number,
): Promise<void> {
  await connection.db
    .transaction()
    .execute(async (tx) => {
      const edge = edgeInside(tx);
      await work({
        ...edge,
        tx,
        tenant,
        as: (by, now, inner) => edge.act(caller(tenant, by, now), inner),
      });
      throw new RollBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error;
    });
}

const caller = (tenant: number, by: By, now: Date | string): Caller => ({
  tenant,
  by,
  now: typeof now === 'string' ? new Date(now) : now,
  requestId: randomUUID(),
});

/** The platform itself at a given moment. */
export const systemAt = (now: string, tenant = 1): Caller => caller(tenant, system, now);

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ owner: string; drop(): Promise<void> }> {
  const { embedded } = await shared();
  const name = `empty_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const say = (text: string): Promise<void> =>
    withClient(embedded.url('owner', 'postgres'), async (client) => void (await client.query(text)));
  await say(`create database ${name}`);
  return {
    owner: embedded.url('owner', name),
    drop: () => say(`drop database if exists ${name} with (force)`),
  };
}

/** What a template holds beside the migrations: made once, under its name. */
export type Prepared = {
  readonly name: string;
  readonly make: (addresses: { readonly owner: string; readonly program: string }) => Promise<void>;
};

const bare: Prepared = { name: 'template', make: async ({ owner }) => void (await migrate(owner)) };

/** Clones the migrated database, or one that was prepared further, into one of its own, for tests that need real commits or several processes. */
export async function cloneDatabase(
  prepared = bare,
): Promise<{ program: string; owner: string; drop(): Promise<void> }> {
  const { embedded, name } = await shared();
  const clone = `clone_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await withClient(embedded.url('owner', 'postgres'), async (client) => {
    // The shared database has connections open and cannot be cloned itself: its copy can.
    await client.query('select pg_advisory_lock(7402139)');
    const template = async ({ name: kind, make }: Prepared): Promise<string> => {
      const whole = `${name}_${kind}`;
      const { rowCount } = await client.query('select from pg_database where datname = $1', [whole]);
      if (rowCount !== 0) return whole;
      const unfinished = `${whole}_new`;
      const from = kind === bare.name ? '' : `template ${await template(bare)}`;
      await client.query(`drop database if exists ${unfinished} with (force)`);
      await client.query(`create database ${unfinished} ${from}`);
      await make({ owner: embedded.url('owner', unfinished), program: embedded.url('program', unfinished) });
      await client.query(`alter database ${unfinished} rename to ${whole}`);
      return whole;
    };
    await client.query(`create database ${clone} template ${await template(prepared)}`);
  });
  return {
    program: embedded.url('program', clone),
    owner: embedded.url('owner', clone),
    drop: () =>
      withClient(embedded.url('owner', 'postgres'), async (client) => {
        await client.query(`drop database if exists ${clone} with (force)`);
      }),
  };
}
