/**
 * Contents of versions kept in the memory of the process. A content is found by its digest, which the database computes
 * and every look-up reads anew: what is kept can be missing, never out of date, however many processes there are. Which
 * version is in force, and in what state, is not kept.
 */
import type { LocalContent, NationalContent } from './schema.ts';

/** The two layers of a version. Frozen: whoever changed one would change it for everybody. */
export type Content = { readonly national: NationalContent; readonly local: LocalContent };

/** Contents kept by one process. */
export type KeptContents = {
  find(key: string): Content | null;
  /** Keeps a content given as the two layers in JSON. What was asked for longest ago makes room. */
  keep(key: string, layers: { readonly national: string; readonly local: string }): Content;
};

/** Characters of JSON kept: some hundred procedures; in memory about three times as many bytes. */
const MOST_CHARACTERS = 4_000_000;

/** Opens an empty store. */
export function newKeptContents(most = MOST_CHARACTERS): KeptContents {
  /** By key, the one asked for longest ago first. */
  const kept = new Map<string, { readonly content: Content; readonly size: number }>();
  let size = 0;
  const drop = (key: string): void => {
    size -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    find: (key) => {
      const one = kept.get(key);
      if (!one) return null;
      kept.delete(key);
      kept.set(key, one);
      return one.content;
    },
    keep: (key, { national, local }) => {
      const content = frozen({ national: JSON.parse(national), local: JSON.parse(local) } as Content);
      drop(key);
      kept.set(key, { content, size: national.length + local.length });
      size += national.length + local.length;
      for (const [oldest] of kept) {
        if (size <= most) break;
        drop(oldest);
      }
      return content;
    },
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
