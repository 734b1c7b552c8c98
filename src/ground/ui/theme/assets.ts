/**
 * What pages load: one style sheet, one script with the parts it fetches later, letters and pictures, each under a
 * name that carries the hash of its content, so that browsers may keep it for ever.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PageAssets } from '../layout/frame.ts';

/** The built files, by names relative to the folder they were built into. */
export type AssetManifest = {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  /** Letters that nearly every page needs at once. */
  readonly preload: readonly string[];
  /** Scripts of interactive parts, by name. */
  readonly islands: Readonly<Record<string, string>>;
  /** Style sheets that interactive parts bring along, by the same names. */
  readonly islandStyles: Readonly<Record<string, string>>;
  /** All files. */
  readonly files: readonly string[];
  /** Our own files that they were made from, the descriptions of packages in them, and the hash of what those held: a change makes a new build. */
  readonly sources: readonly string[];
  readonly key: string;
};

/** Interactive parts of pages, each a script of its own: the file it begins with, by name. */
export type Islands = Readonly<Record<string, string>>;

/** This folder. */
export const here = import.meta.dirname;
/** Where the packages lie. */
export const nodeModules = path.resolve(
  path.dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))),
  '..',
);
/** The root of the repository. */
export const root = path.dirname(nodeModules);
const made = [
  'govuk-frontend',
  '@ministryofjustice/frontend',
  '@fontsource/be-vietnam-pro',
  'sass',
  'esbuild',
];

/** Files of the theme: Sass does not tell esbuild of its partials, so all of them count. */
export const themeFiles = async (): Promise<string[]> =>
  (await readdir(here))
    .filter((file) => /\.(scss|ts|svg)$/.test(file) && !file.includes('.test.'))
    .map((file) => path.join(here, file));

/** One hash of our own sources, the packages and the wish for islands. */
export async function hashOf(sources: readonly string[], islands: Islands): Promise<string> {
  const packages = made.map((name) => path.join(nodeModules, name, 'package.json'));
  const hash = createHash('sha256').update(JSON.stringify(islands));
  for (const file of [...sources, ...packages]) hash.update(await readFile(file).catch(() => 'gone'));
  return hash.digest('hex').slice(0, 16);
}

function parsed(text: string): AssetManifest | null {
  try {
    const manifest = JSON.parse(text) as AssetManifest;
    return Array.isArray(manifest.sources) && Array.isArray(manifest.files) ? manifest : null;
  } catch {
    return null;
  }
}

/** What was built before, if it is whole and nothing it was made from has changed since. */
async function readBuilt(outDir: string, islands: Islands): Promise<AssetManifest | null> {
  // A manifest that is missing, damaged or of an older form only means: build again.
  const text = await readFile(path.join(outDir, 'manifest.json'), 'utf8').catch(() => '');
  const manifest = parsed(text);
  if (!manifest) return null;
  const known = new Set(manifest.sources);
  if (!(await themeFiles()).every((name) => known.has(name))) return null;
  if (!manifest.files.every((name) => existsSync(path.join(outDir, name)))) return null;
  return manifest.key === (await hashOf(manifest.sources, islands)) ? manifest : null;
}

/** Runs the compilation into a folder; gives what went wrong. */
const compile = (outDir: string, islands: Islands): Promise<string> =>
  promisify(execFile)(process.execPath, [
    path.join(here, 'build.ts'),
    path.resolve(outDir),
    JSON.stringify(islands),
  ]).then(
    () => '',
    (error: { stderr?: string; message: string }) => error.stderr || error.message,
  );

/**
 * Brings what was compiled for another folder of this checkout, or is now compiled for all of them: that takes seconds, and
 * every new folder of data asks for the same. Gives what went wrong.
 */
async function bring(outDir: string, islands: Islands): Promise<string> {
  const wish = createHash('sha256')
    .update(JSON.stringify([here, islands]))
    .digest('hex')
    .slice(0, 16);
  const kept = path.join(nodeModules, '.cache/assets', wish);
  const failed = (await readBuilt(kept, islands)) ? '' : await compile(kept, islands);
  const compiled = failed ? null : await readBuilt(kept, islands);
  // Nothing may be written there, or a source has a fault, which is then said of the folder that was asked for.
  if (!compiled) return compile(outDir, islands);
  const known = new Set(compiled.files);
  const aside = path.join(outDir, `.brought-${process.pid}`);
  await mkdir(aside, { recursive: true });
  try {
    // The manifest comes last: with it everything is there.
    const names = (await readdir(kept)).filter((name) => known.has(name.replace(/\.(br|gz)$/, '')));
    for (const name of [...names, 'manifest.json']) {
      await copyFile(path.join(kept, name), path.join(aside, name));
      await rename(path.join(aside, name), path.join(outDir, name));
    }
    return '';
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Builds the assets into a folder, or finds that they are there already (a few milliseconds). Throws an Error that
 * says what does not compile.
 */
export async function buildAssets(outDir: string, islands: Islands = {}): Promise<AssetManifest> {
  const built = await readBuilt(outDir, islands);
  if (built) return built;
  const failed = await bring(outDir, islands).catch(({ message }: Error) => message);
  const fresh = failed ? null : await readBuilt(outDir, islands);
  if (!fresh)
    throw new Error(`The style sheet and script of the pages could not be built in ${outDir}: ${failed}`);
  return fresh;
}

/** What a page links to when the folder is served under this path (`/assets`). */
export const pageAssets = (manifest: AssetManifest, under: string): PageAssets => ({
  css: `${under}/${manifest.css}`,
  js: `${under}/${manifest.js}`,
  icon: `${under}/${manifest.icon}`,
  preload: manifest.preload.map((name) => `${under}/${name}`),
});
