/**
 * The worker in which photos in HEIC are decoded (libheif as WebAssembly): it takes a second or two of one processor, and a
 * file made to break it breaks only this worker.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { all } from 'heic-decode';

/** A decoded picture: red, green, blue and opacity of every dot, turned upright as the file says. */
export type Decoded = {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** What the worker is given. */
export type HeicJob = { readonly bytes: Uint8Array; readonly largestPixels: number };

const { bytes, largestPixels } = workerData as HeicJob;
const [first] = await all({ buffer: bytes });
if (!first || first.width * first.height > largestPixels) throw new Error('no picture, or too large');
const { data } = await first.decode();
parentPort?.postMessage({ data, width: first.width, height: first.height } satisfies Decoded, [data.buffer]);
