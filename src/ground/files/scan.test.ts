import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { Unavailable } from '../operate/errors.ts';
import { scanBytes } from './scan.ts';

/** What the scanner does once it has the whole stream. */
type Answer = (bytes: Buffer, socket: Socket) => void;

/** A scanner that speaks clamd's INSTREAM: finds the word BADWORD, unless told otherwise. */
async function startClamd(answer: Answer = usual) {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      got = Buffer.concat([got, data]);
      const body = bodyOf(got);
      if (body) answer(body, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    at: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const usual: Answer = (bytes, socket) =>
  socket.end(bytes.includes('BADWORD') ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0');

/** The bytes of the chunks after the command, when the stream has ended; null before. */
function bodyOf(got: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  assert.ok(command.startsWith(got.subarray(0, command.length).toString('latin1')), 'the command');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length;) {
    const size = got.readUInt32BE(at);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(got.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return null;
}

const scan = async (bytes: Buffer, answer?: Answer, patience?: number) => {
  const clamd = await startClamd(answer);
  return scanBytes(clamd.at, Readable.from([bytes]), patience).finally(clamd.close);
};

describe('virus scan through clamd', () => {
  it('says clean or infected, also of a file in many pieces', async () => {
    assert.equal(await scan(Buffer.from('chào')), 'clean');
    const large = Buffer.alloc(3_000_000, 'a');
    large.write('BADWORD', 2_999_000);
    assert.equal(await scan(large), 'infected');
    assert.equal(await scan(Buffer.alloc(0)), 'clean', 'nothing at all');
  });

  it('says unscanned where no scanner is configured', async () => {
    assert.equal(await scanBytes(null, Readable.from(['chào'])), 'unscanned');
  });

  it('waits for a slow scanner, and gives up on one that never answers', async () => {
    const slow: Answer = (bytes, socket) => void setTimeout(() => usual(bytes, socket), 100);
    assert.equal(await scan(Buffer.from('chào'), slow), 'clean');
    const silent: Answer = (_, socket) => void setTimeout(() => socket.destroy(), 400);
    await assert.rejects(scan(Buffer.from('chào'), silent, 100), Unavailable);
  });

  it('never takes a failure for clean: down, cut off, too large for the scanner', async () => {
    const clamd = await startClamd();
    await clamd.close();
    await assert.rejects(scanBytes(clamd.at, Readable.from(['chào'])), Unavailable);
    await assert.rejects(
      scan(Buffer.from('chào'), (_, socket) => socket.end()),
      Unavailable,
    );
    const full: Answer = (_, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0');
    await assert.rejects(scan(Buffer.from('chào'), full), Unavailable);
  });
});
