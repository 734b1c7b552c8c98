/**
 * The program in few files (docs/decisions/0010): a start reads sixty instead of a thousand, which takes half of the
 * processor time and less memory. Made from the sources by the first command that finds them changed. Plain JavaScript,
 * because it runs before anything else.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Files that processes begin with. Each knows the others by `new URL('….ts', import.meta.url)`. */
const entries = ['src/app/main.ts', 'bench/serve.ts'];
/** Milliseconds that what an earlier bundle consisted of is kept for processes that still run it. */
const KEPT = 24 * 3_600_000;

/**
 * The file that a process begins with in place of this source, made now if any source has changed. Undefined where there is
 * none: then the source itself is run, which can say what is wrong with it, and needs no folder that can be written to.
 */
export const bundled = async (root, source) => {
  if (!entries.includes(source)) return undefined;
  // Checkouts may share their packages by a link.
  const folder = join(root, 'node_modules/.cache/program', hashOf(root));
  const maker = hashOf(readFileSync(new URL(import.meta.url)), readFileSync(join(root, 'package-lock.json')));
  try {
    const known = readIfThere(join(folder, 'made-of.json'));
    if (known?.maker !== maker || !isCurrent(root, known.inputs)) await make(root, folder, maker);
    return join(folder, nameOf(source));
  } catch {
    return undefined;
  }
};

const hashOf = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

const nameOf = (entry) => basename(entry).replace(/ts$/, 'mjs');

const readIfThere = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

const isCurrent = (root, inputs) =>
  Object.entries(inputs).every(([file, stamp]) => stampOf(`${root}/${file}`) === stamp);

/** Changes with whatever is written to a file, and when another is put in its place. */
const stampOf = (file) => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size} ${found.ctimeMs}`;
};

const make = async (root, folder, maker) => {
  const { build, stop } = await import('esbuild');
  const began = Date.now();
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(join(root, entry))),
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    entryNames: '[name]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    keepNames: true, // errors are told apart by the names of their classes
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [places(root), inside],
  });
  await stop();
  // A file that was written after we began may have been read before: it counts as changed.
  const inputs = Object.keys(metafile.inputs).map((file) => {
    const at = join(root, file);
    return [file, statSync(at).ctimeMs < began ? stampOf(at) : 'changing'];
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeWhole(path, contents);
  writeWhole(
    join(folder, 'made-of.json'),
    JSON.stringify({ root, maker, inputs: Object.fromEntries(inputs) }),
  );
  removeOld(folder, new Set(['made-of.json', ...outputFiles.map(({ path }) => basename(path))]));
};

/** Sources know their place, where their other files lie. The files that processes begin with lie beside each other in the bundle. */
const places = (root) => ({
  name: 'places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const written = await readFile(path, 'utf8');
      if (!written.includes('import.meta.')) return undefined;
      const isEntry = (to) => entries.some((entry) => join(root, entry) === resolve(dirname(path), to));
      const contents = written
        .replaceAll(/new URL\('([^']+)', import\.meta\.url\)/g, (whole, to) =>
          isEntry(to) ? `new URL('./${nameOf(to)}', import.meta['url'])` : whole,
        )
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: extname(path).slice(1) };
    }),
});

/** Packages of very many files that only our own files import. */
const inside = {
  name: 'inside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(kysely|hono)(\/|$)/ }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    })),
};

/** Several processes may start at once: whole files only. */
const writeWhole = (path, contents) => {
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
};

const removeOld = (folder, current) => {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!current.has(name) && statSync(file).mtimeMs < Date.now() - KEPT) rmSync(file, { force: true });
  }
  for (const name of readdirSync(dirname(folder))) {
    const other = join(dirname(folder), name);
    const { root } = readIfThere(join(other, 'made-of.json')) ?? {};
    if (root && !existsSync(root)) rmSync(other, { recursive: true, force: true });
  }
};
