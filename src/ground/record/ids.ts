/** Identifiers of items: UUID version 7, whose first 48 bits are the time, so that an id tells its year. */
import { randomBytes } from 'node:crypto';

/** A new identifier for an item that begins at this moment. */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The year in which the item with this id began, in Vietnam (UTC+7): the partition it lies in. */
export const bornIn = (id: string): number =>
  new Date(parseInt(id.replace('-', '').slice(0, 12), 16) + 7 * 3_600_000).getUTCFullYear();

/** Tells whether a text is an identifier at all, before it goes to the database. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
