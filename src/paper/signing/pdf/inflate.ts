/** Streams that hold structure (object streams, cross-reference streams) decoded, with a limit against bombs (ISO 32000-2 §7.4). */
import { constants, inflateSync } from 'node:zlib';
import { isArray, isDict, isName, PdfError, type Stream, type Value } from './syntax.ts';

const mostBytes = 48 * 1024 * 1024;

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

/** Undoes the PNG predictors (10–15). `row` is the number of bytes of a row, `step` that of a pixel. */
const unpredict = (data: Buffer, row: number, step: number): Buffer => {
  const rows = Math.ceil(data.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  for (let r = 0; r < rows; r++) {
    const kind = data[r * (row + 1)]!;
    for (let i = 0; i < row; i++) {
      const raw = data[r * (row + 1) + 1 + i] ?? 0;
      const left = i >= step ? out[r * row + i - step]! : 0;
      const up = r > 0 ? out[(r - 1) * row + i]! : 0;
      const corner = r > 0 && i >= step ? out[(r - 1) * row + i - step]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind];
      if (guess === undefined) throw new PdfError('unknown predictor');
      out[r * row + i] = raw + guess;
    }
  }
  return out;
};

const numberIn = (parameters: Value | undefined, key: string, otherwise: number): number => {
  const value = isDict(parameters) ? parameters.entries.get(key) : undefined;
  return typeof value === 'number' && value > 0 && value < 100_000 ? value : otherwise;
};

const flate = (data: Buffer, parameters: Value | undefined, most: number): Buffer => {
  const raw = inflateSync(data, {
    maxOutputLength: Math.max(1, Math.min(most, mostBytes)),
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const predictor = numberIn(parameters, 'Predictor', 1);
  if (predictor < 2) return raw;
  if (predictor < 10) throw new PdfError('TIFF predictor');
  const step = Math.ceil(
    (numberIn(parameters, 'Colors', 1) * numberIn(parameters, 'BitsPerComponent', 8)) / 8,
  );
  return unpredict(raw, numberIn(parameters, 'Columns', 1) * step, step);
};

/**
 * The decoded bytes of a stream with Flate or ASCII-hexadecimal filters. Throws `PdfError` on other filters, on bad data, and where it
 * unfolds to more than `most` bytes.
 */
export const decode = (bytes: Buffer, { dict, from, to }: Stream, most = mostBytes): Buffer => {
  const list = (key: string): readonly Value[] => {
    const value = dict.entries.get(key) ?? null;
    return isArray(value) ? value : [value];
  };
  const parameters = list('DecodeParms');
  let data: Buffer = bytes.subarray(from, to);
  for (const [index, filter] of list('Filter').slice(0, 4).entries()) {
    if (filter === null) continue;
    try {
      if (isName(filter, 'FlateDecode') || isName(filter, 'Fl')) data = flate(data, parameters[index], most);
      else if (isName(filter, 'ASCIIHexDecode'))
        data = Buffer.from(data.toString('latin1').replace(/[^0-9a-fA-F]/g, ''), 'hex');
      else throw new PdfError('a filter that structure does not use');
    } catch (error) {
      throw error instanceof PdfError ? error : new PdfError('a stream cannot be decompressed');
    }
  }
  return data;
};
