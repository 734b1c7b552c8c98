/**
 * An editor draws the process of a procedure in the browser: adds a step with the keyboard, says in the panel who does it, saves, and finds it
 * in the step table; what is changed in the table is in the drawing (Circular 21/2023 art. 5: functions on processes).
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { newBrowser } from '../src/app/demo/browser.ts';
import { officer } from '../src/app/demo/people.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { processOfVersion } from '../src/services/catalogue/index.ts';
import { startChromium, withoutChromium } from './chromium.ts';
import { openHouse, type House } from './house.ts';

const CODE = '1.004873';
const TABLE = `/quan-tri/thu-tuc/${CODE}/quy-trinh`;
const BOARD = `${TABLE}/ve`;
const STEP = 'Kiểm tra lại lần cuối';
const SLOWEST = 60_000;

describe('drawing a process', { skip: withoutChromium, timeout: 300_000 }, () => {
  let house: House;
  let chromium: Browser;
  const complaints: string[] = [];
  before(async () => {
    [house, chromium] = await Promise.all([openHouse(), startChromium()]);
  });
  after(async () => {
    await chromium?.close();
    await house?.close();
  });

  /** A window of the editor; whatever the browser complains of is kept, above all what the content policy forbids. */
  async function windowOfEditor(javaScriptEnabled = true): Promise<Page> {
    const { browser } = await officer(newBrowser(house.origin), 'bien-tap.tinh');
    const context = await chromium.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
    const here = new URL(house.origin);
    const own = browser.cookies().filter(({ host }) => host === here.host);
    await context.addCookies(own.map(({ name, value }) => ({ name, value, url: house.origin })));
    const page = await context.newPage();
    page.setDefaultTimeout(SLOWEST);
    page.on('console', (message) => {
      // A drawing that is refused comes back with this status.
      if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => void complaints.push(message));
    return page;
  }

  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(house.origin + path);
    if (path === BOARD) await page.waitForSelector('[data-board-ready]');
  };

  /** Sends the form whose button this is, and waits for the page that follows. */
  const send = async (page: Page): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.click('button:has-text("Lưu vào bản soạn")')]);
    assert.match(await page.innerText('main, .govuk-notification-banner'), /./);
    assert.equal(await page.locator('.govuk-error-summary').count(), 0, await page.innerText('main'));
  };

  const stored = () =>
    house.program.edge.look(bySystem(TENANT), (look) => processOfVersion(look, CODE, null));

  /** Chooses an element in the list of the panel, by the beginning of its title. */
  async function choose(page: Page, title: string): Promise<void> {
    const options = await page.locator('#board-list option').allInnerTexts();
    const label =
      options.find((one) => one.startsWith(title)) ?? assert.fail(`no ${title} in ${options.join()}`);
    await page.selectOption('#board-list', { label });
  }

  it('adds a step with the keyboard, which then stands in the step table; the table changes the drawing', async () => {
    const page = await windowOfEditor();
    await open(page, BOARD);
    await choose(page, 'Thẩm định');
    await page.selectOption('#board-followers', { value: 'user-task' });
    await page.focus('[data-board-append]');
    await page.keyboard.press('Enter');
    const typed = {
      unit: 'Phòng Thí dụ',
      role: 'Trưởng phòng',
      limit: '4 giờ',
      output: 'Phiếu kiểm tra',
      act: 'appraise',
    };
    await page.keyboard.type(STEP);
    for (const value of Object.values(typed)) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Tab');
    assert.equal(await page.innerText('[data-board-heading]'), `${STEP} (việc của người)`);
    await page.fill('#cause', 'Quyết định thử');
    await send(page);
    await page.waitForSelector('[data-board-ready]');
    assert.equal(await page.locator('[data-board-finding]').count(), 0, 'nothing is missing');

    await open(page, TABLE);
    const row = page.locator('tr', { has: page.locator(`input[value="${STEP}"]`) });
    const cells = await row
      .locator('input.govuk-input')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    assert.deepEqual(cells.slice(0, 6), [STEP, typed.unit, typed.role, typed.limit, typed.output, typed.act]);

    await row.locator('input[name="step"]').fill('Kiểm tra lần hai');
    await page.fill('#cause', 'Quyết định thử');
    await send(page);
    await open(page, BOARD);
    assert.match((await page.locator('.djs-label').allTextContents()).join(' '), /Kiểm tra lần hai/);
  });

  it('writes the drawing anew without changing what it says', async () => {
    const page = await windowOfEditor();
    await open(page, BOARD);
    const { source: _before, ...before } = await stored();
    await choose(page, 'Thẩm định');
    const name = await page.inputValue('#board-name');
    for (const one of ['Tên khác', name]) {
      await page.fill('#board-name', one);
      await page.press('#board-name', 'Tab');
    }
    await page.fill('#cause', 'Quyết định thử');
    await send(page);
    const { source, ...later } = await stored();
    assert.deepEqual(later, before);
    assert.match(source ?? '', /bpmndi:BPMNShape/);
  });

  it('says what is wrong beside the drawing, marks it, and keeps what was drawn', async () => {
    const page = await windowOfEditor();
    await open(page, BOARD);
    const before = await stored();
    await choose(page, 'Duyệt →');
    await page.fill('#board-condition', 'for x in y return x');
    await page.fill('#cause', 'Quyết định thử');
    await Promise.all([page.waitForNavigation(), page.click('button:has-text("Lưu vào bản soạn")')]);
    await page.waitForSelector('[data-board-ready]');
    assert.match(await page.innerText('.govuk-error-summary'), /^.*Duyệt: .*vòng lặp/s);
    assert.equal(await page.locator('.djs-element.tt-wrong').count(), 1);
    await page.click('[data-board-finding] button');
    assert.equal(await page.inputValue('#board-condition'), 'for x in y return x');
    assert.deepEqual(await stored(), before);
  });

  it('joins two elements once, and says so', async () => {
    const page = await windowOfEditor();
    await open(page, BOARD);
    await choose(page, 'Thẩm định');
    const arrows = () => page.locator('#board-list option', { hasText: '→' }).count();
    const before = await arrows();
    const { flows } = await stored().then((process) => process!);
    const next = flows.find(({ from }) => from === 'tham-dinh')!.to;
    await page.selectOption('#board-targets', { value: next });
    await page.click('[data-board-connect]');
    assert.ok(await page.isVisible('[data-board-joined]'));
    assert.equal(await page.isVisible('[data-board-unjoined]'), false);
    assert.equal(await arrows(), before);
    await choose(page, 'Duyệt →');
    assert.equal(await page.isVisible('[data-board-joined]'), false, 'until something else is done');
  });

  it('chooses by the mouse, and offers nothing outside of the subset', async () => {
    const page = await windowOfEditor();
    await open(page, BOARD);
    const offered = await page
      .locator('.djs-palette .entry')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-action')));
    assert.ok(offered.includes('create.user-task') && offered.includes('create.parallel'), offered.join());
    assert.ok(!offered.some((one) => /data-|group|create\.task/.test(one ?? '')), offered.join());
    await page.locator('.djs-element.djs-shape[data-element-id="tham-dinh"]').first().click({ force: true });
    await page.click('.djs-context-pad [data-action="replace"]');
    await page.waitForSelector('.djs-popup-label');
    const menu = await page.locator('.djs-popup-label').allInnerTexts();
    assert.ok(menu.includes('Việc của hệ thống'), menu.join());
    assert.ok(!menu.some((one) => /[Mm]anual|[Ss]cript|[Rr]ule|Task/.test(one)), menu.join());
  });

  it('is accessible, and needs no more width than a phone has', async () => {
    const page = await windowOfEditor();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, BOARD);
      await choose(page, 'Thẩm định');
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
        ),
        [],
      );
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wider <= 0, `${wider} px wider than ${width}`);
    }
  });

  it('says without script what to do instead', async () => {
    const page = await windowOfEditor(false);
    await page.goto(house.origin + BOARD);
    assert.match(await page.innerText('main'), /không chạy JavaScript/);
    assert.equal(await page.isVisible('.tt-board'), false);
    assert.ok(await page.isVisible('input[type="file"]'));
  });

  it('loads nothing that the content policy forbids', () => assert.deepEqual(complaints, []));
});
