import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingOf, hasAlready, KEPT_MS, newKeptPages } from './kept.ts';

describe('kept pages', () => {
  it('are kept for one second and no longer', () => {
    const pages = newKeptPages();
    pages.keep('vi /thu-tuc', '<p>cũ</p>', 1000);
    assert.equal(pages.find('vi /thu-tuc', 1000 + KEPT_MS - 1)?.html, '<p>cũ</p>');
    assert.equal(pages.find('vi /thu-tuc', 1000 + KEPT_MS), null);
    assert.equal(pages.find('en /thu-tuc', 1001), null);
  });

  it('have the same tag while they say the same, and come back whole from both encodings', () => {
    const pages = newKeptPages();
    const html = '<p>Đăng ký khai sinh</p>'.repeat(100);
    const [one, two] = [pages.keep('a', html, 0), pages.keep('a', html, 5000)];
    assert.equal(one.etag, two.etag);
    assert.notEqual(one.etag, pages.keep('a', `${html} `, 0).etag);
    assert.equal(brotliDecompressSync(one.bytes('br')).toString(), html);
    assert.equal(gunzipSync(one.bytes('gzip')).toString(), html);
    assert.ok(one.bytes('br').length < html.length / 10);
  });

  it('do not fill the memory: neither many addresses nor a long one', () => {
    const pages = newKeptPages();
    const long = `vi /${'a'.repeat(400)}`;
    assert.equal(pages.keep(long, 'x', 0).html, 'x');
    assert.equal(pages.find(long, 0), null);
    for (let i = 0; i < 2000; i++) pages.keep(`vi /${i}`, 'x', 0);
    const held = Array.from({ length: 2000 }, (_, i) => pages.find(`vi /${i}`, 0)).filter(Boolean);
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
