/** `toantrinh import procedures FILE`: the national catalogue from a file of JSON Lines. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { bySystem, type Edge } from '../../ground/db/edge.ts';
import { importProcedures, type Imported, type Rejection } from './import/import.ts';

/** Where the command reads and writes, one line at a time. */
export type ImportIo = {
  readonly cwd: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

/** An open installation. */
export type Installation = { readonly edge: Edge; readonly tenant: number; close(): Promise<void> };

const importHelp = `Usage: toantrinh import procedures FILE [--json]

Imports procedures of the national catalogue: one JSON object a line, also packed with gzip. Repeating
it changes nothing.
A line that cannot be read is rejected with its number and reason, and the rest is kept. Fields that
are missing or contradict each other become the work list of the editor at /quan-tri/thu-tuc/nghi-van.

--json   the last line is {"read":…,"created":…,"updated":…,"unchanged":…,"doubtful":…,"rejected":…}`;

const WIDTH = 30;

/** A bar of the share of the file that is done. */
const bar = (share: number, { read, rejected }: Imported): string => {
  const full = Math.round(Math.min(1, share) * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.round(Math.min(1, share) * 100)).padStart(3)} %  ${read} read${rejected > 0 ? `, ${rejected} rejected` : ''}`;
};

const sentence = ({ read, created, updated, unchanged, doubtful, rejected }: Imported): string =>
  `${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected; ${doubtful} have doubtful fields.`;

/** The size of a file that can be read, or one sentence why it cannot. */
async function sizeOf(file: string): Promise<number | string> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : `${file} is not a file.`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? `There is no file ${file}.`
      : `${file} cannot be read.`;
  }
}

/** How the bytes of a file become text, by how it begins: packed with gzip, UTF-16 as some offices save, else UTF-8. */
async function wayIn(file: string): Promise<'gzip' | 'utf16le' | 'utf8'> {
  const handle = await open(file, 'r');
  try {
    const { buffer: head } = await handle.read({ buffer: Buffer.alloc(2), length: 2, position: 0 });
    const start = head.toString('hex');
    return start === '1f8b' ? 'gzip' : start === 'fffe' ? 'utf16le' : 'utf8';
  } finally {
    await handle.close();
  }
}

/** Counts the bytes of a file while it is read as text. */
async function reading(
  file: string,
): Promise<{ readonly text: AsyncIterable<string>; readonly bytes: () => number }> {
  const way = await wayIn(file);
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
  const bytes = (): number => stream.bytesRead;
  if (way !== 'gzip') return { text: stream.setEncoding(way) as AsyncIterable<string>, bytes };
  const unpacked = createGunzip();
  // What goes wrong on either side is thrown where the text is read.
  stream.once('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  return { text: unpacked.setEncoding('utf8') as AsyncIterable<string>, bytes };
}

/** Whether a file, and not this program, is at fault: the disk does not give it, or its packing is broken. */
const isOfFile = (error: unknown): boolean => {
  const { syscall, code = '' } = error as NodeJS.ErrnoException;
  return syscall === 'read' || syscall === 'open' || code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR';
};

/** Runs the command. Exit code 0, also with rejected lines; 1 when the file cannot be read, 2 when misused. */
export async function importCommand(
  argv: readonly string[],
  io: ImportIo,
  enter: () => Promise<Installation>,
): Promise<number> {
  const json = argv.includes('--json');
  const [what, name, ...more] = argv.filter((word) => word !== '--json');
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(importHelp);
    return 0;
  }
  if (what !== 'procedures' || name === undefined || more.length > 0) {
    io.err(importHelp);
    return 2;
  }
  const file = path.resolve(io.cwd, name);
  const size = await sizeOf(file);
  if (typeof size === 'string') {
    io.err(size);
    return 1;
  }
  const installation = await enter();
  try {
    const { text, bytes } = await reading(file);
    const progress = (done: Imported): void => io.err(bar(size === 0 ? 1 : bytes() / size, done));
    const rejected = ({ line, reason }: Rejection): void => io.err(`line ${line} rejected: ${reason.en}`);
    const done = await importProcedures(installation.edge, bySystem(installation.tenant), text, {
      progress,
      rejected,
    });
    io.out(json ? JSON.stringify(done) : sentence(done));
    return 0;
  } catch (error) {
    if (!isOfFile(error)) throw error;
    io.err(`${file} cannot be read.`);
    return 1;
  } finally {
    await installation.close();
  }
}
