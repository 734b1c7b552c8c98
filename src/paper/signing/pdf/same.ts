/** Deep equality of values of two revisions, following references, without recursion (lists of outlines are long chains). */
import { resolve, type PdfDocument } from './document.ts';
import {
  isArray,
  isDict,
  isRef,
  isStream,
  isText,
  PdfError,
  type Name,
  type Odd,
  type Ref,
  type Value,
} from './syntax.ts';

const mostSteps = 4_000_000;

const wordsOf = (value: Name | Odd | Ref): string =>
  value.kind === 'name' ? `/${value.name}` : value.kind === 'odd' ? value.words : '';

/**
 * Makes a comparison of values of `before` with values of `after`. References to objects in `frame` (pages, the catalog) are equal when
 * their numbers are: those objects are compared on their own. What was found equal once is not walked again.
 */
export const sameValues = (
  before: PdfDocument,
  after: PdfDocument,
  frame: ReadonlySet<number>,
): ((one: Value, other: Value) => boolean) => {
  const proven = new Set<string>();
  let steps = 0;

  const samePlace = (one: number, other: number): boolean =>
    JSON.stringify(before.places.get(one) ?? null) === JSON.stringify(after.places.get(other) ?? null);

  const sameStream = (one: Value, other: Value): boolean =>
    isStream(one) &&
    isStream(other) &&
    (one.from === other.from ||
      before.bytes.subarray(one.from, one.to).equals(after.bytes.subarray(other.from, other.to))) &&
    one.to - one.from === other.to - other.from;

  return (first, second) => {
    const seen = new Set<string>();
    const work: [Value, Value][] = [[first, second]];
    while (work.length > 0) {
      if (++steps > mostSteps) throw new PdfError('too much to compare');
      let [one, other] = work.pop()!;
      if (isRef(one) && isRef(other)) {
        // Readers that keep to the standard find nothing behind a reference of another generation.
        if (one.generation !== other.generation) return false;
        if (one.number === other.number && frame.has(one.number)) continue;
        const key = `${one.number} ${other.number}`;
        if (proven.has(key) || seen.has(key)) continue;
        seen.add(key);
        const [oneNumber, otherNumber] = [one.number, other.number];
        [one, other] = [resolve(before, one), resolve(after, other)];
        // Both unreadable is not both equal: another reader may well read them.
        if (one === null && other === null && !samePlace(oneNumber, otherNumber)) return false;
      } else {
        [one, other] = [resolve(before, one), resolve(after, other)];
      }
      if (one === other) continue;
      if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
        return false;
      if (isArray(one) || isArray(other)) {
        if (!isArray(one) || !isArray(other) || one.length !== other.length) return false;
        for (const [index, value] of one.entries()) work.push([value, other[index]!]);
      } else if (isStream(one) || isStream(other)) {
        if (!isStream(one) || !isStream(other) || !sameStream(one, other)) return false;
        work.push([one.dict, other.dict]);
      } else if (isDict(one) || isDict(other)) {
        if (!isDict(one) || !isDict(other) || one.entries.size !== other.entries.size) return false;
        for (const [key, value] of one.entries) {
          if (!other.entries.has(key)) return false;
          work.push([value, other.entries.get(key)!]);
        }
      } else if (isText(one) || isText(other)) {
        if (!isText(one) || !isText(other) || !one.bytes.equals(other.bytes)) return false;
      } else if (wordsOf(one) !== wordsOf(other)) return false;
    }
    for (const key of seen) proven.add(key);
    return true;
  };
};
