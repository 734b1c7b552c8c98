/** Writes an incremental update (ISO 32000-2 §7.5.6): the file stays as it is, byte for byte, and new objects follow it. */
import { randomUUID } from 'node:crypto';
import type { Text as Words } from '../../../ground/text/language.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { catalogOf, openPdf, type PdfDocument } from './document.ts';
import { isArray, isText, type Dict, type Name, type Ref, type Text, type Value } from './syntax.ts';

/** A stream to be written: `entries` without its length. */
type NewStream = { readonly kind: 'new'; readonly entries: Entries; readonly data: Buffer };
/** Words written as they are. */
type Raw = { readonly kind: 'raw'; readonly words: string };
export type Written = Value | NewStream | Raw | readonly Written[] | NewDict;
export type Entries = Readonly<Record<string, Written | undefined>>;
type NewDict = { readonly kind: 'made'; readonly entries: Entries };

export const name = (words: string): Name => ({ kind: 'name', name: words });
export const ref = (number: number, generation = 0): Ref => ({ kind: 'ref', number, generation });
export const made = (entries: Entries): NewDict => ({ kind: 'made', entries });
export const stream = (entries: Entries, data: Buffer): NewStream => ({ kind: 'new', entries, data });
export const raw = (words: string): Raw => ({ kind: 'raw', words });

/** A text string: UTF-16 where it is not plain ASCII. */
export const text = (words: string): Text => {
  const plain = /^[\x20-\x7e]*$/.test(words);
  const bytes = plain
    ? Buffer.from(words, 'latin1')
    : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(words, 'utf16le').swap16()]);
  return { kind: 'string', bytes, start: 0, end: 0, hex: !plain };
};

/** An existing dictionary with some entries changed; `undefined` takes one away. */
export const changed = (dict: Dict, entries: Entries): NewDict =>
  made({ ...Object.fromEntries(dict.entries), ...entries });

