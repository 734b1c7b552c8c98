/**
 * Requests that no page of ours makes: odd addresses, methods, headers and places in lists. Each is answered clearly, as
 * HTTP says, and never with a failure of ours (REQUIREMENTS N3, N4; RFC 9110).
 */
import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { openHouse, type House } from './house.ts';
import { answersOf, pagesOf } from './routes.ts';
import { visitorsOf } from './visitors.ts';

type Asked = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Asks exactly as written: `fetch` would mend the address first. */
const ask = (origin: string, { path, method = 'GET', headers = {} }: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.once('error', reject);
    asked.end();
  });

/** What is asked, and the status that answers it. */
const cases: readonly (readonly [number, Asked])[] = [
  ...['/%E0%A4%A', '//', '//evil.example', '/..%2f', '/%2e%2e/%2e%2e/etc/passwd', '/thu-tuc/%zz'].map(
    (path) => [404, { path }] as const,
  ),
  ...['/assets/..%2f..%2fpackage.json', '/assets/%00', '/assets/%E0%A4%A', '/api/v1/none'].map(
    (path) => [404, { path }] as const,
  ),
  ...[
    '/?lang=xx',
    '/?lang=vi&lang=en',
    '/thu-tuc?q=a&q=b&q[]=c',
    '/thu-tuc?tu=-1',
    '/thu-tuc?tu=99999999999999999999',
    '/thu-tuc?tat-ca=1&tu=~~~',
    '/thu-tuc?q=%00',
    '/thu-tuc?q=%E0%A4%A',
    '/thu-tuc?q=%ed%a0%80',
    `/thu-tuc?q=${encodeURIComponent('khai sinh trẻ em'.normalize('NFD'))}`,
    `/thu-tuc?q=${'a'.repeat(7000)}`,
    '/tra-cuu?ma=%27%20or%201=1',
    '/tra-cuu?ma=%00',
    '/so-lieu?thang=-1&sau=%00',
  ].map((path) => [200, { path }] as const),
  ...['/', '/healthz', '/readyz', '/metrics', '/thu-tuc', '/api/v1/openapi.json'].map(
    (path) => [200, { path, method: 'HEAD' }] as const,
  ),
  ...['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => [405, { path: '/thu-tuc', method }] as const),
  [405, { path: '/', method: 'POST' }],
  [405, { path: '/dang-nhap/can-bo', method: 'PUT' }],
  [200, { path: '/', headers: { range: 'bytes=99999999-' } }],
  [200, { path: '/', headers: { 'accept-encoding': ';;;q=x' } }],
  [200, { path: '/', headers: { cookie: 'phien=%00%ff; ngon-ngu=xx; loi-nhan=!!!' } }],
  [200, { path: '/', headers: { cookie: `a=${'a'.repeat(12_000)}` } }],
  [431, { path: '/', headers: { 'x-huge': 'a'.repeat(30_000) } }],
];

describe('a request that no page makes', { timeout: 300_000 }, () => {
  let house: House;

  before(async () => void (house = await openHouse()), { timeout: 300_000 });
  after(() => house?.close());

  it('is answered as HTTP says', async () => {
    const wrong: string[] = [];
    for (const [expected, asked] of cases) {
      const { status } = await ask(house.origin, asked);
      if (status !== expected)
        wrong.push(`${asked.method ?? 'GET'} ${asked.path.slice(0, 60)}: ${status} instead of ${expected}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('with a method that is not taken is told which are', async () => {
    const { headers, text } = await ask(house.origin, { path: '/dang-nhap/can-bo', method: 'PUT' });
    assert.equal(headers.allow, 'GET, HEAD, POST');
    assert.match(text, /<html lang="vi"[^]*<h1/);
  });

  it('for a style beyond its end gets the whole style', async () => {
    const [style = ''] = /\/assets\/[^"]+\.css/.exec((await ask(house.origin, { path: '/' })).text) ?? [];
    const { status } = await ask(house.origin, { path: style, headers: { range: 'bytes=99999999-' } });
    assert.equal(status, 200);
  });

  it('with a foreign Host finds it in no page, no file, no redirect and no page kept for others', async () => {
    const host = 'evil.example';
    const editor = await visitorsOf(house.origin).one('bien-tap.tinh');
    const own = editor.cookies().map(({ name, value }) => `${name}=${value}`);
    const examples = [...pagesOf(house.program), ...answersOf(house.program)].flatMap(
      (one) => one.example ?? [],
    );
    const paths = [...new Set([...examples, '/dang-nhap/vneid', '/api/v1/openapi.json', '/khong-co'])];
    const told: string[] = [];
    for (const path of paths)
      for (const cookie of ['', own.join('; ')]) {
        const { headers, text } = await ask(house.origin, { path, headers: { host, cookie } });
        if (decodeURIComponent(JSON.stringify(headers)).includes(host) || text.includes(host))
          told.push(path);
        const kept = await ask(house.origin, { path, headers: cookie ? { cookie } : {} });
        if (kept.text.includes(host)) told.push(`${path}, as others see it`);
      }
    assert.deepEqual(told, []);
    assert.ok(paths.length > 100, `${paths.length} addresses asked`);
    const { headers } = await ask(house.origin, { path: '/dang-nhap/vneid', headers: { host } });
    assert.match(decodeURIComponent(headers.location ?? ''), new RegExp(`redirect_uri=${house.origin}/`));
  });

  it('with a slash too many is led to the page, and never to another site', async () => {
    const led = async (path: string) => (await ask(house.origin, { path })).headers.location;
    assert.equal(await led('/thu-tuc/?q=a'), '/thu-tuc?q=a');
    assert.equal(await led('//evil.example/'), '/evil.example');
  });
});
