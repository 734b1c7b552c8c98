/**
 * A birth is registered from sign-in to the result in the vault, by everybody who has a part in it, with the keyboard
 * alone: on a phone of 320 px without scripts, and on a desktop with them (REQUIREMENTS B5, N5; WCAG 2.2 1.4.10, 2.1.1).
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { take } from '../src/app/demo/take.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import { keyboardBrowser } from './by-keyboard.ts';
import { startChromium, withoutChromium } from './chromium.ts';
import { openHouse, type House } from './house.ts';
import { picture } from './judge.ts';

const birth = walks.find(({ procedure }) => procedure === '1.001193')!;

describe('a birth is registered with the keyboard alone', { skip: withoutChromium, timeout: 900_000 }, () => {
  let house: House;
  let chromium: Browser;

  before(async () => {
    [house, chromium] = await Promise.all([openHouse(), startChromium()]);
  });
  after(async () => {
    await chromium?.close();
    await house?.close();
  });

  for (const [name, width, javaScriptEnabled] of [
    ['on a phone without scripts', 320, false],
    ['on a desktop with scripts', 1280, true],
  ] as const)
    it(name, { timeout: 600_000 }, async () => {
      const faults = new Set<string>();
      const opened: Page[] = [];
      const judge = async (page: Page): Promise<void> => {
        if (!opened.includes(page)) opened.push(page);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wider > 0) faults.add(`${new URL(page.url()).pathname} is ${wider} px wider than the screen`);
      };
      const { result } = await take(house.origin, birth, {
        browser: async (origin) => {
          const context = await chromium.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
          return keyboardBrowser(context, origin, judge);
        },
      }).catch(async (error: unknown) => {
        for (const [i, page] of opened.entries()) await picture(page, `${name} ${i}`);
        throw error;
      });
      assert.equal(result.subarray(0, 5).toString(), '%PDF-');
      assert.deepEqual([...faults], []);
    });
});
