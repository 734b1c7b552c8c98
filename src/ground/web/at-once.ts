/**
 * Kept pages answered before anything else looks at the request: no routes, no cookies, no session, only the limit by address, the id of
 * the request and what is written down of every answer. Whoever has a cookie, and whatever is not kept, goes the whole way.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteAnswer, REQUEST_ID } from './answered.ts';
import { forwardedFor } from './headers.ts';
import type { KeptPages } from './kept.ts';
import type { Limiter } from './limits.ts';

/** Answers a request if it can be answered at once; false: it was left as it is. */
export type AtOnce = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Opens the short way to the kept pages. */
export const atOnce =
  (kept: KeptPages, limiter: Limiter, proxies: number): AtOnce =>
  (request, response) => {
    const { method, url = '', headers, socket } = request;
    if (method !== 'GET' || headers.cookie !== undefined) return false;
    const started = performance.now();
    const page = kept.find(url, started);
    if (!page) return false;
    const address = forwardedFor(headers['x-forwarded-for'] as string | undefined, proxies);
    if (!limiter.allow('read', address ?? socket.remoteAddress ?? 'unknown', started)) return false;
    const id = randomUUID();
    const {
      status,
      headers: ready,
      body,
    } = page.ready(headers['if-none-match'], headers['accept-encoding'] as string);
    response.writeHead(status, [...ready, REQUEST_ID, id]).end(body);
    noteAnswer({ request: id, method, route: page.route, status, started });
    return true;
  };
