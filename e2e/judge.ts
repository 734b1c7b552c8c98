/** Judges pages in Chromium with axe-core: both languages, phone and desktop. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Cookie } from '../src/app/demo/browser.ts';

const widths = [320, 1280] as const;
const languages = ['vi', 'en'] as const;

/** Looks at pages as the holder of these cookies sees them. Findings are sentences; an empty list is a page without fault. */
export type Judge = { look(address: string, cookies: readonly Cookie[]): Promise<string[]> };

/** Opens a judge in a browser. */
export async function newJudge(chromium: Browser): Promise<Judge> {
  const context = await chromium.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  return {
    look: async (address, cookies) => {
      const found: string[] = [];
      await context.clearCookies();
      await keep(context, cookies);
      for (const lang of languages) {
        const asked = new URL(address);
        asked.searchParams.set('lang', lang);
        const answer = await page.goto(asked.href);
        if (!answer?.ok()) found.push(`${asked.pathname} (${lang}) answers ${answer?.status()}`);
        for (const width of widths)
          found.push(...(await judge(page, `${asked.pathname} (${lang}, ${width} px)`, width)));
      }
      return found;
    },
  };
}

/** Cookies of a browser without scripts, for Chromium. */
export const keep = (context: BrowserContext, cookies: readonly Cookie[]): Promise<void> =>
  context.addCookies(
    cookies.map(({ host, name, value }) => ({
      name,
      value,
      url: `http://${host}`,
      httpOnly: true,
    })),
  );

async function judge(page: Page, where: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${where}: ${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) found.push(`${where}: is ${wider} px wider than the screen`);
  if (found.length > 0) await picture(page, where);
  return found;
}

/** A picture of a page with a fault, for whoever mends it. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = path.join(tmpdir(), 'toantrinh-pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({
    path: path.join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`),
    fullPage: true,
  });
}
