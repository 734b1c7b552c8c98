/** A page as it was when it was met: in both languages, with its weight. It can be looked at later, when the dossier has long moved on. */
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { attribute, elements, type Cookie } from '../src/app/demo/browser.ts';
import type { Language } from '../src/ground/text/language.ts';

/** One page in both languages; `bytes` travel for its HTML, styles and scripts on a first load. Pictures and fonts are not counted. */
export type SeenPage = {
  readonly path: string;
  readonly html: Readonly<Record<Language, string>>;
  readonly bytes: number;
};

type Loaded = { readonly status: number; readonly bytes: number; readonly text: string };

/** Takes pages down; what several pages load is loaded once. */
export function newSight(): (address: URL, cookies: readonly Cookie[]) => Promise<SeenPage> {
  const parts = new Map<string, Promise<number>>();
  const weigh = (part: URL): Promise<number> => {
    const known = parts.get(part.href) ?? load(part, '').then(({ bytes }) => bytes);
    parts.set(part.href, known);
    return known;
  };
  return async (address, cookies) => {
    const cookie = cookies
      .filter(({ host }) => host === address.host)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const [vi, en] = await Promise.all([
      load(inLanguage(address, 'vi'), cookie),
      load(inLanguage(address, 'en'), cookie),
    ]);
    for (const { status } of [vi, en])
      if (status !== 200) throw new Error(`${address.pathname} answers ${status} when it is opened again`);
    const weights = await Promise.all(partsOf(vi.text).map((part) => weigh(new URL(part, address))));
    return {
      path: address.pathname,
      html: { vi: vi.text, en: en.text },
      bytes: weights.reduce((sum, bytes) => sum + bytes, vi.bytes),
    };
  };
}

function inLanguage(address: URL, lang: Language): URL {
  const asked = new URL(address);
  asked.searchParams.set('lang', lang);
  return asked;
}

/** What a page loads before it is whole: styles and scripts. */
function partsOf(html: string): string[] {
  const document = parse(html);
  const scripts = elements(document, 'script').map((one) => attribute(one, 'src'));
  const styles = elements(document, 'link')
    .filter((one) => /^(stylesheet|modulepreload)$/.test(attribute(one, 'rel') ?? ''))
    .map((one) => attribute(one, 'href'));
  return [...new Set([...scripts, ...styles].filter((part) => part !== null))];
}

/** A body as it travels, and what it says. */
function load(address: URL, cookie: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { cookie, 'accept-encoding': 'gzip, br' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        const coding = answer.headers['content-encoding'];
        const plain =
          coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
        resolve({ status: answer.statusCode ?? 0, bytes: body.length, text: plain.toString() });
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
