/**
 * What of a paper can be corrected: the words of its data, found by the schema of its template. Who issues, numbers and
 * signs is not typed but comes from the act itself.
 */
import { NotFound } from '../../../ground/operate/errors.ts';
import { findTemplate } from '../../typeset/index.ts';
import type { Paper } from '../schema.ts';

type Schema = {
  readonly type?: string;
  readonly title?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};
type Data = Paper['data'];

/** One line of a paper: its path in the data, its name, what it says now (empty: nothing). */
export type Line = { readonly path: string; readonly label: string; readonly value: string };

/** Given by the act of issuing, not by whoever corrects. */
const given = new Set([
  'check',
  'signer',
  'superior',
  'agency',
  'number',
  'notation',
  'place',
  'date',
  'recipients',
]);

const stepInto = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

function linesOf(schema: Schema, value: unknown, path: string, label: string): Line[] {
  if (schema.type === 'string' && schema.const === undefined)
    return [{ path, label, value: typeof value === 'string' ? value : '' }];
  if (schema.type === 'array')
    return Array.isArray(value)
      ? value.flatMap((one: unknown, i) =>
          linesOf(schema.items ?? {}, one, `${path}.${i}`, `${label} ${i + 1}`),
        )
      : [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    linesOf(inner, stepInto(value, name), `${path}.${name}`, [label, inner.title].filter(Boolean).join(': ')),
  );
}

/** The lines of a paper that can be corrected, in the order of its template. */
export function correctableLines(paper: Pick<Paper, 'template' | 'data'>): readonly Line[] {
  const template = findTemplate(paper.template);
  if (!template)
    throw new NotFound({
      vi: 'Không còn mẫu của văn bản này.',
      en: 'The template of this paper is no longer there.',
    });
  const { properties = {} } = template.schema as Schema;
  return Object.entries(properties)
    .filter(([name]) => !given.has(name))
    .flatMap(([name, inner]) => linesOf(inner, paper.data[name], name, inner.title ?? ''));
}

/** The data with corrected lines. An emptied line is left out; lines that are not offered are ignored. */
export function corrected(
  data: Data,
  lines: readonly Line[],
  typed: Readonly<Record<string, unknown>>,
): Data {
  let tree: unknown = data;
  for (const { path, value } of lines) {
    const now = typed[path];
    if (typeof now === 'string' && now !== value)
      tree = put(tree, path.split('.'), now === '' ? undefined : now);
  }
  return tree as Data;
}

function put(tree: unknown, [name, ...rest]: readonly string[], value: string | undefined): unknown {
  if (name === undefined) return value;
  if (Array.isArray(tree))
    return tree.map((one: unknown, i) => (String(i) === name ? put(one, rest, value) : one));
  const { [name]: before, ...others } = (tree ?? {}) as Readonly<Record<string, unknown>>;
  const after = put(before, rest, value);
  return after === undefined ? others : { ...others, [name]: after };
}

/** The lines that differ, for the leader who signs the correction. */
export const changedLines = (
  before: Pick<Paper, 'template' | 'data'>,
  after: Pick<Paper, 'template' | 'data'>,
): readonly (Line & { readonly was: string })[] => {
  const was = new Map(correctableLines(before).map(({ path, value }) => [path, value]));
  return correctableLines(after)
    .map((line) => ({ ...line, was: was.get(line.path) ?? '' }))
    .filter((line) => line.was !== line.value);
};
