/**
 * Answers against a form: tidied, worked out, and cleared of what is not asked (a hidden answer is dropped). Conditions speak only of what
 * stands before them, so one walk settles everything, and a second walk changes nothing.
 */
import type { Context } from './fields/field.ts';
import type { Form, FormPage, Node } from './form.ts';
import { mostItems } from './json-schema.ts';
import { holds, type Scope } from './logic.ts';
import type { Answers } from './schema.ts';

/** One question of a page, with its answer so far. */
export type Entry = {
  readonly node: Node;
  /** Dotted: `mother.birth`, `children.0.name`. Name of the input, and of the field in errors. */
  readonly path: string;
  readonly value: unknown;
  readonly parts: readonly Entry[];
  /** False: drawn, because its condition hangs on another answer of the same page, but not asked as things stand. */
  readonly asked: boolean;
};

/** One page that is shown. A page with a repeated group has its entries by item. */
export type ShownPage = {
  readonly form: FormPage;
  readonly entries: readonly Entry[];
  readonly items: readonly (readonly Entry[])[];
  /** What stands in place of a list of items when it is none. */
  readonly unreadable: unknown;
};

export type Filled = { readonly answers: Answers; readonly pages: readonly ShownPage[] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const get = (given: unknown, id: string): unknown =>
  isRecord(given) && Object.hasOwn(given, id) ? given[id] : undefined;

const waiting = (node: Node, path: string): Entry => ({
  node,
  path,
  value: undefined,
  parts: node.parts.map((part) => waiting(part, `${path}.${part.field.id}`)),
  asked: false,
});

/** Fills fields one after the other; each answer is known to the conditions after it. */
const fillNodes = (
  nodes: readonly Node[],
  given: unknown,
  prefix: string,
  kept: Record<string, unknown>,
  scope: Scope,
): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const node of nodes) {
    const { id } = node.field;
    if (!holds(node.showIf, scope)) {
      if (node.hangsOnPage) entries.push(waiting(node, prefix + id));
      continue;
    }
    const entry = fillNode(node, get(given, id), prefix + id, scope);
    entries.push(entry);
    if (entry.value !== undefined) kept[id] = entry.value;
    if (prefix === '') scope[id] = entry.value;
  }
  return entries;
};

const fillGroup = (
  nodes: readonly Node[],
  given: unknown,
  path: string,
  scope: Scope,
): { readonly entries: readonly Entry[]; readonly value: Record<string, unknown> } => {
  const value: Record<string, unknown> = {};
  const outer = scope['item'];
  scope['item'] = value;
  const entries = fillNodes(nodes, given, `${path}.`, value, scope);
  scope['item'] = outer;
  return { entries, value };
};

const fillNode = (node: Node, given: unknown, path: string, scope: Scope): Entry => {
  const { type, field } = node;
  if (node.compute) return { node, path, value: node.compute(scope), parts: [], asked: true };
  if (type.kind === 'leaf') return { node, path, value: type.tidy(field, given), parts: [], asked: true };
  const { entries, value } = fillGroup(node.parts, given, path, scope);
  if (given !== undefined && given !== null && given !== '' && !isRecord(given))
    return { node, path, value: given, parts: entries, asked: true };
  return {
    node,
    path,
    value: Object.keys(value).length > 0 ? value : undefined,
    parts: entries,
    asked: true,
  };
};

const fillItems = (
  form: FormPage,
  given: unknown,
  kept: Record<string, unknown>,
  scope: Scope,
): ShownPage => {
  const { id = '', min = 1, max = mostItems } = form.page.repeat ?? {};
  const isList = Array.isArray(given);
  // One more than may be, so that the check can tell that there are too many.
  const list: readonly unknown[] = isList ? given.slice(0, max + 1) : [];
  const atLeast = list.length === 0 && min > 0 ? [undefined] : list;
  const items = atLeast.map((item, index) => fillGroup(form.nodes, item, `${id}.${index}`, scope));
  const unreadable = isList || given === null || given === '' ? undefined : given;
  const values = unreadable ?? (list.length > 0 ? items.map(({ value }) => value) : undefined);
  if (values !== undefined) kept[id] = values;
  scope[id] = values;
  return { form, entries: [], items: items.map(({ entries }) => entries), unreadable };
};

/** Fills a form with answers of any shape. Never throws. */
export const fill = (form: Form, answers: unknown, context: Context): Filled => {
  const kept: Record<string, unknown> = {};
  const scope: Scope = { today: context.today };
  const pages: ShownPage[] = [];
  for (const page of form.pages) {
    if (!page.conditions.every((condition) => holds(condition, scope))) continue;
    const { repeat } = page.page;
    if (repeat) pages.push(fillItems(page, get(answers, repeat.id), kept, scope));
    else
      pages.push({
        form: page,
        entries: fillNodes(page.nodes, answers, '', kept, scope),
        items: [],
        unreadable: undefined,
      });
  }
  return { answers: kept, pages };
};

/** The answers without those that are not asked (cleardown): what a hidden question once held must not be submitted. */
export const cleardown = (form: Form, answers: unknown, context: Context): Answers =>
  fill(form, answers, context).answers;

/** What is asked on a page, one question after the other: first a whole, then its parts; items one after the other. */
export const askedOn = ({ entries, items }: ShownPage): readonly Entry[] => {
  const found: Entry[] = [];
  const take = (list: readonly Entry[]): void => {
    for (const entry of list) {
      if (!entry.asked) continue;
      found.push(entry);
      take(entry.parts);
    }
  };
  take(entries);
  items.forEach(take);
  return found;
};
