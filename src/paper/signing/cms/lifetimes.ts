/**
 * Until when algorithms are held to be safe, as data. A signature that nothing proves to be older than the end of its
 * algorithm is in doubt from that day on; evidence is renewed before (STANDARDS §8.6; RFC 4998; ETSI TS 119 312).
 */
import { createHash, type KeyObject } from 'node:crypto';
import type { DigestName } from './algorithms.ts';

/** One row: a digest, or keys of a kind below a size in bits. */
export type Lifetime = (
  { readonly digest: DigestName } | { readonly key: 'rsa' | 'dsa' | 'ec'; readonly below: number }
) & {
  /** The last day on which it counts, `YYYY-MM-DD`; null: it does not count at all. */
  readonly lastDay: string | null;
  readonly basis: string;
};

const circular = 'Thông tư 15/2025/TT-BKHCN';
/** Vietnamese law names no day yet; this is the earliest that a standards body has announced. */
const announced = 'NIST IR 8547, SP 800-131A: 112 bits of strength end with 2035';

export const lifetimes: readonly Lifetime[] = [
  { digest: 'md5', lastDay: null, basis: circular },
  { digest: 'sha1', lastDay: null, basis: circular },
  { key: 'rsa', below: 2048, lastDay: null, basis: circular },
  { key: 'dsa', below: 2048, lastDay: null, basis: circular },
  { key: 'ec', below: 256, lastDay: null, basis: circular },
  { digest: 'sha224', lastDay: '2035-12-31', basis: announced },
  { key: 'rsa', below: 3072, lastDay: '2035-12-31', basis: announced },
  { key: 'dsa', below: 3072, lastDay: '2035-12-31', basis: announced },
];

/** Names the shipped table: whoever keeps what was computed with it sees when it changed. */
export const lifetimesVersion = createHash('sha256')
  .update(JSON.stringify(lifetimes))
  .digest('hex')
  .slice(0, 12);

/** What a signature rests on. */
export type Used = {
  readonly digests: readonly (DigestName | null | undefined)[];
  readonly keys: readonly KeyObject[];
};

const kindOf = ({ asymmetricKeyType: type }: KeyObject): string | undefined =>
  type === 'rsa-pss' ? 'rsa' : type;

/** Size of a key in bits; null where its kind has only one size. */
const sizeOf = ({ asymmetricKeyDetails: details }: KeyObject): number | null => {
  if (details?.modulusLength !== undefined) return details.modulusLength;
  const curve = /(\d{3})/.exec(details?.namedCurve ?? '');
  return curve ? Number(curve[1]) : null;
};

const covers = (row: Lifetime, { digests, keys }: Used): boolean =>
  'digest' in row
    ? digests.includes(row.digest)
    : keys.some((key) => kindOf(key) === row.key && (sizeOf(key) ?? row.below) < row.below);

/** The end of the last day in Vietnam. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59+07:00`);

/** Until when everything used counts: the earliest end; the beginning of time for what never counts; null: no end is known. */
export function safeUntil(used: Used, table: readonly Lifetime[] = lifetimes): Date | null {
  const ends = table
    .filter((row) => covers(row, used))
    .map(({ lastDay }) => (lastDay === null ? 0 : endOf(lastDay).getTime()));
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/** Whether a digest counts on no day. */
export const weakDigest = (digest: DigestName): boolean =>
  safeUntil({ digests: [digest], keys: [] })?.getTime() === 0;

/** Whether a key is below the lawful size. */
export const weakKey = (key: KeyObject): boolean => safeUntil({ digests: [], keys: [key] })?.getTime() === 0;
