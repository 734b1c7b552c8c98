/** One request to an object store that speaks S3: signed (Signature Version 4), path-style, with limits of time. */
import { AwsV4Signer } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { pipeline } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '../../operate/errors.ts';
import { log } from '../../operate/log.ts';

/** A bucket and the keys to it. */
export type Bucket = {
  /** `https://host/bucket`, with a prefix where the bucket holds more than our files. */
  readonly address: string;
  readonly key: string;
  readonly secret: string;
  readonly region: string;
  /** Milliseconds without a byte after which the store counts as silent. */
  readonly patience: number;
};

/** A file that is sent along. */
type Body = { readonly file: string; readonly size: number; readonly hash: string };

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const TRIES = 3;

/** Answers that may be another at the next try (S3: `InternalError`, `SlowDown`, a proxy between). */
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * Asks for an object, up to three times where the trouble may pass. Returns the answer to a request that the store
 * understood (2xx or 404), its body unread. Throws Unavailable otherwise.
 */
export async function ask(
  bucket: Bucket,
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
  name: string,
  body?: Body,
): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt++) {
    const answer = await askOnce(bucket, method, name, body).catch((error: unknown) => error as Error);
    if (!(answer instanceof Error)) {
      const status = answer.statusCode ?? 0;
      if ((status >= 200 && status < 300) || status === 404) return answer;
      const code = /<Code>(\w+)<\/Code>/.exec(await text(answer).catch(() => ''))?.[1] ?? '';
      if (!passing.has(status) || attempt === TRIES) throw refused(method, `${status} ${code}`.trim());
    } else if (attempt === TRIES) throw refused(method, answer.message, answer);
    await sleep(100 * 2 ** attempt);
  }
}

async function askOnce(bucket: Bucket, method: string, name: string, body?: Body): Promise<IncomingMessage> {
  const { url, headers } = await new AwsV4Signer({
    method,
    url: `${bucket.address.replace(/\/$/, '')}/${name}`,
    headers: { 'x-amz-content-sha256': body?.hash ?? EMPTY },
    accessKeyId: bucket.key,
    secretAccessKey: bucket.secret,
    region: bucket.region,
    service: 's3',
  }).sign();
  const send = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      method,
      headers: { ...Object.fromEntries(headers), ...(body && { 'content-length': body.size }) },
      timeout: bucket.patience,
    });
    sent.once('response', resolve);
    sent.once('error', reject);
    // Also while the answer is being read: a store that stops in the middle is silent too.
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    if (body) pipeline(createReadStream(body.file), sent, (error) => error && reject(error));
    else sent.end();
  });
}

/** For people one sentence; the code of the store, which names no file, goes to the log. */
function refused(method: string, problem: string, cause?: Error): Unavailable {
  log.error('object store failed', { method, problem });
  return new Unavailable(
    {
      vi: 'Kho tệp chưa trả lời. Xin thử lại sau ít phút.',
      en: 'The store of files does not answer. Please try again in a few minutes.',
    },
    { cause },
  );
}
