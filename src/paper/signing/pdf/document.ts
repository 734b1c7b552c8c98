/** One revision of a PDF: its tables (ISO 32000-2 §7.5), and objects on demand. */
import { decode } from './inflate.ts';
import {
  headerAt,
  isBlank,
  isDict,
  isName,
  isRef,
  isSpace,
  isStream,
  PdfError,
  readObject,
  readValue,
  type Dict,
  type Value,
} from './syntax.ts';
import { readSections, startOfTable, within, type Place, type Work } from './tables.ts';

/**
 * `damaged` becomes true when the table did not lead to an object and the file was searched; `unread` when something stood in an object
 * stream that could not be read.
 */
type State = Work & { damaged: boolean; unread: boolean };

/** A revision. `bytes` end where it ends. */
export type PdfDocument = {
  readonly bytes: Buffer;
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: ReadonlyMap<string, Value>;
  /** Starts of the cross-reference sections, newest first. */
  readonly sections: readonly number[];
  /** The table of the newest section is a stream. */
  readonly streamed: boolean;
  readonly state: State;
  readonly objects: Map<number, Value>;
  readonly containers: Map<number, ReadonlyMap<number, Value>>;
  readonly scan: { found: ReadonlyMap<number, number> | null };
};

const workFor = (bytes: Buffer): number => bytes.length * 8 + 20_000_000;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** The place before at most so many bytes that are accepted, counted back from `at`. */
const before = (
  bytes: Buffer,
  at: number,
  accepts: (byte: number | undefined) => boolean,
  most: number,
): number => {
  let place = at;
  while (at - place < most && accepts(bytes[place - 1])) place--;
  return place;
};

/** Where the header of an object begins whose keyword `obj` stands at `keyword`, with its number; read backwards. */
const headerBefore = (bytes: Buffer, keyword: number): { number: number; at: number } | null => {
  const generationEnd = before(bytes, keyword, isSpace, 4);
  const generation = before(bytes, generationEnd, isDigit, 5);
  const end = before(bytes, generation, isSpace, 4);
  const at = before(bytes, end, isDigit, 8);
  if (generationEnd === keyword || generation === generationEnd || end === generation || at === end)
    return null;
  let number = 0;
  for (let i = at; i < end; i++) number = number * 10 + bytes[i]! - 0x30;
  return { number, at };
};

/** A file that has lost its table is searched for so many objects, in so many places: the largest real ones have some ten thousand. */
const mostFound = 250_000;
const mostHeaders = 500_000;

/** Last place of every `n g obj` in the file: what remains when the table is lost. Null: there are too many to look at. */
const scanObjects = (bytes: Buffer): ReadonlyMap<number, number> | null => {
  const found = new Map<number, number>();
  let headers = 0;
  for (let at = bytes.indexOf('obj', 0, 'latin1'); at >= 0; at = bytes.indexOf('obj', at + 3, 'latin1')) {
    const header = headerBefore(bytes, at);
    if (header) found.set(header.number, header.at);
    if (headers++ > mostHeaders || found.size > mostFound) return null;
  }
  return found;
};

const scanned = (document: Pick<PdfDocument, 'bytes' | 'scan' | 'state'>): ReadonlyMap<number, number> => {
  if (!document.scan.found) {
    const found = scanObjects(document.bytes);
    if (!found) document.state.left = -1;
    document.scan.found = found ?? new Map();
  }
  return document.scan.found;
};

