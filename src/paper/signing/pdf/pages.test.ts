import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compressedFile, plainFile } from '../fixtures.ts';
import { countPages } from './pages.ts';

/** A file of these objects, the first of which is its catalog; its table is right. */
const fileOf = (...bodies: readonly string[]): Buffer => {
  let out = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  return Buffer.from(
    `${out}xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<</Size ${size} /Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1',
  );
};

const catalog = '<</Type/Catalog/Pages 2 0 R>>';
const page = (parent: number): string => `<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 595 842]>>`;
const nested = fileOf(
  catalog,
  '<</Type/Pages/Kids[3 0 R 6 0 R 7 0 R]/Count 4>>',
  '<</Type/Pages/Parent 2 0 R/Kids[4 0 R 5 0 R]/Count 2>>',
  page(3),
  page(3),
  page(2),
  page(2),
);

const cases: readonly (readonly [string, Buffer, number | null])[] = [
  ['a file of one page', plainFile(), 1],
  ['one whose tree lies in an object stream', compressedFile(), 1],
  ['a tree with branches', nested, 4],
  [
    'a tree that says another number than it has',
    fileOf(catalog, '<</Type/Pages/Kids[3 0 R]/Count 99>>', page(2)),
    1,
  ],
  [
    'a tree that leads back to itself',
    fileOf(catalog, '<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>', page(2)),
    1,
  ],
  ['a tree without pages', fileOf(catalog, '<</Type/Pages/Kids[]/Count 0>>'), null],
  ['a file that was cut', nested.subarray(0, nested.length - 120), null],
  ['a closed file whose tree cannot be read', closed(compressedFile()), null],
  ['no PDF', Buffer.from('Giấy chứng sinh'), null],
  ['nothing', Buffer.alloc(0), null],
];

function closed(file: Buffer): Buffer {
  const text = file.toString('latin1');
  const at = text.lastIndexOf('/Root');
  return Buffer.from(`${text.slice(0, at)}/Encrypt<<>>${text.slice(at)}`, 'latin1');
}

describe('pages of a PDF are counted', () => {
  for (const [name, file, count] of cases) it(name, () => assert.equal(countPages(file), count));
});
