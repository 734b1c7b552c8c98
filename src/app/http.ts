/** The HTTP server of a web process: health, metrics, assets, and the application. */
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { send } from '../ground/db/connect.ts';
import { isUpToDate } from '../ground/db/migrate.ts';
import { keepFile } from '../ground/files/index.ts';
import { homeOf } from '../ground/operate/config.ts';
import { METRICS_TYPE, renderMetrics } from '../ground/operate/metrics.ts';
import { newLimiter } from '../ground/web/limits.ts';
import type { MarkedFile } from '../ground/web/secrets.ts';
import { webApp, type Web, type WebParts } from '../ground/web/server.ts';
import { buildAssets, pageAssets, type AssetManifest } from '../ground/ui/index.ts';
import type { Sessions } from '../ground/web/visit.ts';
import { IDLE_CONNECTION } from '../ground/wire/index.ts';
import { noteSignatureVerdict, SIGNATURE, verdictAtOnce } from '../paper/papers/index.ts';
import { noteSecrecy, SECRECY, secrecyDoor, whyRefused, type SecrecyDoor } from '../paper/scanning/index.ts';
import { sessionsOf } from '../world/access/index.ts';
import { frameOf, problemView } from '../front/portal/index.ts';
import { replicaOf } from './database.ts';
import { refusal } from './port.ts';
import { contributed, TENANT, type Program } from './wiring.ts';

/** Milliseconds after which a database that does not answer counts as away. */
const LONGEST_LOOK = 2_000;

/** Milliseconds that a server which must end waits for requests under way. Service managers kill after ten seconds or more. */
export const LONGEST_FAREWELL = 8_000;

/** A serving web process. */
export type Serving = { readonly address: string; readonly port: number; close(): Promise<void> };

const assetsIn = ({ config }: Program): string => path.join(config.dataDir, 'assets');

/** Builds what pages load, unless it is there. */
export function buildAssetsOf(program: Program): Promise<AssetManifest> {
  const islands = contributed(program.rooms, 'islands').map(({ name, file }) => [name, file] as const);
  return buildAssets(assetsIn(program), Object.fromEntries(islands));
}

/** Makes the web application of a program, as it is served and as tests ask it in-process. */
export async function applicationOf(
  program: Program,
  options: {
    readonly limits?: number;
    /** Other sessions and another moment, for tests. */
    readonly sessions?: Sessions;
    readonly now?: () => Date;
  } = {},
): Promise<Web> {
  const { config, connection, edge, store, programs, rooms } = program;
  const assetDir = assetsIn(program);
  const assets = await buildAssetsOf(program);
  const early: WebParts['early'] = (app) => {
    app.get('/healthz', (c) => c.text('ok\n', 200));
    app.get('/readyz', async (c) => {
      const ready = await Promise.race([
        isUpToDate((text) => send(connection.db, text)).catch(() => false),
        sleep(LONGEST_LOOK, false),
      ]);
      return c.text(ready ? 'ready\n' : 'not ready\n', ready ? 200 : 503);
    });
    app.get('/metrics', (c) => c.body(renderMetrics(), 200, { 'content-type': METRICS_TYPE }));
    app.use('/assets/*', (c, next) => {
      // Assets are small and sent whole: a range beyond their end would fail further down.
      c.req.raw.headers.delete('range');
      return next();
    });
    app.use(
      '/assets/*',
      serveStatic({
        root: assetDir,
        precompressed: true,
        rewriteRequestPath: (asked) => asked.slice('/assets'.length),
        onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
      }),
    );
  };
  return webApp({
    edge,
    db: connection.db,
    sessions: options.sessions ?? sessionsOf(connection.db, TENANT),
    replica: replicaOf(config, connection),
    tenant: TENANT,
    origin: config.origin,
    home: homeOf(config),
    proxies: config.proxies,
    title: 'Toàn Trình',
    pages: contributed(rooms, 'pages'),
    answers: contributed(rooms, 'answers'),
    apis: contributed(rooms, 'apis'),
    limiter: newLimiter(options.limits),
    frame: frameOf(
      pageAssets(assets, '/assets'),
      (island) => `/assets/${assets.islands[island]}`,
      (island) => (assets.islandStyles[island] ? `/assets/${assets.islandStyles[island]}` : null),
    ),
    problemView,
    signIn: (back) => `/dang-nhap?next=${encodeURIComponent(back)}`,
    receive: takingIn(program, secrecyDoor(store, programs)),
    early,
    now: options.now ?? (() => new Date()),
  });
}

/**
 * Takes an uploaded file in. What can be told at once is told at once: that it has no signature, that its words carry no mark of
 * secrecy. One that carries a mark is written down as refused and its bytes are erased.
 */
const takingIn =
  ({ config, edge, store }: Program, secrecy: SecrecyDoor): WebParts['receive'] =>
  (visit) =>
  async (file) => {
    const stored = await store.put(file.stream);
    if (stored.size === 0) return null;
    const [verdict, found] = await Promise.all([
      verdictAtOnce(store, stored),
      secrecy.atOnce(visit.look, stored),
    ]);
    if (found?.marked) await store.remove(stored.hash);
    const caller = { tenant: visit.tenant, by: visit.by, requestId: visit.requestId, now: visit.now };
    const kept = await edge.act(caller, async (act) => {
      if (verdict) noteSignatureVerdict(act, stored.hash, verdict);
      const one = keepFile(act, stored, file.name, {
        scan: config.clamd ? 'waiting' : 'unscanned',
        known: [...(verdict ? [SIGNATURE] : []), ...(found ? [SECRECY] : [])],
      });
      if (found) noteSecrecy(act, one.id, stored.hash, found);
      return one;
    });
    return found?.marked
      ? ({ name: file.name, marked: true, why: whyRefused(found) } satisfies MarkedFile)
      : kept;
  };

/** Listens. Throws an Error with one sentence when the port is taken or may not be used. */
export async function listen(program: Program, app: Web, port = program.config.port): Promise<Serving> {
  const { host } = program.config;
  const whole = getRequestListener(app.fetch, { hostname: host });
  const server = await new Promise<Server>((resolve, reject) => {
    const started = createServer((asked, answer) => {
      if (!app.atOnce(asked, answer)) void whole(asked, answer);
    });
    // Longer than proxies keep theirs.
    started.keepAliveTimeout = IDLE_CONNECTION;
    started.once('error', (error: NodeJS.ErrnoException) => reject(new Error(refusal(error, host, port))));
    started.listen(port, host, () => resolve(started));
  });
  const goodbye = farewell(server);
  const at = (server.address() as { port: number }).port;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    port: at,
    close: goodbye,
  };
}

/**
 * Ends a server under load: takes no new connection, closes those that only wait, tells the others with their answer
 * that it is the last (else they would ask on), and cuts off what is still open after `LONGEST_FAREWELL`.
 */
function farewell(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>();
  let ending = false;
  server.prependListener('request', (_: unknown, response: ServerResponse) => {
    response.shouldKeepAlive &&= !ending;
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return () =>
    new Promise((resolve) => {
      ending = true;
      for (const response of open) response.shouldKeepAlive = false;
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL).unref();
    });
}
