/** `toantrinh process import` and `process export`: the process of a procedure from and to a BPMN 2.0 file. Exit codes: 0 and 1. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { nobody, type By } from '../../../ground/db/act.ts';
import { bySystem } from '../../../ground/db/edge.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../ground/operate/errors.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import {
  exportDefinition,
  publishable,
  unknownServices,
  type Definition,
  type ServiceName,
} from '../../../work/process/index.ts';
import type { ImportIo, Installation } from '../cli.ts';
import { processInFile } from './from-file.ts';
import { aboutElement } from '../rules/local-layer.ts';
import { processOfVersion, storeProcess } from './store.ts';
import { processWords } from './words.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

const usage = say(
  `Cách dùng: toantrinh process import TỆP.bpmn MÃ-THỦ-TỤC [--id MÃ-QUY-TRÌNH] [--from YYYY-MM-DD] [--cause CĂN-CỨ] [--json] [--lang vi|en]
           toantrinh process export MÃ-THỦ-TỤC [TỆP.bpmn] [--version N] [--json] [--lang vi|en]
import: lưu quy trình của tệp vào bản soạn của phiên bản sau; nội dung do công cụ khác ghi được giữ nguyên. Hồ sơ đang chạy không đổi.
export: ghi quy trình của phiên bản mới nhất (hoặc N) ra tệp, không có tệp thì in ra màn hình.
Kết thúc 0 = xong, 1 = không làm được, kèm lý do.`,
  `Usage: toantrinh process import FILE.bpmn PROCEDURE [--id PROCESS] [--from YYYY-MM-DD] [--cause BASIS] [--json] [--lang vi|en]
       toantrinh process export PROCEDURE [FILE.bpmn] [--version N] [--json] [--lang vi|en]
import: stores the process of the file in the draft of the next version; what other tools wrote is kept. Running dossiers do not change.
export: writes the process of the newest version (or N) to the file, without a file to the screen.
Exits 0 = done, 1 = not possible, with the reason.`,
);

/** Whoever has the command line of the server has it from the administrator: the draft is still reviewed and published by two editors. */
const operator: By = {
  ...nobody,
  kind: 'officer',
  name: 'Người vận hành (dòng lệnh)',
  powers: [{ role: 'editor', agency: '', unit: null }],
};

const options = {
  id: { type: 'string' },
  from: { type: 'string' },
  cause: { type: 'string' },
  version: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command needs of the program. */
type Parts = {
  readonly open: () => Promise<Installation>;
  /** What service tasks of a process may call. */
  readonly services: readonly ServiceName[];
};

type Asked = {
  readonly command: 'import' | 'export';
  readonly words: readonly string[];
  readonly values: {
    readonly id?: string;
    readonly from?: string;
    readonly cause?: string;
    readonly version?: string;
    readonly json?: boolean;
  };
  readonly lang: Language;
};

/** A sentence for the person instead of a result. */
class Refusal extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

function parse(argv: readonly string[]): Asked | 'help' | null {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    if (values.help) return 'help';
    const [command, ...words] = positionals;
    const lang = values.lang ?? 'vi';
    const right =
      (command === 'import' && words.length === 2) ||
      (command === 'export' && (words.length === 1 || words.length === 2));
    if (!right || (lang !== 'vi' && lang !== 'en')) return null;
    if (values.from !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.from)) return null;
    if (values.version !== undefined && !/^\d{1,6}$/.test(values.version)) return null;
    return { command, words, values, lang };
  } catch {
    return null; // parseArgs throws on options it does not know: the person gets the usage.
  }
}

/** The one process of a file that is inside the subset, or a sentence why there is none. */
async function definitionIn(
  file: string,
  name: string,
  id: string | undefined,
  lang: Language,
): Promise<Definition> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) throw new Refusal(say(`Không đọc được tệp “${name}”.`, `The file “${name}” cannot be read.`));
  const brought = await processInFile(bytes, { id });
  if ('definition' in brought) return brought.definition;
  if ('refused' in brought) {
    const why = brought.refused.map(
      ({ name: of, element, message }) => `  - ${[of || element, message[lang]].filter(Boolean).join(': ')}`,
    );
    const list = `\n${why.join('\n')}`;
    throw new Refusal(
      say(`${name}: có phần không chạy được.${list}`, `${name}: parts of it cannot be run.${list}`),
    );
  }
  const ids = brought.choices.join(', ');
  throw new Refusal(
    say(
      `Tệp có các quy trình: ${ids}. Hãy chọn một bằng --id.`,
      `The file holds: ${ids}. Choose one with --id.`,
    ),
  );
}

