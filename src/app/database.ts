/** The database of this process: the one that `DATABASE_URL` names, or the embedded one of the data folder. */
import { connect, send, type Connection } from '../ground/db/connect.ts';
import { connectFailure } from '../ground/db/failures.ts';
import { openEmbedded } from '../ground/db/embedded/open.ts';
import { isUpToDate, migrate } from '../ground/db/migrate.ts';
import { followReplica, type Replica } from '../ground/db/replica.ts';
import { installEngine } from '../ground/jobs/index.ts';
import type { Config } from '../ground/operate/config.ts';

/** An open database. */
export type Database = {
  readonly program: string;
  readonly owner: string;
  /** Whether `owner` is an owner's address, so that the database may be brought up to date with it. */
  readonly migrates: boolean;
  close(): Promise<void>;
};

/** Opens the database; starts the embedded server when no other is configured. Throws an Error with one sentence. */
export async function openDatabase(config: Config, progress: (line: string) => void): Promise<Database> {
  const { databaseUrl: program, databaseOwnerUrl: owner } = config;
  if (program === null) {
    const embedded = await openEmbedded(config.dataDir, (step) => progress(step.en));
    return {
      program: embedded.url('program'),
      owner: embedded.url('owner'),
      migrates: true,
      close: () => embedded.close(),
    };
  }
  await explain('DATABASE_URL', tryToConnect(program));
  if (owner) await explain('DATABASE_OWNER_URL', tryToConnect(owner));
  return { program, owner: owner ?? program, migrates: owner !== null, close: async () => {} };
}

/** Lock of whoever installs the queue engine. */
const ENGINE = 7_402_138;
/** The oldest PostgreSQL whose SQL we keep to. */
const OLDEST = 15;

async function tryToConnect(address: string): Promise<void> {
  const connection = connect(address, 1);
  try {
    const [server] = await send<{ version: string }>(
      connection.db,
      `select current_setting('server_version') as version`,
    );
    if (parseInt(server!.version, 10) < OLDEST)
      throw new Error(`PostgreSQL ${server!.version} is too old: ${OLDEST} or newer is needed.`);
  } finally {
    await connection.close();
  }
}

/**
 * Brings the database up to date: migrations of all rooms, then the queue engine. Safe with several processes at once.
 * Without the owner's address it only looks whether that has been done. Throws an Error with one sentence.
 */
export async function prepareDatabase(database: Database, progress: (line: string) => void): Promise<void> {
  const connection = connect(database.owner, 1);
  try {
    if (!database.migrates) return await refuseOutdated(connection);
    const ran = await explain(
      'DATABASE_OWNER_URL',
      migrate(database.owner, undefined, (id) => progress(`Migrated ${id}`)),
    );
    // One after the other: two that grant rights on the same tables at once get in each other's way.
    await connection.db.transaction().execute(async (tx) => {
      const [engine] = await send<{ there: boolean }>(
        tx,
        `select to_regclass('pgboss.version') is not null as there from pg_advisory_xact_lock(${ENGINE})`,
      );
      if (ran.length > 0 || !engine?.there)
        await explain('DATABASE_OWNER_URL', installEngine(database.owner));
    });
  } finally {
    await connection.close();
  }
}

async function refuseOutdated(connection: Connection): Promise<void> {
  if (await isUpToDate((text) => send(connection.db, text)).catch(() => false)) return;
  throw new Error(
    'The database is not up to date. Give the address of its owner in DATABASE_OWNER_URL and run: toantrinh migrate',
  );
}

/**
 * Connects as the program. Refuses a role that could change the record: superusers and the owner of the tables.
 */
export async function connectProgram(database: Database, max?: number): Promise<Connection> {
  const connection = connect(database.program, max);
  try {
    await refuseMighty(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The replica that is configured; nothing is sent to it until a page is read. */
export const replicaOf = ({ databaseReadUrl: address }: Config, { db }: Connection): Replica | null =>
  address === null ? null : followReplica(db, connect(address).db);

/** Throws an Error with one sentence when the program's role could rewrite the record. */
async function refuseMighty(connection: Connection): Promise<void> {
  const [role] = await explain(
    'DATABASE_URL',
    send<{ mighty: boolean }>(
      connection.db,
      `select r.rolsuper
              or exists (select from pg_tables where schemaname = 'record' and tableowner = current_user) as mighty
         from pg_roles r where r.rolname = current_user`,
    ),
  );
  if (role?.mighty)
    throw new Error(
      'DATABASE_URL names a role that could rewrite the record. Give the owner in DATABASE_OWNER_URL, and in DATABASE_URL a login role that is a member of "toantrinh" only.',
    );
}

/** An installation that is up to date, with the program connected to it. */
export type Opened = { readonly connection: Connection; close(): Promise<void> };

/** Opens the database, brings it up to date and connects. Throws an Error with one sentence. */
export async function openUpToDate(config: Config, progress: (line: string) => void): Promise<Opened> {
  const database = await openDatabase(config, progress);
  try {
    await prepareDatabase(database, progress);
    const connection = await connectProgram(database);
    return {
      connection,
      close: async () => {
        await connection.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Turns the usual failures of a server of one's own into one sentence. */
async function explain<T>(variable: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const sentence = connectFailure(error, variable);
    if (sentence === null) throw error;
    throw new Error(sentence, { cause: error });
  }
}
