/** The web application: pages, answers and API of all rooms behind one request pipeline. */
import { Hono } from 'hono';
import type { By } from '../db/act.ts';
import type { Caller } from '../db/edge.ts';
import type { Replica } from '../db/replica.ts';
import { Invalid, NotAllowed } from '../operate/errors.ts';
import { faultOf } from '../operate/fault.ts';
import { log } from '../operate/log.ts';
import { counter } from '../operate/metrics.ts';
import type { Text } from '../text/language.ts';
import { noteAnswer, REQUEST_ID } from './answered.ts';
import { openApi, type Api } from './api.ts';
import { addressOf, greet, recognise, type Ctx, type Env, type Reception } from './arrive.ts';
import { atOnce, type AtOnce } from './at-once.ts';
import { BadBody, readBody, type Receive } from './body.ts';
import { passThrough } from './passing.ts';
import { refusingSecrets, secretsIn } from './secrets.ts';
import {
  csrfOf,
  LANGUAGE_COOKIE,
  MESSAGE_COOKIE,
  sameToken,
  SESSION_COOKIE,
  WRITTEN_COOKIE,
  writeCookie,
} from './cookies.ts';
import { securityHeaders } from './headers.ts';
import type { Raw } from './input.ts';
import { newKeptPages, type KeptPage, type KeptPages } from './kept.ts';
import type { Limiter } from './limits.ts';
import type { Answer, Fault, Onward, Page, View, Who } from './page.ts';
import {
  foreignForm,
  noSuchApi,
  noSuchPage,
  problemOf,
  signInFirst,
  tooMany,
  wrongMethod,
  type Problem,
} from './problem.ts';
import type { Visit } from './visit.ts';

/** What the web is made of. */
export type WebParts = Reception & {
  /** A second database for what is the same for everybody; null: there is none. */
  readonly replica?: Replica | null;
  readonly title: string;
  readonly pages: readonly Page[];
  readonly answers: readonly Answer[];
  readonly apis: readonly Api[];
  readonly limiter: Limiter;
  /** Frames a view as a whole HTML document. */
  readonly frame: (view: View, visit: Visit, message: Text | null) => string;
  /** The body of an error page. */
  readonly problemView: (problem: Problem, visit: Visit) => View;
  /** Where a visitor is sent to sign in; `back` is where to return. */
  readonly signIn: (back: string, who: Who) => string;
  /** Takes uploaded files in. */
  readonly receive: (visit: Visit) => Receive;
  /** Routes that must answer without a visitor: health, metrics, assets. */
  readonly early: (app: Hono<never>) => void;
};

const problems = counter('http_problems_total', 'Requests that were answered with an error page.');

/** The application, and the short way to what it has ready. */
export type Web = Hono<Env> & { readonly atOnce: AtOnce };

/** Makes the application. It holds no state of visitors. */
export function webApp(parts: WebParts): Web {
  const app = new Hono<Env>();
  const headersOfAll = securityHeaders(parts.origin?.startsWith('https:') ?? false);
  const kept = newKeptPages(headersOfAll);
  const security = Object.entries(headersOfAll);
  parts.early(app as unknown as Hono<never>);
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    const { headers } = c.res;
    for (const [name, value] of security) if (!headers.has(name)) headers.set(name, value);
    const request = c.get('visit')?.requestId ?? null;
    if (request) headers.set(REQUEST_ID, request);
    noteAnswer({ request, method: c.req.method, route: c.req.routePath, status: c.res.status, started });
  });
  app.use(async (c, next) => {
    const kind = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write';
    if (!parts.limiter.allow(kind, addressOf(c, parts.proxies ?? 0), performance.now())) {
      // Whose session it is, is not looked up: turning away must stay cheap.
      greet(parts, c, null);
      return turnAway(parts, c);
    }
    await recognise(parts, c);
    await next();
  });
  for (const one of parts.pages) mountPage(app, parts, one, kept);
  for (const one of parts.answers) {
    app.get(one.path, async (c) => {
      const visit = visitOf(c);
      const refused = refuse(parts, c, one.who);
      return refused ?? (await one.respond(visit, c.req.raw));
    });
  }
  for (const one of parts.apis) mountApi(app, parts, one);
  const description = openApi(parts.apis, parts.title);
  app.get('/api/v1/openapi.json', (c) => c.json(description));
  refuseOtherMethods(app, parts);
  app.notFound((c) => {
    const { pathname, search } = new URL(c.req.url);
    const whole = `/${pathname.replaceAll(/^\/+|\/+$/g, '')}`;
    if (c.req.method === 'GET' && pathname.endsWith('/') && whole !== '/')
      return c.redirect(whole + search, 301);
    return fail(parts, c, isForPrograms(c) ? noSuchApi : noSuchPage);
  });
  app.onError((error, c) => fail(parts, c as Ctx, error));
  return Object.assign(app, { atOnce: atOnce(kept, parts.limiter, parts.proxies ?? 0) });
}

