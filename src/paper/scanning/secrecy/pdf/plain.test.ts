import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { carriesMark, mayCarryMark } from '../../../../ground/text/secret.ts';
import { readPrograms } from '../../programs.ts';
import { lookAtWords } from '../look.ts';
import { PAGE_DOTS, pagesWithPictures } from '../words-in-file.ts';
import { plainPages } from './plain.ts';

const table = (lines: string): string => stream(`beginbfchar\n${lines}\nendbfchar`);
const stream = (body: string, entries = ''): string =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;

/** Letters of a Word file: codes of two bytes, explained by a table. Object 6. */
const TABLE = table('<0001> <004D>\n<0002> <1EAC>\n<0003> <0054>\n<0004> <0061>');

type Parts = {
  readonly drawing?: string;
  readonly font?: string;
  readonly page?: string;
  readonly resources?: string;
  /** Objects from 6 on. */
  readonly more?: readonly string[];
  readonly contents?: string;
};

/** A file of one page. Object 4 is its drawing, 5 its font F. */
function file({ drawing = '', font, page = '', resources = '', more = [TABLE], contents }: Parts): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 5 0 R>>${resources}>>>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${page}>>`,
    contents ?? stream(drawing),
    font ?? '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R>>',
    ...more,
  ];
  let out = '%PDF-1.7\n';
  const places = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(
    `${out}xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1',
  );
}

const shown = (drawing: string, parts: Parts = {}): string | null =>
  plainPages(file({ ...parts, drawing }))?.[0]?.text ?? null;
const standard = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

describe('the words of a plain PDF', () => {
  it('are read by the table of their font, in strings, arrays and drawings inside of the drawing', () => {
    assert.equal(shown('BT /F 9 Tf <00010002> Tj [<0003> -250 <0004>] TJ ET'), 'MẬTa\n');
    const inner = stream('BT <0004> Tj ET', '/Type/XObject/Subtype/Form');
    const parts = { resources: '/XObject<</I 7 0 R>>', more: [TABLE, inner] };
    assert.equal(shown('/F 9 Tf q /F 9 Tf Q /I Do', parts), 'a\n');
    assert.equal(shown('BT /F 9 Tf (So 12 \\(M\\)) Tj ET', { font: standard }), 'So 12 (M)\n');
  });

  it('come with the dots of the largest picture, a stencil has none', () => {
    const picture = (more: string): string => stream('x', `/Subtype/Image/Width 1000/Height 900${more}`);
    const parts = { drawing: '/I Do', resources: '/XObject<</I 7 0 R>>' };
    assert.deepEqual(plainPages(file({ ...parts, more: [TABLE, picture('')] })), [
      { text: '', dots: 900_000 },
    ]);
    assert.deepEqual(plainPages(file({ ...parts, more: [TABLE, picture('/ImageMask true')] })), [
      { text: '', dots: 0 },
    ]);
  });

  const doubtful: Readonly<Record<string, Parts>> = {
    'a code that the table does not explain': { drawing: '/F 9 Tf <0009> Tj' },
    'a font without a table': {
      drawing: '/F 9 Tf <0001> Tj',
      font: '<</Subtype/Type0/Encoding/Identity-H>>',
    },
    'a font with an encoding of its own': {
      drawing: '/F 9 Tf (M) Tj',
      font: '<</Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/M]>>>>',
    },
    'drawn letters (Type 3)': { drawing: '/F 9 Tf (M) Tj', font: '<</Subtype/Type3>>' },
    'words before a font': { drawing: '<0001> Tj' },
    'a picture inside the drawing': { drawing: 'BI /W 9 /H 9 ID xxxx EI' },
    'words given for what is drawn': { drawing: '/Span<</ActualText(M)>>BDC EMC' },
    'a layer': { drawing: '/OC/L BDC EMC' },
    'a font chosen by a state': {
      drawing: '/G gs',
      resources: '/ExtGState<</G<</Font[5 0 R 9]>>>>',
    },
    'a pattern with a drawing': {
      drawing: '/P scn',
      resources: '/Pattern<</P 7 0 R>>',
      more: [TABLE, stream('', '/PatternType 1')],
    },
    'a note': { page: '/Annots[<</Subtype/FreeText/Contents(M)>>]' },
    'a drawing that is packed otherwise': { contents: stream('', '/Filter/LZWDecode') },
    'a drawing in circles': {
      drawing: '/I Do',
      resources: '/XObject<</I 7 0 R>>',
      more: [TABLE, stream('/I Do', '/Subtype/Form')],
    },
    'a drawing without end': { drawing: 'BT (M' },
  };
  for (const [what, parts] of Object.entries(doubtful))
    it(`are left to the program: ${what}`, () => assert.equal(plainPages(file(parts)), null));

  it('are left to the program where the file is damaged or locked', () => {
    const whole = file({ drawing: 'BT ET' });
    assert.notEqual(plainPages(whole), null);
    assert.equal(plainPages(whole.subarray(0, -40)), null);
    const locked = Buffer.from(whole.toString('latin1').replace('/Root', '/Encrypt 9 0 R/Root'), 'latin1');
    assert.equal(plainPages(locked), null);
  });

  it('cost little whatever the file repeats', () => {
    const form = stream('BT ET', '/Subtype/Form');
    const range = '<0000> <FFFF> <0041>\n'.repeat(20_000);
    const hostile: readonly Parts[] = [
      { drawing: '/I Do '.repeat(200_000), resources: '/XObject<</I 7 0 R>>', more: [TABLE, form] },
      { drawing: '/F 9 Tf <0001> Tj', more: [stream(`beginbfrange\n${range}endbfrange`)] },
      { drawing: '/F 9 Tf <0001> Tj', more: [stream('beginbfchar '.repeat(80_000))] },
      {
        drawing: '/F 9 Tf <0001> Tj',
        more: [stream(`beginbfrange ${'<01><02>['.repeat(80_000)}endbfrange`)],
      },
    ];
    const before = process.cpuUsage();
    for (const parts of hostile) assert.equal(plainPages(file(parts)), null);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 10_000_000, `${(user + system) / 1000} ms`);
  });

  it('are read without a program, and what could be a mark is not decided without one', async () => {
    const none = { tesseract: null, poppler: null };
    const look = (drawing: string) => lookAtWords(none, file({ drawing }), 'application/pdf');
    assert.deepEqual(await look('BT /F 9 Tf <00040001> Tj ET'), { marked: false, read: 'all' });
    assert.deepEqual(await look('BT /F 9 Tf <0001> Tj ET BT <0002> Tj <0003> Tj ET'), {
      marked: false,
      read: 'none',
    });
    assert.equal(await look(''), null, 'a page without words may be a picture');
  });
});

