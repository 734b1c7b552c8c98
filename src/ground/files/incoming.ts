/** Bytes on their way into a store: measured, hashed and sniffed while they are written to a file of their own. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Invalid } from '../operate/errors.ts';
import { sniff } from './sniff.ts';
import type { Stored } from './store.ts';

/**
 * Writes bytes durably to a file in `folder/incoming` and hands it to `keep`, which may move it away; the file is gone
 * afterwards in any case. Throws Invalid when they are more than `largest`.
 */
export async function takeIn(
  folder: string,
  bytes: Readable | Uint8Array,
  largest: number,
  keep: (file: string, stored: Stored) => Promise<void>,
): Promise<Stored> {
  const incoming = path.join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const temporary = path.join(incoming, randomUUID());
  const file = await open(temporary, 'wx', 0o400);
  try {
    const stored = await pour(bytes, largest, (chunk) => file.write(chunk));
    await file.sync();
    await file.close();
    await keep(temporary, stored);
    return stored;
  } finally {
    await file.close().catch(() => {});
    await unlink(temporary).catch(() => {}); // moved away when all went well
  }
}

/** Hashes and measures bytes on their way to `write`. */
async function pour(
  bytes: Readable | Uint8Array,
  largest: number,
  write: (chunk: Uint8Array) => Promise<unknown>,
): Promise<Stored> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let [size, kept] = [0, 0];
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : (bytes as AsyncIterable<Uint8Array>)) {
    size += chunk.byteLength;
    if (size > largest) throw tooLarge(largest);
    hash.update(chunk);
    if (kept < 4096) {
      head.push(chunk.subarray(0, 4096 - kept));
      kept += chunk.byteLength;
    }
    await write(chunk);
  }
  return { hash: hash.digest('hex'), size, type: sniff(Buffer.concat(head)) };
}

const tooLarge = (largest: number): Invalid =>
  new Invalid([
    {
      field: '',
      message: {
        vi: `Tệp lớn quá ${Math.floor(largest / 1_048_576)} MB. Hãy chụp hay quét lại với cỡ nhỏ hơn.`,
        en: `The file is larger than ${Math.floor(largest / 1_048_576)} MB. Photograph or scan it again at a smaller size.`,
      },
    },
  ]);
