/** Goes through the program as the journeys and the visitors of the sample do, and meets every page that can be met. */
import { attribute, elements, newBrowser, type Cookie, type Screen } from '../src/app/demo/browser.ts';
import { take } from '../src/app/demo/take.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import { awaitMessage } from './awaited-message.ts';
import { divideAgency } from './divided-agency.ts';
import { errands } from './errands.ts';
import type { House } from './house.ts';
import { changeProcess } from './newer-process.ts';
import { leaveOpen } from './open-dossier.ts';
import { pagesOf, routeOf, type Route } from './routes.ts';
import { bringPaper } from './scanned-paper.ts';
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
  const leadsTo = (address: URL | null): Route | undefined =>
    address?.origin === house.origin ? routeOf(pages, address.pathname) : undefined;

  /** Meets a page and what it links to; `known` are the routes that this visitor has been to. */
  async function visit(screen: Screen, cookies: readonly Cookie[], known: Set<string>): Promise<void> {
    const route = screen.status === 200 ? leadsTo(screen.url) : undefined;
    if (route && !met.has(route.path)) {
      met.add(route.path);
      await meet({ path: route.path, screen, cookies });
    }
    if (route) known.add(route.path);
    for (const link of elements(screen.document, 'a')) {
      const address = URL.parse(attribute(link, 'href') ?? '', screen.url);
      const next = leadsTo(address);
      if (!address || !next || known.has(next.path)) continue;
      known.add(next.path);
      const browser = newBrowser(house.origin, undefined, cookies);
      const opened = await browser.open(address.pathname + address.search);
      if (leadsTo(opened.url) === next) await visit(opened, browser.cookies(), known);
    }
  }

  const problems: string[] = [];
  const failed = (error: Error): void => void problems.push(told(error));
  const codes: string[] = [];
  for (const walk of walks)
    await take(house.origin, walk, {
      // On its way a page is left as it was found only for as long as nothing else is done: new pages are met at once.
      page: (_, screen, cookies) => visit(screen, cookies, new Set(met)),
    }).then(({ code }) => codes.push(code), failed);

  await leaveOpen(house).then((code) => codes.push(code), failed);
  await awaitMessage(house).then((code) => codes.push(code), failed);
  await divideAgency(house).catch(failed);
  await changeProcess(house).catch(failed);
  const papers: string[] = [];
  await bringPaper(house, codes[0] ?? '').then((path) => papers.push(path), failed);

  const visitors = visitorsOf(house.origin);
  for (const { who, does, run } of errands) {
    const browser = await visitors.one(who);
    await run(browser).then(
      (screen) => visit(screen, browser.cookies(), new Set(met)),
      (error: Error) => failed(new Error(`${who} ${does}: ${told(error)}`)),
    );
  }

  const examples = pages.flatMap(({ example }) => example ?? []);
  const begin = [...codes.map((code) => `/ho-so/${encodeURIComponent(code)}`), ...papers, ...examples];
  for await (const { browser } of visitors.all()) {
    if (pages.every(({ path }) => met.has(path))) break;
    const known = new Set<string>();
    for (const path of begin) {
      const { pathname, search } = new URL(path, house.origin);
      // An example with a question shows more than the page that links lead to.
      if (search || !known.has(routeOf(pages, pathname)?.path ?? ''))
        await visit(await browser.open(path), browser.cookies(), known);
    }
  }
  return { met, problems };
}

/** What an error says, with what was below it. */
const told = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message}: ${told(cause)}` : message;
