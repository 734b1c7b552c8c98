/** Conditions as designers build them: up to a few sentences «question · comparison · value», joined by “and” or “or”. Pure. */
import { fold } from '../../../ground/text/fold.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { FieldBase, Logic } from '../fields/field.ts';
import type { Option } from '../fields/option.ts';
import { operation } from '../logic.ts';

/** Comparisons that a sentence may make. */
export const comparisons = [
  'is',
  'is-not',
  'answered',
  'not-answered',
  'less',
  'at-most',
  'more',
  'at-least',
  'includes',
  'not-includes',
  'one-of',
] as const;
export type Comparison = (typeof comparisons)[number];

export const comparisonWords: Readonly<Record<Comparison, Text>> = {
  is: { vi: 'là', en: 'is' },
  'is-not': { vi: 'không phải là', en: 'is not' },
  answered: { vi: 'đã được trả lời', en: 'is answered' },
  'not-answered': { vi: 'chưa được trả lời', en: 'is not answered' },
  less: { vi: 'nhỏ hơn, hoặc trước', en: 'is less than, or before' },
  'at-most': { vi: 'không quá, hoặc không sau', en: 'is at most, or not after' },
  more: { vi: 'lớn hơn, hoặc sau', en: 'is more than, or after' },
  'at-least': { vi: 'ít nhất, hoặc không trước', en: 'is at least, or not before' },
  includes: { vi: 'có chọn', en: 'includes' },
  'not-includes': { vi: 'không chọn', en: 'does not include' },
  'one-of': { vi: 'là một trong (cách nhau bằng dấu ;)', en: 'is one of (with ; between)' },
};

/** One sentence. `value` is what the designer wrote: a value of the question, or `= other` for the answer to another question (`= today` for the day). */
export type Sentence = { readonly field: string; readonly comparison: Comparison; readonly value: string };
export type Condition = { readonly join: 'and' | 'or'; readonly sentences: readonly Sentence[] };

const operators = {
  is: '==',
  'is-not': '!=',
  less: '<',
  'at-most': '<=',
  more: '>',
  'at-least': '>=',
} as const;

const other = /^=\s*([\w.]+)$/;

const optionsOf = (field: FieldBase): readonly Option[] =>
  (field as FieldBase & { readonly options?: readonly Option[] }).options ?? [];

/** What was written as the value that the question has: yes and no, numbers, the code of an option. Undefined: it is none. */
function valueFor(field: FieldBase, written: string): Logic | undefined {
  const text = written.trim();
  if (other.test(text)) return undefined;
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

/** The answer to another question that was written as the value. */
function otherAnswer(written: string, fields: readonly FieldBase[]): Logic | undefined {
  const name = other.exec(written.trim())?.[1];
  const [id] = name?.split('.') ?? [];
  return name && (id === 'today' || fields.some((one) => one.id === id)) ? { var: name } : undefined;
}

/** The sentence as JSONLogic; undefined when its question is not there or the value is none of that question. */
function logicOf({ field: id, comparison, value: written }: Sentence, fields: readonly FieldBase[]): Logic | undefined {
  const field = fields.find((one) => one.id === id);
  if (!field) return undefined;
  const variable: Logic = { var: id };
  if (comparison === 'answered') return { answered: [variable] };
  if (comparison === 'not-answered') return { '!': [{ answered: [variable] }] };
  if (comparison === 'one-of') {
    const values = written.split(';').map((one) => valueFor(field, one));
    return values.includes(undefined) ? undefined : { in: [variable, values as readonly Logic[]] };
  }
  const value = valueFor(field, written) ?? otherAnswer(written, fields);
  if (value === undefined) return undefined;
  if (comparison === 'includes') return { in: [value, variable] };
  if (comparison === 'not-includes') return { '!': [{ in: [value, variable] }] };
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

/** A value as a designer writes it; null for what no sentence says. */
function written(value: Logic | undefined): string | null {
  const name = variableIn(value);
  if (name !== null) return `= ${name}`;
  if (value === undefined || value === null || typeof value === 'object') return null;
  return value === true ? 'có' : value === false ? 'không' : String(value).replace('.', ',');
}

const opposite: Partial<Record<Comparison, Comparison>> = {
  answered: 'not-answered',
  includes: 'not-includes',
};

function sentenceOf(logic: Logic): Sentence | null {
  const found = operation(logic);
  if (!found) return null;
  const [left, right] = found.args;
  if (found.operator === 'var') return typeof left === 'string' ? { field: left, comparison: 'is', value: 'có' } : null;
  if (found.operator === 'answered') {
    const field = variableIn(left);
    return field === null ? null : { field, comparison: 'answered', value: '' };
  }
  if (found.operator === '!' && left !== undefined) {
    const positive = operation(left)?.operator === 'var' ? null : sentenceOf(left);
    const comparison = positive && opposite[positive.comparison];
    return comparison ? { ...positive, comparison } : null;
  }
  if (found.operator === 'in' && Array.isArray(right)) {
    const values = (right as readonly Logic[]).map(written);
    const field = variableIn(left);
    const plain = values.every((one) => one !== null && !one.includes(';') && !one.startsWith('='));
    return field !== null && plain && values.length > 0
      ? { field, comparison: 'one-of', value: values.join('; ') }
      : null;
  }
  if (found.operator === 'in') {
    const [field, value] = [variableIn(right), written(left)];
    return field === null || value === null ? null : { field, comparison: 'includes', value };
  }
  const comparison = (Object.keys(operators) as (keyof typeof operators)[]).find(
    (one) => operators[one] === found.operator,
  );
  const [field, value] = [variableIn(left), written(right)];
  return !comparison || field === null || value === null || found.args.length > 2
    ? null
    : { field, comparison, value };
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
