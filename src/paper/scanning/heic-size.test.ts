import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heicDots } from './heic-size.ts';

describe('the size that a photo in HEIC tells', () => {
  const size = (width: number, height: number): Buffer => {
    const box = Buffer.alloc(20);
    box.writeUInt32BE(20, 0);
    box.write('ispe', 4);
    box.writeUInt32BE(width, 12);
    box.writeUInt32BE(height, 16);
    return box;
  };

  it('is that of its largest picture', () =>
    assert.equal(heicDots(Buffer.concat([Buffer.alloc(40), size(512, 512), size(4032, 3024)])), 4032 * 3024));

  it('is unknown where nothing is told, or the file breaks off', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(3000, 7), size(512, 512).subarray(0, 18)])
      assert.equal(heicDots(bytes), null);
  });
});
