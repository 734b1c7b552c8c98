/**
 * The objects of PDF (ISO 32000-2 §7.2–7.3), read tolerantly from any place in a file.
 *
 * A reader of our own, because a verifier must know *where* in the file each value stands (byte ranges), must read earlier revisions as they
 * were, and must survive whatever it is given. It writes nothing and interprets nothing.
 */

export type Name = { readonly kind: 'name'; readonly name: string };
export type Text = {
  readonly kind: 'string';
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly hex: boolean;
};
export type Ref = { readonly kind: 'ref'; readonly number: number; readonly generation: number };
export type Dict = {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, Value>;
  readonly start: number;
  readonly end: number;
};
export type Stream = {
  readonly kind: 'stream';
  readonly dict: Dict;
  readonly from: number;
  readonly to: number;
};
/** Something like a number that is none, as some writers leave behind: `--5`, `1.2.3`. Readers differ on what it means. */
export type Odd = { readonly kind: 'odd'; readonly words: string };
export type Value = null | boolean | number | Name | Text | Ref | Dict | Stream | Odd | readonly Value[];

export class PdfError extends Error {}

const deepest = 200;

/** White space of PDF (table 1). */
export const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;

/** More blanks than this do not end a file; they are something else. */
const mostBlanks = 65_536;

/** Whether nothing but a few blanks follow. */
export const isBlank = (bytes: Buffer, from: number): boolean =>
  bytes.length - from <= mostBlanks && bytes.subarray(from).every(isSpace);
const isDelimiter = (byte: number): boolean => '()<>[]{}/%'.includes(String.fromCharCode(byte));
const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !isSpace(byte) && !isDelimiter(byte);

/** The position after white space and comments. */
export const skipSpace = (bytes: Buffer, at: number): number => {
  let position = at;
  while (position < bytes.length) {
    if (isSpace(bytes[position])) position++;
    else if (bytes[position] === 0x25) {
      while (position < bytes.length && bytes[position] !== 0x0a && bytes[position] !== 0x0d) position++;
    } else break;
  }
  return position;
};

/** A run of regular characters: a number or a keyword. */
const wordAt = (bytes: Buffer, at: number): string => {
  let end = at;
  while (end < bytes.length && end - at < 64 && isRegular(bytes[end])) end++;
  return bytes.toString('latin1', at, end);
};

const readName = (bytes: Buffer, at: number): [Name, number] => {
  let end = at + 1;
  while (end < bytes.length && isRegular(bytes[end])) end++;
  const raw = bytes.toString('latin1', at + 1, end);
  const name = raw.includes('#')
    ? raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : raw;
  return [{ kind: 'name', name }, end];
};

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Where a literal string ends: parentheses inside it are balanced. */
const endOfLiteral = (bytes: Buffer, at: number): number => {
  let depth = 0;
  for (let position = at; position < bytes.length; position++) {
    const byte = bytes[position];
    if (byte === 0x5c) position++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return position;
  }
  throw new PdfError('a string does not end');
};

const readLiteral = (bytes: Buffer, at: number): [Text, number] => {
  const last = endOfLiteral(bytes, at);
  const body = bytes.subarray(at + 1, last);
  return [
    {
      kind: 'string',
      bytes: body.includes(0x5c) ? unescaped(body) : body,
      start: at,
      end: last + 1,
      hex: false,
    },
    last + 1,
  ];
};

