/** A page as it was when it was met: in both languages, with its weight. It can be looked at later, when the dossier has long moved on. */
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  defaultTreeAdapter as tree,
  parse,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes as T,
} from 'parse5';
import { attribute, elements, type Cookie } from '../src/app/demo/browser.ts';
import type { Language } from '../src/ground/text/language.ts';

/**
 * One page in both languages; `bytes` travel for its HTML, styles and scripts on a first load, `scripts` of them for scripts. Pictures and
 * fonts are not counted.
 */
export type SeenPage = {
  readonly path: string;
  readonly html: Readonly<Record<Language, string>>;
  readonly bytes: number;
  readonly scripts: number;
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
    const { scripts, styles } = partsOf(vi.text);
    const weightOf = async (parts: readonly string[]): Promise<number> => {
      const weights = await Promise.all(parts.map((part) => weigh(new URL(part, address))));
      return weights.reduce((sum, bytes) => sum + bytes, 0);
    };
    const weighed = { scripts: await weightOf(scripts), styles: await weightOf(styles) };
    return {
      path: address.pathname,
      html: { vi: vi.text, en: en.text },
      bytes: vi.bytes + weighed.scripts + weighed.styles,
      scripts: weighed.scripts,
    };
  };
}

function inLanguage(address: URL, lang: Language): URL {
  const asked = new URL(address);
  asked.searchParams.set('lang', lang);
  return asked;
}

/** What a page loads before it is whole: styles and scripts. */
function partsOf(html: string): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const document = parse(html);
  const linked = (rel: string) =>
    elements(document, 'link')
      .filter((one) => attribute(one, 'rel') === rel)
      .map((one) => attribute(one, 'href'));
  const once = (parts: readonly (string | null)[]) => [...new Set(parts.filter((part) => part !== null))];
  const named = elements(document, 'script').map((one) => attribute(one, 'src'));
  return { scripts: once([...named, ...linked('modulepreload')]), styles: once(linked('stylesheet')) };
}

/**
 * How much longer a page is than what it shows: its HTML without scripts and what is meant for them alone (PERFORMANCE §3, row 3). A page that carries its data a
 * second time, for scripts that draw it again, would be twice as long.
 */
export function lengthOverShown(html: string): number {
  const document = parse(html);
  const whole = serialize(document).length;
  let hidden = 0;
  const leave = (node: T.ParentNode): void => {
    for (const child of node.childNodes) {
      const unseen =
        tree.isCommentNode(child) ||
        (tree.isElementNode(child) && /^(script|style|template)$/.test(child.tagName));
      if (unseen) hidden += serializeOuter(child).length;
      else if ('childNodes' in child) leave(child);
    }
  };
  leave(document);
  return whole / (whole - hidden);
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
