/**
 * Pages of one room behind the real request pipeline, on the transaction of a test and without a frame around them:
 * in-process, or over real HTTP beside a simulated system that must reach them.
 */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { render } from 'preact-render-to-string';
import { nobody, type By } from '../db/act.ts';
import type { TestWorld } from '../db/testing.ts';
import type { Api } from './api.ts';
import { csrfOf, SESSION_COOKIE } from './cookies.ts';
import type { Answer, Page } from './page.ts';
import { IDLE_CONNECTION } from '../wire/index.ts';
import { webApp } from './server.ts';

/** What came back: status, where it leads, the page and its words. */
export type Reply = {
  readonly status: number;
  readonly to: string | null;
  readonly html: string;
  readonly text: string;
  readonly response: Response;
};

/** Somebody who opens pages, posts forms and asks the API. */
export type Visitor = {
  get(path: string): Promise<Reply>;
  post(path: string, fields: Readonly<Record<string, string>> | FormData): Promise<Reply>;
  /** Sends JSON. */
  send(path: string, body: unknown): Promise<Reply>;
};

/** What of a room is visited. */
type Visited = {
  readonly pages?: readonly Page[];
  readonly answers?: readonly Answer[];
  readonly apis?: readonly Api[];
};

const ORIGIN = 'http://localhost:3000';
const TOKEN = 'the-token-of-the-test';

/** The application of the room; `who` is signed in at this moment, `now` the moment itself. */
const appOf = (
  world: TestWorld,
  { pages = [], answers = [], apis = [] }: Visited,
  { who, now, origin }: { who: () => By; now: () => Date; origin: string | null },
) =>
  webApp({
    edge: world,
    db: world.tx,
    sessions: {
      find: async (token) =>
        token === TOKEN && who().kind !== 'nobody'
          ? { id: TOKEN, by: who(), signedInAt: now(), endsAt: null }
          : null,
    },
    tenant: world.tenant,
    origin,
    title: 'Thử',
    pages,
    answers,
    apis,
    limiter: { allow: () => true, giveBack: () => {} },
    frame: (view) => `<h1>${view.title.vi}</h1>${render(view.body)}`,
    problemView: ({ text }) => ({ title: text, body: <p>{text.vi}</p> }),
    signIn: () => '/dang-nhap',
    receive: () => async () => null,
    early: () => {},
    now,
  });

/** A visitor of these pages in-process, signed in as `by`; `now` is the moment of every request. */
export function visitorOf(world: TestWorld, room: Visited, now: string | Date, by: By = nobody): Visitor {
  const token = by.kind === 'nobody' ? 'v.nobody' : TOKEN;
  const app = appOf(world, room, { who: () => by, now: () => new Date(now), origin: ORIGIN });
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', `${SESSION_COOKIE}=${token}`);
    const response = await app.request(new URL(path, ORIGIN).href, { ...init, headers });
    const html = await response.clone().text();
    const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    return { status: response.status, to: response.headers.get('location'), html, text, response };
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      body.append('csrf', csrfOf(token));
      return ask(path, { method: 'POST', body });
    },
    send: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

/** A room over real HTTP, at the time of the clock. */
export type Served = {
  /** Visits a page, or posts its form, as this person; redirects are not followed. */
  visit(by: By, path: string, form?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
};

/** Serves a room on a port of this machine. */
export function serveRoom(world: TestWorld, room: Visited, port: number): Served {
  let visitor: By = nobody;
  const app = appOf(world, room, { who: () => visitor, now: () => new Date(), origin: null });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }) as Server;
  // As in production: where the process stood still for some seconds, the next request came on a connection that was just being closed.
  server.keepAliveTimeout = IDLE_CONNECTION;
  return {
    visit: (by, path, form) => {
      visitor = by;
      return fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { cookie: `${SESSION_COOKIE}=${TOKEN}` },
        redirect: 'manual',
        ...(form && { method: 'POST', body: new URLSearchParams({ ...form, csrf: csrfOf(TOKEN) }) }),
      });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
