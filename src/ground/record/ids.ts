/** Identifiers of items: UUID version 7, whose first 48 bits are the time, so that an id tells its year. */
import { randomBytes } from 'node:crypto';

/** The last millisecond and its counter: ids that one process makes for one moment rise (RFC 9562 §6.2). */
let last = { ms: 0, count: 0 };

/** A new identifier for an item that begins at this moment. */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  const ms = now.getTime();
  const count = last.ms === ms ? (last.count + 1) & 0xfff : bytes.readUInt16BE(6) & 0x7ff;
  last = { ms, count };
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The year in which the item with this id began, in Vietnam (UTC+7): the partition it lies in. */
export const bornIn = (id: string): number =>
  new Date(parseInt(id.replace('-', '').slice(0, 12), 16) + 7 * 3_600_000).getUTCFullYear();

/** Tells whether a text is an identifier at all, before it goes to the database. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
