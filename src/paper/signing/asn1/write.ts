/** Writes DER (X.690 §10). Each function returns the bytes of one value; nesting the calls is the notation. */

const header = (tag: number, length: number): Buffer => {
  if (length < 0x80) return Buffer.from([tag, length]);
  const digits = length.toString(16);
  const octets = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | octets.length]), octets]);
};

/** Any value: identifier octet and content. */
export const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([header(tag, length), ...parts]);
};

export const seq = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);

/** SET OF: DER wants its members in the order of their bytes. */
export const setOf = (...parts: readonly Buffer[]): Buffer =>
  tagged(0x31, ...[...parts].sort(Buffer.compare));

/** `[n]` around a value, or in place of the tag of a constructed one. */
export const context = (number: number, ...parts: readonly Buffer[]): Buffer =>
  tagged(0xa0 | number, ...parts);

/** `[n]` in place of the tag of a primitive value. */
export const primitive = (number: number, content: Buffer): Buffer => tagged(0x80 | number, content);

/** A non-negative INTEGER from a number or from big-endian bytes. */
export const integer = (value: number | Buffer): Buffer => {
  const digits = typeof value === 'number' ? value.toString(16) : value.toString('hex');
  const even = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  let skip = 0;
  while (skip < even.length - 1 && even[skip] === 0 && even[skip + 1]! < 0x80) skip++;
  const short = even.subarray(skip);
  return tagged(
    0x02,
    (short[0] ?? 0) >= 0x80
      ? Buffer.concat([Buffer.from([0]), short])
      : short.length
        ? short
        : Buffer.from([0]),
  );
};

export const enumerated = (value: number): Buffer => tagged(0x0a, Buffer.from([value]));
export const boolean = (value: boolean): Buffer => tagged(0x01, Buffer.from([value ? 0xff : 0]));
export const none = (): Buffer => tagged(0x05);
export const octetString = (content: Buffer): Buffer => tagged(0x04, content);
export const bitString = (content: Buffer, unused = 0): Buffer =>
  tagged(0x03, Buffer.from([unused]), content);
export const utf8 = (words: string): Buffer => tagged(0x0c, Buffer.from(words, 'utf8'));

const encodedOids = new Map<string, Buffer>();

/** An object identifier. The same two dozen are written over and over: encoded once. */
export const oid = (dotted: string): Buffer => {
  const known = encodedOids.get(dotted) ?? encodeOid(dotted);
  encodedOids.set(dotted, known);
  return known;
};

const encodeOid = (dotted: string): Buffer => {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [top * 40 + second, ...rest].flatMap((arc) => {
    const base: number[] = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      base.unshift((left & 0x7f) | 0x80);
    return base;
  });
  return tagged(0x06, Buffer.from(octets));
};

const stamp = (moment: Date): string => moment.toISOString().replace(/[-:T]|\.\d+/g, '');

export const generalizedTime = (moment: Date): Buffer => tagged(0x18, Buffer.from(stamp(moment), 'latin1'));

/** Time as RFC 5280 §4.1.2.5 wants it: UTCTime until 2049. */
export const time = (moment: Date): Buffer =>
  moment.getUTCFullYear() < 2050
    ? tagged(0x17, Buffer.from(stamp(moment).slice(2), 'latin1'))
    : generalizedTime(moment);
