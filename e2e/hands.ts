/** An officer's hands on the keys in Chromium: what is pressed is counted, and so are the pages that open by it. */
import assert from 'node:assert/strict';
import type { Browser, FileChooser, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../src/world/access/index.ts';

/** Presses and page loads, of one officer or of several together. */
export type Count = { keys: number; loads: number };

/** One officer at their browser. */
export type Hands = {
  readonly page: Page;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** A key that opens a page; `focus`: one whose cursor stands somewhere is ready as soon as it does. */
  open(key: string, ready?: 'quiet' | 'focus'): Promise<void>;
};

/** The hands on this page; what they press is added to the count. */
export function handsOf(page: Page, count: Count): Hands {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      count.keys += 1;
      await page.keyboard.press(key);
    }
  };
  return {
    page,
    press,
    type: async (text) => {
      count.keys += text.length;
      await page.keyboard.type(text);
    },
    open: async (key, ready = 'quiet') => {
      count.loads += 1;
      await Promise.all([page.waitForNavigation({ timeout: 10_000 }), press(key)]);
      if (ready === 'quiet') await page.waitForLoadState('networkidle');
      else
        await page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 10_000 });
    },
  };
}

/** How often the key is pressed, and how long a browser on a busy machine may take to open the window. */
const PRESSES = 3;
const OPENS = 10_000;

/**
 * Opens the window in which a file is chosen, which belongs to the system: a key press. A browser that was kept waiting for
 * seconds no longer believes that somebody pressed; then one presses again, and that counts, too.
 */
export async function chooserOf({ page, press }: Hands): Promise<FileChooser> {
  for (let n = 1; ; n++) {
    const opened = page.waitForEvent('filechooser', { timeout: OPENS });
    const chooser = n < PRESSES ? opened.catch(() => null) : opened;
    await press('Space');
    const open = await chooser;
    if (open) return open;
  }
}

/** The desk of an officer, opened: signing in is counted like everything else where it is asked for. */
export async function deskOf(
  chromium: Browser,
  origin: string,
  login: string,
  count: Count,
  signingIn: Count = { keys: 0, loads: 0 },
): Promise<Hands> {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/dang-nhap/can-bo?next=/viec`);
  const code = /mã xác thực lúc này là (\d{6})/.exec((await page.textContent('main')) ?? '')?.[1] ?? '';
  const door = handsOf(page, signingIn);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'login');
  await door.type(login);
  await door.press('Tab');
  await door.type(SAMPLE_PASSWORD);
  // Past the button that shows the password.
  await door.press('Tab', 'Tab');
  await door.type(code);
  await door.open('Enter');
  assert.equal(new URL(page.url()).pathname, '/viec');
  assert.ok(await page.isVisible('.tt-keys'), 'the desk says its keys');
  return handsOf(page, count);
}
