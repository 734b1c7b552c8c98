/** Styles and scripts compressed once, beside the files: the server sends what the browser takes, at no cost for each request. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const encodings = {
  '.br': (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  '.gz': (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

/** Writes the compressed twins that are missing. Names carry a hash of the content, so a twin never grows old. */
export async function precompress(folder: string): Promise<void> {
  const files = new Set(await readdir(folder));
  for (const file of files) {
    if (!/\.(css|js|svg|json)$/.test(file)) continue;
    for (const [ending, compress] of Object.entries(encodings)) {
      if (files.has(file + ending)) continue;
      const target = path.join(folder, file + ending);
      // Several processes may start at once: whole files only.
      await writeFile(`${target}.${process.pid}`, await compress(await readFile(path.join(folder, file))));
      await rename(`${target}.${process.pid}`, target);
    }
  }
}
