import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { diskStore, type File } from '../../../ground/files/index.ts';
import { sampleProcedures } from '../../../../sample/procedures/index.ts';
import { judgeMeasured, judgePicture, pictureWords } from './judge-picture.ts';
import { takeFile } from './take-files.ts';

const drawn = (inside: string, paper = '#f4f2ec'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="${paper}"/>${inside}</svg>`,
  );
const line = (y: number): string =>
  `<text x="120" y="${y}" font-size="30">Giấy chứng sinh của một em bé, dòng ${y}</text>`;
const written = drawn(Array.from({ length: 30 }, (_, i) => line(150 + i * 48)).join(''));
/** Light that falls from one side. */
const shade =
  '<defs><linearGradient id="g"><stop offset="0" stop-color="#888"/><stop offset="1" stop-color="#eee"/></linearGradient></defs><rect width="1240" height="1754" fill="url(#g)"/>';

/** A page that lies on its side, with the word of the telephone how to turn it (`irot`). */
const lying = readFileSync(path.join(import.meta.dirname, 'photo-lying.heic'));

const photos = new Map<string, Promise<Buffer>>();

/** A photo as a telephone makes it: with the grain of its sensor, as JPEG. Made once for all who want the same. */
function photo(picture: Buffer, blur = 0): Promise<Buffer> {
  const wish = `${blur} ${picture.toString()}`;
  const made = photos.get(wish) ?? takePhoto(picture, blur);
  photos.set(wish, made);
  return made;
}

async function takePhoto(picture: Buffer, blur: number): Promise<Buffer> {
  const soft = blur > 0 ? await sharp(picture).blur(blur).toBuffer() : picture;
  const { data, info } = await sharp(soft).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let seed = 1;
  // Six million of them: a callback for each would take ten times as long.
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    data[i] = Math.max(0, Math.min(255, data[i]! + ((seed >> 16) % 9) - 4));
  }
  return sharp(data, { raw: info }).jpeg({ quality: 80 }).toBuffer();
}

describe('a photo of a paper', () => {
  const cases = [
    ['a written page', () => photo(written), null],
    ['a page with one line', () => photo(drawn(line(150))), null],
    ['a page a little out of focus', () => photo(written, 2), null],
    [
      'a page turned by the camera',
      async () =>
        sharp(await photo(written))
          .withMetadata({ orientation: 6 })
          .toBuffer(),
      null,
    ],
    [
      'a transparent PNG with writing',
      () =>
        sharp(drawn(line(150), 'none'))
          .png()
          .toBuffer(),
      null,
    ],
    [
      'a WebP',
      async () =>
        sharp(await photo(written))
          .webp()
          .toBuffer(),
      null,
    ],
    ['a white page', () => photo(drawn('')), pictureWords.blank],
    ['a white page in the shade', () => photo(drawn(shade)), pictureWords.blank],
    ['a black picture', () => photo(drawn('', '#060606')), pictureWords.dark],
    ['a blurred page', () => photo(written, 4), pictureWords.blurred],
    [
      'a thumbnail',
      async () =>
        sharp(await photo(written))
          .resize(200)
          .toBuffer(),
      pictureWords.small,
    ],
    ['a picture that broke off', async () => (await photo(written)).subarray(0, 20_000), pictureWords.broken],
    ['no picture at all', async () => Buffer.from('\u00ff\u00d8\u00ff xin chào'), pictureWords.broken],
  ] as const;
  for (const [name, make, expected] of cases)
    it(`${name}: ${expected ? 'refused with the reason' : 'taken'}`, async () => {
      assert.deepEqual(await judgePicture(await make()), expected);
    });

  it('is judged by its narrow side first', () => {
    assert.equal(judgeMeasured({ width: 299, mean: 200, detail: 40, edges: 500 }), pictureWords.small);
  });
});

describe('a file sent for a question', () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-take-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const { form } = sampleProcedures[0]!.local;
  const take = async (bytes: Buffer, name: string) => {
    const store = diskStore(folder);
    const stored = await store.put(bytes);
    const file: File = { ...stored, id: 'f', name, owner: null, at: new Date(0), scan: 'unscanned' };
    return takeFile(store, form!, 'proof', file);
  };

  it('is checked at once when it is a photo, and received when it is a PDF', async () => {
    assert.equal((await take(await photo(written), 'anh.jpg')).state, 'checked');
    assert.equal((await take(Buffer.from('%PDF-1.7 …'), 'giay.pdf')).state, 'received');
  });

  it('in HEIC, lying on its side as telephones keep it, becomes an upright page', async () => {
    const taken = await take(lying, 'IMG_0001.HEIC');
    assert.equal(taken.state, 'checked', taken.reason?.en);
    const page = await diskStore(folder).read(taken.page!);
    const { width, height, format } = await sharp(page).metadata();
    assert.deepEqual([width, height, format], [700, 980, 'jpeg']);
    // The heading stands in the upper tenth; the lowest tenth is empty.
    const dark = async (top: number) => {
      const strip = sharp(page).extract({ left: 0, top, width: 700, height: 98 });
      return (
        await sharp(await strip.toBuffer())
          .greyscale()
          .stats()
      ).channels[0]!.min;
    };
    assert.ok((await dark(0)) < 60 && (await dark(882)) > 200);
  });

  it('in HEIC may come with several others at once, each judged for itself', async () => {
    const broken = lying.subarray(0, 9000);
    const sent = [lying, broken, lying, await photo(written), lying];
    const taken = await Promise.all(sent.map((bytes, i) => take(bytes, `IMG_000${i}.HEIC`)));
    assert.deepEqual(
      taken.map(({ state }) => state),
      ['checked', 'refused', 'checked', 'checked', 'checked'],
    );
  });

  it('in HEIC is refused when it broke off, or is something else that calls itself so', async () => {
    for (const bytes of [
      lying.subarray(0, 9000),
      Buffer.concat([lying.subarray(0, 40), Buffer.alloc(5000, 7)]),
    ])
      assert.deepEqual((await take(bytes, 'IMG_0002.HEIC')).reason, pictureWords.broken);
  });

  it('keeps neither the place nor the telephone in its page', async () => {
    const taken = await sharp(await photo(written))
      .withExif({ IFD0: { Make: 'Điện thoại' }, IFD3: { GPSLatitude: '21/1 2/1 0/1' } })
      .toBuffer();
    const { page } = await take(taken, 'anh.jpg');
    assert.equal((await sharp(await diskStore(folder).read(page!)).metadata()).exif, undefined);
  });

  it('is refused with the reason when it is blank, or something else than its name says', async () => {
    const blank = await take(await photo(drawn('')), 'trang.jpg');
    assert.deepEqual([blank.state, blank.reason], ['refused', pictureWords.blank]);
    const page = await take(Buffer.from('<html><script>alert(1)</script></html>'), 'giay-chung-sinh.pdf');
    assert.equal(page.state, 'refused');
    assert.match(page.reason?.vi ?? '', /không phải là tệp PDF hoặc ảnh/);
  });
});
