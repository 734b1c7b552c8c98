/** Outside judges for the tests: the tools of poppler and qpdf. A test skips with a message where one is absent. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Judge = 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdfdetach' | 'pdftoppm' | 'qpdf';

/** The reason to skip a test for, or false when all these judges are installed. */
export function absent(...judges: readonly Judge[]): string | false {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = judges.filter((judge) => !folders.some((folder) => existsSync(join(folder, judge))));
  return missing.length > 0 && `not installed: ${missing.join(', ')}`;
}

/** Lets a judge work on a PDF; `FILE` in the arguments stands for it, `OUT` for a file whose content is returned. */
export function ask(judge: Judge, pdf: Uint8Array, ...args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  const [file, out] = [join(folder, 'file.pdf'), join(folder, 'out')];
  try {
    writeFileSync(file, pdf);
    const printed = execFileSync(
      judge,
      args.map((arg) => arg.replace('FILE', file).replace('OUT', out)),
      { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 2 ** 20 },
    );
    return args.includes('OUT') ? readFileSync(out) : printed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One word on a page, in millimetres from the upper left corner; `size` is the letter size in points. */
export type Word = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
};

const MM = 25.4 / 72;
/** What the box of a word takes of the letter size: 0.91 in the upright font, 0.89 in the bold one. */
const BOX = 0.902;
/** What letters of Times take of it, from the highest accent to the lowest stroke. */
const LINE = 1.107;

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' } as const;
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);

/** Every word with its place, as pdftotext sees it. Sizes are true to 0.2 points. */
export function wordsOf(pdf: Uint8Array): readonly Word[] {
  const html = ask('pdftotext', pdf, '-bbox', 'FILE', '-').toString('utf8');
  return html
    .split('<page ')
    .slice(1)
    .flatMap((page, index) => [...page.matchAll(WORD)].map((found) => wordOf(found, index + 1)));
}

const WORD = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu;

function wordOf(
  [, x = '', y = '', right = '', bottom = '', text = '']: RegExpMatchArray,
  page: number,
): Word {
  const size = (Number(bottom) - Number(y)) / BOX;
  return {
    page,
    text: unescaped(text).normalize('NFC'),
    left: Number(x) * MM,
    right: Number(right) * MM,
    top: (Number(bottom) - LINE * size) * MM,
    bottom: Number(bottom) * MM,
    size,
  };
}

/** A horizontal line, in millimetres from the upper left corner of the page. */
export type Rule = { readonly left: number; readonly right: number; readonly y: number };

/** Dots per millimetre of the picture in which lines are sought. */
const DOTS = 10;

/** Lines of at least 10 mm on the first page: unbroken dark rows of a picture of it. */
export function rulesOf(pdf: Uint8Array): readonly Rule[] {
  const picture = ask('pdftoppm', pdf, '-r', '254', '-gray', '-singlefile', '-f', '1', '-l', '1', 'FILE');
  const [header = ''] = /^P5\s+\d+\s+\d+\s+\d+\s/u.exec(picture.toString('latin1', 0, 64)) ?? [];
  const [, width = 0, height = 0] = header.split(/\s+/u).map(Number);
  const rules: Rule[] = [];
  for (let y = 0; y < height; y += 1) {
    let start = -1;
    for (let x = 0; x <= width; x += 1) {
      const dark = x < width && (picture[header.length + y * width + x] ?? 255) < 140;
      if (dark && start < 0) start = x;
      if (!dark && start >= 0) {
        if (x - start >= 10 * DOTS) rules.push({ left: start / DOTS, right: x / DOTS, y: y / DOTS });
        start = -1;
      }
    }
  }
  return rules;
}
