/** Where a prefilled answer came from, kept beside the answers of a draft and shown beside the field (B4). */
import { isDeepStrictEqual } from 'node:util';
import type { Text } from '../../ground/text/language.ts';

export type Provenance = {
  readonly value: unknown;
  /** Name of the registry or vault, for people. */
  readonly source: Text;
  /** When it answered: ISO 8601 moment. */
  readonly at: string;
  /** Why it may be read: article and document. */
  readonly basis: string;
};

/** By the path of the answer (`mother.name`). */
export type ProvenanceByPath = Readonly<Record<string, Provenance>>;

/** Whether the answer is still the one that came from there: once a person changes it, it is theirs. */
export const stillFrom = (origin: Provenance, value: unknown): boolean =>
  isDeepStrictEqual(origin.value, value);