const visitOf = (c: Ctx): Visit =>
  Object.assign(Object.create(null), c.get('visit'), { params: c.req.param() }) as Visit;

const allowed = (who: Who, by: By): boolean => {
  if (who === 'anyone') return true;
  if (typeof who === 'function') return who(by);
  if (by.kind === 'nobody') return false;
  return who === 'signed-in' || by.kind === who;
};

const isForPrograms = (c: Ctx): boolean => c.req.path.startsWith('/api/');

/** Sends a visitor who is not signed in to the sign-in page, and tells a program; refuses others. */
function refuse(parts: WebParts, c: Ctx, who: Who): Response | null {
  const visit = visitOf(c);
  if (allowed(who, visit.by)) return null;
  if (visit.by.kind === 'nobody') {
    if (isForPrograms(c)) {
      c.header('www-authenticate', 'Cookie realm="toantrinh"');
      return answerProblem(parts, c, signInFirst);
    }
    const back = c.req.method === 'GET' ? c.req.path + new URL(c.req.url).search : c.req.path;
    return c.redirect(parts.signIn(back, who), 303);
  }
  throw new NotAllowed({
    vi: 'Tài khoản này không được xem hay làm việc này.',
    en: 'This account may not see or do this.',
  });
}

/** Whether somebody who is not signed in looks up one thing after the other (codes follow each other: all could be tried). */
const triesTooMuch = (parts: WebParts, { by, address }: Visit): boolean =>
  by.kind === 'nobody' && !parts.limiter.allow('lookUp', address, performance.now());

/** Under which a public page is kept; null for whoever has a cookie or asks for a language, because their page may be another. */
const keyOf = (c: Ctx): string | null =>
  c.req.header('cookie') || c.get('visit').query['lang'] ? null : c.req.url.slice(c.req.url.indexOf('/', 8));

/** Sends a kept page. */
function sendKept(c: Ctx, page: KeptPage): Response {
  const { status, headers, body } = page.ready(
    c.req.header('if-none-match'),
    c.req.header('accept-encoding'),
  );
  for (let i = 0; i < headers.length; i += 2) c.header(headers[i]!, headers[i + 1]!);
  return body ? c.body(body) : c.body(null, status);
}

function mountPage(app: Hono<Env>, parts: WebParts, one: Page, kept: KeptPages): void {
  app.get(one.path, async (c) => {
    const refused = refuse(parts, c, one.who);
    if (refused) return refused;
    const visit = visitOf(c);
    if (one.sought && visit.query[one.sought] && triesTooMuch(parts, visit)) return turnAway(parts, c);
    const view = async (): Promise<View> => {
      const shown = await reading(one.cache ? parts.replica : null, visit, async (from) =>
        gatherAll(one, await one.gather(from), from, null),
      );
      return one.view(shown, visit, null);
    };
    const key = one.cache ? keyOf(c) : null;
    const page =
      key === null
        ? null
        : await kept.get(key, one.path, performance.now(), async () => {
            const html = parts.frame(await view(), visit, null);
            return html.includes(visit.csrf) ? null : html;
          });
    return page ? sendKept(c, page) : show(parts, c, await view(), 200);
  });
  const { act, show: shown } = one;
  if (!act && !shown) return;
  app.post(one.path, async (c) => {
    const refused = refuse(parts, c, one.who);
    if (refused) return refused;
    const visit = visitOf(c);
    // In JSON somebody could describe a file that they never sent: uploads come as forms only.
    if (one.largest && c.req.header('content-type')?.toLowerCase().startsWith('application/json'))
      throw new BadBody(415);
    if (shown || one.passing)
      return passThrough((receive, load) => answerPost(parts, c, one, { receive, load }));
    const receive = one.largest ? parts.receive(visit) : undefined;
    return answerPost(parts, c, one, { receive, load: async (posted) => posted });
  });
}

/** How the files of a post are taken in, and how its values are had with them. */
type Taking = { readonly receive: Receive | undefined; readonly load: (posted: Raw) => Promise<Raw> };

