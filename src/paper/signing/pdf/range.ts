/** The byte range of a signature: which bytes it covers, and that the hole in it holds the signature value and nothing else. */
import { reasons } from '../reasons.ts';
import type { Finding } from '../verdict.ts';
import type { Text } from './syntax.ts';

export type Range = {
  /** The signed bytes, before and after the hole. */
  readonly data: readonly [Buffer, Buffer];
  readonly contents: Buffer;
  /** Where the signed part of the file ends. */
  readonly end: number;
};

type Facts = { readonly range: readonly number[] | null; readonly contents: Text | null };

/**
 * Checks a byte range against the file. A range outside of the file is invalid; so is one that starts late, overlaps, has several holes or
 * a hole larger than the value: through such a hole foreign content slips in (signature wrapping).
 */
export const rangeOf = (bytes: Buffer, { range, contents }: Facts): Range | Finding => {
  if (!range || range.length === 0) return reasons.noByteRange;
  if (range.some((number) => number < 0)) return reasons.rangeMalformed;
  for (let i = 0; i < range.length; i += 2) {
    if (range[i]! + (range[i + 1] ?? 0) > bytes.length) return reasons.rangeOutside;
  }
  const [start, before, second, after] = range;
  if (range.length !== 4 || start !== 0 || before! > second! || !contents)
    return contents ? reasons.rangeMalformed : reasons.unreadable;
  // Some writers count the angle brackets among the signed bytes: then the hole is one byte shorter at both ends.
  const outer = contents.start === before && contents.end === second;
  const inner = contents.start + 1 === before && contents.end - 1 === second;
  if (!contents.hex || (!outer && !inner)) return reasons.rangeMalformed;
  const end = second! + after!;
  return { data: [bytes.subarray(0, before), bytes.subarray(second, end)], contents: contents.bytes, end };
};
