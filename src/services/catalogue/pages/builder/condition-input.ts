/** A condition as it is typed in the builder: sentences joined by one word, or a formula for what sentences cannot say. Pure. */
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { oneOf, optional, text } from '../../../../ground/web/input.ts';
import {
  comparisons,
  conditionLogic,
  formulaOf,
  logicOfFormula,
  sentencesOf,
  type Comparison,
  type Field,
  type Logic,
  type Sentence,
} from '../../../../work/forms/index.ts';
import { words } from './words.ts';

/** So many sentences a condition may have here; longer ones are formulas. */
export const SENTENCES = [0, 1, 2, 3] as const;

const short = (label: Text, max = 300) => text({ label, max, min: 0 });
const sentence = {
  field: optional(short(words.condition, 80)),
  comparison: optional(oneOf(comparisons, words.comparison)),
  value: short(words.value),
};

/** The fields of a condition on a page of the builder. */
export const conditionInputs = {
  join: optional(oneOf(['and', 'or'] as const, words.conditionJoin)),
  'when0.field': sentence.field,
  'when0.comparison': sentence.comparison,
  'when0.value': sentence.value,
  'when1.field': sentence.field,
  'when1.comparison': sentence.comparison,
  'when1.value': sentence.value,
  'when2.field': sentence.field,
  'when2.comparison': sentence.comparison,
  'when2.value': sentence.value,
  'when3.field': sentence.field,
  'when3.comparison': sentence.comparison,
  'when3.value': sentence.value,
  formula: text({ label: words.formula, max: 4000, min: 0, lines: true }),
};

/** What was typed of a condition. */
export type TypedCondition = {
  readonly join: 'and' | 'or' | null;
  readonly formula: string;
} & { readonly [row in `when${(typeof SENTENCES)[number]}.field`]: string | null } & {
  readonly [row in `when${(typeof SENTENCES)[number]}.comparison`]: Comparison | null;
} & { readonly [row in `when${(typeof SENTENCES)[number]}.value`]: string };

/** A condition as the texts of its fields; empty where it is always asked. */
export function shownCondition(logic: Logic | undefined): Readonly<Record<string, string>> {
  const condition = sentencesOf(logic);
  if (condition === null || condition.sentences.length > SENTENCES.length)
    return { join: 'and', formula: formulaOf(logic ?? null) ?? '' };
  const rows = condition.sentences.flatMap(({ field, comparison, value }, n): [string, string][] => [
    [`when${n}.field`, field],
    [`when${n}.comparison`, comparison],
    [`when${n}.value`, value],
  ]);
  return { join: condition.join, formula: '', ...Object.fromEntries(rows) };
}

/** Reads a formula. Throws Invalid with the place where it cannot be read. */
export function readFormula(field: string, typed: string): Logic {
  const read = logicOfFormula(typed);
  if ('logic' in read) return read.logic;
  throw new Invalid([{ field, message: words.wrongFormula(typed.slice(read.at, read.at + 20)) }]);
}

const isUntouched = (typed: TypedCondition, shown: Readonly<Record<string, string>>): boolean => {
  const texts = typed as Readonly<Record<string, string | null>>;
  const rows = SENTENCES.flatMap((n) =>
    (texts[`when${n}.field`] || shown[`when${n}.field`]
      ? (['field', 'comparison', 'value'] as const)
      : []
    ).map((part) => `when${n}.${part}`),
  );
  const joined = rows.length > 3 ? ['join'] : [];
  return ['formula', ...joined, ...rows].every((name) => (texts[name] ?? '') === (shown[name] ?? ''));
};

/**
 * The condition that was typed; undefined: none. One that nobody touched stays as it was written, to the letter.
 * Throws Invalid.
 */
export function conditionFrom(
  typed: TypedCondition,
  before: Logic | undefined,
  earlier: readonly Field[],
): Logic | undefined {
  if (before !== undefined && isUntouched(typed, shownCondition(before))) return before;
  if (typed.formula !== '') return readFormula('formula', typed.formula);
  const rows = SENTENCES.flatMap((n): readonly (Sentence & { readonly row: number })[] => {
    const field = typed[`when${n}.field`];
    return field === null
      ? []
      : [{ row: n, field, comparison: typed[`when${n}.comparison`] ?? 'is', value: typed[`when${n}.value`] }];
  });
  const made = conditionLogic({ join: typed.join ?? 'and', sentences: rows }, earlier);
  if ('wrong' in made)
    throw new Invalid([{ field: `when${rows[made.wrong]!.row}.value`, message: words.wrongCondition }]);
  return made.logic ?? undefined;
}