/** Reads a post, and does or shows what was asked for. */
async function answerPost(parts: WebParts, c: Ctx, one: Page, { receive, load }: Taking): Promise<Response> {
  const visit = visitOf(c);
  const { act, input, show: shown } = one;
  const posted = await readBody(c.req.raw, {
    largest: one.largest,
    receive: receive && refusingSecrets(receive),
  });
  guardForm(c, posted);
  const typed = await load(posted);
  const { brake } = one;
  if (brake && !parts.limiter.allow(brake, visit.address, performance.now())) {
    return turnAway(parts, c);
  }
  const gathered = await one.gather(visit);
  const read = input ? input.read(typed) : { value: typed as unknown };
  const again = async (fault: Fault): Promise<Response> =>
    show(parts, c, one.view(await gatherAll(one, gathered, visit, fault), visit, fault), 422);
  const secrets = secretsIn(typed);
  if (secrets.length > 0) return again({ errors: secrets, typed });
  if ('errors' in read) return again({ errors: read.errors, typed });
  try {
    if (shown) return show(parts, c, await shown(visit, read.value, gathered), 200);
    const prepared = await one.prepare?.(visit, read.value, gathered);
    const onward = await parts.edge.act(callerOf(visit), (open) =>
      act!(open, read.value, { gathered, prepared, visit }),
    );
    if (brake && !onward.failed) parts.limiter.giveBack(brake, visit.address);
    await rememberWrite(parts, c);
    return leave(c, one.after ? await one.after(onward, visit) : onward);
  } catch (error) {
    if (error instanceof Invalid) return again({ errors: error.errors, typed });
    throw error;
  }
}

/** All that a page shows. */
const gatherAll = (one: Page, gathered: unknown, visit: Visit, fault: Fault | null): Promise<unknown> =>
  one.gatherMore?.(gathered, visit, fault) ?? Promise.resolve(gathered);

/** Reads from the replica where there is one that knows what this visitor wrote; if that fails, from the first database. */
async function reading<T>(
  replica: Replica | null | undefined,
  visit: Visit,
  read: (visit: Visit) => Promise<T>,
): Promise<T> {
  const tx = await replica?.readFrom(visit.cookies[WRITTEN_COOKIE]);
  if (!tx || tx === visit.look.tx) return read(visit);
  try {
    return await read({ ...visit, look: { ...visit.look, tx } });
  } catch (error) {
    if (problemOf(error).status >= 500) replica?.failed(error);
    return read(visit); // even what is not found: it may have come a moment ago
  }
}

/** Whoever wrote reads from now on what they wrote, from wherever. */
async function rememberWrite({ replica }: WebParts, c: Ctx): Promise<void> {
  const value = await replica?.written().catch(() => null); // what was done stays done
  if (!value) return;
  const cookie = { value, maxAge: 60 };
  c.header('set-cookie', writeCookie(WRITTEN_COOKIE, cookie, c.get('visit').origin), { append: true });
}

/** A form must come from this visitor's own page: hidden field, and the browser must not say that it came from elsewhere. */
function guardForm(c: Ctx, typed: Raw): void {
  const site = c.req.header('sec-fetch-site');
  const token = c.get('token');
  if (site && site !== 'same-origin' && site !== 'none') throw foreignForm;
  if (c.get('fresh') || !token || !sameToken(typed['csrf'], csrfOf(token))) throw foreignForm;
}

const callerOf = (visit: Visit): Caller => ({
  tenant: visit.tenant,
  by: visit.by,
  requestId: visit.requestId,
  now: visit.now,
});

function leave(c: Ctx, onward: Onward): Response {
  const { origin } = c.get('visit');
  for (const [name, cookie] of Object.entries(onward.cookies ?? {}))
    c.header('set-cookie', writeCookie(name, cookie, origin), { append: true });
  if (onward.say) {
    const value = Buffer.from(JSON.stringify(onward.say)).toString('base64url');
    c.header('set-cookie', writeCookie(MESSAGE_COOKIE, { value, maxAge: 60 }, origin), { append: true });
  }
  return c.redirect(onward.to, 303);
}

function messageOf(visit: Visit): Text | null {
  const value = visit.cookies[MESSAGE_COOKIE];
  if (!value) return null;
  try {
    const { vi, en } = JSON.parse(Buffer.from(value, 'base64url').toString()) as Record<string, unknown>;
    return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : null;
  } catch {
    return null; // Somebody changed the cookie: there is simply no message.
  }
}

