/** Visitors of the sample installation, signed in: who may open which page differs. */
import type { Browser } from '../src/app/demo/browser.ts';
import { newBrowser } from '../src/app/demo/browser.ts';
import { citizen, officer } from '../src/app/demo/people.ts';
import { readSample } from '../sample/province/load.ts';

import { FATHER } from './errands.ts';

/** Accounts of officers that a test tries one after the other, those with few powers first. */
const accounts = [
  'mot-cua.song-mau',
  'ho-tich.song-mau',
  'dia-chinh.song-mau',
  'pho-chu-tich-1.song-mau',
  'van-thu.song-mau',
  'bien-tap.tinh',
  'chanh-van-phong.tinh',
  'chu-tich.tinh',
  'du-lieu.tinh',
] as const;

/** Somebody who visits: nobody known, a citizen, or an officer by account. */
export type Visitor = { readonly name: string; readonly browser: Browser };

/** Makes the visitors of an installation, each signed in when first asked for. */
export function visitorsOf(origin: string): {
  /** All of them, nobody first. */
  all(): AsyncIterable<Visitor>;
  /** One of each kind: nobody, citizen, officer, administrator. */
  kinds(): AsyncIterable<Visitor>;
  /** The one of this name or account. */
  one(name: string): Promise<Browser>;
} {
  const made = new Map<string, Promise<Browser>>();
  const once = (name: string, make: () => Promise<Browser>): Promise<Browser> => {
    const browser = made.get(name) ?? make();
    made.set(name, browser);
    return browser;
  };
  const administrators = readSample()
    .officers.map(({ slug }) => slug)
    .filter((slug) => slug.startsWith('quan-tri'));
  const visitors = (logins: readonly string[]) =>
    async function* (): AsyncIterable<Visitor> {
      yield { name: 'nobody', browser: await once('nobody', async () => newBrowser(origin)) };
      for (const name of [FATHER, ...logins]) yield { name, browser: await one(name) };
    };
  const one = (name: string): Promise<Browser> =>
    once(name, async () =>
      /^[a-z]/.test(name)
        ? (await officer(newBrowser(origin), name)).browser
        : (await citizen(newBrowser(origin), name, '/cua-toi')).browser,
    );
  return {
    one,
    all: visitors([...accounts, ...administrators]),
    kinds: visitors([accounts[0], ...administrators.slice(0, 1)]),
  };
}
