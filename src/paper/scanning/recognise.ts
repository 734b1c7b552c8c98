/** Vietnamese words on a page and where they stand, by Tesseract (C5). A person confirms; the words only make it found. */
import { run, type Programs } from './programs.ts';

/** A word in dots from the upper left corner. */
export type Seen = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Words with the same number stand on one line. */
  readonly line: string;
};

/** Below this, of 100, what was recognised is a stamp, a line or a stain. */
const LEAST_SURE = 20;

/** Recognises the words of a page (a JPEG or PNG). Null where the program is missing or could not do it. */
export async function recognise(
  { tesseract }: Programs,
  picture: Uint8Array,
  dpi: number,
): Promise<readonly Seen[] | null> {
  if (!tesseract) return null;
  const words = ['-', '-', '-l', 'vie', '--psm', '3', '--dpi', String(dpi), 'tsv'];
  const table = await run(tesseract, words, picture);
  return table && readTable(table.toString('utf8'));
}

/** Reads the table of Tesseract: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function readTable(table: string): readonly Seen[] {
  return table.split('\n').flatMap((row) => {
    const [level, , block, paragraph, line, , left, top, width, height, sure, text = ''] = row.split('\t');
    if (level !== '5' || Number(sure) < LEAST_SURE || text.trim() === '') return [];
    return [
      {
        text: text.trim().normalize('NFC'),
        left: Number(left),
        top: Number(top),
        width: Number(width),
        height: Number(height),
        line: `${block}.${paragraph}.${line}`,
      },
    ];
  });
}

/** The words as lines of text. */
export function textOf(seen: readonly Seen[]): string {
  const lines: string[][] = [];
  let last = '';
  for (const { text, line } of seen) {
    if (line !== last) lines.push([]);
    lines.at(-1)!.push(text);
    last = line;
  }
  return lines.map((line) => line.join(' ')).join('\n');
}
