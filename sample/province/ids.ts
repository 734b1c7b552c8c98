/** Identifiers of the sample: the same on every machine, so that rooms and tests can name what they mean. */
import { createHash } from 'node:crypto';

/** Kinds of things in the sample that have an identifier. An officer is a person. */
export type SampleKind = 'agency' | 'unit' | 'post' | 'officer' | 'person' | 'organisation' | 'mandate';

/** 1 July 2025, 00:00 in Vietnam: the day on which the sample province begins, in the first 48 bits (UUID version 7). */
const BEGINNING = Date.parse('2025-07-01T00:00:00+07:00').toString(16).padStart(12, '0');

/** The identifier of a thing of the sample by its slug: `sampleId('officer', 'chu-tich.tinh')`. */
export function sampleId(kind: SampleKind, slug: string): string {
  const hex = createHash('sha256').update(`sample ${kind} ${slug}`).digest('hex');
  const variant = ((parseInt(hex[3]!, 16) & 3) | 8).toString(16);
  return `${BEGINNING.slice(0, 8)}-${BEGINNING.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(8, 20)}`;
}
