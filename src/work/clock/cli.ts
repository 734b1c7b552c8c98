/** `toantrinh clock`: due dates on the command line, without database. */
import { parseArgs } from 'node:util';
import { Invalid } from '../../ground/operate/errors.ts';
import type { Language, Text } from '../../ground/text/language.ts';
import { momentText } from './day.ts';
import { explain, type Explanation } from './explain.ts';
import { answer, readExpression } from './expression.ts';
import type { Due } from './schema.ts';

/** Where the command reads and writes; `stdin` is null when nothing is piped in. */
export type ClockIo = {
  readonly stdin: AsyncIterable<string> | null;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

const help = `Usage: toantrinh clock "TIME +N working days|working hours" [--explain] [--json] [--lang vi|en]

When does a term end? Reckoned with the civil-service calendar of Viet Nam: Monday to Friday,
07:30-11:30 and 13:30-17:30, public holidays, days off and Saturdays worked in exchange.

TIME       2026-02-13T15:30, also with seconds, with a space for the T, with Z or an offset such as +07:00.
           Outside of office hours it first moves forward to the next working moment.
           The day of that moment is not counted.
N          a whole number; "working day" and "working days" mean the same.
--explain  every day from start to end: counted or not, why, by which rule
--json     {"due":...,"days":[{"date":...,"counted":...,"reason":...}]} on one line
--lang     language of reasons: vi or en; without it both
--help     this text

Without an expression, reads one per line from standard input and answers one line each.`;

type Options = { readonly json: boolean; readonly explain: boolean; readonly lang: Language | null };

/** Runs the command; the answer is the exit code: 0, 1 when an expression cannot be answered, 2 when misused. */
export const clockCommand = async (argv: readonly string[], io: ClockIo): Promise<number> => {
  const read = readArguments(argv);
  if ('wrong' in read) {
    io.err(read.wrong);
    return 2;
  }
  if (read.help) {
    io.out(help);
    return 0;
  }
  if (read.expressions.length > 0) {
    const alone = read.expressions.length === 1;
    const ok = read.expressions.map((source) => reply(source, read.options, io, alone, ''));
    return ok.every(Boolean) ? 0 : 1;
  }
  return answerLines(read.options, io);
};

const answerLines = async (options: Options, io: ClockIo): Promise<number> => {
  let [number, asked, failed] = [0, 0, 0];
  for await (const line of lines(io.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    asked += 1;
    if (!reply(line, options, io, false, `line ${number}: `)) failed += 1;
  }
  if (asked === 0) {
    io.err('No expression given: write toantrinh clock "2026-02-13T15:30 +5 working days", or --help.');
    return 2;
  }
  return failed === 0 ? 0 : 1;
};

/** Lines of a stream that comes in pieces of any size. */
async function* lines(stdin: AsyncIterable<string> | null): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of stdin ?? []) {
    const parts = (rest + piece).split(/\r?\n/);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

/** Answers one expression; false when it cannot be answered. */
const reply = (source: string, options: Options, io: ClockIo, alone: boolean, place: string): boolean => {
  try {
    const due = answer(readExpression(source));
    for (const line of show(due, options, alone)) io.out(line);
    return true;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const message = error.errors[0]?.message ?? error.text;
    const words = message[options.lang ?? 'en'];
    io.err(`${place}${words}`);
    // A program that reads answers line by line keeps its place.
    if (options.json) io.out(JSON.stringify({ error: words }));
    return false;
  }
};

const show = (due: Due, options: Options, alone: boolean): readonly string[] => {
  const at = momentText(due.at);
  if (options.json) return [JSON.stringify(asJson(at, explain(due), options.lang))];
  if (!options.explain) return [at];
  const explanation = explain(due);
  if (!alone) return [`${at}  ${inLanguage(explanation.summary, options.lang)}`];
  return [at, ...asLines(explanation, options.lang)];
};

const asJson = (due: string, { days, notes }: Explanation, lang: Language | null): object => ({
  due,
  days: days.map(({ date, counted, reason }) => ({ date, counted, reason: inLanguage(reason, lang) })),
  ...(notes.length > 0 && { notes: notes.map((note) => inLanguage(note, lang)) }),
});

const asLines = ({ summary, days, notes }: Explanation, lang: Language | null): readonly string[] => [
  ...eachLanguage(summary, lang),
  ...days.map(({ date, counted, reason, basis }) => {
    const cite = basis === null ? '' : ` [${inLanguage(basis.cite, lang)}]`;
    return `  ${date}  ${counted ? '+' : '-'}  ${inLanguage(reason, lang)}${cite}`;
  }),
  ...notes.flatMap((note) => eachLanguage(note, lang)),
];

const inLanguage = (text: Text, lang: Language | null): string =>
  lang === null ? `${text.vi} / ${text.en}` : text[lang];

const eachLanguage = (text: Text, lang: Language | null): readonly string[] =>
  lang === null ? [text.vi, text.en] : [text[lang]];

type Arguments =
  | { readonly help: boolean; readonly expressions: readonly string[]; readonly options: Options }
  | { readonly wrong: string };

const readArguments = (argv: readonly string[]): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    });
    const { help, json, explain, lang } = values;
    if (lang !== undefined && lang !== 'vi' && lang !== 'en') {
      return { wrong: `There is no language “${lang}”: --lang takes vi or en.` };
    }
    return { help, expressions: expressionsOf(positionals), options: { json, explain, lang: lang ?? null } };
  } catch (error) {
    // Node adds advice for programmers after the first sentence.
    const [said = ''] = error instanceof Error ? error.message.split('. ') : [];
    return { wrong: `${said}: see toantrinh clock --help.` };
  }
};

/** Each argument an expression of its own, or, when the quotes were forgotten, all together one. */
const expressionsOf = (positionals: readonly string[]): readonly string[] =>
  positionals.length > 1 && !positionals.every((text) => text.includes('working') && /\d:\d/.test(text))
    ? [positionals.join(' ')]
    : positionals;
