import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Invalid } from '../operate/errors.ts';
import { takeIn } from './incoming.ts';
import { sniff } from './sniff.ts';

const is = (bytes: string | Buffer, type: string): void =>
  assert.equal(sniff(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes), type);

describe('what a file is', () => {
  it('goes by the bytes', () => {
    is('', 'empty');
    is('%PDF-1.7\n', 'application/pdf');
    is('scanner 4\r\n%PDF-1.4\n', 'application/pdf');
    is('\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg');
    is('RIFF\x10\0\0\0WEBPVP8 ', 'image/webp');
    is('BM\x36\0\0\0\0\0\0\0\x36\0\0\0', 'image/bmp');
    is('\0\0\0\x18ftypheic', 'image/heic');
    is(
      'PK\x03\x04\x14\0\0\0\0\0word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    is('<?xml version="1.0"?><a/>', 'application/xml');
    is(Buffer.from('Đơn đề nghị'), 'text/plain');
    is(Buffer.from(`${'x'.repeat(4095)}ộ`).subarray(0, 4096), 'text/plain');
  });

  it('takes no sound for a picture, and no text that begins with two letters', () => {
    is('RIFF\x10\0\0\0WAVEfmt ', 'application/octet-stream');
    is(Buffer.from('BM ngày mai họp'), 'text/plain');
  });

  it('calls by its name what a browser would run, whatever else it claims to be', () => {
    is('<html><script>alert(1)</script>\n%PDF-1.4', 'text/html');
    is('<script>\0alert(1)</script>%PDF-1.4', 'text/html');
    is('\n\t<!DOCTYPE html>\n%PDF-1.4', 'text/html');
    is('<svg onload="alert(1)">%PDF-1.4', 'image/svg+xml');
    is('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml');
    is('MZ\x90\0\x03\0\0\0', 'application/octet-stream');
    is('\x7fELF\x02\x01\x01\0', 'application/octet-stream');
  });

  it('never throws, whatever the bytes are', () => {
    for (let n = 0; n < 500; n++) assert.equal(typeof sniff(randomBytes(n)), 'string');
  });
});

describe('bytes on their way in', () => {
  const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-incoming-'));
    await work(folder).finally(() => rm(folder, { recursive: true }));
  };

  it('stops a stream at its limit and leaves nothing behind', async () =>
    inFolder(async (folder) => {
      const read = { chunks: 0 };
      const endless = Readable.from(
        (function* () {
          for (;;) {
            read.chunks += 1;
            yield Buffer.alloc(65_536);
          }
        })(),
      );
      await assert.rejects(
        takeIn(folder, endless, 1_048_576, async () => assert.fail('kept')),
        Invalid,
      );
      assert.ok(read.chunks < 40, `read ${read.chunks} chunks of an endless stream`);
      assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
    }));

  it('keeps what is packed as it is: nothing is unpacked to look at it', async () =>
    inFolder(async (folder) => {
      const bomb = gzipSync(Buffer.alloc(64 * 1_048_576));
      const stored = await takeIn(folder, bomb, 1_048_576, async () => {});
      assert.deepEqual([stored.size, stored.type], [bomb.length, 'application/octet-stream']);
    }));
});
