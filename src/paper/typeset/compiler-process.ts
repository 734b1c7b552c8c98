/**
 * The process that runs Typst: one document after the other, files only from the message it is given.
 * Started and watched by `compiler.ts`; it has no network (its proxy is a closed port), no package folders and
 * limits on memory and processor time, all set there.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** One document to compile: every file it may see, by absolute path (`/main.typ` is where it starts). */
export type Job = {
  readonly id: number;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly standard: string;
};

/** A place of the page named by `mark` of `layout/place.typ`: points from the upper left corner. */
export type RawPlace = {
  readonly name: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly 'page-height': number;
  readonly size: number | null;
  readonly italic: boolean;
};

/** A complaint of Typst about a file; lines and columns count from 1, null where Typst names no position. */
export type Complaint = {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
};

/** What the process has used so far: renewed and reported by the parent. */
export type Usage = { readonly cpuSeconds: number; readonly residentBytes: number };

export type Answer = { readonly id: number; readonly usage: Usage } & (
  | { readonly pdf: Uint8Array; readonly pages: number; readonly places: readonly RawPlace[] }
  | { readonly complaints: readonly Complaint[] }
);

type Diagnostic = {
  readonly message: string;
  readonly path: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null;
};

/** A folder that does not exist: every file is a shadow, so nothing of the disk can be read. */
const WORKSPACE = '/nowhere/typeset';
const FONTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const OUR_FONT = 'Tinos';

const require = createRequire(import.meta.url);
const fontBlobs = FONTS.map((name) =>
  readFileSync(require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`)),
);
const layoutFolder = new URL('layout/', import.meta.url);
const layout = readdirSync(layoutFolder)
  .filter((name) => name.endsWith('.typ'))
  .map((name) => [`/layout/${name}`, readFileSync(new URL(name, layoutFolder), 'utf8')] as const);

const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] });

/** Typst keeps shadow files for all later documents: they are taken away before each. */
function lay(files: Job['files']): void {
  compiler.resetShadow();
  for (const [path, content] of [...layout, ...Object.entries(files)]) {
    compiler.mapShadow(WORKSPACE + path, Buffer.from(content));
  }
}

function complaintsOf(diagnostics: readonly Diagnostic[]): readonly Complaint[] {
  return diagnostics
    .filter(({ severity }) => severity === 1)
    .map(({ message, path, range }) => ({
      path: path.replace(WORKSPACE, ''),
      line: range === null ? null : range.start.line + 1,
      column: range === null ? null : range.start.character + 1,
      message,
    }));
}

/** The PDF writer throws one text with all its complaints inside. */
function writerComplaints(error: unknown): readonly Complaint[] {
  const messages = [...String(error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(
    (found) => found[1] ?? '',
  );
  return (messages.length > 0 ? messages : [String(error)]).map((message) => ({
    path: '',
    line: null,
    column: null,
    message: message.replaceAll('\\"', '"'),
  }));
}

/** Typst takes system fonts silently: a document with a font that we did not give differs from machine to machine. */
function strangeFonts(pdf: Buffer): readonly string[] {
  const names = pdf.toString('latin1').matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([^\s/]+)/g);
  return [...new Set([...names].map((found) => found[1] ?? ''))].filter((name) => !name.startsWith(OUR_FONT));
}

type Outcome =
  | { readonly pdf: Buffer; readonly pages: number; readonly places: readonly RawPlace[] }
  | { readonly complaints: readonly Complaint[] };

function compile(job: Job): Outcome {
  lay(job.files);
  const { result, ...outcome } = run();
  if (result === null) return outcome;
  try {
    const pdf = compiler.pdf(result, { pdfStandard: job.standard });
    const strange = strangeFonts(pdf);
    if (strange.length > 0) {
      return { complaints: [{ path: '', line: null, column: null, message: `font: ${strange.join(', ')}` }] };
    }
    const places = compiler.query(result, { selector: '<place>', field: 'value' }) as readonly RawPlace[];
    return { pdf, pages: result.numOfPages, places };
  } catch (error) {
    return { complaints: writerComplaints(error) };
  }
}

function run() {
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/main.typ` });
  const error = compiled.result === null ? compiled.takeDiagnostics() : null;
  const complaints =
    error === null ? [] : complaintsOf(compiler.fetchDiagnostics(error) as readonly Diagnostic[]);
  return { result: compiled.result, complaints };
}

function usage(): Usage {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, residentBytes: process.memoryUsage.rss() };
}

/** After so many documents everything is collected: some objects outlive a collection of the young ones. */
const COLLECT_ALL = 50;
let documents = 0;

/**
 * Gives back what the last document took. The garbage collector sees a small object where the compiler holds about 1 MB: left
 * to itself it comes so rarely that the memory grows by what lies waiting. It finds the document once the event loop has
 * turned, and what it found is given back in the turn after that.
 */
async function tidy(): Promise<void> {
  documents += 1;
  await setImmediate();
  gc?.({ type: documents % COLLECT_ALL === 0 ? 'major' : 'minor', execution: 'sync' });
  await setImmediate();
  compiler.evictCache(5);
}

process.on('message', async (job: Job) => {
  const outcome = compile(job);
  process.send?.({ ...outcome, id: job.id, usage: usage() } satisfies Answer);
  await tidy();
});
process.on('disconnect', () => process.exit());
