/**
 * The compilation itself, a program of its own: Sass, esbuild and the compression take 150 MB that a serving process
 * must not keep.
 * `node build.ts <folder> <islands as JSON>` builds into the folder.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import * as sass from 'sass';
import { hashOf, here, nodeModules, root, themeFiles, type AssetManifest, type Islands } from './assets.ts';
import { compressInto } from './compress.ts';

/** What packages warn of is theirs to mend. */
function warnOfOurs(message: string, { stack }: { stack?: string | undefined }): void {
  if (!stack?.includes('node_modules')) process.emitWarning(message);
}

/** Lets esbuild read SCSS; `url(…)` in it are then resolved, copied and hashed by esbuild. */
const scss: esbuild.Plugin = {
  name: 'scss',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path: file }) => {
      // The synchronous compiler is twice as fast.
      const { css } = sass.compile(file, {
        // moj-frontend says `node_modules/govuk-frontend/…`, we do not.
        loadPaths: [nodeModules, root],
        quietDeps: true,
        logger: { warn: warnOfOurs },
      });
      return { contents: css, loader: 'css', resolveDir: here };
    });
  },
};

/** moj-frontend asks the index of govuk-frontend for one base class, and would bring every component with it. */
const lean: esbuild.Plugin = {
  name: 'lean',
  setup(build) {
    const file = path.join(nodeModules, 'govuk-frontend/dist/govuk/common/configuration.mjs');
    build.onResolve({ filter: /^govuk-frontend$/ }, () => ({ path: file, sideEffects: false }));
  },
};

const isPreloaded = (name: string): boolean => /-(latin|vietnamese)-(400|700)-/.test(name);

async function build(outDir: string, islands: Islands): Promise<AssetManifest> {
  const { metafile } = await esbuild.build({
    entryPoints: [
      { in: path.join(here, 'main.scss'), out: 'page' },
      { in: path.join(here, 'browser.ts'), out: 'page' },
      { in: path.join(here, 'icon.svg'), out: 'icon' },
      ...Object.entries(islands).map(([name, file]) => ({ in: file, out: `island-${name}` })),
    ],
    outdir: outDir,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'copy', '.svg': 'copy' },
    plugins: [scss, lean],
    metafile: true,
    logLevel: 'silent',
  });
  const files = Object.keys(metafile.outputs)
    .map((file) => path.basename(file))
    .sort();
  const one = (pattern: RegExp): string => {
    const found = files.find((file) => pattern.test(file));
    if (!found) throw new Error(`The build of the page's assets made no ${pattern}.`);
    return found;
  };
  const bundled = Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules'));
  const packages = Object.keys(metafile.inputs).flatMap(
    (file) =>
      /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file)?.map((folder) => `${folder}package.json`) ?? [],
  );
  const sources = [
    ...new Set([
      ...(await themeFiles()),
      ...[...bundled, ...packages].map((file) => path.resolve(root, file)),
    ]),
  ].sort();
  return {
    css: one(/^page-\w+\.css$/),
    js: one(/^page-\w+\.js$/),
    icon: one(/^icon-\w+\.svg$/),
    preload: files.filter(isPreloaded),
    islands: Object.fromEntries(
      Object.keys(islands).map((name) => [name, one(new RegExp(`^island-${name}-\\w+\\.js$`))]),
    ),
    islandStyles: Object.fromEntries(
      Object.keys(islands).flatMap((name) => {
        const style = new RegExp(`^island-${name}-\\w+\\.css$`);
        return files.filter((file) => style.test(file)).map((file) => [name, file]);
      }),
    ),
    files,
    sources,
    key: await hashOf(sources, islands),
  };
}

/**
 * Builds beside and moves in: a file is there whole or not at all, and the manifest comes last, so that several
 * processes may build at once (names are hashes: both make the same files).
 */
async function buildInto(outDir: string, islands: Islands): Promise<void> {
  const aside = path.join(outDir, `.build-${process.pid}`);
  await mkdir(aside, { recursive: true });
  try {
    const manifest = await build(aside, islands);
    await compressInto(aside);
    for (const file of await readdir(aside)) await rename(path.join(aside, file), path.join(outDir, file));
    await writeFile(path.join(aside, 'manifest.json'), JSON.stringify(manifest, null, 2));
    await rename(path.join(aside, 'manifest.json'), path.join(outDir, 'manifest.json'));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const [outDir = '', islands = '{}'] = process.argv.slice(2);
try {
  await buildInto(outDir, JSON.parse(islands) as Islands);
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exitCode = 1;
}
