/** Reads who imports whom in the repository's own code. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One file importing another, or a package. Paths are relative to the repository. */
export type Import = {
  readonly from: string;
  /** A path of the repository, or the name of a package as written. */
  readonly to: string;
  /** Types vanish before the program runs. */
  readonly typeOnly: boolean;
};

/** Every source file of the repository, by path relative to it. */
export const listSources = (root: string): readonly string[] =>
  globSync('{src,sample,bench,e2e}/**/*.{ts,tsx,mjs}', { cwd: root }).toSorted();

/** What one file imports. */
export const readImports = (from: string, text: string): readonly Import[] => {
  const { staticImports, staticExports, dynamicImports } = parseSync(from, text).module;
  const found = (written: string, typeOnly: boolean): Import => ({
    from,
    to: target(from, written),
    typeOnly,
  });
  return [
    ...staticImports.map(({ moduleRequest, entries }) =>
      found(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
    ),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [found(moduleRequest.value, isType)] : [],
      ),
    ),
    ...dynamicImports.flatMap(({ moduleRequest }) => {
      const [, written] = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? [];
      return written === undefined ? [] : [found(written, false)];
    }),
  ];
};

/** What all the files of the repository import. */
export const readAllImports = (root: string, files: readonly string[]): readonly Import[] =>
  files.flatMap((file) => readImports(file, readFileSync(join(root, file), 'utf8')));

const target = (from: string, written: string): string =>
  written.startsWith('.') ? normalize(join(dirname(from), written)) : written;
