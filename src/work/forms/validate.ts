/**
 * The server's check of answers, always, whatever the browser did: the schema, conditions, rules over several answers. Every fault has its
 * own sentence at its field; what was typed stays. Requirement B3.
 */
import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Text } from '../../ground/text/language.ts';
import { wrongKind } from './fields/wording.ts';
import type { Broken, Context, Fault, FieldBase } from './fields/field.ts';
import { askedOn, fill, type Entry, type Filled, type ShownPage } from './fill.ts';
import type { Form } from './form.ts';
import { mostItems } from './json-schema.ts';
import type { FormError } from './schema.ts';
import { holds, type Scope } from './logic.ts';

/** Answers as they will be kept, the pages that are asked, and what is wrong, in the order of the form. */
export type Checked = Filled & { readonly errors: readonly FormError[] };

type Breaches = ReadonlyMap<string, readonly Broken[]>;

const dotted = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');

const limitOf = ({ params }: ErrorObject): number =>
  typeof params['limit'] === 'number' ? params['limit'] : 0;

const within = (path: string, owner: string): boolean => path === owner || path.startsWith(`${owner}.`);

/** Broken rules of the schema by the path where they broke. */
const breachesOf = (
  form: Form,
  filled: Filled,
): readonly { readonly path: string; readonly error: ErrorObject }[] =>
  form.faults(filled.answers).map((error) => {
    const at = dotted(error.instancePath);
    const missing: unknown = error.params['missingProperty'];
    return { error, path: typeof missing === 'string' ? [at, missing].filter(Boolean).join('.') : at };
  });

const byEntry = (form: Form, filled: Filled, leaves: readonly Entry[]): Breaches => {
  const breaches = breachesOf(form, filled);
  const found = new Map<string, readonly Broken[]>();
  if (breaches.length === 0) return found;
  for (const { path, value } of leaves) {
    const own = breaches.filter((breach) => within(breach.path, path));
    if (own.length > 0)
      found.set(
        path,
        own.map((breach) => ({
          keyword: breach.error.keyword,
          at: breach.path.slice(path.length + 1),
          limit: limitOf(breach.error),
          value,
        })),
      );
  }
  return found;
};

/** The first fault of each box of a leaf. */
const leafFaults = (entry: Entry, breaches: Breaches, context: Context): readonly Fault[] => {
  const { node, path, value } = entry;
  const { field, type } = node;
  if (type.kind !== 'leaf' || node.compute) return [];
  if (value === undefined) return field.optional ? [] : [{ at: '', text: type.missing(field) }];
  const broken = breaches.get(path);
  if (!broken) {
    const fault = type.check?.(field, value as never, context);
    return fault ? [fault] : [];
  }
  const first = new Map<string, Text>();
  for (const fault of broken) {
    const at = type.box?.(field, fault) ?? '';
    if (!first.has(at)) first.set(at, type.broken(field, fault));
  }
  return [...first].map(([at, text]) => ({ at, text }));
};

type Found = { readonly path: string; readonly text: Text };

const entryFaults = (entry: Entry, breaches: Breaches, context: Context): readonly Found[] => {
  const { node, path, value, parts } = entry;
  const { field, type } = node;
  if (!entry.asked) return [];
  const place = ({ at, text }: Fault): Found => ({ path: at ? `${path}.${at}` : path, text });
  if (type.kind === 'leaf') return leafFaults(entry, breaches, context).map(place);
  if (value === undefined && field.optional) return [];
  if (value !== undefined && (typeof value !== 'object' || Array.isArray(value)))
    return [{ path, text: wrongKind(field, value) }];
  const inside = parts.flatMap((part) => entryFaults(part, breaches, context));
  if (inside.length > 0 || value === undefined) return inside;
  const fault = type.check?.(field, value as never, context);
  return fault ? [place(fault)] : [];
};

const groupFault = ({ form, items, unreadable }: ShownPage): Found | null => {
  const { repeat } = form.page;
  if (!repeat) return null;
  const { id, title, min = 1, max = mostItems } = repeat;
  const field: FieldBase = { id, type: 'repeat', label: title };
  if (unreadable !== undefined) return { path: id, text: wrongKind(field, 'list') };
  if (items.length > max)
    return {
      path: id,
      text: { vi: `${title.vi}: nhiều nhất ${max} mục.`, en: `${title.en}: at most ${max}.` },
    };
  if (items.length < min)
    return {
      path: id,
      text: {
        vi: `${title.vi}: phải có ít nhất ${min} mục.`,
        en: `${title.en}: at least ${min} are needed.`,
      },
    };
  return null;
};

const ruleFaults = (
  form: Form,
  filled: Filled,
  context: Context,
  wrong: ReadonlySet<string>,
): readonly FormError[] => {
  const scope: Scope = { today: context.today, ...filled.answers };
  return form.rules.flatMap(({ rule, when }) => {
    const page = filled.pages.find(
      (shown) =>
        shown.form.page.repeat?.id === rule.field || askedOn(shown).some(({ path }) => path === rule.field),
    );
    const applies = page !== undefined && !wrong.has(rule.field) && holds(when, scope);
    return applies ? [{ field: rule.field, message: rule.message, page: page.form.page.id }] : [];
  });
};

const pageErrors = (shown: ShownPage, breaches: Breaches, context: Context): readonly FormError[] => {
  const { id: page, repeat } = shown.form.page;
  const faultsOf = (entries: readonly Entry[], item?: Text): readonly FormError[] =>
    entries
      .flatMap((entry) => entryFaults(entry, breaches, context))
      .map(({ path, text }) =>
        item ? { field: path, message: text, page, item } : { field: path, message: text, page },
      );
  const group = groupFault(shown);
  return [
    ...(group ? [{ field: group.path, message: group.text, page }] : []),
    ...faultsOf(shown.entries),
    ...shown.items.flatMap((item, index) =>
      faultsOf(
        item,
        repeat && { vi: `${repeat.title.vi} ${index + 1}`, en: `${repeat.title.en} ${index + 1}` },
      ),
    ),
  ];
};

/** Checks answers of any shape. Never throws; an answer that is not asked is dropped without a word. */
export const validate = (form: Form, answers: unknown, context: Context): Checked => {
  const filled = fill(form, answers, context);
  const leaves = filled.pages.flatMap(askedOn).filter(({ node }) => node.type.kind === 'leaf');
  const breaches = byEntry(form, filled, leaves);
  const errors = filled.pages.flatMap((shown) => pageErrors(shown, breaches, context));
  return {
    ...filled,
    errors: [...errors, ...ruleFaults(form, filled, context, new Set(errors.map(({ field }) => field)))],
  };
};