const unescaped = (body: Buffer): Buffer => {
  const out = Buffer.alloc(body.length);
  let length = 0;
  for (let position = 0; position < body.length;) {
    const byte = body[position++]!;
    if (byte !== 0x5c) {
      out[length++] = byte;
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(body.toString('latin1', position, position + 3))?.[0];
    const next = body[position] ?? 0;
    position += octal?.length ?? 1;
    if (octal) out[length++] = parseInt(octal, 8) & 0xff;
    else if (next === 0x0d) position += body[position] === 0x0a ? 1 : 0;
    else if (next !== 0x0a) out[length++] = escapes[String.fromCharCode(next)] ?? next;
  }
  return out.subarray(0, length);
};

const readHex = (bytes: Buffer, at: number): [Text, number] => {
  const end = bytes.indexOf(0x3e, at);
  if (end < 0) throw new PdfError('a hexadecimal string does not end');
  const digits = bytes.toString('latin1', at + 1, end).replace(/[\s\0]+/g, '');
  if (/[^0-9a-fA-F]/.test(digits)) throw new PdfError('not hexadecimal');
  const even = digits.length % 2 ? `${digits}0` : digits;
  return [{ kind: 'string', bytes: Buffer.from(even, 'hex'), start: at, end: end + 1, hex: true }, end + 1];
};

const readDict = (bytes: Buffer, at: number, depth: number): [Dict, number] => {
  const entries = new Map<string, Value>();
  let position = skipSpace(bytes, at + 2);
  while (bytes[position] !== 0x3e) {
    if (bytes[position] !== 0x2f) throw new PdfError('a dictionary key is not a name');
    const [key, afterKey] = readName(bytes, position);
    const [value, afterValue] = readValue(bytes, afterKey, depth + 1);
    // Readers differ on which of two equal keys counts: such a dictionary is not believed.
    if (entries.has(key.name)) throw new PdfError(`the key ${key.name} occurs twice`);
    entries.set(key.name, value);
    position = skipSpace(bytes, afterValue);
  }
  if (bytes[position + 1] !== 0x3e) throw new PdfError('a dictionary does not end');
  return [{ kind: 'dict', entries, start: at, end: position + 2 }, position + 2];
};

const readArray = (bytes: Buffer, at: number, depth: number): [readonly Value[], number] => {
  const values: Value[] = [];
  let position = skipSpace(bytes, at + 1);
  while (bytes[position] !== 0x5d) {
    if (position >= bytes.length) throw new PdfError('an array does not end');
    const [value, after] = readValue(bytes, position, depth + 1);
    values.push(value);
    position = skipSpace(bytes, after);
  }
  return [values, position + 1];
};

const reference = /^(\d{1,9})[\s\0]+(\d{1,5})[\s\0]+R(?![^\s\0()<>[\]{}/%])/;

const readNumberOrWord = (bytes: Buffer, at: number): [Value, number] => {
  const first = bytes[at]!;
  if (first >= 0x30 && first <= 0x39) {
    const match = reference.exec(bytes.toString('latin1', at, at + 32));
    if (match)
      return [{ kind: 'ref', number: Number(match[1]), generation: Number(match[2]) }, at + match[0].length];
  }
  const word = wordAt(bytes, at);
  const end = at + word.length;
  if (word === 'null') return [null, end];
  if (word === 'true' || word === 'false') return [word === 'true', end];
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return [Number(word), end];
  if (/^[+\-.\d]+$/.test(word)) return [{ kind: 'odd', words: word }, end];
  throw new PdfError(`unexpected “${word.slice(0, 20)}”`);
};

/** Reads one value and says where it ends. Throws `PdfError`. */
export const readValue = (bytes: Buffer, from: number, depth = 0): [Value, number] => {
  if (depth > deepest) throw new PdfError('nested too deeply');
  const at = skipSpace(bytes, from);
  const byte = bytes[at];
  if (byte === undefined) throw new PdfError('ends too early');
  if (byte === 0x2f) return readName(bytes, at);
  if (byte === 0x28) return readLiteral(bytes, at);
  if (byte === 0x5b) return readArray(bytes, at, depth);
  if (byte === 0x3c) return bytes[at + 1] === 0x3c ? readDict(bytes, at, depth) : readHex(bytes, at);
  return readNumberOrWord(bytes, at);
};

const objectHeader = /^(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+obj/;

/** `12 0 obj` at a place: number, generation, and where the value begins. */
export const headerAt = (
  bytes: Buffer,
  from: number,
): { number: number; generation: number; at: number } | null => {
  const at = skipSpace(bytes, from);
  const match = objectHeader.exec(bytes.toString('latin1', at, at + 40));
  return match && { number: Number(match[1]), generation: Number(match[2]), at: at + match[0].length };
};

/** Reads the value of an indirect object; `lengthOf` resolves the length of a stream that is itself a reference. */
export const readObject = (
  bytes: Buffer,
  from: number,
  lengthOf: (length: Value) => number | null,
): [Value, number] => {
  const [value, end] = readValue(bytes, from);
  if (!isDict(value)) return [value, end];
  const keyword = skipSpace(bytes, end);
  if (bytes.toString('latin1', keyword, keyword + 6) !== 'stream') return [value, end];
  let start = keyword + 6;
  if (bytes[start] === 0x0d) start++;
  if (bytes[start] === 0x0a) start++;
  const length = lengthOf(value.entries.get('Length') ?? null);
  const stated = length === null || length < 0 || start + length > bytes.length ? null : start + length;
  if (
    stated !== null &&
    bytes
      .toString('latin1', stated, stated + 20)
      .trimStart()
      .startsWith('endstream')
  ) {
    return [{ kind: 'stream', dict: value, from: start, to: stated }, stated];
  }
  const found = bytes.indexOf('endstream', start, 'latin1');
  if (found < 0) throw new PdfError('a stream does not end');
  return [{ kind: 'stream', dict: value, from: start, to: found }, found];
};

export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
const has = (value: Value | undefined, kind: string): boolean =>
  typeof value === 'object' && value !== null && !isArray(value) && value.kind === kind;
export const isDict = (value: Value | undefined): value is Dict => has(value, 'dict');
export const isStream = (value: Value | undefined): value is Stream => has(value, 'stream');
export const isRef = (value: Value | undefined): value is Ref => has(value, 'ref');
export const isText = (value: Value | undefined): value is Text => has(value, 'string');
export const isName = (value: Value | undefined, name?: string): value is Name =>
  has(value, 'name') && (name === undefined || (value as Name).name === name);

/** A text string: UTF-16 or UTF-8 with its mark, else taken as Latin-1 (close enough to PDFDocEncoding for names). */
export const textOf = ({ bytes }: Text): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
};
