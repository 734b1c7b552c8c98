/**
 * The store of bytes, addressed by content: `put` streams while hashing, makes the bytes durable, then gives them
 * their name. What is there never changes.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { takeIn } from './incoming.ts';

/** What was put. `type` is what the bytes are, whatever the name says. */
export type Stored = { readonly hash: string; readonly size: number; readonly type: string };

/** A store of bytes: on disk here, on S3 (`s3/store.ts`) by configuration. */
export type Store = {
  /** Takes bytes in; throws Invalid when they are more than `largest`. */
  put(bytes: Readable | Uint8Array, largest?: number): Promise<Stored>;
  /** Opens bytes for reading; throws when there are none of this hash. */
  get(hash: string): Promise<Readable>;
  read(hash: string): Promise<Buffer>;
  /** How many bytes lie there under this hash; null: there are none. */
  sizeOf(hash: string): Promise<number | null>;
  /** Erases bytes that may not lie here; those that are gone already stay gone. */
  remove(hash: string): Promise<void>;
};

/** Largest file people may upload, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** A name that is no hash could lead out of the store. */
export function refuseForeign(hash: string): void {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a hash');
}

/** A store in a folder. */
export function diskStore(folder: string): Store {
  const place = (hash: string): string => {
    refuseForeign(hash);
    return path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  };
  const store: Store = {
    put: (bytes, largest = LARGEST_FILE) =>
      takeIn(folder, bytes, largest, async (file, stored) => {
        const target = place(stored.hash);
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await rename(file, target);
        await syncFolder(path.dirname(target));
      }),
    async get(hash) {
      await stat(place(hash));
      return createReadStream(place(hash));
    },
    async read(hash) {
      return buffer(await store.get(hash));
    },
    sizeOf: (hash) =>
      stat(place(hash)).then(
        ({ size }) => size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null;
          throw error;
        },
      ),
    async remove(hash) {
      await rm(place(hash), { force: true });
      await syncFolder(path.dirname(place(hash))).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
  };
  return store;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
