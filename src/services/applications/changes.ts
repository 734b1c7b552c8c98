/**
 * What a new version of a procedure changes for who has begun to apply (kiểm tra lại bản khai khi thủ tục thay đổi, C1): questions, papers,
 * fees, time, conditions, who decides. What only the office does otherwise is not told. Pure.
 */
import { isDeepStrictEqual } from 'node:util';
import { formatMoney } from '../../ground/text/money.ts';
import type { Text } from '../../ground/text/language.ts';
import { feesOf, termsOf, termText, type Channel, type Fee, type Procedure } from '../catalogue/index.ts';
import type { Definition, Field } from '../../work/forms/index.ts';
import { changeWords } from './words.ts';

type Compared = Pick<
  Procedure,
  | 'form'
  | 'groups'
  | 'methods'
  | 'fees'
  | 'term'
  | 'conditions'
  | 'results'
  | 'decidedBy'
  | 'eligibility'
  | 'feesBefore'
>;

/** Questions by their place in the answers; what is worked out is not asked. */
const questionsOf = (form: Definition | null): ReadonlyMap<string, Field> =>
  new Map(
    (form?.sections ?? [])
      .flatMap(({ pages }) => pages)
      .flatMap(({ repeat, fields }) =>
        fields
          .filter(({ compute }) => compute === undefined)
          .map((field) => [repeat ? `${repeat.id}.${field.id}` : field.id, field] as const),
      ),
  );

const nameOf = ({ short, label }: Field): Text => short ?? label;

/** Of a question what a person meets: not where its answer comes from, nor by which article it is asked. */
const metOf = ({ source: _, datum: __, personalData: ___, legalBasis: ____, ...met }: Field): unknown => met;

function questionChanges(before: Definition | null, after: Definition | null): readonly Text[] {
  const [old, recent] = [questionsOf(before), questionsOf(after)];
  return [
    ...[...recent].flatMap(([id, field]) => {
      const earlier = old.get(id);
      if (!earlier) return changeWords.newQuestion(nameOf(field));
      return isDeepStrictEqual(metOf(earlier), metOf(field)) ? [] : changeWords.otherQuestion(nameOf(field));
    }),
    ...[...old].flatMap(([id, field]) => (recent.has(id) ? [] : changeWords.noQuestion(nameOf(field)))),
  ];
}

/** Names that one of two lists has and the other lacks. */
const missingFrom = (names: readonly string[], other: readonly string[]): readonly string[] =>
  [...new Set(names)].filter((name) => !other.includes(name));

const papersOf = ({ groups }: Compared): readonly string[] =>
  groups.flatMap(({ components }) => components.map(({ name }) => name));

const priceOf = ({ amount, per }: Fee): Text => {
  if (amount === null) return changeWords.amountUnknown;
  const each = per ? ` / ${per}` : '';
  return { vi: formatMoney(amount) + each, en: formatMoney(amount, 'en') + each };
};

function feeChanges(before: readonly Fee[], after: readonly Fee[]): readonly Text[] {
  const met = ({ name, amount, per, formula, exemptions }: Fee): unknown => ({
    name,
    amount,
    per,
    formula,
    exemptions,
  });
  return [
    ...after.flatMap((fee) => {
      const earlier = before.find(({ code }) => code === fee.code);
      if (!earlier) return changeWords.newFee(fee.name, priceOf(fee));
      if (isDeepStrictEqual(met(earlier), met(fee))) return [];
      return changeWords.otherFee(fee.name, priceOf(fee), priceOf(earlier));
    }),
    ...before.flatMap(({ code, name }) =>
      after.some((fee) => fee.code === code) ? [] : changeWords.noFee(name),
    ),
  ];
}

function termChanges(before: Compared, after: Compared, channel: Channel): readonly Text[] {
  const textOf = (procedure: Compared): Text | null => {
    const [term] = termsOf(procedure, channel);
    return term ? termText(term) : null;
  };
  const [old, recent] = [textOf(before), textOf(after)];
  return recent && !isDeepStrictEqual(old, recent) ? [changeWords.term(recent, old)] : [];
}

const differs = (before: Compared, after: Compared, ...parts: readonly (keyof Compared)[]): boolean =>
  parts.some((part) => !isDeepStrictEqual(before[part] ?? null, after[part] ?? null));

/** Each change in a sentence, in the order in which people apply; none: nothing is different for them. */
export function changesBetween(before: Compared, after: Compared, channel: Channel): readonly Text[] {
  const [papers, recent] = [papersOf(before), papersOf(after)];
  const results = (procedure: Compared): string => procedure.results.map(({ name }) => name).join('; ');
  return [
    ...questionChanges(before.form, after.form),
    ...missingFrom(recent, papers).map(changeWords.newPaper),
    ...missingFrom(papers, recent).map(changeWords.noPaper),
    ...(differs(before, after, 'conditions', 'eligibility') ? [changeWords.conditions] : []),
    ...feeChanges(feesOf(before, channel), feesOf(after, channel)),
    ...(differs(before, after, 'feesBefore') ? [changeWords.feesBefore] : []),
    ...termChanges(before, after, channel),
    ...(differs(before, after, 'decidedBy') ? [changeWords.decidedBy] : []),
    ...(results(before) === results(after) ? [] : [changeWords.results(results(after))]),
  ];
}