const real = path.resolve(import.meta.dirname, '../../../../../../shared/data/documents');
const found = (): string[] => {
  try {
    return readdirSync(real, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  } catch {
    return [];
  }
};
const { poppler } = readPrograms();
const skip =
  (!poppler && 'pdftotext is not installed') ||
  (found().length === 0 && '../shared/data/documents is not there');

describe('real PDF files', { skip }, () => {
  const ask = (program: string, words: readonly string[], bytes: Buffer): string =>
    spawnSync(`${poppler}/${program}`, words, { input: bytes }).stdout.toString();

  it('say the same in this process and to pdftotext: every letter, pictured pages, and the same verdict', () => {
    const letters = (text: string): string[] => [...text.normalize('NFC').replaceAll(/\s/g, '')];
    for (const name of found()) {
      const bytes = readFileSync(path.join(real, name));
      const pages = plainPages(bytes);
      assert.ok(pages, name);
      const own = pages.map((page) => page.text).join('\n');
      const text = ask('pdftotext', ['-enc', 'UTF-8', '-', '-'], bytes).replaceAll('\f', '\n');
      const left = new Map(Object.entries(Object.groupBy(letters(own), (letter) => letter)));
      for (const letter of letters(text)) assert.ok(left.get(letter)?.pop(), `${name}: ${letter}`);
      const pictured = pages.flatMap(({ dots }, i) => (dots >= PAGE_DOTS ? [i + 1] : []));
      assert.deepEqual(
        pictured,
        [...new Set(pagesWithPictures(ask('pdfimages', ['-list', '-'], bytes)))],
        name,
      );
      assert.equal(mayCarryMark(own) && carriesMark(text), carriesMark(text), name);
    }
  });
});
