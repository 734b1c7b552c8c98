/** The content of a finished document as the blocks that it was written in: articles, clauses, points, paragraphs. */
import type { Block } from '../templates/blocks.ts';
import type { Line } from './sheet.ts';

/** "Điều 5. …", "2. …", "đ) …", "Chương II", "IV. …" at the beginning of a paragraph. */
const SHAPES: readonly (readonly [RegExp, (number: string, text: string) => Block])[] = [
  [/^(Điều \d+)[.:]\s*(.*)$/su, (number, text) => ({ kind: 'article', number, text })],
  [/^((?:Phần|Chương|Mục|Tiểu mục)\s+[IVXLC\d]+)\.?\s*(.*)$/su, (number) => ({ kind: 'division', number })],
  [/^([IVXLC]+)\.\s+(\S.*)$/su, (number, title) => ({ kind: 'section', number, title })],
  [/^(\d{1,2})\.\s+(\p{L}.*)$/su, (number, text) => ({ kind: 'clause', number, text })],
  [/^([a-zđ])\)\s+(.*)$/su, (number, text) => ({ kind: 'clause', number, text })],
];

function blockOf(text: string): Block {
  for (const [shape, make] of SHAPES) {
    const [, number, rest] = shape.exec(text) ?? [];
    if (number !== undefined) return make(number, rest ?? '');
  }
  return { kind: 'paragraph', text };
}

/** Joins lines to paragraphs, and tells what kind each is by how it begins. */
export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const paragraphs: string[] = [];
  for (const { text, begins } of lines) {
    const words = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
    if (begins || paragraphs.length === 0) paragraphs.push(words);
    else paragraphs.push(`${paragraphs.pop() ?? ''} ${words}`);
  }
  return paragraphs.map(blockOf);
}
