import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { secretInFile } from '../../ground/text/secret.ts';
import { close as closeTypeset, templates, typeset } from '../typeset/index.ts';
import { digitise, type Digitised } from './digitise.ts';
import { scanWords } from './pictures.ts';
import { readPrograms, run, type Programs } from './programs.ts';
import { readTable } from './recognise.ts';

const lines = [
  'ỦY BAN NHÂN DÂN PHƯỜNG SÔNG MẪU',
  'GIẤY CHỨNG SINH',
  'Họ và tên mẹ: Nguyễn Thị Ví Dụ',
  'Đã sinh con vào lúc 8 giờ 15 phút ngày 20 tháng 11',
];
const meta = {
  title: 'Giấy chứng sinh',
  author: 'Phường Sông Mẫu',
  keywords: 'H99.18_HS_000001_V1',
  date: '2026-11-22',
};
const drawn = (dpi: number, text = lines) => {
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)];
  const letters = text
    .map(
      (line, i) =>
        `<text x="${dpi}" y="${dpi * (1.4 + i * 0.5)}" font-family="Liberation Serif,serif" font-size="${dpi / 4.5}">${line}</text>`,
    )
    .join('');
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbfbf4"/>${letters}</svg>`,
    ),
  );
};

/** A PNG of a few kilobytes that claims to be of this size. */
function bomb(side: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const tools = has('tesseract') && has('pdftotext') && has('qpdf');

describe('digitising a paper', () => {
  let folder: string;
  let programs: Programs;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-scan-'));
    programs = readPrograms();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await closeTypeset();
  });

  const made = (result: Digitised) => {
    assert.equal(result.kind, 'made', JSON.stringify(result));
    return result as Extract<Digitised, { kind: 'made' }>;
  };
  const judged = (pdf: Uint8Array, name: string, program: string, ...words: string[]): string => {
    const file = path.join(folder, name);
    writeFileSync(file, pdf);
    const said = spawnSync(
      program,
      words.map((word) => (word === 'FILE' ? file : word)),
    );
    assert.equal(said.status, 0, String(said.stderr));
    return String(said.stdout);
  };

  it(
    'makes PDF/A of a photo, in which every word of the paper is found where it stands',
    { skip: !tools && 'tesseract, pdftotext or qpdf is not installed' },
    async () => {
      const photo = await drawn(300).withMetadata({ orientation: 6, density: 300 }).jpeg().toBuffer();
      const turned = await sharp(photo).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer();
      const result = made(await digitise(programs, turned, 'image/jpeg', meta));
      assert.deepEqual([result.pages, result.recognised], [1, 'all']);
      const pdf = result.pdf!;
      judged(pdf, 'a.pdf', 'qpdf', '--check', 'FILE');
      const text = judged(pdf, 'a.pdf', 'pdftotext', 'FILE', '-').replaceAll(/\s+/g, ' ');
      for (const line of lines) assert.ok(text.includes(line), `${line} in: ${text}`);
      const box = /xMin="([\d.]+)" yMin="([\d.]+)".*?>CHỨNG</.exec(
        judged(pdf, 'a.pdf', 'pdftotext', '-bbox', 'FILE', '-'),
      );
      assert.ok(box && Math.abs(Number(box[2]) - 72 * 1.72) < 8, String(box?.[2]));
      const says = Buffer.from(pdf).toString('latin1');
      assert.match(says, /pdfaid:part>2[\s\S]*pdfaid:conformance>U/);
      assert.match(judged(pdf, 'a.pdf', 'pdffonts', 'FILE'), /Tinos.* yes yes yes/);
      const again = made(await digitise(programs, turned, 'image/jpeg', meta));
      assert.ok(Buffer.from(pdf).equals(Buffer.from(again.pdf!)), 'the same picture gives the same bytes');
    },
  );

  it(
    'reads the pages of a scanned PDF and of a TIFF, and leaves a PDF with text as it is',
    { skip: !tools && 'tesseract, pdftotext or qpdf is not installed' },
    async () => {
      const jpeg = await drawn(200).withMetadata({ density: 200 }).jpeg().toBuffer();
      const first = made(await digitise({ ...programs, tesseract: null }, jpeg, 'image/jpeg', meta));
      assert.equal(first.recognised, 'none');
      // Without words it is what a scanner of an office makes: a PDF of pictures alone.
      const scanned = made(await digitise(programs, Buffer.from(first.pdf!), 'application/pdf', meta));
      assert.deepEqual([scanned.pages, scanned.recognised], [1, 'all']);
      assert.match(scanned.texts[0]!, /Nguyễn Thị Ví Dụ/);
      const own = made(await digitise(programs, Buffer.from(scanned.pdf!), 'application/pdf', meta));
      assert.deepEqual([own.pdf, own.recognised, own.pages], [null, 'own', 1]);
      const tiff = await drawn(200).tiff({ compression: 'lzw' }).toBuffer();
      const fax = made(await digitise(programs, tiff, 'image/tiff', meta));
      assert.deepEqual([fax.dpi, fax.recognised], [200, 'all']);
    },
  );

  it(
    'refuses a paper with a mark of secrecy, however its file is called: a picture, a scan, a PDF with text',
    { skip: !tools && 'tesseract, pdftotext or qpdf is not installed' },
    async () => {
      const secret = ['ỦY BAN NHÂN DÂN TỈNH', 'TUYỆT MẬT', 'Kế hoạch mẫu của năm 2026, dùng để thử'];
      const jpeg = await drawn(200, secret).withMetadata({ density: 200 }).jpeg().toBuffer();
      const refused = { kind: 'refused', why: secretInFile, marked: true };
      assert.deepEqual(await digitise(programs, jpeg, 'image/jpeg', meta), refused);
      const unread = made(await digitise({ ...programs, tesseract: null }, jpeg, 'image/jpeg', meta));
      assert.deepEqual(await digitise(programs, Buffer.from(unread.pdf!), 'application/pdf', meta), refused);
      const { pdf } = await typeset(
        templates.letter,
        { ...templates.letter.sample, body: [{ kind: 'paragraph', text: 'Độ mật: Tối mật' }] },
        { date: meta.date },
      );
      assert.deepEqual(await digitise(programs, Buffer.from(pdf), 'application/pdf', meta), refused);
    },
  );

  it('says how coarse a picture is', async () => {
    const result = made(
      await digitise(
        { tesseract: null, poppler: null },
        await drawn(100).png().toBuffer(),
        'image/png',
        meta,
      ),
    );
    assert.deepEqual([result.dpi, result.recognised], [100, 'none']);
  });

  const refusals: readonly [string, () => Promise<Buffer> | Buffer, string, unknown][] = [
    ['a picture that claims 50,000 × 50,000 dots', () => bomb(50_000), 'image/png', scanWords.large],
    [
      'a picture that breaks off',
      async () => (await drawn(200).jpeg().toBuffer()).subarray(0, 9_000),
      'image/jpeg',
      scanWords.broken,
    ],
    [
      'a small picture whose data breaks off',
      () => bomb(2_000).subarray(0, 60),
      'image/png',
      scanWords.broken,
    ],
    [
      'a file that is no picture',
      () => Buffer.from('\u00ff\u00d8\u00ff xin chào'),
      'image/jpeg',
      scanWords.broken,
    ],
    ['a program', () => Buffer.from('MZ'), 'application/octet-stream', scanWords.broken],
  ];
  for (const [name, bytes, type, why] of refusals)
    it(`refuses ${name} in a sentence, in little time and memory`, async () => {
      const began = Date.now();
      const result = await digitise(programs, await bytes(), type, meta);
      assert.deepEqual(result, { kind: 'refused', why });
      assert.ok(Date.now() - began < 5_000);
    });

  it('refuses a PDF that cannot be opened', { skip: !tools && 'poppler is not installed' }, async () => {
    const result = await digitise(programs, Buffer.from('%PDF-1.7\nnothing'), 'application/pdf', meta);
    assert.deepEqual(result, { kind: 'refused', why: scanWords.locked });
  });

  it('ends a program that wants too much memory or never ends', async () => {
    assert.equal(await run(process.execPath, ['-e', 'Buffer.alloc(3e9, 1)'], Buffer.alloc(0)), null);
    assert.equal(await run('/bin/sh', ['-c', 'exit 3'], Buffer.alloc(0)), null);
    assert.equal(await run('/nowhere/tesseract', [], Buffer.alloc(0)), null);
  });

  it('reads the table of the recogniser, and leaves out what it is not sure of', () => {
    const table =
      'level\tpage_num\n5\t1\t1\t1\t1\t1\t303\t666\t132\t68\t96.4\tGiấy\n5\t1\t1\t1\t1\t2\t454\t669\t162\t65\t3.1\t|\n4\t1\t1\t1\t2\t0\t0\t0\t1\t1\t-1\t';
    assert.deepEqual(readTable(table), [
      { text: 'Giấy', left: 303, top: 666, width: 132, height: 68, line: '1.1.1' },
    ]);
  });

  it('finds its programs by configuration, and says when it is wrong', () => {
    const none = { TESSERACT: 'none', POPPLER: 'none', PATH: process.env['PATH'] };
    assert.deepEqual(readPrograms(none), { tesseract: null, poppler: null });
    assert.deepEqual(readPrograms({ PATH: folder }), { tesseract: null, poppler: null });
    assert.throws(() => readPrograms({ TESSERACT: '/nowhere/t', PATH: '' }), /^Error: TESSERACT must name/);
  });
});