/** Rebuilds the table by looking for objects, and the trailer from what is left of trailers or from the catalog itself. */
const recover = (bytes: Buffer): PdfDocument => {
  const found = scanObjects(bytes);
  const scan = { found: found ?? new Map<number, number>() };
  const places = new Map<number, Place>();
  const trailer = new Map<string, Value>();
  for (const [number, offset] of scan.found) places.set(number, { kind: 'at', offset, generation: 0 });
  const document: PdfDocument = {
    bytes,
    places,
    trailer,
    sections: [],
    streamed: false,
    state: { damaged: true, unread: false, left: found ? workFor(bytes) : -1 },
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

/** Opens a revision by its table alone and reads at most so many bytes of it; null where the table does not lead to a catalog. */
const openByTable = (
  bytes: Buffer,
  most: number,
  found: ReadonlyMap<number, number> | null,
): PdfDocument | null => {
  const state = { damaged: false, unread: false, left: most };
  const start = startOfTable(bytes);
  const table = start === null ? null : attempt(() => readSections(bytes, start, state));
  if (!table) return null;
  const document: PdfDocument = {
    bytes,
    ...table,
    state,
    objects: new Map(),
    containers: new Map(),
    scan: { found },
  };
  return isDict(resolve(document, document.trailer.get('Root'))) ? document : null;
};

/** Opens the revision that ends where `bytes` end. Never throws: a file without a usable table is searched, and marked damaged. */
export const openPdf = (bytes: Buffer): PdfDocument =>
  openByTable(bytes, workFor(bytes), null) ?? recover(bytes);

/** Opens only a file whose table leads to its catalog, searches for nothing, and reads no more than `most` bytes; else null. Never throws. */
const openSound = (bytes: Buffer, most: number): PdfDocument | null => openByTable(bytes, most, new Map());

/** Opens a sound file that no key is needed for and that goes on to its end, and uses `read` on it; null where anything of it was damaged. */
export const openWhole = <Read>(
  bytes: Buffer,
  most: number,
  read: (document: PdfDocument) => Read,
): Read | null => {
  const document = openSound(bytes, most);
  if (!document || document.trailer.has('Encrypt') || isCut(document)) return null;
  const found = attempt(() => read(document));
  const { damaged, unread, left } = document.state;
  return damaged || unread || left < 0 ? null : found;
};

/** A cut file opens as its last whole revision: what was being added then lies behind its end. */
export const isCut = ({ bytes }: PdfDocument): boolean =>
  !isBlank(bytes, bytes.lastIndexOf('%%EOF', undefined, 'latin1') + 5);

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
    const data = attempt(() => decode(document.bytes, stream, document.state.left));
    document.state.left -= data?.length ?? document.bytes.length * 8;
    if (!data) return null;
    const first = stream.dict.entries.get('First');
    if (typeof first !== 'number') return null;
    const inside = new Map<number, Value>();
    const pairs = data
      .toString('latin1', 0, Math.min(first, longestIndex))
      .matchAll(/(\d{1,8})\s+(\d{1,8})(?:\s+|$)/g);
    for (const [, inner, offset] of pairs) {
      const from = first + Number(offset);
      // Many numbers may stand for one place: each reading of it counts.
      const value = document.state.left < 0 ? null : attempt(() => readValue(data, from));
      document.state.left -= value ? value[1] - from : data.length;
      document.state.unread ||= value === null;
      inside.set(Number(inner), value?.[0] ?? null);
    }
    return inside;
  });
  document.state.unread ||= found === null;
  const result = found ?? new Map<number, Value>();
  document.containers.set(number, result);
  return result;
};

/** The numbers of what stands in an object stream, as the stream itself says. */
export const objectsInside = (document: PdfDocument, number: number): readonly number[] => [
  ...container(document, number).keys(),
];

const load = (document: PdfDocument, number: number): Value => {
  const place = document.places.get(number);
  if (!place || place.kind === 'free') return null;
  if (place.kind === 'in') {
    const inside = container(document, place.stream);
    document.state.unread ||= !inside.has(number);
    return inside.get(number) ?? null;
  }
  const read = (offset: number, generation: number | null): Value | undefined => {
    const header = document.state.left < 0 ? null : headerAt(document.bytes, offset);
    if (header?.number !== number || (generation ?? header.generation) !== header.generation)
      return undefined;
    const near = within(document.bytes, offset, document.state);
    const found = attempt(() => readObject(near, header.at, lengthIn(document)));
    document.state.left -= (found?.[1] ?? document.bytes.length) - offset;
    return found?.[0];
  };
  const value = place.offset > 0 ? read(place.offset, place.generation) : undefined;
  if (value !== undefined) return value;
  document.state.damaged = true;
  const offset = scanned(document).get(number);
  return (offset === undefined ? undefined : read(offset, null)) ?? null;
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
