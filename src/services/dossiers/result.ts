/**
 * The data of a result paper: what the procedure maps from the answers, what the registries gave, who issues and signs.
 * Mapping is data of the procedure: path in the paper's data → path of a value (`answers.…`, `found.…`, `dossier.…`) or
 * `=words` for a constant.
 */
import { formatDay, isDay } from '../../ground/text/dates.ts';
import type { Agency } from '../../world/agencies/index.ts';
import type { Dossier } from './schema.ts';

type Tree = { [name: string]: unknown };

/** What a mapping may speak of. */
export type Facts = {
  readonly answers: Dossier['answers'];
  /** What registries and officers found in the course of the process. */
  readonly found: Readonly<Record<string, unknown>>;
  readonly dossier: { readonly code: string; readonly applicant: string };
  readonly issuer: { readonly agency: string };
  readonly today: string;
};

const read = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Tree)[step]
        : undefined,
    tree,
  );

function write(tree: Tree, [step, ...rest]: readonly string[], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) tree[step] = value;
  else write((tree[step] ??= {}) as Tree, rest, value);
}

/** How one value is mapped; several paths joined by ` + ` make one text, `@day` writes a day as people read it. */
function valueOf(source: string, facts: Facts): unknown {
  if (source.includes(' + '))
    return (
      source
        .split(' + ')
        .map((one) => valueOf(one, facts) ?? '')
        .join('') || undefined
    );
  if (source.startsWith('=')) return source.slice(1);
  const [path = '', filter] = source.split('@');
  const value = read(facts, path.split('.'));
  if (filter === 'day' && typeof value === 'string') return formatDay(value);
  if (filter === 'year' && typeof value === 'string') return value.slice(0, 4);
  return value === '' || value === null ? undefined : value;
}

/** The data of a paper by a mapping. What has no value is left out. */
export function mapped(mapping: Readonly<Record<string, string>>, facts: Facts): Tree {
  const tree: Tree = {};
  for (const [path, source] of Object.entries(mapping)) {
    const value = valueOf(source, facts);
    if (value !== undefined) write(tree, path.split('.'), value);
  }
  return tree;
}

/** Who issues: the head of the paper. */
export const headOf = (agency: Agency, superior: string | null, place: string): Tree => ({
  ...(superior && { superior }),
  agency: agency.name.vi,
  place,
});

/** The signer as printed: the last line of the authority is the signer's own post (Decree 30/2020 art. 13). */
export const signerOf = (lines: readonly string[], name: string): Tree => ({
  authority: lines.slice(0, -1),
  post: lines.at(-1) ?? '',
  name,
  seal: 35,
});

type Schema = {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};

/** Only what the template of the paper knows: a head has more than some forms print. */
export function fitting(schema: unknown, data: Tree): Tree {
  const known = (schema as Schema).properties ?? {};
  return Object.fromEntries(Object.entries(data).filter(([name]) => Object.hasOwn(known, name)));
}

/** The content of a paper in lines of label and value, for reading before it is signed. */
export function linesOf(schema: unknown, data: unknown, label = ''): [string, string][] {
  const { title, properties, items } = schema as Schema;
  const name = [label, title].filter(Boolean).join(': ');
  if (data === undefined || data === null || data === '') return [];
  if (Array.isArray(data)) return data.flatMap((one) => linesOf(items ?? {}, one, name));
  if (typeof data !== 'object')
    return [[name, typeof data === 'string' && isDay(data) ? formatDay(data) : String(data)]];
  return Object.entries(data).flatMap(([key, value]) =>
    properties?.[key] ? linesOf(properties[key], value, label === '' ? '' : title) : [],
  );
}
