/**
 * Tinos (metrics of Times New Roman) for the words of a signature, embedded as a subset: the glyphs that are not needed are emptied, so that
 * glyph numbers stay and the font file stays small. Real text, not outlines: it can be searched and read aloud.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { addObject, made, name, raw, stream, type Update } from '../pdf/update.ts';
import type { Ref } from '../pdf/syntax.ts';

type Font = {
  readonly bytes: Buffer;
  readonly tables: ReadonlyMap<string, readonly [offset: number, length: number]>;
  readonly glyphOf: ReadonlyMap<number, number>;
  readonly unitsPerEm: number;
  readonly longOffsets: boolean;
  readonly glyphs: number;
  readonly widths: number;
};

const file = '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
let loaded: Font | null = null;

/** The format-4 part of the character map (Unicode, basic plane). */
const characters = (bytes: Buffer, start: number): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  for (let i = 0; i < bytes.readUInt16BE(start + 2); i++) {
    const at = start + bytes.readUInt32BE(start + 4 + i * 8 + 4);
    if (bytes.readUInt16BE(at) !== 4) continue;
    const segments = bytes.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const end = bytes.readUInt16BE(at + 14 + segment * 2);
      const first = bytes.readUInt16BE(at + 16 + segments * 2 + segment * 2);
      const delta = bytes.readUInt16BE(at + 16 + segments * 4 + segment * 2);
      const rangeAt = at + 16 + segments * 6 + segment * 2;
      const range = bytes.readUInt16BE(rangeAt);
      for (let code = first; code <= end && code < 0xffff; code++) {
        const raw = range === 0 ? code : bytes.readUInt16BE(rangeAt + range + (code - first) * 2);
        const glyph = raw === 0 && range !== 0 ? 0 : (raw + delta) & 0xffff;
        if (glyph !== 0) found.set(code, glyph);
      }
    }
  }
  return found;
};

const load = (): Font => {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
  const tables = new Map<string, readonly [number, number]>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    tables.set(bytes.toString('latin1', at, at + 4), [
      bytes.readUInt32BE(at + 8),
      bytes.readUInt32BE(at + 12),
    ]);
  }
  const at = (table: string): number => tables.get(table)![0];
  return {
    bytes,
    tables,
    glyphOf: characters(bytes, at('cmap')),
    unitsPerEm: bytes.readUInt16BE(at('head') + 18),
    longOffsets: bytes.readUInt16BE(at('head') + 50) === 1,
    glyphs: bytes.readUInt16BE(at('maxp') + 4),
    widths: bytes.readUInt16BE(at('hhea') + 34),
  };
};

const font = (): Font => (loaded ??= load());

const glyphRange = ({ bytes, tables, longOffsets }: Font, glyph: number): readonly [number, number] => {
  const loca = tables.get('loca')![0];
  const read = (index: number): number =>
    longOffsets ? bytes.readUInt32BE(loca + index * 4) : bytes.readUInt16BE(loca + index * 2) * 2;
  const glyf = tables.get('glyf')![0];
  return [glyf + read(glyph), glyf + read(glyph + 1)];
};

