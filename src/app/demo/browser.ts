/**
 * A browser without scripts, for driving the platform as a person would: keeps cookies, follows links and redirects,
 * fills forms by the names of their fields and presses buttons by what they say.
 */
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as T } from 'parse5';

/** A page that was opened. */
export type Screen = {
  readonly url: URL;
  readonly status: number;
  readonly document: T.Document;
  readonly text: string;
};

/** A cookie as this browser keeps it. */
export type Cookie = { readonly host: string; readonly name: string; readonly value: string };

/** Told of every page that was opened, before anything is done on it. */
export type Seen = (screen: Screen, cookies: readonly Cookie[]) => Promise<void>;

/** Values for a form: texts, choices, or files. */
export type Filling = Readonly<
  Record<string, string | { readonly name: string; readonly bytes: Uint8Array; readonly type: string }>
>;

/** One person's browser. */
export type Browser = {
  open(path: string): Promise<Screen>;
  /** Fills the form that has this button and presses it. Throws when there is no such button. */
  press(screen: Screen, button: string, filling?: Filling): Promise<Screen>;
  /** Follows the link whose text begins like this. */
  follow(screen: Screen, link: string): Promise<Screen>;
  /** The cookies that it keeps, of all sites. */
  cookies(): readonly Cookie[];
  /** The bytes behind a path. */
  download(path: string): Promise<{ status: number; bytes: Buffer }>;
};

const isElement = (node: T.Node): node is T.Element => tree.isElementNode(node);

/** All elements with this tag below a node, in order. */
export function elements(node: T.Node, tag: string): T.Element[] {
  const found: T.Element[] = [];
  const walk = (one: T.Node): void => {
    if (isElement(one) && one.tagName === tag) found.push(one);
    if ('childNodes' in one) for (const child of one.childNodes) walk(child);
  };
  walk(node);
  return found;
}

