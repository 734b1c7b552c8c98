import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingOf, hasAlready, KEPT_MS, newKeptPages, type KeptPage, type Ready } from './kept.ts';

const always = (html: string | null) => async () => html;
const whole = (page: KeptPage | null, takes?: string): Buffer => page!.ready(undefined, takes).body!;
const headersOf = ({ headers }: Ready): Map<string, string> =>
  new Map(headers.flatMap((name, i) => (i % 2 === 0 ? [[name, headers[i + 1]!] as const] : [])));

describe('kept pages', () => {
  it('are kept for one second from when they were read, and no longer', async () => {
    const pages = newKeptPages();
    await pages.get('/thu-tuc', '/thu-tuc', 1000, always('<p>cũ</p>'));
    assert.equal(String(whole(pages.find('/thu-tuc', 1000 + KEPT_MS - 1))), '<p>cũ</p>');
    assert.equal(pages.find('/thu-tuc', 1000 + KEPT_MS), null);
    assert.equal(pages.find('/thu-tuc?q=a', 1001), null);
    const later = await pages.get('/thu-tuc', '/thu-tuc', 1000 + KEPT_MS, always('<p>mới</p>'));
    assert.equal(String(whole(later)), '<p>mới</p>');
  });

  it('have the same tag while they say the same, and come back whole from both encodings', async () => {
    const pages = newKeptPages({ 'x-content-type-options': 'nosniff' });
    const html = '<p>Đăng ký khai sinh</p>'.repeat(100);
    const [one, two, other] = await Promise.all([
      pages.get('a', 'a', 0, always(html)),
      pages.get('b', 'b', 0, always(html)),
      pages.get('c', 'c', 0, always(`${html} `)),
    ]);
    const etag = headersOf(one!.ready(undefined, undefined)).get('etag');
    assert.equal(headersOf(two!.ready(undefined, 'br')).get('etag'), etag);
    assert.notEqual(headersOf(other!.ready(undefined, undefined)).get('etag'), etag);
    assert.equal(brotliDecompressSync(whole(one, 'br')).toString(), html);
    assert.equal(gunzipSync(whole(one, 'gzip')).toString(), html);
    assert.ok(whole(one, 'br').length < html.length / 10);
    const compressed = headersOf(one!.ready(undefined, 'br'));
    assert.equal(compressed.get('content-encoding'), 'br');
    assert.equal(compressed.get('content-length'), String(whole(one, 'br').length));
    const again = one!.ready(etag, 'br');
    assert.deepEqual([again.status, again.body], [304, null]);
    assert.equal(headersOf(again).get('x-content-type-options'), 'nosniff');
  });

  it('are drawn once for all who ask meanwhile, but not for those who ask a second later', async () => {
    const pages = newKeptPages();
    let drawn = 0;
    let finish = (_: string): void => {};
    const slow = () => {
      drawn += 1;
      return new Promise<string>((resolve) => (finish = resolve));
    };
    const waiting = [0, 1, 999].map((now) => pages.get('a', 'a', now, slow));
    const first = finish;
    const late = pages.get('a', 'a', KEPT_MS, slow);
    finish('mới');
    first('cũ');
    assert.deepEqual(
      (await Promise.all(waiting)).map((page) => String(whole(page))),
      ['cũ', 'cũ', 'cũ'],
    );
    assert.equal(String(whole(await late)), 'mới');
    assert.equal(drawn, 2);
  });

  it('are not those with a form, nor those that could not be drawn', async () => {
    const pages = newKeptPages();
    assert.equal(await pages.get('a', 'a', 0, always(null)), null);
    await assert.rejects(
      pages.get('a', 'a', 0, () => Promise.reject(new Error('away'))),
      /away/,
    );
    assert.equal(pages.find('a', 0), null);
    assert.equal(String(whole(await pages.get('a', 'a', 0, always('wieder')))), 'wieder');
  });

  it('do not fill the memory: neither many addresses nor a long one', async () => {
    const pages = newKeptPages();
    const long = `/${'a'.repeat(400)}`;
    assert.equal(String(whole(await pages.get(long, 'x', 0, always('x')))), 'x');
    assert.equal(pages.find(long, 0), null);
    for (let i = 0; i < 2000; i++) await pages.get(`/${i}`, 'x', 0, always('x'));
    const held = Array.from({ length: 2000 }, (_, i) => pages.find(`/${i}`, 0)).filter(Boolean);
    assert.ok(held.length <= 500);
  });

  it('are sent as the browser takes them', () => {
    const table: [string | undefined, ReturnType<typeof encodingOf>][] = [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip;q=1.0, br;q=0', 'gzip'],
      ['identity', null],
      [undefined, null],
    ];
    for (const [accepted, encoding] of table) assert.equal(encodingOf(accepted), encoding);
    assert.equal(hasAlready('W/"a", "b"', 'W/"a"'), true);
    assert.equal(hasAlready('"b"', 'W/"a"'), false);
    assert.equal(hasAlready(undefined, 'W/"a"'), false);
  });
});
