import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { close } from './compiler.ts';
import { absent, ask } from './judges.ts';
import { typesetPhotographed } from './photographed.ts';

const picture = async (width: number, height: number) => ({
  jpeg: await sharp({ create: { width, height, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer(),
  wide: width > height,
});

describe('a paper that was photographed', { skip: absent('pdfinfo') }, () => {
  after(close);

  it('has a page of A4 for each picture, wide ones across, and says what it is', async () => {
    const pages = [await picture(700, 1000), await picture(1000, 700), await picture(300, 2400)];
    const about = { title: 'Giấy chứng sinh', date: '2026-11-21' };
    const pdf = await typesetPhotographed(pages, about);
    const info = ask('pdfinfo', pdf, '-f', '1', '-l', '9', '-isodates', 'FILE').toString('utf8');
    const sizes = [...info.matchAll(/Page\s+\d+ size:\s+(\d+)[.\d]* x (\d+)/gu)];
    assert.deepEqual(
      sizes.map(([, width, height]) => `${width}x${height}`),
      ['595x841', '841x595', '595x841'],
    );
    assert.match(info, /Title:\s+Giấy chứng sinh/u);
    assert.match(info, /CreationDate:\s+2026-11-21/u);
    assert.deepEqual(await typesetPhotographed(pages, about), pdf, 'the same pictures, the same bytes');
  });
});
