/**
 * The store of bytes, addressed by content: `put` streams while hashing, makes the bytes durable, then gives them
 * their name. What is there never changes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Invalid } from '../operate/errors.ts';
import { sniff } from './sniff.ts';

/** What was put. `type` is what the bytes are, whatever the name says. */
export type Stored = { readonly hash: string; readonly size: number; readonly type: string };

/** A store of bytes; on disk here, on S3 by configuration. */
export type Store = {
  /** Takes bytes in; throws Invalid when they are more than `largest`. */
  put(bytes: Readable | Uint8Array, largest?: number): Promise<Stored>;
  /** Opens bytes for reading; throws when there are none of this hash. */
  get(hash: string): Promise<Readable>;
  read(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
};

/** Largest file people may upload, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** A store in a folder. */
export function diskStore(folder: string): Store {
  const place = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a hash');
    return path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  };
  const store: Store = {
    async put(bytes, largest = LARGEST_FILE) {
      const incoming = path.join(folder, 'incoming');
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const temporary = path.join(incoming, randomUUID());
      const file = await open(temporary, 'wx', 0o400);
      try {
        const stored = await pour(bytes, largest, (chunk) => file.write(chunk));
        await file.sync();
        await file.close();
        const target = place(stored.hash);
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await rename(temporary, target);
        await syncFolder(path.dirname(target));
        return stored;
      } catch (error) {
        await file.close().catch(() => {});
        await unlink(temporary).catch(() => {});
        throw error;
      }
    },
    async get(hash) {
      await stat(place(hash));
      return createReadStream(place(hash));
    },
    async read(hash) {
      const chunks: Buffer[] = [];
      for await (const chunk of await store.get(hash)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    has: (hash) =>
      stat(place(hash)).then(
        () => true,
        () => false,
      ),
  };
  return store;
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

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
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
