/**
 * Configuration: everything comes from the environment, is checked once at start, and is told in one sentence
 * when it is wrong.
 */
import path from 'node:path';

/** The settings of one process. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database, files and keys. */
  readonly dataDir: string;
  /** Address of PostgreSQL for the program; null: the embedded server. */
  readonly databaseUrl: string | null;
  /** Address for the owner of the tables, for `migrate` only. */
  readonly databaseOwnerUrl: string | null;
  /** Address people see, when a proxy stands in front (https://…). */
  readonly origin: string | null;
  /** How many proxies stand in front, each adding the address that it saw to `X-Forwarded-For`; 0: none, the header is not believed. */
  readonly proxies: number;
  /** `host:port` of clamd; null: uploads are shown as not scanned. */
  readonly clamd: string | null;
  /** `s3://key:secret@host/bucket`; null: files lie in the data folder. */
  readonly filesUrl: string | null;
  /** `smtp://…`; null: mail goes to the simulator of the sample province, or waits. */
  readonly smtpUrl: string | null;
  /** Address that mail comes from. */
  readonly mailFrom: string;
  /** Sample province with invented people, accounts, simulators and the test authority. Never in production. */
  readonly sample: boolean;
  readonly development: boolean;
};

/** Reads the configuration. Throws an Error with one clear sentence. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, home = process.cwd()): Config {
  const databaseUrl = url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const origin = url(env, 'ORIGIN', ['https:', 'http:']);
  return {
    host: env['HOST'] || '127.0.0.1',
    port: count(env, 'PORT', 65_535, 3000),
    dataDir: path.resolve(home, env['DATA_DIR'] || '.data'),
    databaseUrl,
    databaseOwnerUrl: url(env, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']),
    origin: origin && new URL(origin).origin,
    proxies: count(env, 'PROXIES', 9),
    clamd: env['CLAMD'] || null,
    filesUrl: url(env, 'FILES_URL', ['s3:', 'file:']),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env['MAIL_FROM'] || 'khong-tra-loi@localhost',
    sample: databaseUrl === null || env['TOANTRINH_SAMPLE'] === '1',
    development:
      env['NODE_ENV'] !== 'production' && (databaseUrl === null || env['TOANTRINH_SAMPLE'] === '1'),
  };
}

function count(env: NodeJS.ProcessEnv, name: string, most: number, usual = 0): number {
  const text = env[name];
  if (!text) return usual;
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Error(`${name} must be a number from 0 to ${most}, not "${text}".`);
  return Number(text);
}

function url(env: NodeJS.ProcessEnv, name: string, protocols: readonly string[]): string | null {
  const text = env[name];
  if (!text) return null;
  const parsed = URL.parse(text);
  if (!parsed || !protocols.includes(parsed.protocol)) {
    throw new Error(
      `${name} must be an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`,
    );
  }
  return text;
}
