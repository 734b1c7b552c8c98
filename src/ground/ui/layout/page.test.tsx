import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { same } from '../../text/language.ts';
import { elements, hasClass } from '../testing/elements.ts';
import { currentItem, withQuery, type Frame } from './frame.ts';
import { MAIN_ID, renderPage } from './page.tsx';

const page = (extra: Partial<Frame> = {}): string =>
  renderPage({
    lang: 'vi',
    title: 'Đăng ký khai sinh',
    crumbs: [{ href: '/dich-vu', text: 'Dịch vụ công' }],
    organisation: { vi: 'Tỉnh Sông Lam', en: 'Song Lam Province' },
    subtitle: { vi: 'Cổng dịch vụ công', en: 'Public services' },
    navigation: [
      { href: '/dich-vu', text: { vi: 'Dịch vụ công', en: 'Services' } },
      { href: '/van-ban', text: { vi: 'Văn bản', en: 'Documents' } },
    ],
    visitor: null,
    path: '/dich-vu/khai-sinh?buoc=2',
    body: <h1>Đăng ký khai sinh</h1>,
    assets: {
      css: '/assets/page.css',
      js: '/assets/page.js',
      icon: '/assets/icon.svg',
      preload: ['/assets/a.woff2'],
    },
    ...extra,
  });

describe('page', () => {
  it('is a whole document in its language with one main part that the skip link leads to', () => {
    const html = page();
    const all = elements(html);
    assert.match(html, /^<!doctype html><html lang="vi"/);
    assert.equal(all.find((one) => one.tag === 'title')?.text, 'Đăng ký khai sinh – Tỉnh Sông Lam');
    assert.deepEqual(
      all.filter((one) => one.tag === 'main').map((one) => one.attributes['id']),
      [MAIN_ID],
    );
    assert.equal(all.find((one) => hasClass(one, 'govuk-skip-link'))?.attributes['href'], `#${MAIN_ID}`);
  });

  it('has no script, style or handler inside the page, so that the content policy can forbid them', () => {
    for (const html of [
      page(),
      page({ lang: 'en', visitor: 'Lê Ví Dụ', csrf: 't', wide: true, scripts: ['/i.js'] }),
    ]) {
      for (const { tag, attributes, text } of elements(html)) {
        assert.ok(tag !== 'style', 'no style element');
        assert.ok(tag !== 'script' || (attributes['src'] && text === ''), 'scripts come from files');
        for (const name of Object.keys(attributes)) assert.doesNotMatch(name, /^(style$|on)/);
      }
    }
  });

  it('has the same header and footer everywhere', () => {
    const part = (html: string, tag: string): string =>
      html.slice(html.indexOf(`<${tag}`), html.indexOf(`</${tag}>`));
    const one = page();
    const other = page({ title: 'Khác', body: <p>Khác</p>, crumbs: [], wide: true });
    assert.equal(part(one, 'header'), part(other, 'header'));
    assert.equal(part(one, 'footer'), part(other, 'footer'));
  });

  it('marks the part of the site it lies in', () => {
    const current = elements(page()).filter((one) => one.attributes['aria-current'] === 'page');
    assert.deepEqual(
      current.map((one) => one.attributes['href']),
      ['/dich-vu'],
    );
  });

  it('says the same page in the other language', () => {
    const link = elements(page()).find((one) => one.attributes['rel'] === 'alternate');
    assert.deepEqual(
      [link?.attributes['href'], link?.attributes['lang'], link?.text],
      ['/dich-vu/khai-sinh?buoc=2&lang=en', 'en', 'English'],
    );
    const english = elements(page({ lang: 'en' }));
    assert.equal(english.find((one) => one.attributes['rel'] === 'alternate')?.text, 'Tiếng Việt');
    assert.ok(english.some((one) => one.text === 'Song Lam Province'));
  });

  it('lets a visitor sign in and come back, and a signed-in person sign out by a form with a token', () => {
    const signIn = elements(page()).find((one) => one.text === 'Đăng nhập');
    assert.equal(signIn?.attributes['href'], '/dang-nhap?next=%2Fdich-vu%2Fkhai-sinh%3Fbuoc%3D2');

    const all = elements(page({ visitor: 'Nguyễn Văn Thí Dụ', csrf: 'token-1' }));
    const form = all.find((one) => one.tag === 'form');
    assert.deepEqual([form?.attributes['method'], form?.attributes['action']], ['post', '/dang-xuat']);
    assert.equal(all.find((one) => one.attributes['name'] === 'csrf')?.attributes['value'], 'token-1');
    assert.ok(all.some((one) => one.attributes['content'] === 'noindex'));
  });

  it('shows names as text, whatever they hold', () => {
    const name = '"><script>alert(1)</script>';
    const html = page({
      title: name,
      visitor: name,
      csrf: name,
      organisation: same(name),
      path: `/a?q=${name}`,
    });
    assert.equal(elements(html).filter((one) => one.tag === 'script').length, 1);
    assert.ok(elements(html).some((one) => one.tag === 'a' && one.text === name));
  });
});

describe('paths of a page', () => {
  it('change one answer of the query and keep the others', () => {
    assert.equal(withQuery('/viec', { sort: 'due' }), '/viec?sort=due');
    assert.equal(
      withQuery('/viec?q=khai+sinh&after=9', { after: null, sort: '-due' }),
      '/viec?q=khai+sinh&sort=-due',
    );
    assert.equal(withQuery('/viec?lang=vi', { lang: 'en' }), '/viec?lang=en');
    assert.equal(withQuery('/viec?after=1', { after: null }), '/viec');
  });

  it('lie under the longest entry that matches by whole parts', () => {
    const items = ['/', '/viec', '/viec/xong'].map((href) => ({ href, text: same(href) }));
    const at = (path: string): string | undefined => currentItem(items, path)?.href;
    assert.equal(at('/'), '/');
    assert.equal(at('/viec/xong/3?x=1'), '/viec/xong');
    assert.equal(at('/viec/7'), '/viec');
    assert.equal(at('/viecgi'), undefined);
  });
});
