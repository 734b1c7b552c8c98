/**
 * The words that a file brings with it, whatever kind of file: what can be read without looking at pictures, within a second. Only for
 * the look at marks of secrecy: order and layout of the words do not matter here, lines do.
 */
import { mayCarryMark } from '../../../ground/text/secret.ts';
import { run, type Programs } from '../programs.ts';
import { plainPages } from './pdf/plain.ts';
import { picturesInOffice, wordsInOffice } from './words-in-office.ts';

/** What a file says, and which of its pages are pictures that say more. */
export type Words = {
  /** Null: it cannot be opened (damaged, locked, of an unknown kind). */
  readonly text: string | null;
  /** Pages of a PDF that are pictures, from 1; for other files the pictures themselves are looked at. */
  readonly pictured: readonly number[];
};

const PDF = 'application/pdf';
/** The text of more pages is not read: a mark stands on the first page of a document. */
const MOST_PAGES = 300;
/** Dots of a picture that may be a page; seals, signatures and emblems have fewer. */
export const PAGE_DOTS = 500_000;

/** Reads the words of a file of this media type. */
export async function wordsInFile(programs: Programs, bytes: Buffer, type: string): Promise<Words> {
  if (type === PDF) return wordsInPdf(programs, bytes);
  if (type.startsWith('image/')) return { text: '', pictured: [1] };
  if (type === 'application/rtf') return said(wordsInRtf(bytes.toString('latin1')));
  if (type === 'application/x-ole-storage') return said(wordsInOldOffice(bytes));
  if (/^(?:text\/|application\/(?:xml|json)|image\/svg)/.test(type)) return said(bytes.toString());
  if (!/openxmlformats|opendocument|zip/.test(type)) return { text: null, pictured: [] };
  return { text: wordsInOffice(bytes), pictured: picturesInOffice(bytes).map((_, i) => i + 1) };
}

const said = (text: string): Words => ({ text, pictured: [] });

async function wordsInPdf(programs: Programs, pdf: Buffer): Promise<Words> {
  const pages = plainPages(pdf);
  const text = pages?.map((page) => page.text).join('\n') ?? '';
  // Whether letters that could be a mark stand on a line of their own is for the program to say: it knows the places of the letters.
  if (!pages || mayCarryMark(text)) return wordsByProgram(programs, pdf);
  return {
    text,
    pictured: pages.flatMap((page, i) => (page.dots >= PAGE_DOTS || page.text.trim() === '' ? [i + 1] : [])),
  };
}

async function wordsByProgram({ poppler }: Programs, pdf: Buffer): Promise<Words> {
  const unread: Words = { text: null, pictured: [] };
  if (!poppler) return unread;
  const span = ['-l', String(MOST_PAGES)];
  const [text, pictures] = await Promise.all([
    run(`${poppler}/pdftotext`, ['-enc', 'UTF-8', ...span, '-', '-'], pdf),
    run(`${poppler}/pdfimages`, ['-list', ...span, '-'], pdf),
  ]);
  if (!text) return unread;
  const pages = text.toString().split('\f').slice(0, -1);
  const large = new Set(pictures ? pagesWithPictures(pictures.toString()) : []);
  return {
    text: pages.join('\n'),
    // A page without a word says something all the same: it may be drawn in outlines.
    pictured: pages.flatMap((page, i) => (large.has(i + 1) || page.trim() === '' ? [i + 1] : [])),
  };
}

/** Pages on which a picture is as large as a page, by the table of `pdfimages -list`: page, number, type, width, height. */
export const pagesWithPictures = (table: string): readonly number[] =>
  table.split('\n').flatMap((row) => {
    const [, page, width, height] = /^\s*(\d+)\s+\d+\s+image\s+(\d+)\s+(\d+)\s/.exec(row) ?? [];
    return page && Number(width) * Number(height) >= PAGE_DOTS ? [Number(page)] : [];
  });

/** The letters of a file in Rich Text Format; what stands between them is left out. */
export const wordsInRtf = (rtf: string): string =>
  rtf
    .replaceAll(/\\(?:par|line|cell|row|page|sect)(?![a-z])/g, '\n')
    .replaceAll(/\\u(-?\d+) ?(?:\\'[\da-f]{2}|[^\\{}])?/gi, (_, code: string) =>
      String.fromCodePoint(Number(code) & 0xffff),
    )
    .replaceAll(/\\'([\da-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\\[a-z]+-?\d* ?|[{}]/gi, '');

/** Files of Office before 2007 hold Vietnamese text as UTF-16, at an even or an odd place; what is no text gives no words. */
const wordsInOldOffice = (bytes: Buffer): string =>
  [bytes, bytes.subarray(1)]
    .map((from) => from.toString('utf16le').replaceAll(/[^\p{L}\p{M}\p{N}\p{P} ]+/gu, '\n'))
    .join('\n');
