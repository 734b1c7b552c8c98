/** Standard streams as commands see them, so that a command can be run by a test as well. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Where a command reads and writes. `out` and `err` write one line. */
export type Io = {
  readonly cwd: string;
  readonly stdin: AsyncIterable<string> | null;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

/** One command of the command line. */
export type Command = {
  readonly name: string;
  /** The text of `--help`; null when the command answers it itself. */
  readonly help: string | null;
  /** Runs it; the number is the exit code. */
  readonly run: (argv: readonly string[], io: Io) => Promise<number>;
};

/** A command that was called in a way it does not know: exit code 2, and where to read how. */
export class Misused extends Error {}

/** Throws `Misused` when a command that takes no words was given some. */
export const noOptions = (argv: readonly string[]): void => void optionsOf(argv, {});

/** The options of a command line, and its other words, at most `words` of them. Throws `Misused` with one sentence. */
export function optionsOf<const Options extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: Options,
  words = 0,
) {
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true });
    const more = parsed.positionals[words];
    if (more !== undefined) throw new Misused(`The word “${more}” is not expected.`);
    return parsed;
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Misused(`${(error as Error).message.split(/[.] |\n/)[0]!.replace(/[.]$/, '')}.`);
  }
}

async function* lines(stream: NodeJS.ReadStream): AsyncIterable<string> {
  stream.setEncoding('utf8');
  for await (const chunk of stream) yield String(chunk);
}

/** The streams of this process. A terminal is not read: nobody pipes into it. */
export function processIo(): Io {
  // Whoever reads us may stop reading, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.stderr.on('error', () => {});
  return {
    cwd: process.cwd(),
    stdin: process.stdin.isTTY ? null : lines(process.stdin),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  };
}
