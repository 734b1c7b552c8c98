/** Styles and scripts compressed once, beside the files: the server sends what the browser takes, at no cost for each request. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const encodings = {
  '.br': (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  '.gz': (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

/** Writes the compressed twins of all files of a folder that gain by it. */
export async function compressInto(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    if (!/\.(css|js|svg)$/.test(file)) continue;
    const bytes = await readFile(path.join(folder, file));
    for (const [ending, compress] of Object.entries(encodings))
      await writeFile(path.join(folder, file + ending), await compress(bytes));
  }
}
