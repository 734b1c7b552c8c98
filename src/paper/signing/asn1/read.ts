/**
 * Reads ASN.1 (X.690), BER as well as DER, without copying: a node is a window on the bytes, and children are read only when asked for.
 *
 * Why not the parser of a library: a verifier needs the *exact* signed bytes of any part, must accept indefinite lengths, must stop at a
 * depth, and must look up one serial number in a revocation list of many megabytes without building a tree of it.
 */

/** One value: identifier octet, and where its content lies. `end` includes the end-of-contents octets of an indefinite length. */
export type Node = {
  readonly bytes: Buffer;
  readonly tag: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly indefinite: boolean;
};

/** The bytes are not the ASN.1 that was expected. Caught at the door of each verifier; never reaches a person. */
export class Asn1Error extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

const deepest = 64;

/** Reads the value that starts at `at`. What follows it (zeros of padding, say) is not looked at. */
export const readNode = (bytes: Buffer, at = 0, limit = bytes.length, depth = 0): Node => {
  if (depth > deepest) throw new Asn1Error('nested too deeply');
  if (at < 0 || at + 2 > limit) throw new Asn1Error('ends too early');
  const tag = bytes[at]!;
  let position = at + 1;
  if ((tag & 0x1f) === 0x1f) throw new Asn1Error('tag numbers above 30 do not occur here');
  const first = bytes[position++]!;
  if (first === 0x80) {
    if ((tag & 0x20) === 0) throw new Asn1Error('a primitive value needs a length');
    const to = endOfContents(bytes, position, limit, depth);
    return { bytes, tag, start: at, from: position, to, end: to + 2, indefinite: true };
  }
  let length = first;
  if (first > 0x80) {
    const octets = first & 0x7f;
    if (octets > 5 || position + octets > limit) throw new Asn1Error('length too long');
    length = bytes.readUIntBE(position, octets);
    position += octets;
  }
  if (position + length > limit) throw new Asn1Error('longer than its container');
  return {
    bytes,
    tag,
    start: at,
    from: position,
    to: position + length,
    end: position + length,
    indefinite: false,
  };
};

const endOfContents = (bytes: Buffer, from: number, limit: number, depth: number): number => {
  let at = from;
  while (at + 2 <= limit) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at;
    at = readNode(bytes, at, limit, depth + 1).end;
  }
  throw new Asn1Error('no end of contents');
};

/** The values inside a constructed value, read one after the other. */
export function* each(node: Node): Generator<Node> {
  let at = node.from;
  while (at < node.to) {
    const child = readNode(node.bytes, at, node.to);
    yield child;
    at = child.end;
  }
}

/** The values inside a constructed value. */
export const children = (node: Node): readonly Node[] => {
  if ((node.tag & 0x20) === 0) throw new Asn1Error('not constructed');
  return [...each(node)];
};

/** The children, after a check that the value has the tag. */
export const open = (node: Node | undefined, tag: number): readonly Node[] => children(expect(node, tag));

/** The value itself, after a check that it is there and has the tag. */
export const expect = (node: Node | undefined, tag: number): Node => {
  if (node?.tag !== tag)
    throw new Asn1Error(`expected tag ${tag.toString(16)}, found ${node?.tag.toString(16)}`);
  return node;
};

/** The child with a tag, as `[0]` is `0xa0`. */
export const find = (nodes: readonly Node[], tag: number): Node | undefined =>
  nodes.find((node) => node.tag === tag);

/** The bytes of the value with its header. */
export const whole = (node: Node): Buffer => node.bytes.subarray(node.start, node.end);

/** The bytes of the content without its header. */
export const content = (node: Node): Buffer => node.bytes.subarray(node.from, node.to);

/** The content of an OCTET STRING, also one in pieces (BER, constructed), or of an implicitly tagged one. */
export const octets = (node: Node | undefined): Buffer => {
  if (!node) throw new Asn1Error('no octets');
  return (node.tag & 0x20) === 0 ? content(node) : Buffer.concat(children(node).map(octets));
};

/** The content of a BIT STRING with whole octets. */
export const bits = (node: Node | undefined): Buffer => content(expect(node, TAG.bitString)).subarray(1);

/** An object identifier in dotted form. */
export const oid = (node: Node | undefined): string => {
  const bytes = content(expect(node, TAG.oid));
  if (bytes.length === 0 || bytes.length > 64) throw new Asn1Error('not an object identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const head = arcs[0] ?? 0;
  const top = Math.min(2, Math.floor(head / 40));
  return [top, head - top * 40, ...arcs.slice(1)].join('.');
};

/** An INTEGER as lower-case hexadecimal digits without leading zeros: serial numbers are compared so. */
export const hexInteger = (node: Node | undefined): string =>
  content(expect(node, TAG.integer))
    .toString('hex')
    .replace(/^(00)+(?=.)/, '');

/** A small INTEGER or ENUMERATED as a number. */
export const small = (node: Node | undefined): number => {
  if (!node) throw new Asn1Error('no integer');
  const bytes = content(node);
  if (bytes.length === 0 || bytes.length > 6) throw new Asn1Error('not a small integer');
  return bytes.readIntBE(0, bytes.length);
};

/** A UTCTime or GeneralizedTime as a moment (RFC 5280 §4.1.2.5: years below 50 are 20xx). */
export const time = (node: Node | undefined): Date => {
  if (!node) throw new Asn1Error('no time');
  const digits = content(node).toString('latin1');
  const two = node.tag === TAG.utcTime ? (Number(digits.slice(0, 2)) < 50 ? '20' : '19') : '';
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,9}))?(Z|[+-]\d{4})?$/.exec(two + digits);
  if (!match) throw new Asn1Error('not a time');
  const [, year, month, day, hour, minute, second = '00', fraction, zone = 'Z'] = match;
  const shift = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const moment = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${(fraction ?? '0').padEnd(3, '0').slice(0, 3)}${shift}`,
  );
  if (Number.isNaN(moment.getTime())) throw new Asn1Error('not a time');
  return moment;
};

/** The words of any string type of X.520, and of the two-byte BMPString. */
export const words = (node: Node): string => {
  const bytes = content(node);
  if (node.tag === 0x1e)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (node.tag === 0x14 || node.tag === 0x13 || node.tag === 0x16) return bytes.toString('latin1');
  return bytes.toString('utf8');
};
