/**
 * The whole application inside the transaction of a test: `testApplication(world)` gives it, `signInAs` a visitor who
 * keeps cookies, reads pages and presses buttons, without a socket.
 */
import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { parse } from 'parse5';
import { nobody, type By } from '../ground/db/act.ts';
import { edgeInside, type TestWorld } from '../ground/db/testing.ts';
import type { Store } from '../ground/files/index.ts';
import type { Listener } from '../ground/jobs/index.ts';
import { readConfig } from '../ground/operate/config.ts';
import { csrfOf, MESSAGE_COOKIE, SESSION_COOKIE } from '../ground/web/cookies.ts';
import type { Session } from '../ground/web/visit.ts';
import { sessionsOf } from '../world/access/index.ts';
import { textOf } from './demo/browser.ts';
import { applicationOf } from './http.ts';
import { nowhere, type Outside } from './outside.ts';
import { contributed, wire } from './wiring.ts';

/** What came back: the status, where it leads, the page as HTML and as its words. */
export type Reply = {
  readonly status: number;
  readonly to: string | null;
  /** The message shown on the next page, in Vietnamese. */
  readonly say: string | null;
  readonly html: string;
  readonly text: string;
  readonly headers: Headers;
  readonly body: Buffer;
};

/** Fields of a form; a list is several of the same name. With a file the form is sent as uploads are. */
type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** Somebody who visits. Cookies are kept from one request to the next. */
export type Visitor = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Posts a form with the hidden field that the page would carry. */
  post(path: string, fields?: Fields): Promise<Reply>;
  /** Calls the API with JSON. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
};

/** The application of a test. */
export type TestApplication = {
  /** Its store, and what its rooms do on events: for `settle`. */
  readonly store: Store;
  readonly listeners: readonly Listener[];
  /** A visitor who has not signed in. */
  visitor(): Visitor;
  /** A visitor who is signed in as this person, without any account. */
  signInAs(by: Partial<By> & Pick<By, 'kind'>): Visitor;
  /** A visitor with the token of a session that was begun in the database. */
  withToken(token: string): Visitor;
};

const ORIGIN = 'http://localhost:3000';

/** Makes the application on the transaction of a test. `now` is the moment of every request; `outside` the systems it reaches. */
export async function testApplication(
  world: TestWorld,
  now: Date | string,
  outside: Outside = nowhere,
): Promise<TestApplication> {
  const moment = new Date(now);
  const dataDir = path.join(tmpdir(), `toantrinh-test-pages-${userInfo().uid}`);
  const connection = { db: world.tx, pool: null as never, close: async () => {} };
  const config = { ...readConfig({ DATA_DIR: dataDir }), origin: ORIGIN, sample: false };
  const program = { ...wire(config, connection, outside), edge: edgeInside(world.tx) };
  const sessions = new Map<string, Session>();
  const real = sessionsOf(world.tx, world.tenant);
  const app = await applicationOf(program, {
    limits: 1000,
    now: () => moment,
    sessions: { find: async (token, at) => sessions.get(token) ?? real.find(token, at) },
  });

  function withToken(token: string): Visitor {
    const cookies = new Map([[SESSION_COOKIE, token]]);
    const send = async (at: string, init: RequestInit): Promise<Reply> => {
      const headers = new Headers(init.headers);
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await app.request(new URL(at, ORIGIN).href, { ...init, headers });
      return keep(response, cookies);
    };
    return {
      get: (at, headers = {}) => send(at, { headers }),
      post: (at, fields = {}) => {
        const form = new FormData();
        form.append('csrf', csrfOf(cookies.get(SESSION_COOKIE) ?? ''));
        for (const [name, value] of Object.entries(fields)) {
          for (const one of [value].flat()) form.append(name, one as string | File);
        }
        const uploads = [...form.values()].some((value) => value instanceof File);
        const body = uploads ? form : new URLSearchParams([...form] as [string, string][]);
        return send(at, { method: 'POST', body });
      },
      call: (method, at, body) =>
        send(at, {
          method,
          ...(body !== undefined && {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        }),
    };
  }

  return {
    store: program.store,
    listeners: contributed(program.rooms, 'listeners'),
    visitor: () => withToken(`v.${randomBytes(12).toString('base64url')}`),
    withToken,
    signInAs: (by) => {
      const token = randomBytes(16).toString('base64url');
      sessions.set(token, { id: token, by: { ...nobody, ...by }, signedInAt: moment, endsAt: null });
      return withToken(token);
    },
  };
}

async function keep(response: Response, cookies: Map<string, string>): Promise<Reply> {
  let say: string | null = null;
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
    if (name === MESSAGE_COOKIE && value !== '')
      say = (JSON.parse(Buffer.from(value, 'base64url').toString()) as { vi: string }).vi;
  }
  // Headers first: once a server listens, the answers of its library forget on reading what middleware set on them.
  const { status, headers } = response;
  const body = Buffer.from(await response.arrayBuffer());
  const html = body.toString();
  return { status, to: headers.get('location'), say, html, text: textOf(parse(html)), headers, body };
}
