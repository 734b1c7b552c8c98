/**
 * The data of a result paper: what the procedure maps from the answers, what the registries gave, who issues and signs.
 * Mapping is data of the procedure: path in the paper's data → path of a value (`answers.…`, `shown.…`, `found.…`, `dossier.…`) or
 * `=words`, `#12`, `#true` and `#false` for constants; a path with numbers in it makes a list.
 */
import { formatDay, isDay } from '../../ground/text/dates.ts';
import { fill, formOf, printedLines, type Definition as Form } from '../../work/forms/index.ts';
import type { Dossier } from './schema.ts';

type Tree = { [name: string]: unknown };

/** What a mapping may speak of. */
export type Facts = {
  readonly answers: Dossier['answers'];
  /** The same answers as people read them: the words of choices, addresses in one line, days as dd/mm/yyyy. */
  readonly shown: Tree;
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

/** Answers as they are shown, by their paths; composite answers also as one line. */
export function shownAnswers(form: Form | null, answers: Dossier['answers'], today: string): Tree {
  const tree: Tree = {};
  if (!form) return tree;
  for (const { path, value } of printedLines(fill(formOf(form), answers, { today }), 'vi'))
    write(tree, path.split('.'), value);
  return tree;
}

/** The day so many months after a day: the last day of the month where the month is shorter. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A day in another form: `day` as people read it, `year`, `+6m` six months later. */
function filtered(day: string, filter: string): string {
  if (filter === 'day') return formatDay(day);
  if (filter === 'year') return day.slice(0, 4);
  return monthsAfter(day, Number.parseInt(filter, 10));
}

/** How one value is mapped; several paths joined by ` + ` make one text, `today@+6m@day` goes through two filters. */
function valueOf(source: string, facts: Facts): unknown {
  if (source.includes(' + ')) {
    const parts = source
      .split(' + ')
      .map((one) => ({ fixed: one.startsWith('='), value: valueOf(one, facts) }));
    // Words around a value that is not there say nothing.
    return parts.some(({ fixed, value }) => !fixed && value !== undefined)
      ? parts.map(({ value }) => value ?? '').join('')
      : undefined;
  }
  if (source.startsWith('=')) return source.slice(1);
  if (source.startsWith('#')) return JSON.parse(source.slice(1));
  const [path = '', ...filters] = source.split('@');
  const value = read(facts, path.split('.'));
  if (value === '' || value === null) return undefined;
  return typeof value === 'string' ? filters.reduce(filtered, value) : value;
}

/** Steps that are numbers make a list (`duties.0`); what was left out leaves no gap, a label without its value goes too. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, withLists(one)] as const);
  if (Array.isArray(value) ? false : entries.length === 0 || !entries.every(([name]) => /^\d+$/.test(name)))
    return Object.fromEntries(entries);
  const items = entries.toSorted(([one], [other]) => Number(one) - Number(other)).map(([, item]) => item);
  return items.filter(
    (item) => typeof item !== 'object' || item === null || !('label' in item) || 'value' in item,
  );
}

/** Values by their paths as one tree. */
export function planted(values: Readonly<Record<string, unknown>>): Tree {
  const tree: Tree = {};
  for (const [path, value] of Object.entries(values)) write(tree, path.split('.'), value);
  return tree;
}

/** The data of a paper by a mapping. What has no value is left out. */
export function mapped(mapping: Readonly<Record<string, string>>, facts: Facts): Tree {
  const tree: Tree = {};
  for (const [path, source] of Object.entries(mapping)) {
    const value = valueOf(source, facts);
    if (value !== undefined) write(tree, path.split('.'), value);
  }
  return withLists(tree) as Tree;
}

/** The same without a tree: each name with its value as words, for whoever takes facts one by one. */
export const listed = (
  mapping: Readonly<Record<string, string>>,
  facts: Facts,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(mapping).flatMap(([name, source]) => {
      const value = valueOf(source, facts);
      return value === undefined || typeof value === 'object' ? [] : [[name, String(value)]];
    }),
  );

/** The same data where the agency that issues is another one: what the mapping says of the issuer is said of that one. */
export function issuedBy(data: Tree, mapping: Readonly<Record<string, string>>, facts: Facts): Tree {
  const tree = structuredClone(data);
  for (const [path, source] of Object.entries(mapping))
    if (source.includes('issuer.')) write(tree, path.split('.'), valueOf(source, facts));
  return tree;
}

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

/** A day and a moment as people read them; other words as they are. */
function readable(words: string): string {
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(words);
  if (moment) return `${moment[2]} ngày ${formatDay(moment[1] ?? '')}`;
  return isDay(words) ? formatDay(words) : words;
}

/** The content of a paper in lines of label and value, for reading before it is signed. */
export function linesOf(schema: unknown, data: unknown, label = ''): [string, string][] {
  const { title, properties, items } = schema as Schema;
  const name = [label, title].filter(Boolean).join(': ');
  if (data === undefined || data === null || data === '') return [];
  if (Array.isArray(data)) return data.flatMap((one) => linesOf(items ?? {}, one, name));
  if (typeof data !== 'object') return [[name, typeof data === 'string' ? readable(data) : String(data)]];
  // What brings its own label needs no other.
  if ('label' in data && 'value' in data) return [[String(data.label), readable(String(data.value))]];
  return Object.entries(data).flatMap(([key, value]) =>
    properties?.[key] ? linesOf(properties[key], value, label === '' ? '' : title) : [],
  );
}
