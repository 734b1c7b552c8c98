/** Scans for tests of electronic copies, and what programs of others say of the copies. */
import assert from 'node:assert/strict';
import sharp from 'sharp';
import { judge } from '../../signing/fixtures.ts';
import { typesetPictures } from '../../typeset/index.ts';

const meta = { title: 'Văn bản quét', author: 'Máy quét', keywords: '', date: '2026-11-20' };
const millimetre = 72 / 25.4;

export const decision = [
  'ỦY BAN NHÂN DÂN XÃ BẾN MẪU',
  'Số: 12/QĐ-UBND',
  'QUYẾT ĐỊNH',
  'Về việc phân công trực lễ',
];

/** A page of paper as a scanner gives it: the first line 3.6 cm from the upper edge, one every 1.27 cm, a red seal at the foot. */
export const scanned = (dpi: number, lines: readonly string[] = decision) => {
  const [width, height] = [Math.round((210 / 25.4) * dpi), Math.round((297 / 25.4) * dpi)];
  const letters = lines
    .map(
      (line, i) =>
        `<text x="${dpi}" y="${dpi * (1.4 + i * 0.5)}" font-family="Liberation Serif,serif" font-size="${dpi / 4.5}">${line}</text>`,
    )
    .join('');
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbf7e6"/>${letters}<circle cx="${width / 2}" cy="${height * 0.8}" r="${dpi / 2}" fill="none" stroke="#c8102e" stroke-width="9"/></svg>`,
    ),
  ).withMetadata({ density: dpi });
};

/** The same as the PDF of a scanner. */
export const scannedPdf = async (...pages: readonly Buffer[]): Promise<Buffer> =>
  Buffer.from(
    await typesetPictures(
      pages.map((picture) => ({ picture, kind: 'jpg', width: 595.28, height: 841.89, words: [] })),
      meta,
    ),
  );

type Word = { readonly text: string; readonly left: number; readonly top: number; readonly right: number };

/** The words of the first page with their places in millimetres from the upper left corner. */
function wordsOf(pdf: Buffer): { readonly words: readonly Word[]; readonly width: number } {
  const { output } = judge('pdftotext', ['-bbox', '-l', '1', '{a.pdf}', '-'], { 'a.pdf': pdf });
  const at = (n: string | undefined) => Number(n) / millimetre;
  return {
    width: at(/<page width="([\d.]+)"/.exec(output)?.[1]),
    words: [
      ...output.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]+)</g),
    ].map(([, left, top, right, text = '']) => ({ text, left: at(left), top: at(top), right: at(right) })),
  };
}

/** What other programs must say of a copy: signed as a whole, sound, with its words where the decree wants them. */
export function judgeCopy(pdf: Buffer, form: readonly string[], signatures: number): void {
  const { output } = judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': pdf });
  assert.equal(output.match(/Signature is Valid/g)?.length, signatures, output);
  assert.match(output, /Total document signed/);
  const sound = judge('qpdf', ['--check', '{a.pdf}'], { 'a.pdf': pdf });
  assert.equal(sound.code, 0, sound.output);
  const { words, width } = wordsOf(pdf);
  const last = words.find(({ text }) => text === '+07:00');
  assert.ok(last && Math.abs(width - 15 - last.right) < 0.5, `right edge of the time: ${last?.right}`);
  const first = words.find(({ text, top }) => text === form[0] && top < 20);
  assert.ok(first && Math.abs(first.top - 4) < 1, `${form[0]} stands at ${first?.top} mm`);
  for (const text of [...form, 'phường', '09:00:00', '20/11/2026'])
    assert.ok(
      words.some((one) => one.text === text && one.top < 20 && one.left > width / 3),
      `${text} in the top margin, at the right`,
    );
}
