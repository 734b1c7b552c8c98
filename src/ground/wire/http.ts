/** One HTTP exchange with a system outside: bounded in time (by the signal) and in size. */

/** The system did not do its part: no answer, or an error of its own. Worth another try. */
export class Failed extends Error {
  readonly status: number | null;
  constructor(what: string, status: number | null, options?: ErrorOptions) {
    super(what, options);
    this.name = 'Failed';
    this.status = status;
  }
}

/** The answer cannot be read, or is not the answer to what was asked. Asking again would not help now. */
export class Garbled extends Error {
  override readonly name = 'Garbled';
}

/** A body larger than this is no answer of a registry. */
const LARGEST = 8 * 1024 * 1024;

export type Exchange = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Bytes that the answer may have; 8 MiB unless said otherwise. */
  readonly largest?: number;
};

/** Asks and reads the whole answer as text. Throws as `exchangeBytes` does. */
export async function exchange(
  address: string | URL,
  asked: Exchange,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: string }> {
  const { status, body } = await exchangeBytes(address, asked, signal);
  return { status, body: body.toString('utf8') };
}

/** Asks and reads the whole answer. Throws Failed for no answer, 429 and 5xx; other statuses are for the caller to read. */
export async function exchangeBytes(
  address: string | URL,
  { method = 'GET', headers = {}, body, largest = LARGEST }: Exchange,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: Buffer }> {
  const response = await fetch(address, {
    method,
    headers: { ...headers },
    body: body ?? null,
    signal,
    redirect: 'error',
  }).catch((error: unknown) => {
    throw signal.aborted ? error : new Failed('no answer', null, { cause: error });
  });
  if (response.status >= 500 || response.status === 429) {
    await response.body?.cancel();
    throw new Failed(`status ${response.status}`, response.status);
  }
  return { status: response.status, body: await readBounded(response, largest, signal) };
}

async function readBounded(response: Response, largest: number, signal: AbortSignal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > largest) throw new Garbled('larger than any answer');
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof Garbled || signal.aborted) throw error;
    throw new Failed('the answer broke off', response.status, { cause: error });
  }
  return Buffer.concat(parts);
}

/** Reads JSON that must be an object. */
export function readObject(body: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new Garbled('not JSON', { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Garbled('not an object');
  return value as Readonly<Record<string, unknown>>;
}
