/**
 * What follows the signed part of a file, as bytes: whether it is an update at all, and whether every reader finds the same objects in it.
 * Readers that cannot use a table search the file for objects, and the last one of a number wins; so an object that no table names waits
 * for such a reader, and shows it another document than the one that was compared (ISO 32000-2 §7.5.4–7.5.8).
 */
import { reasons } from '../reasons.ts';
import type { Finding } from '../verdict.ts';
import { objectsInside, resolve, type PdfDocument } from './document.ts';
import { headerAt, isBlank, isDict, isName, isSpace, isStream } from './syntax.ts';
import { sectionsBehind } from './tables.ts';

const blanksBefore = 200;

/** Whether a number stands before this place: then the word `obj` there begins an object, at least for some readers. */
const followsNumber = (bytes: Buffer, at: number): boolean => {
  let place = at;
  while (at - place < blanksBefore && isSpace(bytes[place - 1])) place--;
  const byte = bytes[place - 1] ?? 0;
  return byte >= 0x30 && byte <= 0x39;
};

const placesOf = (bytes: Buffer, word: string, from: number): readonly number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf(word, from, 'latin1'); at >= 0; at = bytes.indexOf(word, at + 1, 'latin1'))
    found.push(at);
  return found;
};

/** Whether the tables behind `end` name everything that stands there, in a form that all readers understand alike. */
const isPlainUpdate = (document: PdfDocument, end: number): boolean => {
  const { bytes, state, trailer } = document;
  const sections = sectionsBehind(bytes, end, state);
  const named = new Set<number>();
  const inside = new Set<string>();
  const name = (offset: number): void => {
    const header = offset >= end ? headerAt(bytes, offset) : null;
    if (header) named.add(header.at - 'obj'.length);
  };
  for (const { places } of sections) {
    for (const [number, place] of places) {
      if (place.kind === 'at') name(place.offset);
      if (place.kind === 'in') inside.add(`${place.stream} ${number}`);
    }
  }
  for (const start of document.sections) name(start);
  const root = trailer.get('Root');
  const isHonest = (number: number): boolean => {
    const value = resolve(document, { kind: 'ref', number, generation: 0 });
    if (isStream(value) && isName(value.dict.entries.get('Type'), 'ObjStm'))
      return objectsInside(document, number).every((inner) => inside.has(`${number} ${inner}`));
    // A second catalog is one that a searching reader may begin with.
    const isCatalog = isDict(value) && isName(value.entries.get('Type'), 'Catalog');
    return (
      !isCatalog || (root !== null && typeof root === 'object' && 'number' in root && root.number === number)
    );
  };
  return (
    sections.every(({ plain }) => plain) &&
    placesOf(bytes, 'obj', end).every((at) => named.has(at) || !followsNumber(bytes, at)) &&
    placesOf(bytes, 'trailer', end).length <= sections.filter(({ streamed }) => !streamed).length &&
    [...document.places].every(
      ([number, place]) => place.kind !== 'at' || place.offset < end || isHonest(number),
    )
  );
};

/** Whether what follows the signed part is a proper update and nothing else. Two line ends that a mail program adds are let pass. */
export const appendedFindings = (document: PdfDocument, end: number): readonly Finding[] => {
  const { bytes } = document;
  const tail = bytes.subarray(end);
  if (tail.length <= 2 && tail.every((byte) => byte === 0x0a || byte === 0x0d)) return [];
  const last = bytes.lastIndexOf('%%EOF', undefined, 'latin1');
  const updated = Math.max(...document.sections) >= end && last >= end;
  if (!updated || !isBlank(bytes, last + 5)) return [reasons.appended];
  return isPlainUpdate(document, end) ? [] : [reasons.readDifferently];
};
