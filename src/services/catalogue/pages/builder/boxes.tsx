/** The fields of the builder's pages, and those of a condition. */
import type { VNode } from 'preact';
import { Details, Fieldset, Input, InsetText, Select, Textarea } from '../../../../ground/ui/index.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { errorOf } from '../../../../ground/web/form.tsx';
import type { Fault } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import {
  comparisons,
  comparisonWords,
  conditionSentence,
  fieldsOf,
  type Definition,
  type Field,
  type Logic,
} from '../../../../work/forms/index.ts';
import { SENTENCES } from './condition-input.ts';
import { words } from './words.ts';

type Item = { readonly value: string; readonly text: string };

/** One field that a page asks for. */
export type Asked = {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly rows?: number;
  readonly items?: readonly Item[];
};

/** What fields are drawn with. */
export type Shown = {
  readonly visit: Visit;
  readonly fault: Fault | null;
  readonly valueOf: (name: string) => string;
};

/** What was typed where something was wrong, else what is stored. */
export const shownWith = (
  visit: Visit,
  fault: Fault | null,
  stored: Readonly<Record<string, string>>,
): Shown => {
  const typed = fault?.typed;
  const valueOf = (name: string): string =>
    typed ? (typeof typed[name] === 'string' ? typed[name] : '') : (stored[name] ?? '');
  return { visit, fault, valueOf };
};

/** One field. */
export const Box = ({ one, visit, fault, valueOf }: Shown & { readonly one: Asked }): VNode => {
  const { lang } = visit;
  const common = {
    id: one.name,
    name: one.name,
    label: one.label[lang],
    hint: one.hint?.[lang],
    error: errorOf(fault, one.name, visit),
    value: valueOf(one.name),
  };
  if (one.items) return <Select {...common} items={[...one.items]} />;
  return one.rows ? <Textarea {...common} rows={one.rows} /> : <Input {...common} />;
};

type ConditionsProps = Shown & {
  /** What the condition may speak of. */
  readonly earlier: readonly Field[];
  readonly form: Definition;
  /** Questions of the same repeated group. */
  readonly siblings?: readonly Field[];
  readonly legend: Text;
  /** The condition that is stored: said in words. */
  readonly stored: Logic | undefined;
};

/** A condition: what it says now, sentences, and a formula for what they cannot say. */
export const Conditions = ({ earlier, form, siblings = [], legend, stored, ...shown }: ConditionsProps) => {
  const { lang } = shown.visit;
  const questions = [
    { value: '', text: '—' },
    ...earlier.map(({ id, label }) => ({ value: id, text: `${label[lang]} (${id})` })),
  ];
  const join = [
    { value: 'and', text: words.all[lang] },
    { value: 'or', text: words.any[lang] },
  ];
  const says = comparisons.map((value) => ({ value, text: comparisonWords[value][lang] }));
  return (
    <>
      {stored !== undefined && (
        <InsetText>
          {legend[lang]}: {conditionSentence(stored, fieldsOf(form, siblings), lang)}.
        </InsetText>
      )}
      <Box one={{ name: 'join', label: words.conditionJoin, items: join }} {...shown} />
      {SENTENCES.map((n) => (
        <Fieldset legend={{ text: `${legend[lang]} (${n + 1})`, size: 's' }}>
          <Box one={{ name: `when${n}.field`, label: words.condition, items: questions }} {...shown} />
          <Box one={{ name: `when${n}.comparison`, label: words.comparison, items: says }} {...shown} />
          <Box one={{ name: `when${n}.value`, label: words.value, hint: words.valueHint }} {...shown} />
        </Fieldset>
      ))}
      <Details summary={words.formula[lang]} open={shown.valueOf('formula') !== ''}>
        <Box one={{ name: 'formula', label: words.formula, hint: words.formulaHint, rows: 3 }} {...shown} />
      </Details>
    </>
  );
};
