/** One revision of a PDF: where each object stands (cross-reference tables and streams, ISO 32000-2 §7.5), and objects on demand. */
import { decode } from './inflate.ts';
import {
  headerAt,
  isArray,
  isDict,
  isName,
  isRef,
  isSpace,
  isStream,
  PdfError,
  readObject,
  readValue,
  skipSpace,
  type Dict,
  type Value,
} from './syntax.ts';

/** Where an object stands: in the file, inside an object stream, or nowhere. */
export type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

/** A revision. `bytes` end where it ends; `damaged` becomes true when the table did not lead to an object and the file was searched. */
export type PdfDocument = {
  readonly bytes: Buffer;
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: ReadonlyMap<string, Value>;
  /** Starts of the cross-reference sections, newest first. */
  readonly sections: readonly number[];
  /** The table of the newest section is a stream. */
  readonly streamed: boolean;
  /** `left`: bytes that may still be read. A hostile file can make every object reach to its end; a normal one is read about once. */
  readonly state: { damaged: boolean; left: number };
  readonly objects: Map<number, Value>;
  readonly containers: Map<number, ReadonlyMap<number, Value>>;
  readonly scan: { found: ReadonlyMap<number, number> | null };
};

const mostSections = 2000;
const mostObjects = 8_388_607;
const mostRows = 1_500_000;

const workFor = (bytes: Buffer): number => bytes.length * 8 + 20_000_000;

type Section = {
  readonly places: Map<number, Place>;
  readonly trailer: ReadonlyMap<string, Value>;
  readonly streamed: boolean;
};

const free: Place = { kind: 'free' };

const readTable = (bytes: Buffer, from: number): Section => {
  const places = new Map<number, Place>();
  let at = skipSpace(bytes, from + 4);
  for (;;) {
    const head = /^(\d{1,10})\s+(\d{1,10})\s/.exec(bytes.toString('latin1', at, at + 24));
    if (!head) break;
    at += head[0].length;
    const first = Number(head[1]);
    for (let i = 0; i < Number(head[2]); i++) {
      const line = bytes.toString('latin1', at, at + 28);
      const entry = /^\s*(\d{1,10})\s+(\d{1,5})\s+([nf])\s*/.exec(line);
      if (!entry) throw new PdfError('a line of the cross-reference table is broken');
      at += entry[0].length;
      places.set(
        first + i,
        entry[3] === 'n' ? { kind: 'at', offset: Number(entry[1]), generation: Number(entry[2]) } : free,
      );
    }
    at = skipSpace(bytes, at);
  }
  if (bytes.toString('latin1', at, at + 7) !== 'trailer') throw new PdfError('no trailer');
  const [trailer] = readValue(bytes, at + 7);
  if (!isDict(trailer)) throw new PdfError('the trailer is not a dictionary');
  return { places, trailer: trailer.entries, streamed: false };
};

const directLength = (length: Value): number | null => (typeof length === 'number' ? length : null);

const readStreamTable = (bytes: Buffer, from: number): Section => {
  const header = headerAt(bytes, from);
  const [stream] = header ? readObject(bytes, header.at, directLength) : [null];
  if (!isStream(stream) || !isName(stream.dict.entries.get('Type'), 'XRef'))
    throw new PdfError('not a cross-reference stream');
  const { entries } = stream.dict;
  const widths = entries.get('W');
  if (!isArray(widths) || widths.length < 3) throw new PdfError('no widths');
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths.map((width) =>
    typeof width === 'number' && width >= 0 && width <= 8 ? width : 0,
  );
  const row = kindWidth + secondWidth + thirdWidth;
  const data = decode(bytes, stream);
  const index = entries.get('Index');
  const ranges = (isArray(index) ? index : [0, entries.get('Size') ?? 0]).map((value) =>
    typeof value === 'number' ? value : 0,
  );
  const field = (at: number, width: number): number => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + (data[at + i] ?? 0);
    return value;
  };
  if (row === 0 || data.length / row > mostRows) throw new PdfError('too many objects');
  const places = new Map<number, Place>();
  let at = 0;
  for (let r = 0; r + 1 < ranges.length; r += 2) {
    for (let i = 0; i < ranges[r + 1]! && at + row <= data.length; i++, at += row) {
      const kind = kindWidth === 0 ? 1 : field(at, kindWidth);
      const second = field(at + kindWidth, secondWidth);
      const third = field(at + kindWidth + secondWidth, thirdWidth);
      if (kind === 0) places.set(ranges[r]! + i, free);
      if (kind === 1) places.set(ranges[r]! + i, { kind: 'at', offset: second, generation: third });
      if (kind === 2) places.set(ranges[r]! + i, { kind: 'in', stream: second, index: third });
    }
  }
  return { places, trailer: entries, streamed: true };
};

const readSection = (bytes: Buffer, from: number): Section => {
  const at = skipSpace(bytes, from);
  return bytes.toString('latin1', at, at + 4) === 'xref' ? readTable(bytes, at) : readStreamTable(bytes, at);
};

