/** Conditions as designers build them: up to a few sentences «question · comparison · value», joined by “and” or “or”. Pure. */
import { fold } from '../../../ground/text/fold.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { FieldBase, Logic } from '../fields/field.ts';
import type { Option } from '../fields/option.ts';
import { operation } from '../logic.ts';

/** Comparisons that a sentence may make. */
export const comparisons = ['is', 'is-not', 'answered', 'less', 'more', 'includes'] as const;
export type Comparison = (typeof comparisons)[number];

export const comparisonWords: Readonly<Record<Comparison, Text>> = {
  is: { vi: 'là', en: 'is' },
  'is-not': { vi: 'không phải là', en: 'is not' },
  answered: { vi: 'đã được trả lời', en: 'is answered' },
  less: { vi: 'nhỏ hơn', en: 'is less than' },
  more: { vi: 'lớn hơn', en: 'is more than' },
  includes: { vi: 'có chọn', en: 'includes' },
};

/** One sentence. `value` is what the designer wrote. */
export type Sentence = { readonly field: string; readonly comparison: Comparison; readonly value: string };
export type Condition = { readonly join: 'and' | 'or'; readonly sentences: readonly Sentence[] };

const operators = { is: '==', 'is-not': '!=', less: '<', more: '>' } as const;

const optionsOf = (field: FieldBase): readonly Option[] =>
  (field as FieldBase & { readonly options?: readonly Option[] }).options ?? [];

/** What was written as the value that the question has: yes and no, numbers, the code of an option. Undefined: it is none. */
function valueFor(field: FieldBase, written: string): Logic | undefined {
  const text = written.trim();
  if (field.type === 'yesNo') {
    const said = { co: true, yes: true, true: true, khong: false, no: false, false: false }[fold(text)];
    return said;
  }
  if (field.type === 'number' || field.type === 'money') {
    const number = Number(text.replaceAll('.', '').replace(',', '.'));
    return text === '' || !Number.isFinite(number) ? undefined : number;
  }
  const options = optionsOf(field);
  if (options.length === 0) return text === '' ? undefined : text;
  return options.find(
    ({ value, label }) => value === text || fold(label.vi) === fold(text) || fold(label.en) === fold(text),
  )?.value;
}

/** The sentence as JSONLogic; undefined when its question is not there or the value is none of that question. */
function logicOf({ field: id, comparison, value: written }: Sentence, fields: readonly FieldBase[]): Logic | undefined {
  const field = fields.find((one) => one.id === id);
  if (!field) return undefined;
  const variable: Logic = { var: id };
  if (comparison === 'answered') return { answered: [variable] };
  const value = valueFor(field, written);
  if (value === undefined) return undefined;
  if (comparison === 'includes') return { in: [value, variable] };
  return { [operators[comparison]]: [variable, value] };
}

/** The condition as JSONLogic; `wrong` names the sentence (from 0) that cannot be read. Null: no sentence, always asked. */
export function conditionLogic(
  { join, sentences }: Condition,
  fields: readonly FieldBase[],
): { readonly logic: Logic | null } | { readonly wrong: number } {
  const all: Logic[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const logic = logicOf(sentence, fields);
    if (logic === undefined) return { wrong: i };
    all.push(logic);
  }
  return { logic: all.length === 0 ? null : all.length === 1 ? all[0]! : { [join]: all } };
}

const variableIn = (logic: Logic | undefined): string | null => {
  const found = logic === undefined ? null : operation(logic);
  const name = found?.operator === 'var' ? found.args[0] : null;
  return typeof name === 'string' ? name : null;
};

const written = (value: Logic | undefined): string =>
  value === true ? 'có' : value === false ? 'không' : String(value ?? '');

function sentenceOf(logic: Logic): Sentence | null {
  const found = operation(logic);
  if (!found) return null;
  const [left, right] = found.args;
  if (found.operator === 'var') return typeof left === 'string' ? { field: left, comparison: 'is', value: 'có' } : null;
  if (found.operator === 'answered') {
    const field = variableIn(left);
    return field === null ? null : { field, comparison: 'answered', value: '' };
  }
  if (found.operator === 'in') {
    const field = variableIn(right);
    return field === null || typeof left === 'object' ? null : { field, comparison: 'includes', value: written(left) };
  }
  const comparison = (Object.keys(operators) as (keyof typeof operators)[]).find(
    (one) => operators[one] === found.operator,
  );
  const field = variableIn(left);
  return !comparison || field === null || typeof right === 'object'
    ? null
    : { field, comparison, value: written(right) };
}

/** A condition as sentences, or null when it says more than sentences can: then it is shown in words and kept as it is. */
export function sentencesOf(logic: Logic | undefined): Condition | null {
  if (logic === undefined) return { join: 'and', sentences: [] };
  const found = operation(logic);
  const join = found?.operator === 'and' || found?.operator === 'or' ? found.operator : null;
  const parts = join && found ? found.args : [logic];
  const sentences = parts.map(sentenceOf);
  return sentences.every((one) => one !== null) ? { join: join ?? 'and', sentences } : null;
}
