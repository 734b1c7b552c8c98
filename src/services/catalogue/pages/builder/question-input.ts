/** A question as it is typed in the builder: fields of the page, and the definition that they make. Pure. */
import { Invalid, type FieldError } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { flag, input, oneOf, optional, text } from '../../../../ground/web/input.ts';
import {
  comparisons,
  conditionLogic,
  fieldTypes,
  sentencesOf,
  type Definition,
  type Field,
  type Logic,
  type Sentence,
  type Source,
} from '../../../../work/forms/index.ts';
import { words } from './words.ts';

/** So many sentences a condition may have here. */
export const SENTENCES = [0, 1, 2] as const;

const short = (label: Text, max = 300) => text({ label, max, min: 0 });
const typeNames = Object.keys(fieldTypes) as Field['type'][];

const sentenceInputs = {
  'when0.field': optional(short(words.condition, 80)),
  'when0.comparison': optional(oneOf(comparisons, words.comparison)),
  'when0.value': short(words.value),
  'when1.field': optional(short(words.condition, 80)),
  'when1.comparison': optional(oneOf(comparisons, words.comparison)),
  'when1.value': short(words.value),
  'when2.field': optional(short(words.condition, 80)),
  'when2.comparison': optional(oneOf(comparisons, words.comparison)),
  'when2.value': short(words.value),
};

export const questionInput = input({
  id: text({ label: words.id, max: 60 }),
  type: oneOf(typeNames, words.type),
  label: text({ label: words.label, max: 300 }),
  labelEn: short(words.labelEn),
  short: short(words.short),
  shortEn: short(words.shortEn),
  hint: short(words.hint, 1000),
  hintEn: short(words.hintEn, 1000),
  optional: flag(),
  options: text({ label: words.options, max: 20_000, min: 0, lines: true }),
  component: short(words.component, 200),
  source: short(words.source, 120),
  basis: short(words.basis),
  join: optional(oneOf(['and', 'or'] as const, words.conditionJoin)),
  ...sentenceInputs,
});

type Typed = Extract<ReturnType<typeof questionInput.read>, { value: unknown }>['value'];

const both = (vi: string, en: string): Text | undefined => (vi === '' ? undefined : { vi, en: en || vi });

type Options = Extract<Field, { type: 'choice' }>['options'];

function optionsIn(typed: string): Options {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [value = '', vi = '', en = ''] = line.split('|').map((part) => part.trim());
    if (value === '' || vi === '') throw new Invalid([{ field: 'options', message: words.wrongOptions }]);
    return { value, label: { vi, en: en || vi } };
  });
}

function sourceIn(typed: string): Source | undefined {
  if (typed === '') return undefined;
  const [, registry, path] = /^([a-z-]+)\.([\w.]+)$/.exec(typed) ?? [];
  if (!registry || !path) throw new Invalid([{ field: 'source', message: words.wrongSource }]);
  return { registry, path };
}

function conditionIn(typed: Typed, before: Field | null, earlier: readonly Field[]): Logic | undefined {
  // What says more than sentences can is kept: the page shows it in words and asks nothing.
  if (before?.showIf !== undefined && sentencesOf(before.showIf) === null) return before.showIf;
  const rows = SENTENCES.flatMap((n): readonly (Sentence & { readonly row: number })[] => {
    const field = typed[`when${n}.field`];
    return field === null
      ? []
      : [{ row: n, field, comparison: typed[`when${n}.comparison`] ?? 'is', value: typed[`when${n}.value`] }];
  });
  const made = conditionLogic({ join: typed.join ?? 'and', sentences: rows }, earlier);
  if ('wrong' in made) {
    const wrong: FieldError = { field: `when${rows[made.wrong]!.row}.value`, message: words.wrongCondition };
    throw new Invalid([wrong]);
  }
  return made.logic ?? undefined;
}

/** The question that was typed, on top of the one before: what the page does not ask stays while the type is the same. Throws Invalid. */
export function questionFrom(typed: Typed, before: Field | null, earlier: readonly Field[]): Field {
  const kept = before?.type === typed.type ? before : {};
  const named = both(typed.short, typed.shortEn);
  const hint = both(typed.hint, typed.hintEn);
  const source = sourceIn(typed.source);
  const showIf = conditionIn(typed, before, earlier);
  const needs = fieldTypes[typed.type].needs ?? [];
  const whole: Record<string, unknown> = {
    ...kept,
    id: typed.id,
    type: typed.type,
    label: both(typed.label, typed.labelEn),
    short: named,
    hint,
    optional: typed.optional || undefined,
    source,
    showIf,
    legalBasis: typed.basis || undefined,
    ...(needs.includes('options') && { options: optionsIn(typed.options) }),
    ...(typed.type === 'files' && { component: typed.component }),
  };
  // Saving checks every question against the schema of its type.
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as unknown as Field;
}

/** A question as the texts of the page. */
export function shownQuestion(field: Field | null, form: Definition): Readonly<Record<string, string>> {
  if (field === null) return { id: freshId(form), type: 'text' };
  const { options = [], component = '' } = field as Field & {
    readonly options?: Options;
    readonly component?: string;
  };
  const condition = sentencesOf(field.showIf);
  const rows = condition?.sentences.flatMap(({ field: id, comparison, value }, n): [string, string][] => [
    [`when${n}.field`, id],
    [`when${n}.comparison`, comparison],
    [`when${n}.value`, value],
  ]);
  return {
    id: field.id,
    type: field.type,
    label: field.label.vi,
    labelEn: field.label.en,
    short: field.short?.vi ?? '',
    shortEn: field.short?.en ?? '',
    hint: field.hint?.vi ?? '',
    hintEn: field.hint?.en ?? '',
    optional: field.optional ? 'yes' : '',
    options: options.map(({ value, label }) => [value, label.vi, label.en].join(' | ')).join('\n'),
    component,
    source: field.source ? `${field.source.registry}.${field.source.path}` : '',
    basis: field.legalBasis ?? '',
    join: condition?.join ?? 'and',
    ...Object.fromEntries(rows ?? []),
  };
}

/** An id that no question of the form has yet. */
function freshId({ sections }: Definition): string {
  const taken = new Set(
    sections.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ id }) => id))),
  );
  let n = taken.size + 1;
  while (taken.has(`question${n}`)) n += 1;
  return `question${n}`;
}
