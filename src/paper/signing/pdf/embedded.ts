/** Files that are packed inside a PDF: attached to it or to a page, associated with it (PDF/A-3), in a portfolio (ISO 32000-2 §7.11.4). */
import { dictOf, openPdf, resolve, type PdfDocument } from './document.ts';
import { decode } from './inflate.ts';
import {
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isText,
  PdfError,
  type Dict,
  type Value,
} from './syntax.ts';

/** A packed file; `bytes` null: it cannot be unpacked, or is larger than what may be. */
export type Embedded = { readonly name: string; readonly bytes: Buffer | null };

/** Deeper than any file of people. */
const DEEPEST = 40;

/** Every dictionary in a value, whatever holds it; references are followed by going through all objects instead. */
function* dictsIn(value: Value, depth = 0): Generator<Dict> {
  if (depth > DEEPEST) return;
  if (isArray(value)) for (const one of value) yield* dictsIn(one, depth + 1);
  const dict = isStream(value) ? value.dict : value;
  if (!isDict(dict)) return;
  yield dict;
  for (const one of dict.entries.values()) yield* dictsIn(one, depth + 1);
}

/** A string of the file: UTF-16 with its mark, else bytes. */
function wordsOf(value: Value): string {
  if (!isText(value)) return '';
  const { bytes } = value;
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');
}

const unpacked = (document: PdfDocument, value: Value, most: number): Buffer | null => {
  try {
    return isStream(value) ? decode(document.bytes, value, most) : null;
  } catch (error) {
    if (error instanceof PdfError || error instanceof RangeError) return null;
    throw error;
  }
};

/**
 * The files packed inside a PDF, at most so many and all together at most so large. All objects are gone through, not only what a reader would
 * list: a file that is there is found wherever it hangs. Of an encrypted file nothing is said. Never throws on bad content.
 */
export function embeddedFiles(
  pdf: Buffer,
  { files, bytes }: { readonly files: number; readonly bytes: number },
): readonly Embedded[] {
  const document = openPdf(pdf);
  if (document.trailer.has('Encrypt')) return [];
  const found = new Map<string, Embedded>();
  let left = bytes;
  const take = (key: string, name: string, value: Value): void => {
    if (found.size >= files || found.has(key)) return;
    const inside = unpacked(document, resolve(document, value), left);
    left -= inside?.length ?? 0;
    found.set(key, { name, bytes: inside });
  };
  for (const number of document.places.keys()) {
    if (document.state.left < 0 || found.size >= files) break;
    const value = resolve(document, { kind: 'ref', number, generation: 0 });
    for (const dict of dictsIn(value)) {
      const packed = dictOf(document, dict.entries.get('EF'));
      const name =
        wordsOf(resolve(document, dict.entries.get('UF'))) ||
        wordsOf(resolve(document, dict.entries.get('F')));
      for (const one of packed?.entries.values() ?? []) if (isRef(one)) take(String(one.number), name, one);
    }
    // One that no description leads to is there all the same.
    if (isStream(value) && isName(value.dict.entries.get('Type'), 'EmbeddedFile'))
      take(String(number), '', { kind: 'ref', number, generation: 0 });
  }
  return [...found.values()];
}
