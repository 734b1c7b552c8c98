/** A photo as it came, made into bytes that the picture library reads. HEIC, the format of many telephones, is decoded first. */
import { Worker } from 'node:worker_threads';
import type { Decoded, HeicJob } from './heic-decoder.ts';
import { later } from '../../ground/operate/later.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** The cameras of telephones make 48 million dots at most. */
const LARGEST_HEIC = 50_000_000;
const PATIENCE = 20_000;

/** One at a time: a large photo takes 200 MB while it is decoded. */
let queue: Promise<unknown> = Promise.resolve();

function decodeHeic(bytes: Uint8Array): Promise<Decoded> {
  const decoded = queue.then(() => inWorker({ bytes, largestPixels: LARGEST_HEIC }));
  queue = decoded.catch(() => undefined);
  return decoded;
}

function inWorker(job: HeicJob): Promise<Decoded> {
  // What the library says about broken files is no news for the log.
  const options = { workerData: job, execArgv: [], stdout: true, stderr: true };
  const worker = new Worker(new URL('heic-decoder.ts', import.meta.url), options);
  return new Promise<Decoded>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('HEIC took too long')), PATIENCE);
    const settle = (): void => clearTimeout(timer);
    worker.once('message', (picture: Decoded) => resolve(picture));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('HEIC was not decoded')));
    worker.once('exit', settle);
  }).finally(() => void worker.terminate());
}

/** The photo in a format that is read everywhere here. Throws when it is HEIC and cannot be decoded. */
export async function openPhoto(bytes: Buffer, type: string): Promise<Buffer> {
  if (type !== 'image/heic') return bytes;
  const { data, width, height } = await decodeHeic(bytes);
  return sharp()(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .jpeg({ quality: 92 })
    .toBuffer();
}
