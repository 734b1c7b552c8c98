/** Goes through the program as the journeys and the visitors of the sample do, and meets every page that can be met. */
import { attribute, elements, newBrowser, type Cookie, type Screen } from '../src/app/demo/browser.ts';
import { take } from '../src/app/demo/take.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import type { House } from './house.ts';
import { pagesOf, routeOf } from './routes.ts';
import { visitorsOf } from './visitors.ts';

/** A page that was met, by the holder of these cookies; it is as it was at that moment until `meet` returns. */
export type Met = {
  readonly path: string;
  readonly screen: Screen;
  readonly cookies: readonly Cookie[];
};

/** What could be met, and what went wrong on the way. */
export type Explored = { readonly met: ReadonlySet<string>; readonly problems: readonly string[] };

/** Meets each page of the route table once: on the journeys, by links, or by its example. */
export async function explore(house: House, meet: (page: Met) => Promise<void>): Promise<Explored> {
  const pages = pagesOf(house.program);
  const met = new Set<string>();
  const tried = new Set<string>();
  const problems: string[] = [];

  async function visit(screen: Screen, cookies: readonly Cookie[]): Promise<void> {
    const route =
      screen.url.origin === house.origin && screen.status === 200 && routeOf(pages, screen.url.pathname);
    if (route && !met.has(route.path)) {
      met.add(route.path);
      await meet({ path: route.path, screen, cookies });
    }
    for (const link of elements(screen.document, 'a')) {
      const address = URL.parse(attribute(link, 'href') ?? '', screen.url);
      const leads = address?.origin === house.origin && routeOf(pages, address.pathname);
      if (!address || !leads || met.has(leads.path) || tried.has(address.href)) continue;
      tried.add(address.href);
      const browser = newBrowser(house.origin, undefined, cookies);
      const next = await browser.open(address.pathname + address.search);
      if (routeOf(pages, next.url.pathname) === leads && next.status === 200)
        await visit(next, browser.cookies());
    }
  }

  for (const walk of walks)
    await take(house.origin, walk, { page: (_, screen, cookies) => visit(screen, cookies) }).catch(
      (error: Error) => problems.push(error.message),
    );
  const visitors = visitorsOf(house.origin);
  for (const { path, example } of pages) {
    if (example === null || met.has(path)) continue;
    for await (const { browser } of visitors.all()) {
      await visit(await browser.open(example), browser.cookies());
      if (met.has(path)) break;
    }
  }
  return { met, problems };
}
