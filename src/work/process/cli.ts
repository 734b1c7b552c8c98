/** `toantrinh process …`: reads, checks and converts BPMN files from the command line. Exit codes: 0 and 1, nothing else. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language, Text } from '../../ground/text/language.ts';
import { publishable } from './publish.ts';
import { read, type Reading } from './read.ts';
import type { Finding, NodeKind } from './schema.ts';
import { nameOfKind } from './subset.ts';

/** Where a command reads from and writes to; `out` and `err` take one line (or several) without the last line break. */
export type Io = {
  readonly cwd: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

const say = (vi: string, en: string): Text => ({ vi, en });

const usage = say(
  `Cách dùng: toantrinh process check TỆP.bpmn [--json] [--lang vi|en]
Xem tệp BPMN 2.0 có nằm trong phạm vi chạy được không. Kết thúc 0 = có, 1 = không hoặc không đọc được.`,
  `Usage: toantrinh process check FILE.bpmn [--json] [--lang vi|en]
Says whether a BPMN 2.0 file is inside the subset that runs. Exits 0 = inside, 1 = not, or unreadable.`,
);
const noFile = (name: string): Text => say(`Không có tệp “${name}”.`, `There is no file “${name}”.`);
const notReadable = (name: string): Text =>
  say(`Không đọc được tệp “${name}”.`, `The file “${name}” cannot be read.`);

type Options = { readonly language: Language; readonly json: boolean; readonly file: string };
type Asked = Options | 'help' | null;

const parse = (argv: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    const [command, file, ...rest] = positionals;
    const language = values.lang ?? 'vi';
    if (command !== 'check' || !file || rest.length > 0 || (language !== 'vi' && language !== 'en'))
      return null;
    return { language, json: values.json ?? false, file };
  } catch {
    return null; // parseArgs throws on options it does not know: the person gets the usage.
  }
};

const readBytes = async (path: string, name: string): Promise<Uint8Array | Text> => {
  try {
    const found = await stat(path);
    // A folder or device is no file; a pipe is, so that `check <(…)` works.
    if (!found.isFile() && !found.isFIFO()) return notReadable(name);
    // A little more than `read` accepts: enough for it to say that the file is too large.
    return found.size > 60_000_000 ? new Uint8Array(60_000_000) : await readFile(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? noFile(name) : notReadable(name);
  }
};

/** The same thing is said once, whoever noticed it. */
const once = (findings: readonly Finding[]): readonly Finding[] =>
  [
    ...new Map(
      findings.toReversed().map((one) => [`${one.element} ${one.name} ${one.message.en}`, one]),
    ).values(),
  ].toReversed();

const findingsOf = (reading: Reading): readonly Finding[] => {
  if (!reading.inside) return once(reading.findings);
  const wanting = reading.definitions.flatMap(publishable);
  return once([
    ...reading.findings,
    ...wanting.map(({ element, name, message }) => ({
      element,
      name,
      severity: 'warning' as const,
      message,
    })),
  ]);
};

const toJson = (reading: Reading, findings: readonly Finding[], language: Language): string =>
  JSON.stringify({
    inside: reading.inside,
    elements: reading.elements,
    findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })),
  });

const countKinds = ({ definitions }: Reading, language: Language): string => {
  const kinds = Map.groupBy(
    definitions.flatMap(({ nodes }) => nodes),
    ({ kind }) => kind,
  );
  const parts = (Object.keys(nameOfKind) as NodeKind[]).flatMap((kind) => {
    const count = kinds.get(kind)?.length ?? 0;
    return count === 0 ? [] : [`${nameOfKind[kind][language]} × ${count}`];
  });
  const flows = definitions.reduce((sum, definition) => sum + definition.flows.length, 0);
  return [...parts, `${say('mũi tên', 'sequence flow')[language]} × ${flows}`].join(', ');
};

/** Nobody reads more on a screen. */
const MOST_LINES = 200;

const LONGEST_NAME = 120;

/** A name or id of the file on one line of a terminal: without letters that steer it, not longer than anybody reads. */
const onOneLine = (words: string): string => {
  const line = words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
};

const lineOf = ({ element: id, name: title, message }: Finding, language: Language): string => {
  const [element, name] = [onOneLine(id), onOneLine(title)];
  const who = name === '' ? element : element === '' ? name : `${name} (${element})`;
  return `  - ${who === '' ? '' : `${who}: `}${message[language]}`;
};

const print = (
  name: string,
  reading: Reading,
  findings: readonly Finding[],
  { language }: Options,
  io: Io,
): void => {
  const text = (vi: string, en: string): string => say(vi, en)[language];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  io.out(
    reading.inside
      ? text(`${name}: nằm trong phạm vi chạy được.`, `${name}: inside the subset.`)
      : reading.elements === 0
        ? text(`${name}: không đọc được thành quy trình.`, `${name}: cannot be read as a process.`)
        : text(`${name}: có phần nằm ngoài phạm vi chạy được.`, `${name}: partly outside of the subset.`),
  );
  if (reading.elements > 0) io.out(`${text('Trong phạm vi', 'Inside')}: ${countKinds(reading, language)}.`);
  const list = (title: string, items: readonly Finding[]): void => {
    if (items.length === 0) return;
    const lines = items.slice(0, MOST_LINES).map((finding) => lineOf(finding, language));
    const left = items.length - lines.length;
    if (left > 0)
      lines.push(
        text(`  … và ${left} điểm nữa; xem đủ bằng --json.`, `  … and ${left} more; see all with --json.`),
      );
    io.out([title, ...lines].join('\n'));
  };
  list(reading.elements === 0 ? text('Lý do:', 'Why:') : text('Ngoài phạm vi:', 'Outside:'), errors);
  list(
    text('Cần biết, và cần bổ sung trước khi ban hành:', 'To know, and to complete before publication:'),
    warnings,
  );
};

const check = async (options: Options, io: Io): Promise<number> => {
  const bytes = await readBytes(resolve(io.cwd, options.file), options.file);
  if (!(bytes instanceof Uint8Array)) {
    if (options.json) {
      const finding = { element: '', name: '', severity: 'error', message: bytes[options.language] };
      io.out(JSON.stringify({ inside: false, elements: 0, findings: [finding] }));
    } else io.err(bytes[options.language]);
    return 1;
  }
  const reading = await read(bytes);
  const findings = findingsOf(reading);
  if (options.json) io.out(toJson(reading, findings, options.language));
  else print(basename(options.file), reading, findings, options, io);
  return reading.inside ? 0 : 1;
};

/**
 * Runs `toantrinh process <argv>`. Resolves to the exit code: 0 = the file is inside the subset, 1 = it is not, cannot be read, or the
 * command was not understood (`--help` is). Never rejects.
 */
export const processCommand = async (argv: readonly string[], io: Io): Promise<number> => {
  const options = parse(argv);
  if (options === null || options === 'help') {
    const text = usage[argv.includes('en') || argv.includes('--lang=en') ? 'en' : 'vi'];
    if (options === 'help') io.out(text);
    else io.err(text);
    return options === 'help' ? 0 : 1;
  }
  try {
    return await check(options, io);
  } catch {
    // The promise of the command is an exit code of 0 or 1 and a sentence, whatever the file holds.
    io.err(notReadable(options.file)[options.language]);
    return 1;
  }
};
