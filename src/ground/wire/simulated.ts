/** The server of a simulator: it stands in for a system outside, over real HTTP on loopback, and can fail as that system can. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { faultOf } from '../operate/fault.ts';
import { log } from '../operate/log.ts';

/** One request to a simulator, its body read. */
export type Asked = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: string;
};

/** A running server: its address without a slash at the end. */
export type Simulated = { readonly base: string; readonly close: () => Promise<void> };

/** Where a simulator listens; port 0, or none, takes a free one. */
export type Place = { readonly host: string; readonly port?: number };

/** Milliseconds that a connection may wait for its next request: whoever asks on one that is just being closed gets no answer. */
export const IDLE_CONNECTION = 75_000;

/** Starts a server. What `answer` throws becomes a 500, as it would over there. */
export async function simulate(
  { host, port = 0 }: Place,
  answer: (asked: Asked) => unknown,
): Promise<Simulated> {
  let base = '';
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await answer({ request, response, url: new URL(request.url ?? '/', base), body: await text(request) });
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log.warn('simulator failed', { path: request.url?.split('?')[0], ...faultOf(error) });
      // Half an answer cannot be taken back; trying to would end the whole process.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.keepAliveTimeout = IDLE_CONNECTION;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  base = `http://${host}:${(server.address() as { port: number }).port}`;
  return {
    base,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export const answerJson = (response: ServerResponse, value: unknown, status = 200): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));

const SLOWEST_MS = 60_000;

/**
 * Changes the faults of a simulator by what was sent. Unknown names, and values of another kind than there are, are
 * refused, and nothing is changed then. Milliseconds stay between 0 and a minute.
 */
export function setFaults(faults: object, sent: unknown): boolean {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return false;
  const next: Record<string, unknown> = { ...faults };
  for (const [name, value] of Object.entries(sent)) {
    if (!Object.hasOwn(next, name) || typeof value !== typeof next[name]) return false;
    next[name] = typeof value === 'number' ? Math.min(Math.max(0, value), SLOWEST_MS) : value;
  }
  Object.assign(faults, next);
  return true;
}

/** The path under which faults are read (GET) and changed (PUT). */
export const FAULTS_PATH = '/dieu-khien';

/** Answers there. `set` takes what was sent, or says that it is not understood. */
export function answerFaults(
  { request, response, body }: Asked,
  faults: object,
  set = (sent: unknown): boolean => setFaults(faults, sent),
): void {
  if (request.method === 'PUT' && !set(JSON.parse(body))) return void response.writeHead(400).end();
  answerJson(response, faults);
}
