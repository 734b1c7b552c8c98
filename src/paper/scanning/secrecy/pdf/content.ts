/** What a content stream of a PDF does, one operation after the other (ISO 32000-2 §7.8.2): only names and strings are kept. */
import { isName, isText, PdfError, readValue, skipSpace, type Value } from '../../../signing/index.ts';

/** An operation with those of its operands that are no numbers; the strings of an array stand beside each other. */
export type Operation = { readonly operator: string; readonly operands: readonly Value[] };

const [OPEN, CLOSE, ANGLE, SLASH] = [0x5b, 0x5d, 0x3c, 0x2f];
const STRING = 0x28;
const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));

/** Where a number or an operator ends. */
function endOfWord(bytes: Buffer, from: number): number {
  let end = from;
  while (end < bytes.length && !blank.has(bytes[end]!) && !delimiters.has(bytes[end]!)) end++;
  return end;
}

/** Reads the operations. Throws PdfError where the stream holds what does not belong there, and at a picture inside the stream. */
export function* operationsIn(bytes: Buffer): Generator<Operation> {
  let operands: Value[] = [];
  for (let at = skipSpace(bytes, 0); at < bytes.length; at = skipSpace(bytes, at)) {
    const byte = bytes[at]!;
    if (byte === OPEN || byte === CLOSE) at++;
    else if (byte === SLASH || byte === STRING || byte === ANGLE) {
      const [value, end] = readValue(bytes, at);
      operands.push(value);
      at = end;
    } else {
      const end = endOfWord(bytes, at);
      if (end === at) throw new PdfError('no operation');
      // A number begins with a digit, a sign or a point; an operator never does.
      if (byte > 0x39 || byte < 0x2b) {
        const operator = bytes.toString('latin1', at, end);
        if (operator === 'BI') throw new PdfError('a picture inside the stream');
        yield { operator, operands };
        operands = [];
      }
      at = end;
    }
  }
}

/** The name that an operation is given last, as `Tf`, `Do` and `gs` are; throws where there is none. */
export function nameIn({ operands }: Operation): string {
  const name = operands.findLast((one) => isName(one));
  if (!name) throw new PdfError('an operation without its name');
  return name.name;
}

/** The strings that an operation shows. */
export const stringsIn = ({ operands }: Operation): readonly Buffer[] =>
  operands.flatMap((one) => (isText(one) ? [one.bytes] : []));