/** An attribute, or null. */
export const attribute = (element: T.Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null;

/** The text below a node, with single spaces. */
export function textOf(node: T.Node): string {
  const parts: string[] = [];
  const walk = (one: T.Node): void => {
    if (tree.isTextNode(one)) parts.push(one.value);
    else if ('childNodes' in one && !(isElement(one) && /^(script|style)$/.test(one.tagName)))
      for (const child of one.childNodes) walk(child);
  };
  walk(node);
  return parts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** What was typed in a box of several lines, with its line breaks. */
const valueOf = (node: T.Node): string => (tree.isTextNode(node) ? node.value : '');

/** What a form sends without being touched. */
export function untouched(form: T.Element): [string, string][] {
  const pairs: [string, string][] = [];
  for (const input of elements(form, 'input')) {
    const [name, type] = [attribute(input, 'name'), attribute(input, 'type') ?? 'text'];
    if (!name || /^(submit|button|file|image)$/.test(type)) continue;
    if (/^(checkbox|radio)$/.test(type) && attribute(input, 'checked') === null) continue;
    pairs.push([name, attribute(input, 'value') ?? (type === 'checkbox' ? 'on' : '')]);
  }
  for (const area of elements(form, 'textarea'))
    pairs.push([attribute(area, 'name') ?? '', area.childNodes.map(valueOf).join('')]);
  for (const select of elements(form, 'select')) {
    const options = elements(select, 'option');
    const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
    if (chosen) pairs.push([attribute(select, 'name') ?? '', attribute(chosen, 'value') ?? textOf(chosen)]);
  }
  return pairs.filter(([name]) => name !== '');
}

const MOST_REDIRECTS = 15;
const SLOWEST_ANSWER = 60_000;
const MOST_WAITS = 60;

/** What a connection says that was kept for the next request, and closed by the other side at that very moment. */
const stale = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
const isStale = (error: unknown): boolean =>
  error instanceof TypeError && stale.has(String((error.cause as { code?: string } | undefined)?.code));

/** As every browser does, asks once more where a kept connection was just being closed. */
const asked = (ask: () => Promise<Response>): Promise<Response> =>
  ask().catch((error: unknown) => (isStale(error) ? ask() : Promise.reject(error)));

/** Whoever is told that there are too many requests waits a little and tries again. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let n = 0; ; n++) {
    const response = await asked(ask);
    if (response.status !== 429 || n >= MOST_WAITS) return response;
    await response.arrayBuffer();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Opens a browser at this address (and wherever it leads), perhaps with the cookies of another. */
export function newBrowser(
  origin: string,
  seen: Seen = async () => {},
  kept: readonly Cookie[] = [],
): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL): Map<string, string> => {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    return jar;
  };

  for (const { host, name, value } of kept) jarOf(new URL(`http://${host}`)).set(name, value);

  async function request(first: URL, init: RequestInit): Promise<{ url: URL; response: Response }> {
    let url = first;
    let options = init;
    for (let hop = 0; hop < MOST_REDIRECTS; hop++) {
      const jar = jarOf(url);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await patiently(() =>
        fetch(url, {
          ...options,
          redirect: 'manual',
          headers: { ...options.headers, ...(cookie && { cookie }) },
          signal: AbortSignal.timeout(SLOWEST_ANSWER),
        }),
      );
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line) || value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status > 399) return { url, response };
      await response.arrayBuffer();
      url = new URL(location, url);
      options = {};
    }
    throw new Error(`Too many redirects from ${first.pathname}`);
  }

  async function screen(url: URL, init: RequestInit = {}): Promise<Screen> {
    const { url: at, response } = await request(url, init);
    const document = parse(await response.text());
    const opened = { url: at, status: response.status, document, text: textOf(document) };
    // An answer to a post that leads nowhere else cannot be opened again by its address.
    if (init.method !== 'POST' || at.href !== url.href) await seen(opened, cookies());
    return opened;
  }

  const cookies = (): Cookie[] =>
    [...jars].flatMap(([host, jar]) => [...jar].map(([name, value]) => ({ host, name, value })));

  return {
    cookies,
    open: (path) => screen(new URL(path, origin)),
    async follow(from, words) {
      const link = elements(from.document, 'a').find((one) => textOf(one).startsWith(words));
      if (!link) throw new Error(`No link “${words}” on ${from.url.pathname}`);
      return screen(new URL(attribute(link, 'href') ?? '', from.url));
    },
    async press(from, words, filling = {}) {
      for (const form of elements(from.document, 'form')) {
        const button = elements(form, 'button').find((one) => textOf(one).startsWith(words));
        if (!button) continue;
        const pairs: [string, Filling[string]][] = untouched(form).filter(
          ([name]) => !Object.hasOwn(filling, name),
        );
        pairs.push(...Object.entries(filling));
        const pressed = attribute(button, 'name');
        if (pressed) pairs.push([pressed, attribute(button, 'value') ?? '']);
        return screen(
          new URL(attribute(form, 'action') ?? from.url.href, from.url),
          bodyOf(form, pairs, from.url),
        );
      }
      throw new Error(`No button “${words}” on ${from.url.pathname}: ${from.text.slice(0, 300)}`);
    },
    async download(path) {
      const { response } = await request(new URL(path, origin), {});
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
    },
  };
}

function bodyOf(form: T.Element, pairs: readonly [string, Filling[string]][], from: URL): RequestInit {
  const headers = { origin: from.origin };
  if (attribute(form, 'enctype') === 'multipart/form-data') {
    const body = new FormData();
    for (const [name, value] of pairs) {
      if (typeof value === 'string') body.append(name, value);
      else body.append(name, new Blob([new Uint8Array(value.bytes)], { type: value.type }), value.name);
    }
    return { method: 'POST', body, headers };
  }
  const body = new URLSearchParams(
    pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return { method: 'POST', body, headers };
}
