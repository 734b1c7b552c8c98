/** Judges pages in Chromium with axe-core: both languages, phone and desktop, several at once. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../src/ground/text/language.ts';
import type { House } from './house.ts';
import type { SeenPage } from './seen.ts';

const widths = [320, 1280] as const;
const languages = ['vi', 'en'] as const satisfies readonly Language[];
/** Windows that look at once: the machine that the tests are made for has two cores. */
const WINDOWS = 2;

/** The script that finds faults, which the pages load themselves: sending it anew for every look takes longer than the look. */
const AXE = '/axe.min.js';
const axe = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
);
const scriptForEver = {
  'content-type': 'text/javascript',
  'cache-control': 'public, max-age=86400, immutable',
};

/** Looks at pages while others are still being met. */
export type Judge = {
  /** Hands a page over; it is looked at when a window is free. */
  hand(page: SeenPage): void;
  /** What was found on all pages, as sentences; an empty list is a site without fault. */
  verdict(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** Opens a judge in a browser. Pages are served as they were taken down; styles, fonts and scripts come from the house. */
export async function newJudge(chromium: Browser, { app, origin }: House): Promise<Judge> {
  const waiting: { readonly page: SeenPage; readonly lang: Language }[] = [];
  const served = new Map<string, string>();
  const found: string[] = [];
  const server = createServer((asked, answer) => {
    if (asked.url === AXE) return void answer.writeHead(200, scriptForEver).end(axe);
    const html = served.get(asked.url ?? '');
    if (html) return void answer.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    void Promise.resolve(app.request(origin + (asked.url ?? '/'))).then(async (given) => {
      answer.writeHead(given.status, Object.fromEntries(given.headers));
      answer.end(Buffer.from(await given.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let handed = false;
  let wake = (): void => {};
  let woken = new Promise<void>((resolve) => (wake = resolve));

  async function look(): Promise<void> {
    const context = await chromium.newContext({ reducedMotion: 'reduce' });
    const window = await context.newPage();
    for (;;) {
      const next = waiting.shift();
      if (next) {
        const { page, lang } = next;
        served.set(
          `${page.path}?${lang}`,
          page.html[lang].replace('</body>', `<script src="${AXE}"></script></body>`),
        );
        await window.goto(`${here}${page.path}?${lang}`);
        for (const width of widths)
          found.push(...(await judge(window, `${page.path} (${lang}, ${width} px)`, width, lang)));
      } else if (handed) break;
      else await woken;
    }
    await context.close();
  }

  const looking = Promise.all(Array.from({ length: WINDOWS }, look));
  // Whoever waits for the verdict hears of a failure; until then it must not end the process.
  looking.catch(() => {});
  const call = (): void => {
    wake();
    woken = new Promise<void>((resolve) => (wake = resolve));
  };
  return {
    hand: (page) => {
      waiting.push(...languages.map((lang) => ({ page, lang })));
      call();
    },
    verdict: async () => {
      handed = true;
      call();
      await looking;
      return found;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Colours are measured in one language: they do not depend on the words, and measuring them takes most of the time. */
const measured: Language = 'vi';
const optionsFor = (lang: Language) => ({
  resultTypes: ['violations'],
  // Paths to what was found, and styles and sounds for rules that find nothing to judge here, cost a fifth of a look.
  selectors: false,
  preload: false,
  rules: { 'color-contrast': { enabled: lang === measured } },
});

/** What we ask of the script that the page has loaded. */
type Axe = {
  run(
    what: Document,
    options: ReturnType<typeof optionsFor>,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
};

async function judge(page: Page, where: string, width: number, lang: Language): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  // Only what is wrong leaves the browser: all that is right comes to a megabyte for each look.
  const { violations, wider } = await page.evaluate(async (options) => {
    const { violations } = await (globalThis as unknown as { readonly axe: Axe }).axe.run(document, options);
    return {
      violations: violations.map(({ id, help, nodes }) => ({
        id,
        help,
        html: nodes.map((node) => node.html),
      })),
      wider: document.documentElement.scrollWidth - window.innerWidth,
    };
  }, optionsFor(lang));
  const found = violations.map(
    ({ id, help, html }) => `${where}: ${id}: ${help}: ${html.map((one) => one.slice(0, 160)).join(' | ')}`,
  );
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