/** Accented letters are put together from parts: those glyphs are needed as well. */
const withParts = (used: Font, wanted: ReadonlySet<number>): ReadonlySet<number> => {
  const all = new Set<number>();
  const queue = [0, ...wanted];
  while (queue.length > 0) {
    const glyph = queue.pop()!;
    if (all.has(glyph)) continue;
    all.add(glyph);
    const [from, to] = glyphRange(used, glyph);
    if (to - from < 10 || used.bytes.readInt16BE(from) >= 0) continue;
    for (let at = from + 10, flags = 0x20; flags & 0x20;) {
      flags = used.bytes.readUInt16BE(at);
      queue.push(used.bytes.readUInt16BE(at + 2));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
  }
  return all;
};

const subset = (used: Font, wanted: ReadonlySet<number>): Buffer => {
  const kept = withParts(used, wanted);
  const outlines: Buffer[] = [];
  const offsets = Buffer.alloc((used.glyphs + 1) * 4);
  let length = 0;
  for (let glyph = 0; glyph < used.glyphs; glyph++) {
    offsets.writeUInt32BE(length, glyph * 4);
    if (!kept.has(glyph)) continue;
    const [from, to] = glyphRange(used, glyph);
    const outline = Buffer.concat([used.bytes.subarray(from, to), Buffer.alloc(-(to - from) & 3)]);
    outlines.push(outline);
    length += outline.length;
  }
  offsets.writeUInt32BE(length, used.glyphs * 4);
  const copy = (table: string): Buffer => {
    const place = used.tables.get(table);
    return place ? Buffer.from(used.bytes.subarray(place[0], place[0] + place[1])) : Buffer.alloc(0);
  };
  const head = copy('head');
  head.writeUInt16BE(1, 50);
  const tables: [string, Buffer][] = [
    ...(['cvt ', 'fpgm'] as const).map((table): [string, Buffer] => [table, copy(table)]),
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ...(['hhea', 'hmtx'] as const).map((table): [string, Buffer] => [table, copy(table)]),
    ['loca', offsets],
    ...(['maxp', 'prep'] as const).map((table): [string, Buffer] => [table, copy(table)]),
  ];
  return assemble(tables.filter(([, data]) => data.length > 0));
};

const checksum = (data: Buffer): number => {
  let sum = 0;
  for (let at = 0; at + 4 <= data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
};

const assemble = (tables: readonly (readonly [string, Buffer])[]): Buffer => {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 << power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((tables.length - (1 << power)) * 16, 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [index, [table, data]] of tables.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    directory.write(table, 12 + index * 16, 'latin1');
    directory.writeUInt32BE(checksum(padded), 12 + index * 16 + 4);
    directory.writeUInt32BE(at, 12 + index * 16 + 8);
    directory.writeUInt32BE(data.length, 12 + index * 16 + 12);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
};

const glyphsOf = (words: string): readonly (readonly [character: string, glyph: number])[] =>
  [...words.normalize('NFC')].map(
    (character) => [character, font().glyphOf.get(character.codePointAt(0)!) ?? 0] as const,
  );

const widthOfGlyph = (used: Font, glyph: number): number => {
  const at = used.tables.get('hmtx')![0] + Math.min(glyph, used.widths - 1) * 4;
  return (used.bytes.readUInt16BE(at) * 1000) / used.unitsPerEm;
};

/** The width of a line in points. */
export const widthOf = (words: string, size: number): number =>
  glyphsOf(words).reduce((sum, [, glyph]) => sum + (widthOfGlyph(font(), glyph) * size) / 1000, 0);

/** The words as glyph numbers in hexadecimal, for `Tj`. */
export const encoded = (words: string): string =>
  `<${glyphsOf(words)
    .map(([, glyph]) => glyph.toString(16).padStart(4, '0'))
    .join('')}>`;

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

const toUnicode = (used: ReadonlyMap<number, string>): Buffer => {
  const pairs = [...used].map(
    ([glyph, character]) =>
      `<${hex4(glyph)}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const block = pairs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`,
  );
};

/** Adds the font with the glyphs of these lines to an update, and gives the reference for its resources. */
export const embedFont = (update: Update, lines: readonly string[]): Ref => {
  const used = font();
  const characters = new Map(
    lines.flatMap((line) => glyphsOf(line)).map(([character, glyph]) => [glyph, character]),
  );
  const fontFile = subset(used, new Set(characters.keys()));
  const packed = (data: Buffer, more = {}): Ref =>
    addObject(update, stream({ ...more, Filter: name('FlateDecode') }, deflateSync(data)));
  const scaled = (table: string, at: number): number =>
    Math.round((used.bytes.readInt16BE(used.tables.get(table)![0] + at) * 1000) / used.unitsPerEm);
  // The six letters before the name mark a subset; they follow from its glyphs, so that equal words give equal fonts.
  const tag = [...characters.keys()].reduce((sum, glyph) => (sum * 31 + glyph) % 308_915_776, 7);
  const letters = Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Math.floor(tag / 26 ** i) % 26)),
  ).join('');
  const base = name(`${letters}+Tinos`);
  const descriptor = addObject(
    update,
    made({
      Type: name('FontDescriptor'),
      FontName: base,
      Flags: 4,
      ItalicAngle: 0,
      StemV: 80,
      CapHeight: 662,
      FontBBox: [36, 38, 40, 42].map((at) => scaled('head', at)),
      Ascent: scaled('hhea', 4),
      Descent: scaled('hhea', 6),
      FontFile2: packed(fontFile, { Length1: fontFile.length }),
    }),
  );
  const widths = [...characters.keys()]
    .sort((one, other) => one - other)
    .map((glyph) => `${glyph} [${Math.round(widthOfGlyph(used, glyph))}]`);
  const descendant = addObject(
    update,
    made({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: base,
      FontDescriptor: descriptor,
      CIDSystemInfo: raw('<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>'),
      CIDToGIDMap: name('Identity'),
      DW: 500,
      W: raw(`[${widths.join(' ')}]`),
    }),
  );
  return addObject(
    update,
    made({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: base,
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: packed(toUnicode(characters)),
    }),
  );
};
