/**
 * Every page of the route table: axe-core finds nothing in either language, at phone and desktop width, and it is light
 * on its first load (REQUIREMENTS B5, N2, N5).
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium, withoutChromium } from './chromium.ts';
import { joinExploration } from './exploration.ts';
import type { Explored } from './explore.ts';
import { openHouse, type House } from './house.ts';
import { newJudge, type Judge } from './judge.ts';
import { pagesOf } from './routes.ts';
import { lengthOverShown, newSight, type SeenPage } from './seen.ts';

/** Bytes of a first load, fonts apart. */
const LIGHT = 100_000;
/** Bytes of scripts on a page that citizens see, and how much longer than what it shows it may be. */
const ENHANCING = 15_000;
const LONGER = 1.1;
/** Pages that citizens never see: of those who run the platform, and of those who build it. */
const inside = /^\/(quan-tri|ui)(\/|$)/;

describe('every page', { skip: withoutChromium, timeout: 900_000 }, () => {
  let house: House;
  let chromium: Browser;
  let judge: Judge | undefined;
  let explored: Explored;
  const seen: SeenPage[] = [];
  const light: SeenPage[] = [];
  const explore = joinExploration((_, go) => {
    const see = newSight();
    return go(async ({ path, screen, cookies }) => {
      const page = await see(screen.url, cookies);
      seen.push(page);
      judge?.hand(page);
      if (!inside.test(path)) light.push(page);
    });
  });

  before(
    async () => {
      [house, chromium] = await Promise.all([openHouse(), startChromium()]);
      judge = await newJudge(chromium, house);
      // Those that were seen before there was a judge.
      seen.forEach(judge.hand);
      explored = await explore(house);
    },
    { timeout: 600_000 },
  );
  after(async () => {
    await chromium?.close();
    await judge?.close();
    await house?.close();
  });

  it('can be met: by its example, on a journey or an errand, or by a link from there', () => {
    const missed = pagesOf(house.program).filter(({ path }) => !explored.met.has(path));
    assert.deepEqual(
      missed.map(({ path }) => path),
      [],
    );
  });

  it('is met without a hitch: journeys and errands reach their end', () =>
    assert.deepEqual(explored.problems, []));

  it('is accessible: axe-core finds nothing, and it fits the screen', { timeout: 600_000 }, async () =>
    assert.deepEqual(await judge!.verdict(), []),
  );

  it(`weighs less than ${LIGHT / 1000} kB where citizens see it`, () =>
    assert.deepEqual(
      light.filter(({ bytes }) => bytes >= LIGHT).map(({ path, bytes }) => [path, bytes]),
      [],
    ));

  it(`is at most ${LONGER} times as long as what it shows, with ${ENHANCING / 1000} kB of scripts`, (t) => {
    const longer = light.map((page) => ({ ...page, longer: lengthOverShown(page.html.vi) }));
    const most = Math.max(...longer.map((page) => page.longer));
    const scripts = Math.max(...light.map((page) => page.scripts));
    t.diagnostic(`pages: at most ${most.toFixed(3)} times what they show, ${scripts} bytes of scripts`);
    assert.deepEqual(
      longer
        .filter((page) => page.longer > LONGER || page.scripts > ENHANCING)
        .map((page) => [page.path, page.longer, page.scripts]),
      [],
    );
  });
});
