/** Which letters the codes of a font stand for (ISO 32000-2 §9.10.2), for fonts that leave no doubt. */
import {
  entry,
  isArray,
  isDict,
  isName,
  isText,
  PdfError,
  readValue,
  skipSpace,
  type Dict,
  type PdfDocument,
  type Value,
} from '../../../signing/index.ts';

/** The letters of a shown string. Throws PdfError for a code that the font does not explain. */
export type Letters = (codes: Buffer) => string;

/** More letters than all codes of two bytes are not put into a table. */
const MOST_LETTERS = 70_000;

const latin = new TextDecoder('windows-1252');

/** Letters of a font; `unpack` gives the bytes of a stream. Throws PdfError where they can only be guessed. */
export function lettersOf(document: PdfDocument, font: Dict, unpack: (stream: Value) => Buffer): Letters {
  const is = (key: string, ...names: readonly string[]): boolean => {
    const value = entry(document, font, key);
    return isName(value) && names.includes(value.name);
  };
  const composite = is('Subtype', 'Type0');
  if (composite ? !is('Encoding', 'Identity-H', 'Identity-V') : !is('Subtype', 'Type1', 'TrueType'))
    throw new PdfError('a font of another kind');
  if (font.entries.has('ToUnicode'))
    return byTable(tableOf(unpack(entry(document, font, 'ToUnicode'))), composite ? 2 : 1);
  // Without a table only a font that names a Latin encoding, or is one that every reader has, is read without doubt.
  if (!composite && (is('Encoding', 'WinAnsiEncoding') || isStandard(document, font)))
    return (codes) => latin.decode(codes);
  throw new PdfError('a font without letters');
}

/** One of the fonts that need not be in the file, with their own encoding, in Latin letters. */
function isStandard(document: PdfDocument, font: Dict): boolean {
  const base = entry(document, font, 'BaseFont');
  return (
    isName(base) &&
    /^(?:Helvetica|Times|Courier)(?:-\w+)?$/.test(base.name) &&
    !font.entries.has('Encoding') &&
    !isDict(entry(document, font, 'FontDescriptor'))
  );
}

const byTable =
  (table: ReadonlyMap<number, string>, width: 1 | 2): Letters =>
  (codes) => {
    let text = '';
    for (let at = 0; at + width <= codes.length; at += width) {
      const letter = table.get(width === 1 ? codes[at]! : codes.readUInt16BE(at));
      if (letter === undefined) throw new PdfError('a code without a letter');
      text += letter;
    }
    return text;
  };

/** The lines `<code> <letters>` and `<first> <last> <letters of the first>` or `[<letters> …]` of the table ToUnicode. */
function tableOf(source: Buffer): ReadonlyMap<number, string> {
  if (source.includes('usecmap', 0, 'latin1')) throw new PdfError('a table that builds on another');
  const table = new Map<number, string>();
  let left = MOST_LETTERS;
  const put = (code: number, letters: string): void => {
    if (left-- <= 0) throw new PdfError('too many letters');
    table.set(code, letters);
  };
  for (const [code, letters] of linesOf(source, 'bfchar', 2)) put(codeOf(code), unicode(letters));
  for (const [first, last, letters] of linesOf(source, 'bfrange', 3)) {
    const from = codeOf(first);
    if (isArray(letters)) letters.forEach((one, i) => put(from + i, unicode(one)));
    else {
      const text = unicode(letters);
      const [before, unit] = [text.slice(0, -1), text.charCodeAt(text.length - 1)];
      for (let code = from; code <= codeOf(last); code++)
        put(code, before + String.fromCharCode(unit + code - from));
    }
  }
  return table;
}

/** The values between `begin…` and `end…`, so many a line. Reads every byte once. */
function* linesOf(source: Buffer, section: string, width: number): Generator<readonly Value[]> {
  const [begin, end] = [`begin${section}`, `end${section}`];
  for (let at = source.indexOf(begin); at >= 0; at = source.indexOf(begin, at)) {
    const to = source.indexOf(end, at);
    if (to < 0) throw new PdfError('a part of a table without end');
    const body = source.subarray(at + begin.length, to);
    const values: Value[] = [];
    for (let place = skipSpace(body, 0); place < body.length; place = skipSpace(body, place)) {
      const [value, after] = readValue(body, place);
      values.push(value);
      place = after;
    }
    for (let i = 0; i < values.length; i += width) yield values.slice(i, i + width);
    at = to;
  }
}

function codeOf(value: Value | undefined): number {
  if (!isText(value) || value.bytes.length === 0 || value.bytes.length > 2) throw new PdfError('no code');
  return value.bytes.readUIntBE(0, value.bytes.length);
}

function unicode(value: Value | undefined): string {
  // Letters of one byte, or none, are read differently by different programs.
  if (!isText(value) || value.bytes.length === 0 || value.bytes.length % 2 === 1)
    throw new PdfError('a letter without a number');
  return Buffer.from(value.bytes).swap16().toString('utf16le');
}
