/**
 * A small object store over real HTTP, as tests need it: path-style buckets, PUT, GET, HEAD and DELETE of objects. It checks
 * Signature Version 4 and the hash of every body by itself, and fails when told to, like the real thing.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the store misbehaves, for the next `times` requests (all of them by default). */
export type Fault = {
  readonly status?: number;
  readonly slowMs?: number;
  /** Breaks the connection in the middle of an object. */
  readonly truncate?: boolean;
  /** Sends other bytes than were stored. */
  readonly corrupt?: boolean;
  readonly times?: number;
};

/** A running store. */
export type ObjectStore = {
  /** Address of the bucket. */
  readonly address: string;
  readonly objects: Map<string, Buffer>;
  /** Method and path of everything that was asked. */
  readonly asked: string[];
  fail(fault: Fault | null): void;
  close(): Promise<void>;
};

type Keys = { readonly key: string; readonly secret: string; readonly region: string };

const MOST_SKEW = 15 * 60_000;

/** Starts a store with one empty bucket on a free port of this machine. */
export async function startObjectStore(keys: Keys, bucket = 'ho-so'): Promise<ObjectStore> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  let fault: (Fault & { times: number }) | null = null;
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const now = fault;
    if (fault && --fault.times <= 0) fault = null;
    if (now?.slowMs) await sleep(now.slowMs);
    const body = await buffer(request).catch(() => null);
    if (body === null) return;
    if (now?.status) return refuse(response, now.status, 'InternalError');
    const wrong = wrongWith(request, body, keys);
    if (wrong) return refuse(response, 403, wrong);
    serve(request, response, body, now);
  });
  const serve = (
    { method, url = '' }: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    now: Fault | null,
  ): void => {
    if (!url.startsWith(`/${bucket}/`)) return refuse(response, 404, 'NoSuchBucket');
    const name = url.slice(bucket.length + 2);
    if (method === 'PUT') {
      objects.set(name, body);
      return void response.end();
    }
    if (method === 'DELETE') {
      objects.delete(name);
      return void response.writeHead(204).end();
    }
    const found = objects.get(name);
    if (!found) return refuse(response, 404, 'NoSuchKey');
    response.setHeader('content-length', found.length);
    if (method === 'HEAD') return void response.end();
    if (now?.truncate)
      return void response.write(found.subarray(0, found.length >> 1), () => response.destroy());
    response.end(now?.corrupt ? Buffer.alloc(found.length, 'x') : found);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/${bucket}`,
    objects,
    asked,
    fail: (next) => (fault = next && { times: Infinity, ...next }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, words: string): Buffer =>
  createHmac('sha256', key).update(words).digest();

/** What is wrong with the signature of a request, as the code of the store; null: nothing. */
function wrongWith(request: IncomingMessage, body: Buffer, keys: Keys): string | null {
  const {
    authorization = '',
    'x-amz-date': at = '',
    'x-amz-content-sha256': hash = '',
  } = request.headers as Record<string, string>;
  const [, key, day, region, signed = '', given = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  if (!day) return 'AccessDenied';
  if (key !== keys.key) return 'InvalidAccessKeyId';
  const moment = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - moment) < MOST_SKEW) || !at.startsWith(day)) return 'RequestTimeTooSkewed';
  if (hash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const names = signed.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)))
    return 'AccessDenied';
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://store');
  searchParams.sort();
  const canonical = [
    request.method,
    pathname,
    searchParams.toString(),
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    signed,
    hash,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const signing = [keys.region, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${keys.secret}`, day));
  const expected = hmac(signing, toSign);
  return timingSafeEqual(expected, Buffer.from(given, 'hex')) ? null : 'SignatureDoesNotMatch';
}
