/** Reads posted bodies within limits: forms, JSON, and uploads streamed straight to a receiver. */
import busboy from 'busboy';
import { PassThrough, Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Raw } from './input.ts';

/** A body that is larger than allowed (413), or in a form we do not read (415). */
export class BadBody extends Error {
  readonly status: 400 | 413 | 415;
  /** With 413: how many bytes may be sent. */
  readonly most: number | null;
  constructor(status: 400 | 413 | 415, most: number | null = null) {
    super(`bad body ${status}`);
    this.status = status;
    this.most = most;
  }
}

/** A file on its way in. `stream` must be read to its end. */
export type Incoming = { readonly field: string; readonly name: string; readonly stream: Readable };
/** Takes a file in and returns what the form gets as the value of the field, or null when it is empty. */
export type Receive = (file: Incoming) => Promise<unknown>;

const FORM_LIMIT = 256 * 1024;

/**
 * Reads the body of a POST. Fields of the same name become a list. Files go to `receive`; without it they are
 * refused.
 */
export async function readBody(
  request: Request,
  options: { largest?: number; receive?: Receive } = {},
): Promise<Raw> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const largest = options.largest ?? FORM_LIMIT;
  // Around a file stand the other fields and the marks between them.
  const most = options.receive ? largest + FORM_LIMIT : largest;
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new BadBody(413, largest);
  if (!request.body) return {};
  if (type === 'application/json') return readJson(await readText(request, largest));
  if (type === 'application/x-www-form-urlencoded')
    return fold(new URLSearchParams(await readText(request, largest)));
  if (type === 'multipart/form-data') return readMultipart(request, largest, options.receive);
  throw new BadBody(415);
}

async function readText(request: Request, largest: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largest) throw new BadBody(413, largest);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BadBody(400);
  }
}

function readJson(text: string): Raw {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Raw;
  } catch {
    // Falls through: not JSON is the same to us as not an object.
  }
  throw new BadBody(400);
}

const MOST_FIELDS = 2000;

function fold(pairs: Iterable<[string, string]>): Raw {
  const raw: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let n = 0;
  for (const [name, value] of pairs) {
    if (++n > MOST_FIELDS) throw new BadBody(413);
    const earlier = raw[name];
    raw[name] =
      earlier === undefined
        ? value
        : Array.isArray(earlier)
          ? [...(earlier as unknown[]), value]
          : [earlier, value];
  }
  return raw;
}

/** The reader of the parts of a form. A header without a boundary is refused like any other unreadable body. */
function partsReader(request: Request, largest: number): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      limits: { fields: MOST_FIELDS, fieldSize: FORM_LIMIT, files: 20, fileSize: largest },
      defParamCharset: 'utf8',
    });
  } catch {
    throw new BadBody(400);
  }
}

async function readMultipart(request: Request, largest: number, receive?: Receive): Promise<Raw> {
  const pairs: [string, string][] = [];
  const files: Promise<[string, unknown]>[] = [];
  const source = Readable.fromWeb(request.body as unknown as WebStream);
  let size = 0;
  let tooLarge = false;
  const form = partsReader(request, largest);
  form.on('field', (name, value) => pairs.push([name, value]));
  form.on('file', (field, stream, { filename }) => {
    stream.on('limit', () => (tooLarge = true));
    if (!receive || !filename) return void stream.resume();
    const own = stream.pipe(new PassThrough());
    stream.on('error', (error) => own.destroy(error));
    const taken = receive({ field, name: filename.normalize('NFC'), stream: own }).then(
      (value): [string, unknown] => [field, value],
    );
    // A receiver that gives up ends what it reads: the rest of the file must still be read, or the form never ends.
    taken.catch(() => stream.unpipe(own).resume());
    files.push(taken);
  });
  source.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largest + FORM_LIMIT) source.destroy(new BadBody(413, largest));
  });
  await new Promise<void>((resolve, reject) => {
    form.on('close', resolve);
    form.on('error', () => reject(new BadBody(400)));
    source.on('error', reject);
    source.pipe(form);
  });
  const received = await Promise.all(files);
  if (tooLarge) throw new BadBody(413, largest);
  const raw = fold(pairs) as Record<string, unknown>;
  for (const [field, value] of received) {
    if (value !== null) raw[field] = raw[field] === undefined ? value : [raw[field], value].flat();
  }
  return raw;
}
