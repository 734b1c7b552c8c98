/** Who asks: the visit of a request, from its cookies, its session and the other end of its socket. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import { nobody, type Tx } from '../db/act.ts';
import type { Edge } from '../db/edge.ts';
import type { Language } from '../text/language.ts';
import { csrfOf, LANGUAGE_COOKIE, newVisitorToken, readCookies, SESSION_COOKIE } from './cookies.ts';
import { believedOrigin, forwardedFor } from './headers.ts';
import type { Session, Sessions, Visit } from './visit.ts';

/** What a request carries with it through the pipeline. `fresh`: the visitor came without a cookie of ours. */
export type Env = { Variables: { visit: Visit; token: string | null; fresh: boolean } };
export type Ctx = Context<Env>;

/** What recognising a visitor needs. */
export type Reception = {
  readonly edge: Edge;
  readonly db: Tx;
  readonly sessions: Sessions;
  readonly tenant: number;
  /** Address people see; null: it is taken from the request, where that can be believed. */
  readonly origin: string | null;
  /** Where this process listens: its address when neither `origin` nor the request tells it. */
  readonly home?: string;
  /** Proxies of ours in front of the service; without it none. */
  readonly proxies?: number;
  /** The moment of this request; replaced in tests and demonstrations. */
  readonly now: () => Date;
};

const originOf = ({ origin, home = 'http://localhost' }: Reception, c: Ctx): string =>
  origin ?? believedOrigin(new URL(c.req.url), home, arrivedAt(c));

/** The address of ours at which a request arrived; undefined for those of tests, which come without a socket. */
const arrivedAt = (c: Ctx): string | undefined =>
  (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.localAddress;

const isVisitor = (token: string): boolean => token.startsWith('v.');

/** Recognises the visitor: session, language, time. */
export async function recognise(parts: Reception, c: Ctx): Promise<void> {
  const given = readCookies(c.req.header('cookie'), originOf(parts, c))[SESSION_COOKIE] ?? null;
  const session = given && !isVisitor(given) ? await parts.sessions.find(given, parts.now()) : null;
  greet(parts, c, session, session !== null || (given !== null && isVisitor(given)));
}

/** Opens the visit of somebody whose session is already looked up, or is not looked up at all; `known`: their cookie stays. */
export function greet(parts: Reception, c: Ctx, session: Session | null, known = true): void {
  const origin = originOf(parts, c);
  const cookies = readCookies(c.req.header('cookie'), origin);
  const kept = (known && cookies[SESSION_COOKIE]) || null;
  const token = kept ?? newVisitorToken();
  const now = parts.now();
  const query = Object.fromEntries(new URL(c.req.url).searchParams);
  const by = session?.by ?? nobody;
  const requestId = randomUUID();
  c.set('visit', {
    edge: parts.edge,
    look: { tx: parts.db, tenant: parts.tenant, by, now, requestId },
    by,
    session,
    lang: languageOf(query['lang'] ?? cookies[LANGUAGE_COOKIE] ?? preferred(c)),
    path: c.req.path,
    params: {},
    query,
    tenant: parts.tenant,
    now,
    requestId,
    address: addressOf(c, parts.proxies ?? 0),
    agent: (c.req.header('user-agent') ?? '').slice(0, 300),
    csrf: csrfOf(token),
    cookies,
    origin,
  });
  c.set('token', token);
  c.set('fresh', kept === null);
}

/** Programs say their language in a header. Pages go by the link that was followed: browsers abroad are not asked again. */
const preferred = (c: Ctx): string | undefined =>
  c.req.path.startsWith('/api/') ? c.req.header('accept-language')?.slice(0, 2).toLowerCase() : undefined;

const languageOf = (asked: string | undefined): Language => (asked === 'en' ? 'en' : 'vi');

/** Where a request comes from: the other end of the socket, or what the outermost of our own proxies saw. */
export function addressOf(c: Ctx, proxies: number): string {
  const seen = forwardedFor(c.req.header('x-forwarded-for'), proxies);
  if (seen) return seen;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'in-process'; // Requests of tests come without a socket.
  }
}
