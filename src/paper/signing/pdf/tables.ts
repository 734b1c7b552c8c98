/** Where each object of a revision stands: its cross-reference tables and streams (ISO 32000-2 §7.5), read within a limit. */
import { decode } from './inflate.ts';
import {
  headerAt,
  isArray,
  isDict,
  isName,
  isStream,
  PdfError,
  readObject,
  readValue,
  skipSpace,
  type Value,
} from './syntax.ts';

/** Where an object stands: in the file, inside an object stream, or nowhere. */
export type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

/** How many bytes may still be read. A hostile file can make every object reach to its end; a normal one is read about once. */
export type Work = { left: number };

const mostSections = 2000;
const mostObjects = 8_388_607;
const mostRows = 1_500_000;

/** The file up to where a reader that begins at `from` must have come to an end. */
export const within = (bytes: Buffer, from: number, { left }: Work): Buffer =>
  bytes.subarray(0, from + Math.max(0, left));

type Section = {
  readonly places: Map<number, Place>;
  readonly trailer: ReadonlyMap<string, Value>;
  readonly streamed: boolean;
  /** Every reader understands it alike: rows of twenty bytes, no object named twice, no second table beside it. */
  readonly plain: boolean;
  /** Bytes that were read for it, unpacked where they were packed. */
  readonly cost: number;
};

const free: Place = { kind: 'free' };

/** A row as the standard has it (ISO 32000-2 §7.5.4): twenty bytes, the last two of which end the line. */
const plainRow = /^\d{10} \d{5} [nf](?: \r| \n|\r\n)/;

const readTable = (bytes: Buffer, from: number): Section => {
  const places = new Map<number, Place>();
  let plain = true;
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
      plain &&= plainRow.test(line) && !places.has(first + i);
      at += entry[0].length;
      // Most readers go by the first row of two.
      if (!places.has(first + i))
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
  plain &&= !trailer.entries.has('XRefStm');
  return { places, trailer: trailer.entries, streamed: false, plain, cost: at - from };
};

const directLength = (length: Value): number | null => (typeof length === 'number' ? length : null);

const readStreamTable = (bytes: Buffer, from: number, most: number): Section => {
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
  const data = decode(bytes, stream, most);
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
  let plain = widths.every((width) => typeof width === 'number' && width >= 0 && width <= 8);
  for (let r = 0; r + 1 < ranges.length; r += 2) {
    for (let i = 0; i < ranges[r + 1]! && at + row <= data.length; i++, at += row) {
      const kind = kindWidth === 0 ? 1 : field(at, kindWidth);
      plain &&= kind <= 2 && !places.has(ranges[r]! + i);
      if (places.has(ranges[r]! + i)) continue;
      const second = field(at + kindWidth, secondWidth);
      const third = field(at + kindWidth + secondWidth, thirdWidth);
      if (kind === 0) places.set(ranges[r]! + i, free);
      if (kind === 1) places.set(ranges[r]! + i, { kind: 'at', offset: second, generation: third });
      if (kind === 2) places.set(ranges[r]! + i, { kind: 'in', stream: second, index: third });
    }
  }
  plain &&= at === data.length;
  return { places, trailer: entries, streamed: true, plain, cost: stream.to - from + data.length };
};

const readSection = (bytes: Buffer, from: number, work: Work, streamed = false): Section => {
  const near = within(bytes, from, work);
  const at = skipSpace(near, from);
  const section =
    !streamed && near.toString('latin1', at, at + 4) === 'xref'
      ? readTable(near, at)
      : readStreamTable(near, at, work.left);
  work.left -= section.cost;
  return section;
};

/** Where the newest section begins, as the end of the file says; null where it does not. */
export const startOfTable = (bytes: Buffer): number | null => {
  const keyword = bytes.lastIndexOf('startxref', undefined, 'latin1');
  const match =
    keyword < 0 ? null : /^startxref\s+(\d{1,12})/.exec(bytes.toString('latin1', keyword, keyword + 40));
  return match ? Number(match[1]) : null;
};

/** The sections from the newest to the oldest, and what they say together. Throws `PdfError`, also when the work is used up. */
export const readSections = (
  bytes: Buffer,
  start: number,
  work: Work,
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
    const section = readSection(bytes, at, work);
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
      add(readSection(bytes, hybrid, work, true).places, () => true);
    }
    add(section.places, () => true);
    const previous = section.trailer.get('Prev');
    if (typeof previous === 'number') queue.unshift(previous);
  }
  return { places, trailer: newest!.trailer, sections, streamed: newest!.streamed };
};

/** The sections that begin at or behind `end`, newest first: the tables of the updates that follow a signed part. Throws `PdfError`. */
export const sectionsBehind = (bytes: Buffer, end: number, work: Work): readonly Section[] => {
  const found: Section[] = [];
  let at = startOfTable(bytes);
  while (at !== null && at >= end) {
    if (found.length >= mostSections) throw new PdfError('too many revisions');
    const section = readSection(bytes, at, work);
    found.push(section);
    const previous = section.trailer.get('Prev');
    at = typeof previous === 'number' && previous < at ? previous : null;
  }
  return found;
};
