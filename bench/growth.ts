/**
 * Buffers that every statement of a page or act touches, without a clock: the real pages run in this process on a connection
 * whose server explains each statement (auto_explain) and sends the plan back as a notice.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { connect, type Connection } from '../src/ground/db/connect.ts';
import type { Config } from '../src/ground/operate/config.ts';
import { applicationOf } from '../src/app/http.ts';
import { nowhere } from '../src/app/outside.ts';
import { wire } from '../src/app/wiring.ts';
import { hotRequests } from './hot.ts';
import type { Ask } from './wire.ts';
import type { World } from './world.ts';

/** One node of a plan, as far as it is looked at. */
export type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Alias?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
};

/** A statement that ran, with its plan. */
export type Explained = {
  readonly text: string;
  readonly plan: PlanNode;
  readonly buffers: number;
  readonly rows: number;
};

/** A program whose statements are explained. */
export type Explainer = {
  /** The status of the answer, and every statement that it took. */
  ask(one: Ask): Promise<{ status: number; statements: readonly Explained[] }>;
  close(): Promise<void>;
};

const settings = [
  `load 'auto_explain'`,
  'set auto_explain.log_min_duration = 0',
  'set auto_explain.log_analyze = on',
  'set auto_explain.log_buffers = on',
  'set auto_explain.log_timing = off',
  'set auto_explain.log_format = json',
  'set auto_explain.log_level = notice',
  'set client_min_messages = notice',
];

/** Opens the whole application on the owner's connection (explaining needs a superuser). Null where auto_explain is missing. */
export async function openExplainer(config: Config, owner: string): Promise<Explainer | null> {
  // One connection, so that what it knows of the catalogue is warm the second time.
  const connection = connect(owner, 1);
  const running = new AsyncLocalStorage<Explained[]>();
  const seen = new Map<pg.PoolClient, Explained[] | undefined>();
  if (!(await canExplain(owner))) {
    await connection.close();
    return null;
  }
  prepareClients(connection, running, seen);
  const application = await applicationOf(wire({ ...config, sample: true }, connection, nowhere), {
    limits: 1_000_000,
  });
  return {
    ask: async ({ method = 'GET', path, cookie, type, body }) => {
      const statements: Explained[] = [];
      const response = await running.run(statements, async () =>
        application.request(path, {
          method,
          headers: {
            ...(cookie && { cookie }),
            ...(body !== undefined && { 'content-type': type ?? 'application/x-www-form-urlencoded' }),
          },
          ...(body !== undefined && { body: body as string }),
        }),
      );
      await response.arrayBuffer();
      return { status: response.status, statements };
    },
    close: () => connection.close(),
  };
}

async function canExplain(owner: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query(settings[0]!);
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Lets every connection explain, and hands each plan to the request that the connection is serving. */
function prepareClients(
  { pool }: Connection,
  running: AsyncLocalStorage<Explained[]>,
  serving: Map<pg.PoolClient, Explained[] | undefined>,
): void {
  const take = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const ready = new WeakSet<pg.PoolClient>();
  pool.connect = (async () => {
    const client = await take();
    if (!ready.has(client)) {
      ready.add(client);
      for (const one of settings) await client.query(one);
      client.on('notice', ({ message }) => {
        const explained = explainedIn(message ?? '');
        if (explained) serving.get(client)?.push(explained);
      });
    }
    serving.set(client, running.getStore());
    return client;
  }) as typeof pool.connect;
}

/** The plan in a notice of auto_explain, or null for any other notice. */
function explainedIn(message: string): Explained | null {
  const at = message.indexOf('{');
  if (!message.includes('plan:') || at < 0) return null;
  const { 'Query Text': text, Plan: plan } = JSON.parse(message.slice(at)) as {
    'Query Text': string;
    Plan: PlanNode;
  };
  const buffers = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  return { text, plan, buffers, rows: plan['Actual Rows'] * plan['Actual Loops'] };
}

/** All nodes of a plan. */
export const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Buffers by job, each asked twice and counted the second time, when plans and caches are warm. */
export async function buffersOf(config: Config, world: World): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const explainer = await openExplainer(config, world.owner);
  if (!explainer) return found;
  try {
    for (const { job, ask, status } of await hotRequests(world)) {
      const answer = await explainer.ask(ask);
      if (answer.status !== status) continue;
      const again = ask.method === 'POST' ? answer : await explainer.ask(ask);
      found.set(
        job,
        again.statements.reduce((sum, one) => sum + one.buffers, 0),
      );
    }
  } finally {
    await explainer.close();
  }
  return found;
}
