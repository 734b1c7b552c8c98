/** A real web process on a database of its own: what it does when too much is asked of it, and when it must end under load. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { connect } from '../ground/db/connect.ts';
import { cloneDatabase } from '../ground/db/testing.ts';
import { METRICS_TYPE } from '../ground/operate/metrics.ts';
import { readMetrics } from '../ground/operate/testing.ts';
import { csrfOf, newVisitorToken, SESSION_COOKIE } from '../ground/web/cookies.ts';
import { LONGEST_FAREWELL } from './http.ts';

const bin = fileURLToPath(new URL('../../bin/toantrinh', import.meta.url));
const SIGN_IN = '/dang-nhap/can-bo';

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};
type Ask = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The address of this machine from which it asks: limits count by address. */
  readonly from?: string;
  readonly agent?: Agent;
};

type Process = { readonly child: ChildProcess; readonly port: number };

const ask = ({ port }: Process, { path, body, from, ...options }: Ask): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, localAddress: from, agent: false, ...options },
      async (response) => {
        const parts: Buffer[] = [];
        try {
          for await (const part of response) parts.push(part as Buffer);
        } catch (error) {
          return reject(error as Error); // cut off in the middle
        }
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        });
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that closes as it is asked again: the request was not taken, and a client sends it anew (RFC 9112 9.3.1).
      reject(
        sent.reusedSocket && error.code === 'ECONNRESET'
          ? Object.assign(error, { code: 'NOT_TAKEN' })
          : error,
      );
    });
    sent.end(body);
  });

