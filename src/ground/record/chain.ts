/** The hash chain of the record: pure functions, so that an independent program can check the same rule. */
import { createHash, randomBytes } from 'node:crypto';

/** What of a step goes into its hash, in this order. */
export type Link = {
  readonly tenant: number;
  readonly born: number;
  readonly item: string;
  readonly seq: number;
  readonly act: string;
  readonly visible: string;
  readonly at: Date;
  readonly by_kind: string;
  readonly account: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly post: string | null;
  readonly agency: string | null;
  readonly unit: string | null;
  readonly mandate: string | null;
  readonly name: string;
  readonly reason: string | null;
  readonly request_id: string;
  /** Hex. */
  readonly payload_hash: string;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash before the first step of an item. */
export const GENESIS = '00'.repeat(32);

/** JSON with sorted keys: the same bytes whatever the order in which a database returns the keys. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** A new salt: without it, an erased value could be guessed from its hash. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** Hash of what was before and after (hex). */
export const payloadHash = (salt: string, before: unknown, after: unknown): string =>
  sha256(`${salt}\n${canonical(before ?? null)}\n${canonical(after ?? null)}`);

/** Hash of a step given the hash of the one before (hex). */
export const linkHash = (prev: string, link: Link): string =>
  sha256(
    `${prev}\n${canonical([
      link.tenant,
      link.born,
      link.item,
      link.seq,
      link.act,
      link.visible,
      link.at,
      link.by_kind,
      link.account,
      link.person,
      link.organisation,
      link.post,
      link.agency,
      link.unit,
      link.mandate,
      link.name,
      link.reason,
      link.request_id,
      link.payload_hash,
    ])}`,
  );

/** Digest of one day: over the hashes of its steps in order of item and number, chained to the day before (hex). */
export const sealDigest = (prev: string, day: string, hashes: readonly string[]): string =>
  sha256(`${prev}\n${day}\n${hashes.join('\n')}`);
