/** The bare server that the product is compared with: GET gives the same bytes, POST hashes and writes what it receives. Nothing else. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { untilStopped } from '../src/app/lifetime.ts';

let body = Buffer.alloc(0);
let files = 0;

/** Receives a body: SHA-256 and a file, as every store of bytes must. */
async function receive(request: import('node:http').IncomingMessage): Promise<string> {
  const hash = createHash('sha256');
  const file = path.join(process.env['DATA_DIR'] ?? tmpdir(), `bare-${process.pid}-${files++}`);
  request.on('data', (chunk: Buffer) => hash.update(chunk));
  await pipeline(request, createWriteStream(file));
  await unlink(file);
  return hash.digest('hex');
}

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    receive(request).then(
      (hash) => response.writeHead(200, { 'content-length': hash.length }).end(hash),
      () => response.writeHead(500, { 'content-length': 0 }).end(),
    );
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', 'content-length': body.length });
  response.end(body);
});
process.on('message', (message: { body: string }) => {
  body = Buffer.from(message.body, 'base64');
  process.send?.({ ready: true });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
await untilStopped();
server.close();
