/** Between what the edge read from a post and what forms read. */
import type { File } from '../../ground/files/index.ts';
import type { Raw } from '../../ground/web/input.ts';
import type { Answers, FileReference, Posted } from '../../work/forms/index.ts';

const isFile = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && 'hash' in value;

const textsOf = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** The texts of a post, as forms read them. */
export const postedOf = (raw: Raw): Posted => ({
  get: (name) => textsOf(raw[name])[0] ?? null,
  getAll: (name) => textsOf(raw[name]),
});

/** Adds uploaded files to the fields they were sent for. A field inside a person or a repeated item has a dotted path. */
export async function withFiles(
  answers: Answers,
  raw: Raw,
  take: (path: string, file: File) => Promise<FileReference>,
): Promise<Answers> {
  let all = answers;
  for (const [path, value] of Object.entries(raw)) {
    const files: FileReference[] = [];
    for (const file of [value].flat().filter(isFile)) files.push(await take(path, file));
    if (files.length > 0) all = put(all, path.split('.'), files) as Answers;
  }
  return all;
}

function put(value: unknown, [step, ...rest]: readonly string[], files: readonly FileReference[]): unknown {
  if (step === undefined) return [...(Array.isArray(value) ? (value as unknown[]) : []), ...files];
  if (Array.isArray(value))
    return value.map((one: unknown, i) => (String(i) === step ? put(one, rest, files) : one));
  const record = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  return { ...record, [step]: put(Object.hasOwn(record, step) ? record[step] : undefined, rest, files) };
}
