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
  /** Address of a replica of that PostgreSQL, from which public pages and search are read; null: there is none. */
  readonly databaseReadUrl: string | null;
  /** Address for the owner of the tables, for `migrate` only. */
  readonly databaseOwnerUrl: string | null;
  /** Address people see, when a proxy stands in front (https://…). */
  readonly origin: string | null;
  /** How many proxies stand in front, each adding the address that it saw to `X-Forwarded-For`; 0: none, the header is not believed. */
  readonly proxies: number;
  /** `host:port` of clamd; null: uploads are shown as not scanned. */
  readonly clamd: string | null;
  /** Bucket of an object store (S3) and the keys to it; null: files lie in the data folder. */
  readonly bucket: {
    readonly address: string;
    readonly key: string;
    readonly secret: string;
    readonly region: string;
  } | null;
  /** `smtp://…`; null: mail goes to the simulator of the sample province, or waits. */
  readonly smtpUrl: string | null;
  /** Address that mail comes from. */
  readonly mailFrom: string;
  /** HTTP gateway of an SMS carrier, its key, and the name that telephones show; null: SMS goes to the outbox of the sample province, or waits. */
  readonly sms: { readonly url: string; readonly key: string; readonly brand: string } | null;
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
    databaseReadUrl: url(env, 'DATABASE_READ_URL', ['postgres:', 'postgresql:']),
    databaseOwnerUrl: url(env, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']),
    origin: origin && new URL(origin).origin,
    proxies: count(env, 'PROXIES', 9),
    clamd: env['CLAMD'] || null,
    bucket: bucket(env),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env['MAIL_FROM'] || 'khong-tra-loi@localhost',
    sms: smsGateway(env),
    sample: databaseUrl === null || env['TOANTRINH_SAMPLE'] === '1',
    development:
      env['NODE_ENV'] !== 'production' && (databaseUrl === null || env['TOANTRINH_SAMPLE'] === '1'),
  };
}

/** The address of this installation as this machine knows it: what links begin with where `ORIGIN` does not say otherwise. */
export function homeOf({ origin, host, port }: Pick<Config, 'origin' | 'host' | 'port'>): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return origin ?? `http://${name}:${port}`;
}

function count(env: NodeJS.ProcessEnv, name: string, most: number, usual = 0): number {
  const text = env[name];
  if (!text) return usual;
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Error(`${name} must be a number from 0 to ${most}, not "${text}".`);
  return Number(text);
}

/** `FILES_URL` is `https://host/bucket`; the keys have the names that every tool for object stores reads. */
function bucket(env: NodeJS.ProcessEnv): Config['bucket'] {
  const address = url(env, 'FILES_URL', ['https:', 'http:']);
  if (!address) return null;
  const { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: region } = env;
  const { pathname, username, search } = new URL(address);
  if (pathname === '/' || username || search)
    throw new Error('FILES_URL must be the address of a bucket, such as https://s3.example.vn/ho-so.');
  if (!key || !secret)
    throw new Error(
      'With FILES_URL the keys of the store are needed: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  return { address, key, secret, region: region || 'us-east-1' };
}

function smsGateway(env: NodeJS.ProcessEnv): Config['sms'] {
  const address = url(env, 'SMS_URL', ['https:', 'http:']);
  if (!address) return null;
  const { SMS_KEY: key, SMS_BRAND: brand } = env;
  if (!key || !brand)
    throw new Error(
      'With SMS_URL the key of the gateway and the name of the sender are needed: SMS_KEY and SMS_BRAND.',
    );
  return { url: address.replace(/\/+$/, ''), key, brand };
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
