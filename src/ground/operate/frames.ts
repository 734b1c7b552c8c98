/** Where in the sources an error came from: the program runs as a bundle (docs/decisions/0010), whose lines nobody knows. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const frame = /(file:\/\/\S+\/\.cache\/program\/\S+\.mjs):(\d+):(\d+)/g;
/** Frames that were asked for: their number is that of the lines in which something failed. The maps themselves are large. */
const known = new Map<string, string>();

/** The same stack with the lines of the sources. What is not in the bundle stays as it is. */
export function inSources(stack: string): string {
  const maps = new Map<string, SourceMap>();
  const find = (file: string, line: number, column: number): string => {
    const map =
      maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), 'utf8')));
    maps.set(file, map);
    const found = map.findEntry(line - 1, column - 1);
    return 'originalSource' in found
      ? `${new URL(found.originalSource, file).href}:${found.originalLine + 1}:${found.originalColumn + 1}`
      : `${file}:${line}:${column}`;
  };
  return stack.replaceAll(frame, (place, file: string, line: string, column: string) => {
    try {
      const source = known.get(place) ?? find(file, Number(line), Number(column));
      known.set(place, source);
      return source;
    } catch {
      return place; // the map of an earlier version is gone
    }
  });
}
