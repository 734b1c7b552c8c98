/** A question as it is typed in the builder: fields of the page, and the definition that they make. Pure. */
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { flag, input, oneOf, text } from '../../../../ground/web/input.ts';
import {
  fieldTypes,
  formulaOf,
  type Definition,
  type Field,
  type Logic,
  type Source,
} from '../../../../work/forms/index.ts';
import { conditionFrom, conditionInputs, readFormula, shownCondition } from './condition-input.ts';
import { freshId } from './outline-acts.ts';
import { words } from './words.ts';

const short = (label: Text, max = 300) => text({ label, max, min: 0 });
const typeNames = Object.keys(fieldTypes) as Field['type'][];

export const questionInput = input({
  id: text({ label: words.id, max: 60, pattern: /^[a-z][A-Za-z0-9]*$/, hint: words.idHint }),
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
  compute: text({ label: words.compute, max: 4000, min: 0, lines: true }),
  ...conditionInputs,
});

type Typed = Extract<ReturnType<typeof questionInput.read>, { value: unknown }>['value'];

const both = (vi: string, en: string): Text | undefined => (vi === '' ? undefined : { vi, en: en || vi });

type Options = Extract<Field, { type: 'choice' }>['options'];

function optionsIn(typed: string): Options {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [value = '', vi = '', en = '', hintVi = '', hintEn = ''] = line
      .split('|')
      .map((part) => part.trim());
    if (value === '' || vi === '') throw new Invalid([{ field: 'options', message: words.wrongOptions }]);
    const hint = both(hintVi, hintEn);
    return { value, label: { vi, en: en || vi }, ...(hint && { hint }) };
  });
}

function sourceIn(typed: string): Source | undefined {
  if (typed === '') return undefined;
  const [, registry, path] = /^([a-z-]+)\.([\w.]+)$/.exec(typed) ?? [];
  if (!registry || !path) throw new Invalid([{ field: 'source', message: words.wrongSource }]);
  return { registry, path };
}

/** What works the answer out; as it was where nobody touched it. */
function computeIn(typed: string, before: Field | null): Logic | undefined {
  if (typed === '') return undefined;
  return before?.compute !== undefined && formulaOf(before.compute) === typed
    ? before.compute
    : readFormula('compute', typed);
}

/** The question that was typed, on top of the one before: what the page does not ask stays while the type is the same. Throws Invalid. */
export function questionFrom(typed: Typed, before: Field | null, earlier: readonly Field[]): Field {
  const kept = before?.type === typed.type ? before : {};
  const named = both(typed.short, typed.shortEn);
  const hint = both(typed.hint, typed.hintEn);
  const source = sourceIn(typed.source);
  const showIf = conditionFrom(typed, before?.showIf, earlier);
  const compute = computeIn(typed.compute, before);
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
    compute,
    legalBasis: typed.basis || undefined,
    ...(needs.includes('options') && { options: optionsIn(typed.options) }),
    ...(typed.type === 'files' && { component: typed.component }),
  };
  // Saving checks every question against the schema of its type.
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as unknown as Field;
}

const lineOf = ({ value, label, hint }: Options[number]): string =>
  [value, label.vi, label.en, ...(hint ? [hint.vi, hint.en] : [])].join(' | ');

/** A question as the texts of the page. */
export function shownQuestion(field: Field | null, form: Definition): Readonly<Record<string, string>> {
  if (field === null) return { id: freshId(form, 'question'), type: 'text' };
  const { options = [], component = '' } = field as Field & {
    readonly options?: Options;
    readonly component?: string;
  };
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
    options: options.map(lineOf).join('\n'),
    component,
    source: field.source ? `${field.source.registry}.${field.source.path}` : '',
    basis: field.legalBasis ?? '',
    compute: (field.compute !== undefined && formulaOf(field.compute)) || '',
    ...shownCondition(field.showIf),
  };
}
