/** The installation that is measured: its database, its web process, the people who are signed in, and what they have to work on. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { csrfOf, SESSION_COOKIE } from '../src/ground/web/cookies.ts';
import { newId } from '../src/ground/record/index.ts';
import { withChildren } from './machine.ts';
import { openNginx, type BareServer } from './nginx.ts';
import { copyRows, type Rows } from './load/copy.ts';
import { sessionId, type Actor, type Applicant, type Commune, type Province } from './load/province.ts';

/** A signed-in browser: its cookie, and the hidden field that its forms carry. */
export type Visitor = { readonly cookie: string; readonly csrf: string };

/** An open installation. */
export type World = {
  readonly owner: string;
  readonly dataDir: string;
  readonly tenant: number;
  readonly province: Province;
  readonly port: number;
  readonly webPid: number;
  /** Gives bytes and takes bytes, nothing else. */
  readonly bare: BareServer;
  /** The limit of a page: nginx where it is installed, otherwise the bare server. */
  readonly page: BareServer;
  readonly officers: ReadonlyMap<string, Visitor>;
  readonly citizens: readonly (Visitor & { readonly applicant: Applicant })[];
  /** One statement as the owner of the database. */
  readonly sql: <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly copy: (table: string, rows: Rows) => Promise<void>;
  /** From now on a worker does the jobs that follow from what is measured; what was announced before is left out. */
  readonly startWorker: () => Promise<void>;
  /** The processes of the product that run: web, the worker once it was started, and those that they started for typesetting. */
  readonly programPids: () => number[];
  close(): Promise<void>;
};

type Ready = { readonly port?: number; readonly ready?: true };

const child = (
  file: string,
  env: Record<string, string>,
  words: readonly string[] = [],
): Promise<{ process: ChildProcess; port: number }> => {
  const started = fork(new URL(file, import.meta.url), words, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
    execArgv: process.execArgv,
  });
  return new Promise((resolve, reject) => {
    started.once('message', (message: Ready) => resolve({ process: started, port: message.port ?? 0 }));
    started.once('exit', (code) => reject(new Error(`${file} ended at start (${code}).`)));
  });
};

const end = (one: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (one.exitCode !== null || one.signalCode !== null) return resolve();
    one.once('exit', () => resolve());
    one.kill('SIGTERM');
    setTimeout(() => one.kill('SIGKILL'), 8000).unref();
  });

/** Who of a commune is signed in. */
const staffOf = ({ counter, caseOfficers, leader, clerk }: Commune): Actor[] => [
  counter,
  ...caseOfficers,
  leader,
  clerk,
];

const MOST_COMMUNES = 100;
const CITIZENS = 64;

/** Opens web processes and sessions on an installation that is loaded. */
export async function openWorld(
  owner: string,
  dataDir: string,
  tenant: number,
  province: Province,
  processes: 'web and bare' | 'no processes' = 'web and bare',
): Promise<World> {
  const pool = new pg.Pool({ connectionString: owner, max: 1 });
  // Faults end connections on purpose: the pool opens another.
  pool.on('error', () => {});
  const copy = async (table: string, all: Rows): Promise<void> => {
    const client = await pool.connect();
    try {
      await copyRows(client, table, all);
    } finally {
      client.release();
    }
  };
  const started = processes === 'web and bare';
  const web = started ? await child('serve.ts', { BENCH_PORT: '0', DATA_DIR: dataDir }) : null;
  const bareChild = started ? await child('bare.ts', { DATA_DIR: dataDir }) : null;
  const bare: BareServer = {
    port: bareChild?.port ?? 0,
    pid: bareChild?.process.pid ?? 0,
    serve: (body) =>
      new Promise((resolve) => {
        bareChild?.process.once('message', () => resolve());
        bareChild?.process.send({ body: body.toString('base64') });
      }),
  };
  const nginx = started ? await openNginx() : null;
  let worker: ChildProcess | null = null;
  const now = new Date();
  const rows: Record<string, unknown>[] = [];
  const signIn = (account: string, method: string): Visitor => {
    const token = randomBytes(32).toString('base64url');
    rows.push({
      tenant,
      id: sessionId(token),
      account,
      assurance: 2,
      started_at: now,
      seen_at: now,
      address: '127.0.0.1',
      agent: 'bench',
      method,
    });
    return { cookie: `${SESSION_COOKIE}=${token}`, csrf: csrfOf(token) };
  };
  const officers = new Map(
    province.communes
      .slice(0, MOST_COMMUNES)
      .flatMap(staffOf)
      .map((one) => [one.account, signIn(one.account, 'password')] as const),
  );
  const citizens = province.applicants
    .slice(0, CITIZENS)
    .map((applicant) => ({ applicant, ...signIn(applicant.account, 'vneid') }));
  await copy('access.sessions', rows);
  return {
    owner,
    dataDir,
    tenant,
    province,
    port: web?.port ?? 0,
    webPid: web?.process.pid ?? 0,
    bare,
    page: nginx ?? bare,
    officers,
    citizens,
    sql: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await pool.query(text, values.length > 0 ? [...values] : undefined)).rows as Row[],
    copy,
    startWorker: async () => {
      if (worker) return;
      await pool.query('update jobs.events set sent = true where not sent and due_at <= now()');
      worker = (await child('../src/app/main.ts', { DATA_DIR: dataDir }, ['worker'])).process;
    },
    programPids: () => withChildren([web?.process.pid, worker?.pid].filter((pid) => pid !== undefined)),
    close: async () => {
      await Promise.all([web?.process, bareChild?.process, worker].map((one) => one && end(one)));
      await nginx?.close();
      await pool.end();
    },
  };
}

/** Keeps sessions from growing idle while a long run measures other things. */
export const refreshSessions = (world: World): Promise<unknown> =>
  world.sql(
    'update access.sessions set seen_at = now(), started_at = now() where tenant = $1 and agent = $2',
    [world.tenant, 'bench'],
  );

/** A fresh id of this moment, for rows that the bench adds. */
export const freshId = (): string => newId(new Date());