const startOfTable = (bytes: Buffer): number | null => {
  const keyword = bytes.lastIndexOf('startxref', undefined, 'latin1');
  const match =
    keyword < 0 ? null : /^startxref\s+(\d{1,12})/.exec(bytes.toString('latin1', keyword, keyword + 40));
  return match ? Number(match[1]) : null;
};

const readSections = (
  bytes: Buffer,
  start: number,
): {
  places: Map<number, Place>;
  trailer: ReadonlyMap<string, Value>;
  sections: number[];
  streamed: boolean;
} => {
  const places = new Map<number, Place>();
  const sections: number[] = [];
  let newest: Section | null = null;
  const queue = [start];
  while (queue.length > 0) {
    const at = queue.shift()!;
    if (sections.includes(at)) continue;
    if (sections.length >= mostSections) throw new PdfError('too many revisions');
    const section = readSection(bytes, at);
    newest ??= section;
    sections.push(at);
    const add = (found: ReadonlyMap<number, Place>, isWanted: (place: Place) => boolean): void => {
      for (const [number, place] of found)
        if (!places.has(number) && number <= mostObjects && isWanted(place)) places.set(number, place);
    };
    // A hybrid file hides objects from old readers: free in its table, they stand in a stream beside it (ISO 32000-2 §7.5.8.4).
    const hybrid = section.trailer.get('XRefStm');
    if (typeof hybrid === 'number' && !sections.includes(hybrid)) {
      add(section.places, ({ kind }) => kind !== 'free');
      sections.push(hybrid);
      add(readStreamTable(bytes, hybrid).places, () => true);
    }
    add(section.places, () => true);
    const previous = section.trailer.get('Prev');
    if (typeof previous === 'number') queue.unshift(previous);
  }
  return { places, trailer: newest!.trailer, sections, streamed: newest!.streamed };
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Where the header of an object begins whose keyword `obj` stands at `keyword`, with its number; read backwards. */
const headerBefore = (bytes: Buffer, keyword: number): { number: number; at: number } | null => {
  let at = keyword;
  const back = (accepts: (byte: number | undefined) => boolean, most: number): number => {
    const from = at;
    while (from - at < most && accepts(bytes[at - 1])) at--;
    return from - at;
  };
  if (back(isSpace, 4) === 0 || back(isDigit, 5) === 0 || back(isSpace, 4) === 0) return null;
  const end = at;
  return back(isDigit, 8) === 0 ? null : { number: Number(bytes.toString('latin1', at, end)), at };
};

/** Last place of every `n g obj` in the file: what remains when the table is lost. */
const scanObjects = (bytes: Buffer): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  for (let at = bytes.indexOf('obj', 0, 'latin1'); at >= 0; at = bytes.indexOf('obj', at + 3, 'latin1')) {
    const header = headerBefore(bytes, at);
    if (header) found.set(header.number, header.at);
  }
  return found;
};

const scanned = (document: Pick<PdfDocument, 'bytes' | 'scan'>): ReadonlyMap<number, number> =>
  (document.scan.found ??= scanObjects(document.bytes));

/** Rebuilds the table by looking for objects, and the trailer from what is left of trailers or from the catalog itself. */
const recover = (bytes: Buffer): PdfDocument => {
  const scan = { found: scanObjects(bytes) };
  const places = new Map<number, Place>();
  const trailer = new Map<string, Value>();
  for (const [number, offset] of scan.found) places.set(number, { kind: 'at', offset, generation: 0 });
  const document: PdfDocument = {
    bytes,
    places,
    trailer,
    sections: [],
    streamed: false,
    state: { damaged: true, left: workFor(bytes) },
    objects: new Map(),
    containers: new Map(),
    scan,
  };
  for (const number of scan.found.keys()) {
    const value = resolve(document, { kind: 'ref', number, generation: 0 });
    if (isStream(value) && isName(value.dict.entries.get('Type'), 'ObjStm')) {
      for (const [index, inner] of [...container(document, number).keys()].entries()) {
        if (!scan.found.has(inner)) places.set(inner, { kind: 'in', stream: number, index });
      }
    }
    const dict = isStream(value) ? value.dict : value;
    if (isDict(dict) && isName(dict.entries.get('Type'), 'XRef'))
      for (const [key, entry] of dict.entries) trailer.set(key, entry);
  }
  let tried = 0;
  for (
    let at = bytes.lastIndexOf('trailer', undefined, 'latin1');
    at >= 0 && tried++ < 50;
    at = at > 0 ? bytes.lastIndexOf('trailer', at - 1, 'latin1') : -1
  ) {
    const [value] = attempt(() => readValue(bytes, at + 7)) ?? [null];
    if (isDict(value))
      for (const [key, entry] of value.entries) if (!trailer.has(key)) trailer.set(key, entry);
  }
  if (!isDict(resolve(document, trailer.get('Root')))) {
    for (const number of places.keys()) {
      const value = resolve(document, { kind: 'ref', number, generation: 0 });
      if (isDict(value) && isName(value.entries.get('Type'), 'Catalog'))
        trailer.set('Root', { kind: 'ref', number, generation: 0 });
    }
  }
  return document;
};

