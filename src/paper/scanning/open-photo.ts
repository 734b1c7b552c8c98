/** A photo as it came, made into bytes that the picture library reads. HEIC, the format of many telephones, is decoded first. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { later } from '../../ground/operate/later.ts';
import { turnsWithin } from '../../ground/operate/turns.ts';
import type { Decoded, HeicJob } from './heic-decoder.ts';
import { heicDots } from './heic-size.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** The cameras of telephones make 48 million dots at most. */
const LARGEST_HEIC = 50_000_000;
const PATIENCE = 20_000;

/** The largest photo takes 200 MB while it is decoded: all that are decoded side by side have no more dots than it. */
const inTurn = turnsWithin(LARGEST_HEIC, Math.min(4, availableParallelism()));

/** Decodes in its turn. Room is taken as the file says; one that turns out larger than it said is refused by the decoder. */
function decodeHeic(bytes: Buffer): Promise<Decoded> {
  const largestPixels = Math.min(heicDots(bytes) ?? LARGEST_HEIC, LARGEST_HEIC);
  return inTurn(largestPixels, () => inWorker({ bytes, largestPixels }));
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
