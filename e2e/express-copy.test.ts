/**
 * A certified copy at the counter with the keyboard alone, from the desk to the issued result: at most 40 key presses and six
 * page loads, all three officers together (C1). Each of them has their desk open; what they open from there counts.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { readSample } from '../sample/province/load.ts';
import { officer } from '../src/app/demo/people.ts';
import { newBrowser } from '../src/app/demo/browser.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { getPaper } from '../src/paper/papers/index.ts';
import { findByCode, findDossier } from '../src/services/dossiers/index.ts';
import { startChromium, withoutChromium } from './chromium.ts';
import { chooserOf, deskOf, type Count, type Hands } from './hands.ts';
import { openHouse, type House } from './house.ts';

const MOST_KEYS = 40;
const MOST_LOADS = 6;

describe('a certified copy at the counter', { skip: withoutChromium, timeout: 300_000 }, () => {
  let house: House;
  let chromium: Browser;
  before(async () => {
    [house, chromium] = await Promise.all([openHouse(), startChromium()]);
  });
  after(async () => {
    await chromium?.close();
    await house?.close();
  });

  const desk = (login: string, count: Count): Promise<Hands> => deskOf(chromium, house.origin, login, count);

  it('takes at most 40 key presses and six page loads', async (test) => {
    const count: Count = { keys: 0, loads: 0 };
    const person = readSample().people.find(
      ({ assurance, phone, number }) => assurance === 2 && phone && number,
    );
    assert.ok(person?.number);

    const counter = await desk('mot-cua.song-mau', count);
    await counter.open('c');
    await counter.type(person.number);
    await counter.press('Tab', 'b');
    await counter.press('Tab', '3');
    await counter.press('Tab', '2');
    await counter.press('Tab');
    const chooser = await chooserOf(counter);
    await chooser.setFiles({
      name: 'bang.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await counter.press('Tab');
    await counter.open('Enter');
    const path = new URL(counter.page.url()).pathname;
    assert.match(path, /^\/ho-so\//, (await counter.page.textContent('main')) ?? '');

    const leader = await desk('pho-chu-tich-1.song-mau', count);
    await leader.press('j');
    await leader.open('g');
    await leader.press('Tab', 'Enter', 'Tab', 'Tab');
    await leader.open('Enter');

    const clerk = await desk('van-thu.song-mau', count);
    await clerk.press('j');
    await clerk.open('g');
    await clerk.press('Tab', 'Enter', 'Tab');
    await clerk.open('Enter');

    const { browser } = await officer(newBrowser(house.origin), 'mot-cua.song-mau');
    const dossier = await browser.open(path);
    assert.match(dossier.text, /Đã xử lý xong/);
    const result = await browser.download(`${path}/ket-qua`);
    assert.equal(result.status, 200);
    assert.equal(result.bytes.subarray(0, 5).toString(), '%PDF-');
    const { data } = await house.program.edge.look(bySystem(TENANT), async (look) => {
      const id = await findByCode(look, decodeURIComponent(path.split('/').at(-1) ?? ''));
      return getPaper(look, (await findDossier(look, id ?? ''))?.result ?? '');
    });
    assert.deepEqual(
      [data['registerNumber'], data['fee'], data['pages']],
      ['1', 10_000, 3],
      'register number and page fee: (2.000 + 2.000 + 1.000) đồng for each of two copies',
    );
    test.diagnostic(`${count.keys} key presses, ${count.loads} page loads`);
    assert.ok(count.keys <= MOST_KEYS, `${count.keys} key presses`);
    assert.ok(count.loads <= MOST_LOADS, `${count.loads} page loads`);
  });
});
