/**
 * How many dots a photo in HEIC says that it has, read from its head without decoding it: so that several can be decoded side by side
 * within bounds of memory. Pure.
 */

/** The head of the files of telephones, with the properties of all tiles, is far shorter. */
const HEAD = 1 << 20;
/** `ispe`, the property of ISO/IEC 23008-12 (6.5.3) that tells the size of a picture: after it version and flags, width, height. */
const PROPERTY = 'ispe';
const [WIDTH, HEIGHT, END] = [8, 12, 16];

/** Dots of the largest picture in it: tiles and thumbnails are smaller. Null: it does not say. */
export function heicDots(bytes: Buffer): number | null {
  const head = bytes.subarray(0, HEAD);
  let most: number | null = null;
  for (let at = head.indexOf(PROPERTY); at >= 0; at = head.indexOf(PROPERTY, at + END)) {
    if (at + END > head.length) break;
    most = Math.max(most ?? 0, head.readUInt32BE(at + WIDTH) * head.readUInt32BE(at + HEIGHT));
  }
  return most;
}