const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfError || error instanceof RangeError) return null;
    throw error;
  }
};

/** Opens the revision that ends where `bytes` end. Never throws: a file without a usable table is searched, and marked damaged. */
export const openPdf = (bytes: Buffer): PdfDocument => {
  const start = startOfTable(bytes);
  const table = start === null ? null : attempt(() => readSections(bytes, start));
  if (!table) return recover(bytes);
  const document: PdfDocument = {
    bytes,
    ...table,
    state: { damaged: false, left: workFor(bytes) },
    objects: new Map(),
    containers: new Map(),
    scan: { found: null },
  };
  return isDict(resolve(document, document.trailer.get('Root'))) ? document : recover(bytes);
};

const lengthIn =
  (document: PdfDocument) =>
  (length: Value): number | null => {
    const value = isRef(length) ? plainInteger(document, length.number) : length;
    return typeof value === 'number' ? value : null;
  };

/** The length of a stream as an object of its own: read without following anything further, so that nothing can go in circles. */
const plainInteger = (document: PdfDocument, number: number): Value => {
  const place = document.places.get(number);
  const header = place?.kind === 'at' ? headerAt(document.bytes, place.offset) : null;
  return header?.number === number
    ? (attempt(() => readValue(document.bytes, header.at))?.[0] ?? null)
    : null;
};

/** An object stream holds some hundreds of objects; its index is never longer than this. */
const longestIndex = 1_000_000;

/** The objects of an object stream by number. */
const container = (document: PdfDocument, number: number): ReadonlyMap<number, Value> => {
  const known = document.containers.get(number);
  if (known) return known;
  document.containers.set(number, new Map()); // a stream that contains itself finds nothing
  const found = attempt(() => {
    const stream =
      document.places.get(number)?.kind === 'at'
        ? resolve(document, { kind: 'ref', number, generation: 0 })
        : null;
    if (!isStream(stream) || document.trailer.has('Encrypt') || document.state.left < 0) return null;
    const data = attempt(() => decode(document.bytes, stream));
    document.state.left -= data?.length ?? document.bytes.length * 8;
    if (!data) return null;
    const first = stream.dict.entries.get('First');
    if (typeof first !== 'number') return null;
    const inside = new Map<number, Value>();
    const pairs = data
      .toString('latin1', 0, Math.min(first, longestIndex))
      .matchAll(/(\d{1,8})\s+(\d{1,8})(?:\s+|$)/g);
    for (const [, inner, offset] of pairs)
      inside.set(
        Number(inner),
        attempt(() => readValue(data, first + Number(offset))[0]),
      );
    return inside;
  });
  const result = found ?? new Map<number, Value>();
  document.containers.set(number, result);
  return result;
};

const load = (document: PdfDocument, number: number): Value => {
  const place = document.places.get(number);
  if (!place || place.kind === 'free') return null;
  if (place.kind === 'in') return container(document, place.stream).get(number) ?? null;
  const read = (offset: number): Value | undefined => {
    const header = document.state.left < 0 ? null : headerAt(document.bytes, offset);
    if (header?.number !== number) return undefined;
    const found = attempt(() => readObject(document.bytes, header.at, lengthIn(document)));
    document.state.left -= (found?.[1] ?? document.bytes.length) - offset;
    return found?.[0];
  };
  const value = place.offset > 0 ? read(place.offset) : undefined;
  if (value !== undefined) return value;
  document.state.damaged = true;
  const offset = scanned(document).get(number);
  return (offset === undefined ? undefined : read(offset)) ?? null;
};

/** The value behind a reference (or the value itself). Missing objects are null, as the standard says. */
export const resolve = (document: PdfDocument, value: Value | undefined): Value => {
  let current: Value = value ?? null;
  for (let hops = 0; isRef(current); hops++) {
    if (hops > 10) return null;
    const { number }: { number: number } = current;
    if (!document.objects.has(number)) document.objects.set(number, load(document, number));
    current = document.objects.get(number) ?? null;
  }
  return current;
};

/** The dictionary behind a value, also that of a stream; null for anything else. */
export const dictOf = (document: PdfDocument, value: Value | undefined): Dict | null => {
  const resolved = resolve(document, value);
  if (isStream(resolved)) return resolved.dict;
  return isDict(resolved) ? resolved : null;
};

/** One entry of a dictionary, resolved. */
export const entry = (document: PdfDocument, dict: Dict | null | undefined, key: string): Value =>
  resolve(document, dict?.entries.get(key));

/** The catalog, or null in a file that has lost it. */
export const catalogOf = (document: PdfDocument): Dict | null =>
  dictOf(document, document.trailer.get('Root'));
