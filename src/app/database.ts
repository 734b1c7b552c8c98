/** The database of this process: the one that `DATABASE_URL` names, or the embedded one of the data folder. */
import { connect, send, type Connection } from '../ground/db/connect.ts';
import { openEmbedded } from '../ground/db/embedded/open.ts';
import { migrate } from '../ground/db/migrate.ts';
import { installEngine } from '../ground/jobs/index.ts';
import type { Config } from '../ground/operate/config.ts';

/** An open database. */
export type Database = { readonly program: string; readonly owner: string; close(): Promise<void> };

/** Opens the database; starts the embedded server when no other is configured. */
export async function openDatabase(config: Config, progress: (line: string) => void): Promise<Database> {
  if (config.databaseUrl === null) {
    const embedded = await openEmbedded(config.dataDir, (step) => progress(step.en));
    return { program: embedded.url('program'), owner: embedded.url('owner'), close: () => embedded.close() };
  }
  return {
    program: config.databaseUrl,
    owner: config.databaseOwnerUrl ?? config.databaseUrl,
    close: async () => {},
  };
}

/** Brings the database up to date: migrations of all rooms, then the queue engine. Safe with several processes at once. */
export async function prepareDatabase(database: Database, progress: (line: string) => void): Promise<void> {
  const ran = await explain(migrate(database.owner, undefined, (id) => progress(`Migrated ${id}`)));
  const connection = connect(database.owner, 1);
  try {
    const [engine] = await send<{ there: boolean }>(
      connection.db,
      `select to_regclass('pgboss.version') is not null as there`,
    );
    if (ran.length > 0 || !engine?.there) await installEngine(database.owner);
  } finally {
    await connection.close();
  }
}

/**
 * Connects as the program. Refuses a role that could change the record: superusers and the owner of the tables.
 */
export async function connectProgram(database: Database, max?: number): Promise<Connection> {
  const connection = connect(database.program, max);
  const [role] = await explain(
    send<{ super: boolean; owner: boolean }>(
      connection.db,
      `select r.rolsuper as super,
              exists (select from pg_tables where schemaname = 'record' and tableowner = current_user) as owner
         from pg_roles r where r.rolname = current_user`,
    ),
  );
  if (role?.super || role?.owner) {
    await connection.close();
    throw new Error(
      'DATABASE_URL names a role that could rewrite the record. Give the owner in DATABASE_OWNER_URL, and in DATABASE_URL a login role that is a member of "toantrinh" only.',
    );
  }
  return connection;
}

/** Turns the usual failures to connect into one sentence. */
async function explain<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    const sentence: Record<string, string> = {
      ECONNREFUSED: 'No PostgreSQL answers at the address in DATABASE_URL.',
      ENOTFOUND: 'The host in DATABASE_URL cannot be found.',
      '28P01': 'PostgreSQL refused the user or password in DATABASE_URL.',
      '28000': 'PostgreSQL refused the user in DATABASE_URL.',
      '3D000': 'The database in DATABASE_URL does not exist.',
    };
    if (sentence[code]) throw new Error(sentence[code], { cause: error });
    throw error;
  }
}
