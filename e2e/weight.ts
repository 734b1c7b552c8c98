/** What a page weighs on its first load: the bytes that travel for HTML, styles and scripts, as browsers ask for them. */
import { request } from 'node:http';
import { parse } from 'parse5';
import { attribute, elements, type Cookie } from '../src/app/demo/browser.ts';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

type Loaded = { readonly bytes: number; readonly text: string };

/** Bytes of a body as it travels, and what it says. */
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
        resolve({ bytes: body.length, text: plain.toString() });
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** Bytes of a page with its styles and scripts. Pictures and fonts are not counted. */
export async function firstLoad(address: string, cookies: readonly Cookie[]): Promise<number> {
  const url = new URL(address);
  const cookie = cookies
    .filter(({ host }) => host === url.host)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const page = await load(url, cookie);
  const document = parse(page.text);
  const parts = [
    ...elements(document, 'script').map((one) => attribute(one, 'src')),
    ...elements(document, 'link')
      .filter((one) => /^(stylesheet|modulepreload)$/.test(attribute(one, 'rel') ?? ''))
      .map((one) => attribute(one, 'href')),
  ].filter((one) => one !== null);
  const loaded = await Promise.all([...new Set(parts)].map((part) => load(new URL(part, url), cookie)));
  return [page, ...loaded].reduce((sum, { bytes }) => sum + bytes, 0);
}
