import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Document, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { sniff } from '../../../ground/files/index.ts';
import { close as closeTypeset, typesetPictures } from '../../typeset/index.ts';
import { readPrograms } from '../programs.ts';
import { lookAtWords, lookThrough } from './look.ts';
import { pagesWithPictures, wordsInFile, wordsInRtf } from './words-in-file.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const skip = !(has('tesseract') && has('pdftotext')) && 'tesseract or pdftotext is not installed';
const programs = readPrograms();

const lines = [
  'UBND TỈNH SÔNG LAM',
  'Số: 12/BC-UBND',
  'BÁO CÁO',
  'Tình hình thực hiện nhiệm vụ sáu tháng đầu năm',
  'Kính gửi các sở, ban, ngành trong tỉnh',
  'Nơi nhận: như trên, lưu văn thư',
];

/** A page as a scanner makes it; with a stamp: red letters in a red box, at its place below the number. */
function page(stamp: string | null, dpi = 150, said: readonly string[] = lines): sharp.Sharp {
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)];
  const size = dpi / 5;
  const written = said
    .map(
      (line, i) =>
        `<text x="${dpi}" y="${dpi * (1.5 + (i > 1 ? 1 : 0) + i * 0.5)}" font-family="Liberation Serif,serif" font-size="${size}">${line}</text>`,
    )
    .join('');
  const box = stamp
    ? `<g stroke="#c00" fill="none"><rect x="${dpi * 1.1}" y="${dpi * 2.4}" width="${size * stamp.length * 0.95}" height="${dpi * 0.38}" stroke-width="3"/></g>
       <text x="${dpi * 1.25}" y="${dpi * 2.68}" fill="#c00" font-weight="bold" font-family="Liberation Serif,serif" font-size="${size * 1.15}">${stamp}</text>`
    : '';
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbfbf4"/>${written}${box}</svg>`,
    ),
  );
}

const word = async (...texts: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] }));

const typeOf = (bytes: Buffer): string => sniff(bytes.subarray(0, 4096));
const quick = (bytes: Buffer) => lookAtWords(programs, bytes, typeOf(bytes));
const whole = (bytes: Buffer) => lookThrough(programs, bytes, typeOf(bytes));

describe('the words a file brings with it', { skip }, () => {
  it('of a Word file: paragraphs, headers, letters shown in capitals, runs of one word', async () => {
    assert.equal((await quick(await word('UBND TỈNH', 'TUYỆT MẬT', 'Báo cáo')))?.marked, true);
    assert.equal((await quick(await word('Chính sách bảo mật', 'Mật ong', 'Mật độ dân số')))?.marked, false);
    const split = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('MẬT')] }) },
          children: [new Paragraph('Nội dung')],
        },
      ],
    });
    assert.equal((await quick(await Packer.toBuffer(split)))?.marked, true);
    const run = new Paragraph({
      children: [new TextRun({ text: 'Tối ', allCaps: true }), new TextRun({ text: 'mật', allCaps: true })],
    });
    assert.equal(
      (await quick(await Packer.toBuffer(new Document({ sections: [{ children: [run] }] }))))?.marked,
      true,
    );
  });

  it('of OpenDocument, RTF, old Office and plain text', async () => {
    const odt = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8('<office><text:p>UBND</text:p><text:p>T&#x1ED0;I M&#7852;T</text:p></office>'),
    });
    assert.equal((await quick(Buffer.from(odt)))?.marked, true);
    assert.equal(
      wordsInRtf(String.raw`{\rtf1 UBND\par M\u7852?T\par {\b S}}`)
        .split('\n')[1]
        ?.trim(),
      'MẬT',
    );
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(513),
      Buffer.from('Báo cáo\rTUYỆT MẬT\rSố 1', 'utf16le'),
    ]);
    assert.equal((await quick(old))?.marked, true);
    assert.equal((await quick(Buffer.from('Kính gửi\nMẬT\nSố 1')))?.marked, true);
  });

  it('cannot be read in what is broken or of another kind, which is said', async () => {
    assert.deepEqual(await quick(Buffer.from('%PDF-1.4 hỏng')), { marked: false, read: 'none' });
    assert.deepEqual(await quick(Buffer.from('504b030400000000776f72642f', 'hex')), {
      marked: false,
      read: 'none',
    });
    assert.deepEqual(
      await lookThrough({ tesseract: null, poppler: null }, await page('MẬT').png().toBuffer(), 'image/png'),
      {
        marked: false,
        read: 'none',
      },
    );
  });

  it('a table of pictures tells which pages are pictures', () => {
    const table = `page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
--------------------------------------------------------------------------------------------
   1     0 image     300   300  rgb     3   8  jpeg   no        10  0    96    96 12.3K 4.5%
   2     1 image    1240  1754  gray    1   8  jpeg   no        11  0   150   150  200K  10%
   2     2 smask    1240  1754  gray    1   8  image  no        11  0   150   150  200K  10%`;
    assert.deepEqual(pagesWithPictures(table), [2]);
  });
});

