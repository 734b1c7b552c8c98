/**
 * Public pages kept in the memory of the process for one second, with their entity tag and compressed once. A page is drawn at most
 * once a second however many ask for it, and what is published is seen everywhere a second later: nothing has to be told to forget.
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

/** A page as it is sent. */
export type KeptPage = {
  readonly html: string;
  readonly etag: string;
  readonly until: number;
  /** The compressed bytes, made when the first browser asks for them. */
  bytes(encoding: Encoding): Uint8Array<ArrayBuffer>;
};

/** Pages kept by one process. */
export type KeptPages = {
  find(key: string, now: number): KeptPage | null;
  /** Keeps a page; it is returned also when its address is too long to be kept. */
  keep(key: string, html: string, now: number): KeptPage;
};

const compress: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => gzipSync(text, { level: 6 }),
};

/** Opens an empty store of pages. */
export function newKeptPages(): KeptPages {
  const pages = new Map<string, KeptPage>();
  return {
    find: (key, now) => {
      const page = pages.get(key);
      return page && page.until > now ? page : null;
    },
    keep: (key, html, now) => {
      const compressed = new Map<Encoding, Uint8Array<ArrayBuffer>>();
      const page: KeptPage = {
        html,
        // Weak: the same page in another encoding has other bytes.
        etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
        until: now + KEPT_MS,
        bytes: (encoding) => {
          const known = compressed.get(encoding) ?? new Uint8Array(compress[encoding](html));
          compressed.set(encoding, known);
          return known;
        },
      };
      if (key.length > LONGEST_KEY) return page;
      if (pages.size >= MOST_PAGES) pages.clear();
      pages.set(key, page);
      return page;
    },
  };
}

/** The best encoding that the browser takes, or null. */
export function encodingOf(accepted: string | undefined): Encoding | null {
  const taken = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one));
  const names = new Set(taken.map((one) => one.split(';')[0]!.trim()));
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : null;
}

/** Whether the browser has this page already (If-None-Match). */
export const hasAlready = (given: string | undefined, etag: string): boolean =>
  (given ?? '').split(',').some((one) => one.trim() === etag || one.trim() === '*');
