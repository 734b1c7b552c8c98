/** Chromium as a person without a pointer uses it: everything is reached by Tab, chosen by arrows and space, sent by Enter. */
import { parse } from 'parse5';
import type { BrowserContext, Page } from 'playwright-core';
import { textOf, type Browser, type Filling, type Screen } from '../src/app/demo/browser.ts';

/** What has the focus. */
type Focused = {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly text: string;
};

const MOST_TABS = 250;
const SLOWEST = 30_000;

/** A browser that is driven by the keyboard alone. `judge` hears of every page that was opened. */
export async function keyboardBrowser(
  context: BrowserContext,
  origin: string,
  judge: (page: Page) => Promise<void>,
): Promise<Browser> {
  const page = await context.newPage();
  page.setDefaultTimeout(SLOWEST);

  const screen = async (status: number): Promise<Screen> => {
    await judge(page);
    const document = parse(await page.content());
    return { url: new URL(page.url()), status, document, text: textOf(document) };
  };

  const focused = (): Promise<Focused> =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLInputElement | null;
      return {
        tag: one?.tagName.toLowerCase() ?? '',
        type: one?.type ?? '',
        name: one?.name ?? '',
        value: one?.value ?? '',
        checked: one?.checked ?? false,
        text: (one?.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      };
    });

  /** Goes on from control to control until one is the right one; `meet` acts on those on the way. */
  const tabTo = async (
    what: string,
    right: (one: Focused) => boolean,
    meet: (one: Focused) => Promise<void> = async () => {},
  ): Promise<void> => {
    for (let n = 0; n < MOST_TABS; n++) {
      // A page whose cursor stands in its first field already begins there.
      if (n > 0 || (await focused()).name === '') await page.keyboard.press('Tab');
      const one = await focused();
      if (right(one)) return;
      await meet(one);
    }
    throw new Error(`The keyboard does not reach “${what}” on ${page.url()}`);
  };

  const enter = async (): Promise<Screen> => {
    // Both are of one action: the answer may be there before the key is released.
    const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    return screen(answer?.status() ?? 200);
  };

  const fill = async (one: Focused, filling: Filling): Promise<void> => {
    const given = Object.hasOwn(filling, one.name) ? filling[one.name] : undefined;
    if (given === undefined) return;
    if (typeof given !== 'string') {
      // The window in which a file is chosen belongs to the system: the input must only be reached.
      await page
        .locator(`[name="${one.name}"]`)
        .first()
        .setInputFiles({ name: given.name, mimeType: given.type, buffer: Buffer.from(given.bytes) });
    } else if (one.type === 'radio') await choose(given);
    else if (one.type === 'checkbox') {
      if (!one.checked) await page.keyboard.press('Space');
    } else {
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(given);
      if (given === '') await page.keyboard.press('Delete');
    }
  };

  const choose = async (wanted: string): Promise<void> => {
    for (let n = 0; n < 20; n++) {
      const { value, checked } = await focused();
      if (value === wanted) return checked ? undefined : page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`There is no choice “${wanted}” on ${page.url()}`);
  };

  return {
    open: async (path) => screen((await page.goto(new URL(path, origin).href))?.status() ?? 200),
    follow: async (_, words) => {
      await tabTo(words, ({ tag, text }) => tag === 'a' && text.startsWith(words));
      return enter();
    },
    press: async (_, words, filling = {}) => {
      await tabTo(
        words,
        ({ tag, text }) => tag === 'button' && text.startsWith(words),
        (one) => fill(one, filling),
      );
      return enter();
    },
    cookies: () => [],
    download: async (path) => {
      const answer = await context.request.get(new URL(path, origin).href);
      return { status: answer.status(), bytes: await answer.body() };
    },
  };
}