/** Writes a page. A visitor without a cookie gets one if the page has a form. */
function show(parts: WebParts, c: Ctx, view: View, status: number): Response {
  const visit = visitOf(c);
  const message = messageOf(visit);
  const html = parts.frame(view, visit, message);
  if (c.get('fresh') && html.includes(visit.csrf)) {
    c.header('set-cookie', writeCookie(SESSION_COOKIE, { value: c.get('token')! }, visit.origin), {
      append: true,
    });
  }
  if (message) c.header('set-cookie', writeCookie(MESSAGE_COOKIE, null, visit.origin), { append: true });
  if (visit.query['lang'])
    c.header(
      'set-cookie',
      writeCookie(LANGUAGE_COOKIE, { value: visit.lang, maxAge: 31_536_000 }, visit.origin),
      {
        append: true,
      },
    );
  c.header('cache-control', 'no-store');
  c.header('vary', 'Cookie');
  return c.html(html, status as 200);
}

function mountApi(app: Hono<Env>, parts: WebParts, one: Api): void {
  app.on(one.method.toUpperCase(), `/api/v1${one.path}`, async (c) => {
    const refused = refuse(parts, c, one.who);
    if (refused) return refused;
    const visit = visitOf(c);
    if (one.sought && triesTooMuch(parts, visit)) return turnAway(parts, c);
    const raw = one.method === 'get' ? visit.query : await readBody(c.req.raw);
    // A page of another site cannot send JSON without asking first, and we never allow it: that is the guard here.
    if (one.method !== 'get' && !c.req.header('content-type')?.startsWith('application/json'))
      throw foreignForm;
    const secrets = one.method === 'get' ? [] : secretsIn(raw);
    if (secrets.length > 0) throw new Invalid(secrets);
    const read = one.input ? one.input.read(raw) : { value: raw as unknown };
    if ('errors' in read) throw new Invalid(read.errors);
    const { act, read: look } = one;
    const answer = act
      ? await parts.edge.act(callerOf(visit), (open) => act(open, read.value, visit))
      : await reading(one.shared ? parts.replica : null, visit, (from) => look!(from, read.value));
    if (act) await rememberWrite(parts, c);
    c.header('cache-control', 'no-store');
    return c.json(answer as object);
  });
}

/** What is there, but does not take this method, says so and names the methods it takes (RFC 9110 15.5.6). */
function refuseOtherMethods(app: Hono<Env>, parts: WebParts): void {
  const taken = new Map<string, Set<string>>();
  const takes = (path: string, ...methods: string[]): void =>
    void taken.set(path, new Set([...(taken.get(path) ?? []), ...methods]));
  for (const { path } of parts.answers) takes(path, 'GET', 'HEAD');
  for (const { path, act, show: shown } of parts.pages)
    takes(path, 'GET', 'HEAD', ...(act || shown ? ['POST'] : []));
  for (const { path, method } of parts.apis)
    takes(`/api/v1${path}`, ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  for (const [path, methods] of taken)
    app.all(path, (c) => {
      c.header('allow', [...methods].join(', '));
      return answerProblem(parts, c, wrongMethod);
    });
}

/** Any error as an answer: JSON under /api, a page elsewhere. */
function fail(parts: WebParts, c: Ctx, error: unknown): Response {
  const problem = problemOf(error);
  problems({ status: String(problem.status) });
  if (problem.noted) {
    log.error('request failed', {
      request: c.get('visit')?.requestId,
      route: c.req.routePath,
      ...faultOf(error),
    });
  }
  if (problem.status === 503) c.header('retry-after', '30');
  return answerProblem(parts, c, problem, error instanceof Invalid ? error.errors : undefined);
}

/** Answers that too much was asked from this address. */
function turnAway(parts: WebParts, c: Ctx): Response {
  c.header('retry-after', '60');
  return answerProblem(parts, c, tooMany);
}

function answerProblem(parts: WebParts, c: Ctx, problem: Problem, faults?: Fault['errors']): Response {
  const visit = c.get('visit') ? visitOf(c) : null;
  if (isForPrograms(c)) {
    const lang = visit?.lang ?? 'vi';
    c.header('content-language', lang);
    c.header('vary', 'Accept-Language, Cookie');
    const fields = faults?.map((one) => ({ field: one.field, message: one.message[lang] }));
    return c.json({ message: problem.text[lang], fields }, problem.status);
  }
  if (!visit) return c.text(`${problem.text.vi}\n${problem.text.en}\n`, problem.status);
  return show(parts, c, parts.problemView(problem, visit), problem.status);
}
