/** How an errand comes to a page, and makes sure that it did. */
import { attribute, elements, type Browser, type Screen } from '../src/app/demo/browser.ts';

/** One errand: who runs it, and how. It throws an Error with one sentence where it does not succeed. */
export type Errand = {
  readonly who: string;
  readonly does: string;
  /** Ends on a page from which the explorer goes on. */
  readonly run: (browser: Browser) => Promise<Screen>;
};

/** The screen, where it is the one that was hoped for. */
export function arrived(screen: Screen, path: RegExp): Screen {
  if (screen.status === 200 && path.test(screen.url.pathname)) return screen;
  throw new Error(`${screen.url.pathname} (${screen.status}) says: ${screen.text.slice(0, 300)}`);
}

/** Opens the first link of a page whose path is like this. */
export async function openLink(browser: Browser, { document, url }: Screen, like: RegExp): Promise<Screen> {
  const paths = elements(document, 'a').map((one) => attribute(one, 'href') ?? '');
  const path = paths.find((one) => like.test(one) && one !== url.pathname);
  if (!path) throw new Error(`${url.pathname} has no link like ${like.source}`);
  return browser.open(path);
}
