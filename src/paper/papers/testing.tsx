/** Pages of a room behind the real request pipeline, on the transaction of a test and without a frame around them. */
import { render } from 'preact-render-to-string';
import { nobody, type By } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { csrfOf, SESSION_COOKIE } from '../../ground/web/cookies.ts';
import type { Answer, Page } from '../../ground/web/page.ts';
import { webApp } from '../../ground/web/server.ts';

/** What came back: status, where it leads, the words of the page. */
export type Reply = {
  readonly status: number;
  readonly to: string | null;
  readonly text: string;
  readonly response: Response;
};

/** Somebody who opens pages and posts forms. */
export type Visitor = {
  get(path: string): Promise<Reply>;
  post(path: string, fields: Readonly<Record<string, string>> | FormData): Promise<Reply>;
};

const ORIGIN = 'http://localhost:3000';

/** A visitor of these pages, signed in as `by`. */
export function visitorOf(
  world: TestWorld,
  { pages = [], answers = [] }: { readonly pages?: readonly Page[]; readonly answers?: readonly Answer[] },
  now: string,
  by: By = nobody,
): Visitor {
  const at = new Date(now);
  const token = by.kind === 'nobody' ? 'v.nobody' : `token-${by.account}`;
  const app = webApp({
    edge: world,
    db: world.tx,
    sessions: {
      find: async () => (by.kind === 'nobody' ? null : { id: 'x', by, signedInAt: at, endsAt: null }),
    },
    tenant: world.tenant,
    origin: ORIGIN,
    title: 'Thử',
    pages,
    answers,
    apis: [],
    limiter: { allow: () => true, giveBack: () => {} },
    frame: (view) => `<h1>${view.title.vi}</h1>${render(view.body)}`,
    problemView: ({ text }) => ({ title: text, body: <p>{text.vi}</p> }),
    signIn: () => '/dang-nhap',
    receive: () => async () => null,
    early: () => {},
    now: () => at,
  });
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', `${SESSION_COOKIE}=${token}`);
    const response = await app.request(new URL(path, ORIGIN).href, { ...init, headers });
    const html = await response.clone().text();
    const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    return { status: response.status, to: response.headers.get('location'), text, response };
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      body.append('csrf', csrfOf(token));
      return ask(path, { method: 'POST', body });
    },
  };
}
