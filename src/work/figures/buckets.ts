/** Buckets of lengths: exact minutes up to half an hour, then 16 to each doubling, so that a median read from them is within three per cent. */

const EXACT = 32;
const PER_DOUBLING = 16;

/** Bucket of a length in whole minutes; the same rule as `figures.bucket` of the database. */
export function bucketOf(minutes: number): number {
  if (minutes < EXACT) return Math.max(0, minutes);
  const exponent = 31 - Math.clz32(minutes);
  return EXACT + (exponent - 5) * PER_DOUBLING + (minutes >> (exponent - 4)) - PER_DOUBLING;
}

/** The shortest length in minutes that falls into a bucket. */
export function floorOf(bucket: number): number {
  if (bucket < EXACT) return bucket;
  const [doubling, place] = [Math.floor((bucket - EXACT) / PER_DOUBLING), (bucket - EXACT) % PER_DOUBLING];
  return (PER_DOUBLING + place) * 2 ** (doubling + 1);
}

/** Middle of a bucket in hours. */
const middle = (bucket: number): number => (floorOf(bucket) + floorOf(bucket + 1)) / 2 / 60;

/** How many items fell into a bucket. */
export type Bucket = { readonly bucket: number; readonly n: number };

/** The length in hours that this share of the items did not exceed (nearest rank); null when there are none. */
export function percentile(buckets: readonly Bucket[], share: number): number | null {
  const total = buckets.reduce((sum, { n }) => sum + n, 0);
  if (total <= 0) return null;
  let left = Math.max(1, Math.ceil(total * share));
  for (const { bucket, n } of buckets.toSorted((a, b) => a.bucket - b.bucket)) {
    left -= n;
    if (left <= 0) return middle(bucket);
  }
  return null;
}