const nameBytes = (words: string): string =>
  `/${words.replace(/[^!-~]|[()<>[\]{}/%#]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

const literal = ({ bytes, hex }: Text): string => {
  const words = bytes.toString('latin1');
  return hex || /[^\x20-\x7e]/.test(words)
    ? `<${bytes.toString('hex').toUpperCase()}>`
    : `(${words.replace(/[\\()]/g, '\\$&')})`;
};

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '');

/** What is written: bytes, or words of one byte a letter, so that the length of either is that in the file. */
type Piece = Buffer | string;

const write = (value: Written, source: Buffer, out: Piece[]): void => {
  const put = (words: string): void => void out.push(words);
  const dict = (entries: Iterable<readonly [string, Written | undefined]>): void => {
    put('<<');
    for (const [key, item] of entries) {
      if (item === undefined) continue;
      put(`${nameBytes(key)} `);
      write(item, source, out);
      put('\n');
    }
    put('>>');
  };
  if (value === null || typeof value === 'boolean') return put(String(value));
  if (typeof value === 'number') return put(number(value));
  if (Array.isArray(value)) {
    put('[');
    for (const item of value as readonly Written[]) {
      write(item, source, out);
      put(' ');
    }
    return put(']');
  }
  const node = value as Exclude<Written, null | boolean | number | readonly Written[] | readonly Value[]>;
  switch (node.kind) {
    case 'raw':
    case 'odd':
      return put(node.words);
    case 'name':
      return put(nameBytes(node.name));
    case 'string':
      return put(literal(node));
    case 'ref':
      return put(`${node.number} ${node.generation} R`);
    case 'dict':
      return dict(node.entries);
    case 'made':
      return dict(Object.entries(node.entries));
    case 'stream':
      dict([...node.dict.entries, ['Length', node.to - node.from]]);
      put('\nstream\n');
      out.push(source.subarray(node.from, node.to));
      return put('\nendstream');
    case 'new':
      dict([...Object.entries(node.entries), ['Length', node.data.length]]);
      put('\nstream\n');
      out.push(node.data);
      return put('\nendstream');
  }
};

/** An update under way: new and changed objects by number. */
export type Update = { readonly document: PdfDocument; readonly objects: Map<number, Written>; next: number };

/** The file cannot take an update; says why to a person. */
const refuse = (vi: string, en: string): never => {
  const words: Words = { vi, en };
  throw new Unavailable(words);
};

/** Begins an update. Refuses damaged and encrypted files, which cannot be signed so that every reader agrees. */
export const beginUpdate = (bytes: Buffer): Update => {
  const document = openPdf(bytes);
  if (!catalogOf(document) || document.sections.length === 0 || document.state.damaged) {
    return refuse(
      'Tệp PDF bị hỏng cấu trúc nên không ký được. Hãy lưu lại tệp rồi thử lại.',
      'The structure of the PDF is damaged; it cannot be signed. Save it anew and try again.',
    );
  }
  if (document.trailer.has('Encrypt')) {
    return refuse(
      'Tệp PDF có mật khẩu nên không ký được. Hãy bỏ mật khẩu rồi thử lại.',
      'The PDF is encrypted; it cannot be signed. Remove the password and try again.',
    );
  }
  const size = document.trailer.get('Size');
  const highest =
    document.places.size === 0 ? 0 : [...document.places.keys()].reduce((one, other) => Math.max(one, other));
  return { document, objects: new Map(), next: Math.max(typeof size === 'number' ? size : 0, highest + 1) };
};

/** Adds an object and gives the reference to it. */
export const addObject = (update: Update, value: Written): Ref => {
  const reference = ref(update.next++);
  update.objects.set(reference.number, value);
  return reference;
};

/** Puts a new value at the place of an existing object. */
export const setObject = (update: Update, reference: Ref, value: Written): void =>
  void update.objects.set(reference.number, value);

type Line = { readonly number: number; readonly offset: number; readonly generation: number };

const runs = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last.at(-1)!.number + 1 === line.number) last.push(line);
    else groups.push([line]);
  }
  return groups;
};

const plainTable = (lines: readonly Line[]): string =>
  `xref\n${runs(lines)
    .map(
      (run) =>
        `${run[0]!.number} ${run.length}\n${run.map(({ offset, generation }) => `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n\r\n`).join('')}`,
    )
    .join('')}`;

/**
 * Closes the update. Gives the whole new file and where each object begins in it. The table takes the form of the table before it, as the
 * standard asks.
 */
export const finishUpdate = ({
  document,
  objects,
  next,
}: Update): { readonly bytes: Buffer; readonly offsets: ReadonlyMap<number, number> } => {
  const { bytes, trailer, sections, streamed, places } = document;
  const out: Piece[] = [];
  let length = bytes.length;
  const flush = (parts: readonly Piece[]): void => {
    for (const part of parts) length += part.length;
    out.push(...parts);
  };
  if (bytes.at(-1) !== 0x0a) flush(['\n']);
  const lines: Line[] = [];
  for (const [object, value] of [...objects].sort(([one], [other]) => one - other)) {
    const place = places.get(object);
    const generation = place?.kind === 'at' ? place.generation : 0;
    lines.push({ number: object, offset: length, generation });
    const parts: Piece[] = [`${object} ${generation} obj\n`];
    write(value, bytes, parts);
    parts.push('\nendobj\n');
    flush(parts);
  }
  const offsets = new Map(lines.map(({ number: object, offset }) => [object, offset]));
  const start = length;
  const ends: Record<string, Written | undefined> = {
    Size: streamed ? next + 1 : next,
    Root: trailer.get('Root')!,
    Info: trailer.get('Info'),
    Prev: sections[0]!,
    ID: identifiers(trailer.get('ID')),
  };
  const parts: Piece[] = [];
  if (streamed) {
    const all = [...lines, { number: next, offset: start, generation: 0 }];
    const rows = all.map(({ offset, generation }) => {
      const row = Buffer.alloc(8);
      row.writeUInt8(1, 0);
      row.writeUIntBE(offset, 1, 5);
      row.writeUInt16BE(generation, 6);
      return row;
    });
    const index = runs(all).flatMap((run) => [run[0]!.number, run.length]);
    parts.push(`${next} 0 obj\n`);
    write(
      stream({ Type: name('XRef'), W: [1, 5, 2], Index: index, ...ends }, Buffer.concat(rows)),
      bytes,
      parts,
    );
    parts.push('\nendobj\n');
  } else {
    parts.push(`${plainTable(lines)}trailer\n`);
    write(made(ends), bytes, parts);
    parts.push('\n');
  }
  parts.push(`startxref\n${start}\n%%EOF\n`);
  flush(parts);
  return { bytes: together(bytes, out, length), offsets };
};

/** The file with what follows it, in one buffer. Words that follow each other are written at once: most pieces are a few letters. */
const together = (bytes: Buffer, pieces: readonly Piece[], length: number): Buffer => {
  const whole = Buffer.allocUnsafeSlow(length);
  let at = bytes.copy(whole);
  let words = '';
  const settle = (): void => {
    at += whole.write(words, at, 'latin1');
    words = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') words += piece;
    else {
      settle();
      at += piece.copy(whole, at);
    }
  }
  settle();
  return whole;
};

/** The file identifier: the first half stays, the second is new with each update (ISO 32000-2 §14.4). */
const identifiers = (value: Value | undefined): Written => {
  const bytes = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  const fresh: Text = { kind: 'string', bytes, start: 0, end: 0, hex: true };
  const first = isArray(value) ? value[0] : undefined;
  return [isText(first) ? { ...first, hex: true } : fresh, fresh];
};
