/** COPY … FROM STDIN through the driver: the fastest way in that every PostgreSQL has. */
import pg from 'pg';

type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

/** Many rows hold the same answers and the same stand of a process: they are written out once. */
const written = new WeakMap<object, string>();

/** One value in the text format of COPY. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'object') return escaped(String(value));
  if (value instanceof Date) return value.toISOString();
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = escaped(JSON.stringify(value));
  written.set(value, text);
  return text;
}

const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text;

/** Rows of one table on their way in. Columns are those of the first row. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Copies rows into a table; returns when the server has taken them all. */
export function copyRows(client: pg.ClientBase, table: string, rows: Rows): Promise<void> {
  const [first] = rows;
  if (!first) return Promise.resolve();
  const columns = Object.keys(first);
  const text = `copy ${table} (${columns.map((one) => `"${one}"`).join(', ')}) from stdin`;
  const bytes = Buffer.from(
    rows.map((row) => `${columns.map((column) => cell(row[column])).join('\t')}\n`).join(''),
  );
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    const settle = (): void => (failure ? reject(failure) : resolve());
    client.query({
      submit: (wire: Wire) => wire.query(text),
      handleCopyInResponse: (wire: Wire) => {
        wire.sendCopyFromChunk(bytes);
        wire.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: settle,
      // The server still says that it is ready again: only then may the next statement follow.
      handleError: (error: Error) => {
        failure = error;
        reject(error);
      },
    } as never);
  });
}
