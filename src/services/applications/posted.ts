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

/**
 * Adds uploaded files to the fields they were sent for, in the order in which they came; they are taken side by side. A field inside a
 * person or a repeated item has a dotted path.
 */
export async function withFiles(
  answers: Answers,
  raw: Raw,
  take: (path: string, file: File) => Promise<FileReference>,
): Promise<Answers> {
  const taken = await Promise.all(
    Object.entries(raw).map(async ([path, value]) => ({
      path,
      files: await Promise.all(
        [value]
          .flat()
          .filter(isFile)
          .map((file) => take(path, file)),
      ),
    })),
  );
  return taken.reduce(
    (all, { path, files }) => (files.length > 0 ? (put(all, path.split('.'), files) as Answers) : all),
    answers,
  );
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
