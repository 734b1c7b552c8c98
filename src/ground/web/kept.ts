/**
 * Public pages kept in the memory of the process for one second, ready to be sent: bytes, compressed once, and headers. A page is drawn
 * at most once a second however many ask for it, and what is published is seen everywhere a second later: nothing has to be told to forget.
 *
 * Only pages without a form are kept. Pages of a signed-in person are neither kept nor compressed: compressing a secret
 * (the hidden field) beside text that a visitor chooses gives the secret away by its length.
 */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** How long a page is kept, in milliseconds. */
export const KEPT_MS = 1000;
const MOST_PAGES = 500;
const LONGEST_KEY = 300;

type Encoding = 'br' | 'gzip';

/** An answer that only has to be sent: names and values of headers in turns, and the body. */
export type Ready = {
  readonly status: 200 | 304;
  readonly headers: readonly string[];
  readonly body: Buffer<ArrayBuffer> | null;
};

/** A page as it is sent. */
export type KeptPage = {
  /** The route that drew it. */
  readonly route: string;
  /** The answer for a browser that has this (If-None-Match) and takes that (Accept-Encoding): nothing at all to one that has the page. */
  ready(has: string | undefined, takes: string | undefined): Ready;
};

/** Draws a page; null: it has a form, and must not be kept. */
export type Draw = () => Promise<string | null>;

/** Pages kept by one process. */
export type KeptPages = {
  find(key: string, now: number): KeptPage | null;
  /** The page of this address: kept, or drawn now, and once for all who ask meanwhile. */
  get(key: string, route: string, now: number, draw: Draw): Promise<KeptPage | null>;
};

const compress: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => gzipSync(text, { level: 6 }),
};

/** Opens an empty store of pages; `security`: headers of every answer. */
export function newKeptPages(security: Readonly<Record<string, string>> = {}): KeptPages {
  const pages = new Map<string, { page: KeptPage; html: string; until: number }>();
  const drawing = new Map<string, { began: number; page: Promise<KeptPage | null> }>();
  const keep = (key: string, route: string, html: string, began: number): KeptPage => {
    const earlier = pages.get(key);
    const page = earlier?.html === html ? earlier.page : pageOf(html, route, Object.entries(security).flat());
    const until = began + KEPT_MS;
    if (key.length > LONGEST_KEY || (earlier && earlier.until > until)) return page;
    if (pages.size >= MOST_PAGES) pages.clear();
    pages.set(key, { page, html, until });
    return page;
  };
  const find = (key: string, now: number): KeptPage | null => {
    const kept = pages.get(key);
    return kept && kept.until > now ? kept.page : null;
  };
  return {
    find,
    async get(key, route, now, draw) {
      const kept = find(key, now);
      if (kept) return kept;
      const other = drawing.get(key);
      if (other && other.began > now - KEPT_MS) return other.page;
      const page = draw().then((html) => (html === null ? null : keep(key, route, html, now)));
      const mine = { began: now, page };
      drawing.set(key, mine);
      try {
        return await page;
      } finally {
        if (drawing.get(key) === mine) drawing.delete(key);
      }
    },
  };
}

function pageOf(html: string, route: string, security: readonly string[]): KeptPage {
  // Weak: the same page in another encoding has other bytes.
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  const always = [
    ...security,
    'cache-control',
    `public, max-age=${KEPT_MS / 1000}, must-revalidate`,
    'vary',
    'Cookie, Accept-Encoding',
    'etag',
    etag,
  ];
  const whole = new Map<Encoding | null, Ready>();
  return {
    route,
    ready(has, takes) {
      if (hasAlready(has, etag)) return { status: 304, headers: always, body: null };
      const encoding = encodingOf(takes);
      let answer = whole.get(encoding);
      if (!answer) whole.set(encoding, (answer = wholeAnswer(html, encoding, always)));
      return answer;
    },
  };
}

function wholeAnswer(html: string, encoding: Encoding | null, always: readonly string[]): Ready {
  const body = Buffer.from(encoding ? compress[encoding](html) : html);
  return {
    status: 200,
    headers: [
      ...always,
      ...(encoding ? ['content-encoding', encoding] : []),
      'content-type',
      'text/html; charset=UTF-8',
      'content-length',
      String(body.length),
    ],
    body,
  };
}

/** The best encoding that the browser takes, or null. */
export function encodingOf(accepted: string | undefined): Encoding | null {
  if (!accepted) return null;
  const taken = accepted
    .toLowerCase()
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one));
  const names = new Set(taken.map((one) => one.split(';')[0]!.trim()));
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : null;
}

/** Whether the browser has this page already (If-None-Match). */
export const hasAlready = (given: string | undefined, etag: string): boolean =>
  given !== undefined && given.split(',').some((one) => one.trim() === etag || one.trim() === '*');