/** A failing attempt of a stranger to sign in, as their browser would post it. */
const attempt = (lang: 'vi' | 'en' = 'vi'): Pick<Ask, 'path' | 'method' | 'headers'> & { body: string } => {
  const token = newVisitorToken();
  const body = new URLSearchParams({
    csrf: csrfOf(token),
    login: 'khong-co-ai',
    password: 'không đúng đâu',
    code: '000000',
  });
  return {
    path: SIGN_IN,
    method: 'POST',
    headers: {
      cookie: `${SESSION_COOKIE}=${token}; ngon-ngu=${lang}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: body.toString(),
  };
};

describe('a web process', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let dataDir: string;
  let web: Process;
  before(async () => {
    database = await cloneDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'toantrinh-serving-'));
    const env = { ...process.env, DATABASE_URL: database.program, DATA_DIR: dataDir, PORT: '0' };
    const child = spawn(process.execPath, [bin, 'web'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
    web = { child, port: Number(new URL(address).port) };
  });
  after(async () => {
    web?.child.kill('SIGKILL');
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('tells what it did in the text format of Prometheus 0.0.4', async () => {
    for (const path of ['/', '/thu-tuc', '/khong-co', '/api/v1/khong-co']) await ask(web, { path });
    const { status, headers, text } = await ask(web, { path: '/metrics' });
    assert.equal(status, 200);
    assert.equal(headers['content-type'], METRICS_TYPE);
    const families = readMetrics(text);
    const times = families.get('http_request_seconds')!;
    assert.equal(times.type, 'histogram');
    const home = times.samples.find(
      ({ name, labels }) => name === 'http_request_seconds_count' && labels['route'] === '/',
    );
    assert.equal(home?.value, 1);
    assert.equal(
      families.get('http_problems_total')!.samples.find(({ labels }) => labels['status'] === '404')?.value,
      2,
    );
  });

  const isTurnedAway = ({ status, headers, text }: Answer, lang: 'vi' | 'en', title: RegExp): void => {
    assert.equal(status, 429);
    assert.ok(Number(headers['retry-after']) > 0);
    assert.match(text, new RegExp(`<html lang="${lang}"`));
    assert.match(text, title);
    assert.match(String(headers['content-security-policy']), /default-src/);
  };
  const vietnamese = /Có quá nhiều yêu cầu cùng lúc/;
  const english = /Too many requests\. Please wait/;

  /** Asks at once, many times, and returns the answers that were turned away and whether any came through. */
  const flood = async (times: number, one: Ask): Promise<{ away: Answer[]; through: number }> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const all = await Promise.all(Array.from({ length: times }, () => ask(web, { ...one, agent })));
    agent.destroy();
    const away = all.filter(({ status }) => status === 429);
    return { away, through: all.length - away.length };
  };

  it('answers a page that it keeps at once, as whole and as guarded as any other', async () => {
    const of = (headers: Record<string, string>) =>
      ask(web, { path: '/thu-tuc', from: '127.0.0.6', headers });
    const counted = async (): Promise<number> => {
      const times = readMetrics((await ask(web, { path: '/metrics' })).text).get('http_request_seconds')!;
      const of = times.samples.filter(
        ({ name, labels }) => name.endsWith('_count') && labels['route'] === '/thu-tuc',
      );
      return of.reduce((sum, { value }) => sum + value, 0);
    };
    const before = await counted();
    const [whole, kept] = [await of({}), await of({})];
    assert.deepEqual([kept.status, kept.text], [200, whole.text]);
    const mine = new Set(['x-request-id', 'date']);
    for (const [name, value] of Object.entries(whole.headers))
      if (!mine.has(name)) assert.equal(kept.headers[name], value, name);
    assert.match(String(kept.headers['content-security-policy']), /default-src 'none'/);
    assert.notEqual(kept.headers['x-request-id'], whole.headers['x-request-id']);
    const again = await of({ 'if-none-match': String(kept.headers['etag']) });
    assert.deepEqual([again.status, again.text], [304, '']);
    const english = await of({ cookie: 'ngon-ngu=en' });
    assert.match(english.text, /lang="en"/, 'whoever has a cookie has a page of their own');
    assert.equal(await counted(), before + 4);
  });

  it('turns away who reads too much, with a page in their language, and lets them in again', async () => {
    const one: Ask = { path: SIGN_IN, from: '127.0.0.2', headers: { cookie: 'ngon-ngu=en' } };
    const first = await flood(250, one);
    assert.equal(first.through, 250, 'a person, or an office behind one address, is not held back');
    // On a busy machine the bucket fills nearly as fast as one asks.
    let away: readonly Answer[] = [];
    for (let n = 0; n < 20 && away.length === 0; n++) ({ away } = await flood(400, one));
    isTurnedAway(away[0]!, 'en', english);
    const other = await ask(web, { path: '/thu-tuc', from: '127.0.0.3' });
    assert.equal(other.status, 200, 'another address is not held back');
    const kept = await flood(400, { path: '/thu-tuc', from: '127.0.0.2' });
    assert.ok(kept.away.length > 0, 'what is kept counts as well');
    await sleep(500);
    assert.equal((await ask(web, one)).status, 200);
  });

  it('turns away who sends too much, and lets them in again', async () => {
    const one: Ask = { path: '/thu-tuc', method: 'POST', body: 'csrf=x', from: '127.0.0.4' };
    const { away, through } = await flood(100, one);
    assert.ok(through >= 60 && away.length > 0, `${through} through, ${away.length} away`);
    isTurnedAway(away[0]!, 'vi', vietnamese);
    const api = await flood(60, { ...one, path: '/api/v1/drafts' });
    const refused = JSON.parse(api.away[0]!.text) as { message: string };
    assert.match(refused.message, vietnamese);
    await sleep(500);
    assert.notEqual((await ask(web, one)).status, 429);
  });

  it('turns away who tries one code of a dossier after the other, on the page and for programs alike', async () => {
    const from = '127.0.0.8';
    let n = 0;
    const tried = async (path: string, times: number): Promise<number> => {
      const { away } = await flood(times, { path: `${path}${n++}`, from });
      return away.length;
    };
    assert.equal(await tried('/tra-cuu?x=', 40), 0, 'the empty form is a page like any other');
    const away = await tried('/tra-cuu?ma=H99.18-261121-', 40);
    assert.ok(away >= 5 && away <= 10, `${away} away`);
    assert.ok((await tried('/api/v1/dossiers/H99.18-261121-0001/progress?', 5)) >= 4);
    assert.equal(await tried('/thu-tuc?x=', 5), 0, 'everything else stays open to them');
    await sleep(2_200);
    assert.equal((await ask(web, { path: '/tra-cuu?ma=H99.18-261121-0001', from })).status, 200);
  });

  it('turns away who tries to sign in too often, keeps the cookie of their session, and lets them in again', async () => {
    const one: Ask = { ...attempt('en'), from: '127.0.0.5' };
    const { away, through } = await flood(25, one);
    assert.ok(through >= 20 && away.length > 0, `${through} through, ${away.length} away`);
    isTurnedAway(away[0]!, 'en', english);
    assert.equal(away[0]!.headers['set-cookie'], undefined);
    await sleep(5_200);
    assert.notEqual((await ask(web, one)).status, 429);
  });

  it('ends under load: finishes what is under way, refuses what is new, and waits for nobody for ever', async () => {
    const connection = connect(database.owner, 1);
    const held = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const lock = connection.db.transaction().execute(async (tx) => {
      await sql`lock table access.security_log in access exclusive mode`.execute(tx);
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    // A POST that waits inside the database, one whose body is still coming, and one that never says the rest.
    const waiting = ask(web, { ...attempt(), from: '127.0.0.6' });
    const slow = trickle(web, attempt());
    const endless = trickle(web, attempt());
    await sleep(500);
    const crowdAsks = new AbortController();
    const answered: number[] = [];
    const refused: string[] = [];
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const crowd = [0, 1, 2, 3].map(async (i) => {
      while (!crowdAsks.signal.aborted) {
        await ask(web, { path: '/thu-tuc', from: `127.0.1.${i}`, agent }).then(
          ({ status }) => answered.push(status),
          (error: NodeJS.ErrnoException) => {
            refused.push(error.code ?? error.message);
            return sleep(20);
          },
        );
      }
    });
    await sleep(300);
    const asked = performance.now();
    web.child.kill('SIGTERM');
    const exit = once(web.child, 'exit') as Promise<[number | null, string | null]>;
    await sleep(1_000);
    await assert.rejects(ask(web, { path: '/healthz' }), { code: 'ECONNREFUSED' });
    held.resolve();
    await lock;
    slow.finish();
    assert.equal((await waiting).status, 303);
    assert.match(await slow.answer, /^HTTP\/1\.1 303 /);
    const [code, signal] = await exit;
    const took = performance.now() - asked;
    crowdAsks.abort();
    await Promise.all(crowd);
    agent.destroy();
    assert.deepEqual([code, signal], [0, null]);
    assert.ok(took > LONGEST_FAREWELL - 500, `it waited for the one that was still coming: ${took} ms`);
    assert.ok(took < LONGEST_FAREWELL + 2_000, `it took ${took} ms`);
    assert.equal(await endless.answer, '');
    assert.ok(answered.length > 0 && answered.every((status) => status === 200), answered.join());
    assert.deepEqual(
      [...new Set(refused)].filter((reason) => reason !== 'ECONNREFUSED' && reason !== 'NOT_TAKEN'),
      [],
      'no request that was taken was cut off',
    );
    const logged = await sql<{ n: number }>`select count(*)::int as n from access.security_log`.execute(
      connection.db,
    );
    assert.ok(logged.rows[0]!.n >= 2, 'what was answered is stored');
    await connection.close();
  });
});

/** Posts all but the last letters of a form over a socket of its own; `finish` sends them. */
function trickle({ port }: Process, { path, method, headers, body }: ReturnType<typeof attempt>) {
  const socket = connectSocket({ host: '127.0.0.1', port, localAddress: '127.0.0.7' });
  const lines = Object.entries({ host: `127.0.0.1:${port}`, 'content-length': body.length, ...headers });
  socket.write(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  socket.write(body.slice(0, -3));
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.on('error', () => {}); // cut off: the answer is what came until then
  return {
    finish: () => void socket.write(body.slice(-3)),
    answer: new Promise<string>((resolve) =>
      socket.once('close', () => resolve(Buffer.concat(parts).toString())),
    ),
  };
}
