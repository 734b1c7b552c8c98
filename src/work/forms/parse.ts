/** Answers from a page that was posted (urlencoded, without JavaScript). Only the fields of that page are taken from the post. */
import type { FieldBase } from './fields/field.ts';
import type { FileDeed, PageAct } from './acts.ts';
import type { Form, Node } from './form.ts';
import { mostItems } from './json-schema.ts';
import type { Answers, Repeat } from './schema.ts';

/** What was posted: `URLSearchParams`, or anything that reads like it. */
export type Posted = Pick<URLSearchParams, 'get' | 'getAll'>;

const one = (values: readonly string[]): unknown => (values.length > 1 ? values : values[0]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = ({ type, parts, compute }: Node, posted: Posted, path: string, kept: unknown): unknown => {
  if (compute) return undefined;
  if (type.kind === 'composite') return readAll(parts, posted, `${path}.`, kept);
  if (type.gather === 'kept') return kept;
  if (type.gather === 'one') return one(posted.getAll(path));
  if (type.gather === 'many') return posted.getAll(path);
  return Object.fromEntries(type.gather.map((box) => [box, one(posted.getAll(`${path}.${box}`))]));
};

const readAll = (
  nodes: readonly Node[],
  posted: Posted,
  prefix: string,
  kept: unknown,
): Record<string, unknown> => {
  const before = isRecord(kept) ? kept : {};
  const answers: Record<string, unknown> = {};
  for (const node of nodes) {
    const { id }: FieldBase = node.field;
    const value = read(node, posted, prefix + id, Object.hasOwn(before, id) ? before[id] : undefined);
    if (value !== undefined) answers[id] = value;
  }
  return answers;
};

/** Name of the hidden input that tells how many items of a repeated group stood on the page. */
export const countName = (group: string): string => `${group}.count`;

const readItems = (
  repeat: Repeat,
  nodes: readonly Node[],
  posted: Posted,
  kept: unknown,
): readonly unknown[] => {
  const count = Number(posted.get(countName(repeat.id)));
  const before: readonly unknown[] = Array.isArray(kept) ? kept : [];
  const length = Number.isInteger(count) ? Math.max(0, Math.min(count, (repeat.max ?? mostItems) + 1)) : 0;
  return Array.from({ length }, (_, index) =>
    readAll(nodes, posted, `${repeat.id}.${index}.`, before[index]),
  );
};

/**
 * The answers after a page was posted: those of the page replaced, all others kept. Nothing is judged here. An unknown page changes nothing.
 */
export const readPage = (form: Form, pageId: string, posted: Posted, answers: Answers): Answers => {
  const found = form.pages.find(({ page }) => page.id === pageId);
  if (!found) return answers;
  const { page, nodes } = found;
  if (page.repeat) {
    const { id } = page.repeat;
    return { ...answers, [id]: readItems(page.repeat, nodes, posted, answers[id]) };
  }
  const own = new Set(page.fields.map(({ id }) => id));
  const others = Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)));
  return { ...others, ...readAll(nodes, posted, '', answers) };
};

const keepIn = (nodes: readonly Node[], sent: unknown, stored: unknown): unknown => {
  if (!isRecord(sent)) return sent;
  const before = isRecord(stored) ? stored : {};
  const kept = new Map<string, unknown>(Object.entries(sent));
  for (const { field, type, parts } of nodes) {
    const own = Object.hasOwn(before, field.id) ? before[field.id] : undefined;
    if (type.kind === 'composite') kept.set(field.id, keepIn(parts, kept.get(field.id), own));
    else if (type.gather === 'kept') kept.set(field.id, own);
  }
  return Object.fromEntries(kept);
};

/**
 * Answers that came as JSON, with the files of the stored draft in place of any that were sent: what a file is and whether it was checked,
 * only the server says.
 */
export const keepStored = (form: Form, sent: Answers, stored: Answers): Answers => {
  const once = form.pages.filter(({ page }) => !page.repeat).flatMap(({ nodes }) => nodes);
  const answers = new Map(Object.entries(keepIn(once, sent, stored) as Answers));
  for (const { page, nodes } of form.pages) {
    const list = page.repeat && answers.get(page.repeat.id);
    if (!page.repeat || !Array.isArray(list)) continue;
    const { id } = page.repeat;
    const before: readonly unknown[] = Array.isArray(stored[id]) ? stored[id] : [];
    answers.set(
      id,
      list.map((item, index) => keepIn(nodes, item, before[index])),
    );
  }
  return Object.fromEntries(answers);
};

/** The list after a deed on one of its files. A photo that was turned four times stands as it came. */
const filesAfter = (files: readonly unknown[], deed: FileDeed, file: string): readonly unknown[] => {
  const at = files.findIndex((one) => isRecord(one) && one['id'] === file);
  const own = files[at];
  if (!isRecord(own)) return files;
  if (deed === 'turn') return files.with(at, { ...own, turned: (Number(own['turned'] ?? 0) + 90) % 360 });
  const others = files.toSpliced(at, 1);
  if (deed === 'drop') return others;
  return others.toSpliced(Math.max(0, deed === 'earlier' ? at - 1 : at + 1), 0, own);
};

const withFiles = (
  value: unknown,
  [step, ...rest]: readonly string[],
  change: (files: readonly unknown[]) => readonly unknown[],
): unknown => {
  if (step === undefined) return Array.isArray(value) ? change(value) : value;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === step ? withFiles(one, rest, change) : one));
  return isRecord(value) && Object.hasOwn(value, step)
    ? { ...value, [step]: withFiles(value[step], rest, change) }
    : value;
};

/** The answers after a button was pressed: an item added or removed, a file dropped, moved or turned. `continue` and `save` change nothing. */
export const applyAct = (answers: Answers, act: PageAct): Answers => {
  if (act.kind === 'file')
    return withFiles(answers, act.path.split('.'), (files) =>
      filesAfter(files, act.deed, act.file),
    ) as Answers;
  if (act.kind !== 'add' && act.kind !== 'remove') return answers;
  const list = answers[act.group];
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const changed = act.kind === 'add' ? [...items, {}] : items.filter((_, index) => index !== act.index);
  return { ...answers, [act.group]: changed };
};
