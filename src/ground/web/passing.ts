/**
 * Files that pass through: looked at and forgotten. They lie on disk while they come in, however slowly, and in memory for as long as they
 * are looked at; the large ones take turns, so that memory stays bounded however many come.
 */
import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Receive } from './body.ts';
import type { Raw } from './input.ts';

/** A file that is in memory for now. */
export type Passing = { readonly name: string; readonly bytes: Buffer };

/** Bytes of large files that may be in memory at once: one of the largest, or several smaller ones. */
const AT_ONCE = 64 * 1024 * 1024;
/** Smaller files do not wait. */
const SMALL = 1024 * 1024;

let held = 0;
const waiting: { readonly size: number; readonly go: () => void }[] = [];

function letIn(): void {
  for (let first = waiting[0]; first && (held === 0 || held + first.size <= AT_ONCE); first = waiting[0]) {
    waiting.shift();
    held += first.size;
    first.go();
  }
}

/** Waits until so many bytes may be in memory; who came first goes first. */
const turn = (size: number): Promise<void> =>
  new Promise((go) => {
    waiting.push({ size, go });
    letIn();
  });

/** A file on disk that has no name there any more: it is gone when it is closed, also when the process ends. */
async function nameless(): Promise<FileHandle> {
  const at = path.join(tmpdir(), `toantrinh-passing-${randomUUID()}`);
  const file = await open(at, 'wx+', 0o600);
  await unlink(at);
  return file;
}

/** A file that came in whole and waits on disk. */
type Waiting = { readonly name: string; readonly size: number; readonly file: FileHandle };

async function read({ name, size, file }: Waiting): Promise<Passing> {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at < size;) at += (await file.read(bytes, at, size - at, at)).bytesRead;
  return { name, bytes };
}

/**
 * Does something with a post whose files pass through. `work` gets what takes its files in, and what gives the posted values with the
 * files in memory, when their turn has come. Everything is let go when `work` ends, however it ends.
 */
export async function passThrough<T>(
  work: (receive: Receive, load: (posted: Raw) => Promise<Raw>) => Promise<T>,
): Promise<T> {
  const files: FileHandle[] = [];
  // What is posted as words is never taken for a file.
  const taken = new WeakSet<object>();
  const isWaiting = (value: unknown): value is Waiting =>
    typeof value === 'object' && value !== null && taken.has(value);
  let mine = 0;
  let over = false;
  const receive: Receive = async ({ name, stream }): Promise<Waiting | null> => {
    const file = await nameless();
    // The post may have been refused meanwhile: then nobody closes what is opened now.
    if (over) {
      await file.close();
      return null;
    }
    files.push(file);
    // Not as a stream of its own: closing the file would wait for the end of a body that was given up in the middle.
    let size = 0;
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      for (let at = 0; at < bytes.length;)
        at += (await file.write(bytes, at, bytes.length - at, size + at)).bytesWritten;
      size += bytes.length;
    }
    if (size === 0) return null;
    const one = { name, size, file };
    taken.add(one);
    return one;
  };
  const load = async (posted: Raw): Promise<Raw> => {
    const large = Object.values(posted)
      .flat()
      .filter(isWaiting)
      .reduce((sum, { size }) => sum + (size > SMALL ? size : 0), 0);
    if (large > 0) {
      await turn(large);
      mine = large;
    }
    const values: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(posted))
      values[field] = Array.isArray(value)
        ? await Promise.all(value.map(async (one: unknown) => (isWaiting(one) ? read(one) : one)))
        : isWaiting(value)
          ? await read(value)
          : value;
    return values;
  };
  try {
    return await work(receive, load);
  } finally {
    over = true;
    held -= mine;
    letIn();
    await Promise.all(files.map((file) => file.close().catch(() => {})));
  }
}
