/** Standard streams as commands see them, so that a command can be run by a test as well. */

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

async function* lines(stream: NodeJS.ReadStream): AsyncIterable<string> {
  stream.setEncoding('utf8');
  for await (const chunk of stream) yield String(chunk);
}

/** The streams of this process. A terminal is not read: nobody pipes into it. */
export const processIo = (): Io => ({
  cwd: process.cwd(),
  stdin: process.stdin.isTTY ? null : lines(process.stdin),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