describe('the words in pictures', { skip }, () => {
  after(() => closeTypeset());
  const meta = { title: 'Bản quét', author: 'Phường Mẫu', keywords: '', date: '2026-11-22' };

  for (const stamp of ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])
    it(`a stamp “${stamp}” on a photo is seen, and its job is not done at once`, async () => {
      const photo = await page(stamp).jpeg({ quality: 80 }).toBuffer();
      assert.equal(await quick(photo), null);
      assert.equal((await whole(photo)).marked, true);
    });

  it('a page without a stamp goes through', async () => {
    assert.deepEqual(await whole(await page(null).jpeg().toBuffer()), { marked: false, read: 'all' });
  });

  it('a photo lying on its side is turned', async () => {
    assert.equal((await whole(await page('TUYỆT MẬT').rotate(90).jpeg().toBuffer())).marked, true);
  });

  it('the pages of a long scan are read some at a time, to the last', { timeout: 300_000 }, async () => {
    const [plain, stamped] = [
      await page(null, 100, lines.slice(3, 4)).jpeg().toBuffer(),
      await page('TỐI MẬT', 100).jpeg().toBuffer(),
    ];
    const pages = Array.from({ length: 14 }, (_, n) => (n === 13 ? stamped : plain));
    const scan = Buffer.from(
      await typesetPictures(
        pages.map((picture) => ({ picture, kind: 'jpg', width: 595, height: 842, words: [] })),
        meta,
      ),
    );
    const { rest, ...first } = await whole(scan);
    assert.deepEqual(first, { marked: false, read: 'some' });
    assert.ok(rest?.whole && rest.from > 0 && rest.from <= 12, 'what is left is told');
    assert.equal((await lookThrough(programs, scan, 'application/pdf', 0, 12)).marked, true);
    assert.deepEqual(await lookThrough(programs, scan.subarray(0), 'application/pdf', 0, 14), {
      marked: false,
      read: 'all',
    });
  });

  it('a scanned PDF and a picture inside a Word file are read', async () => {
    const picture = await page('TỐI MẬT').jpeg().toBuffer();
    const scan = Buffer.from(
      await typesetPictures([{ picture, kind: 'jpg', width: 595, height: 842, words: [] }], meta),
    );
    assert.equal(await quick(scan), null);
    assert.equal((await whole(scan)).marked, true);
    const pasted = new Paragraph({
      children: [new ImageRun({ type: 'jpg', data: picture, transformation: { width: 595, height: 842 } })],
    });
    const file = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('Kèm theo'), pasted] }] }),
    );
    assert.equal(await quick(file), null);
    assert.equal((await whole(file)).marked, true);
  });
});

const real = path.resolve(import.meta.dirname, '../../../../../shared/data/documents');
const found = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:pdf|docx)$/.test(name),
    );
  } catch {
    return [];
  }
};

describe(
  'real documents',
  { skip: skip || (found(real).length === 0 && '../shared/data/documents is not there') },
  () => {
    it('carry no mark, also those that speak of the marks', async () => {
      for (const name of found(real)) {
        const bytes = readFileSync(path.join(real, name));
        const { text } = await wordsInFile(programs, bytes, typeOf(bytes));
        assert.ok(text && text.length > 1000, name);
        assert.notEqual((await quick(bytes))?.marked, true, name);
      }
    });
  },
);