async function bringIn(
  { words: [name = '', code = ''], values, lang }: Asked,
  io: ImportIo,
  { open, services }: Parts,
) {
  const definition = await definitionIn(path.resolve(io.cwd, name), name, values.id, lang);
  const installation = await open();
  try {
    const caller = { ...bySystem(installation.tenant), by: operator };
    const cause = values.cause ?? `Quy trình nhập từ tệp ${path.basename(name)}`;
    const version = await installation.edge.act(caller, (act) =>
      storeProcess(act, code, definition, { cause, ...(values.from && { from: values.from }) }),
    );
    // As it is stored: with what it calls of the catalogue.
    const stored = await installation.edge.look(caller, (look) => processOfVersion(look, code, version));
    const wanting = publishable(stored);
    const doubts = unknownServices(stored, services);
    if (values.json) {
      io.out(
        JSON.stringify({
          procedure: code,
          version,
          process: definition.id,
          publishable: wanting.length === 0,
          warnings: doubts.map((one) => aboutElement(one)[lang]),
        }),
      );
      return;
    }
    io.out(
      say(
        `Đã lưu quy trình “${definition.name}” vào bản soạn ${version} của thủ tục ${code}.`,
        `The process “${definition.name}” is stored in draft ${version} of procedure ${code}.`,
      )[lang],
    );
    if (wanting.length > 0) {
      io.out(say('Cần bổ sung trước khi công bố:', 'To complete before publication:')[lang]);
      for (const one of wanting) io.out(`  - ${aboutElement(one)[lang]}`);
    }
    if (doubts.length > 0) io.out(processWords.doubts[lang]);
    for (const one of doubts) io.out(`  - ${aboutElement(one)[lang]}`);
  } finally {
    await installation.close();
  }
}

async function giveOut({ words: [code = '', name], values, lang }: Asked, io: ImportIo, { open }: Parts) {
  const installation = await open();
  try {
    const version = values.version === undefined ? null : Number(values.version);
    const definition = await installation.edge.look(bySystem(installation.tenant), (look) =>
      processOfVersion(look, code, version),
    );
    const xml = await exportDefinition(definition);
    if (name === undefined) return io.out(values.json ? JSON.stringify({ procedure: code, xml }) : xml);
    const file = path.resolve(io.cwd, name);
    await writeFile(file, xml).catch(() => {
      throw new Refusal(say(`Không ghi được tệp “${name}”.`, `The file “${name}” cannot be written.`));
    });
    io.out(
      values.json
        ? JSON.stringify({ procedure: code, process: definition.id, file })
        : say(
            `Đã ghi quy trình của thủ tục ${code} vào ${name}.`,
            `The process of ${code} is written to ${name}.`,
          )[lang],
    );
  } finally {
    await installation.close();
  }
}

const known = [Conflict, Invalid, NotAllowed, NotFound, Refusal];

/** Runs `toantrinh process import|export`. Resolves to the exit code and rejects only on faults of the installation itself. */
export async function processFilesCommand(
  argv: readonly string[],
  io: ImportIo,
  parts: Parts,
): Promise<number> {
  const asked = parse(argv);
  if (asked === null || asked === 'help') {
    const text = usage[argv.includes('en') || argv.includes('--lang=en') ? 'en' : 'vi'];
    if (asked === 'help') io.out(text);
    else io.err(text);
    return asked === 'help' ? 0 : 1;
  }
  try {
    await (asked.command === 'import' ? bringIn : giveOut)(asked, io, parts);
    return 0;
  } catch (problem) {
    if (!known.some((kind) => problem instanceof kind)) throw problem;
    const text = (problem as Refusal).text[asked.lang];
    if (asked.values.json) io.out(JSON.stringify({ error: text }));
    else io.err(text);
    return 1;
  }
}
