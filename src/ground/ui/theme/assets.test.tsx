import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { same } from '../../text/language.ts';
import { Gallery } from '../gallery.tsx';
import { renderPage } from '../layout/page.tsx';
import { elements } from '../testing/elements.ts';
import { buildAssets, pageAssets, type AssetManifest } from './assets.ts';

/** The law of the house: a page a citizen sees weighs less than this on first load, letters apart. */
const MOST_BYTES = 100_000;
/** Script that only eases. */
const MOST_SCRIPT = 15_000;

/** Classes of ours that change nothing by design: a due date in time looks like any text. */
const plain = new Set(['tt-ok', 'tt-paused']);

describe('assets', () => {
  const world: { folder: string; manifest?: AssetManifest; css: string } = { folder: '', css: '' };
  const weight = async (name: string): Promise<number> =>
    gzipSync(await readFile(path.join(world.folder, name))).length;
  const built = (): AssetManifest => world.manifest ?? assert.fail('not built');

  before(async () => {
    world.folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-assets-'));
    world.manifest = await buildAssets(world.folder);
    world.css = await readFile(path.join(world.folder, built().css), 'utf8');
  });
  after(() => rm(world.folder, { recursive: true, force: true }));

  it('carry the hash of their content in their names', () => {
    for (const file of built().files) assert.match(file, /-[A-Z0-9]{8}\.(css|js|svg|woff2)$/);
  });

  it('break a word that is too long, but never a number', () => {
    const broken = world.css.lastIndexOf('overflow-wrap:anywhere', world.css.indexOf('.tt-scroll'));
    const whole = world.css.indexOf('.govuk-table__cell--numeric{overflow-wrap:normal');
    assert.ok(broken > 0 && whole > broken, `${broken} ${whole}`);
  });

  it('are found again, and built again when damaged', async () => {
    const begun = performance.now();
    assert.deepEqual(await buildAssets(world.folder), built());
    assert.ok(performance.now() - begun < 1000, 'nothing is compiled when nothing has changed');
    await rm(path.join(world.folder, built().js));
    await writeFile(path.join(world.folder, 'manifest.json'), '{');
    assert.deepEqual(await buildAssets(world.folder), built());
  });

  it('say in one sentence why they cannot be built', async () => {
    const taken = path.join(world.folder, 'taken');
    await writeFile(taken, '');
    await assert.rejects(buildAssets(taken), /could not be built in .*taken: E(NOTDIR|EXIST)/);
  });

  it('load nothing from elsewhere', () => {
    const addresses = [...world.css.matchAll(/url\(([^)]+)\)/g)].map((match) =>
      (match[1] ?? '').replaceAll('"', ''),
    );
    assert.ok(addresses.length >= 9);
    for (const address of addresses) {
      assert.ok(address.startsWith('data:') || built().files.includes(path.basename(address)), address);
    }
  });

  it('bring our own letters with all Vietnamese marks, shown before they have come', () => {
    const faces = world.css.match(/@font-face\{[^}]+\}/g) ?? [];
    assert.equal(faces.length, 9);
    for (const face of faces) assert.match(face, /font-display:swap/);
    assert.ok(faces.some((face) => /U\+1EA0-1EF9/i.test(face) && /font-weight:700/.test(face)));
    assert.doesNotMatch(world.css, /GDS Transport/);
  });

  it('weigh little on first load', async (test) => {
    const html = renderPage({
      lang: 'vi',
      title: 'Thành phần',
      crumbs: [],
      organisation: same('Tỉnh Sông Lam'),
      navigation: [],
      visitor: null,
      path: '/ui',
      body: <Gallery />,
      assets: pageAssets(built(), '/assets'),
    });
    const script = await Promise.all(
      built()
        .files.filter((file) => file.endsWith('.js'))
        .map(weight),
    );
    const scripts = script.reduce((sum, one) => sum + one, 0);
    const css = await weight(built().css);
    const page = gzipSync(html).length;
    test.diagnostic(
      `css ${css}, all scripts ${scripts}, largest page (this gallery) ${page} bytes compressed`,
    );
    assert.ok(css + scripts + page < MOST_BYTES);
    assert.ok((await weight(built().js)) < MOST_SCRIPT);
  });

  it('style every class of ours that components use', () => {
    const styled = new Set(
      [...world.css.matchAll(/\.((?:\\.|[\w-])+)/g)].map((match) => (match[1] ?? '').replaceAll('\\', '')),
    );
    const html = renderPage({
      lang: 'vi',
      title: 'Thành phần',
      crumbs: [{ href: '/', text: 'Trang chủ' }],
      organisation: same('Tỉnh Sông Lam'),
      subtitle: same('Cổng'),
      navigation: [{ href: '/', text: same('Trang chủ') }],
      footer: [{ title: same('Liên kết'), links: [{ href: '/', text: same('Trang chủ') }] }],
      visitor: 'Lê Ví Dụ',
      path: '/ui',
      body: <Gallery />,
      assets: pageAssets(built(), '/assets'),
    });
    const used = new Set(
      elements(html).flatMap((one) => (one.attributes['class'] ?? '').split(/\s+/).filter(Boolean)),
    );
    assert.deepEqual(
      [...used].filter((name) => name.startsWith('tt-') && !styled.has(name) && !plain.has(name)),
      [],
    );
  });
});
