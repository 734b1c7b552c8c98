/** Questions: one definition, from which validation, pages, print and the data dictionary come. */
export type {
  Answers,
  Context,
  Definition,
  Field,
  FormError,
  JsonSchema,
  Logic,
  Page,
  PersonalData,
  Repeat,
  Rule,
  Section,
  Source,
} from './schema.ts';
export type { Address, Place, ResolvePlace } from './fields/address.tsx';
export type { FileLinks, FileReference } from './fields/file-list.tsx';
export { isPage } from './fields/file-list.tsx';
export type { Organisation } from './fields/organisation.ts';
export type { Person } from './fields/person.ts';
export { fieldTypes } from './fields/index.ts';

export { definitionSchema } from './definition-schema.ts';
export {
  addField,
  addPage,
  addSection,
  fieldsBefore,
  findField,
  moveField,
  movePage,
  moveSection,
  putRule,
  removeField,
  removePage,
  removeRule,
  removeSection,
  replaceField,
  replacePage,
  replaceSection,
  type Spot,
} from './build/change.ts';
export { formulaOf, logicOfFormula } from './build/formula.ts';
export {
  comparisons,
  comparisonWords,
  conditionLogic,
  sentencesOf,
  type Comparison,
  type Sentence,
} from './build/simple-condition.ts';
export { testAnswers } from './build/test-answers.ts';
export { definitionFaults, readDefinition } from './read-definition.ts';
export { formOf, type Form } from './form.ts';
export { answersSchema } from './json-schema.ts';

export { cleardown, fill, type Entry, type Filled, type ShownPage } from './fill.ts';
export { validate, type Checked } from './validate.ts';
export { firstOpenPage, mayOpen, pageAfter, pageBefore } from './reach.ts';
export { applyAct, keepStored, readPage, type Posted } from './parse.ts';
export { actOf, type PageAct } from './acts.ts';
export { resolvePlaces } from './resolve-places.ts';

export { askedThoughKnown, prefill, wantedSources } from './prefill.ts';
export type { AskedThoughKnown, Available, Find, Prefilled, Wanted } from './prefill.ts';
export type { Provenance, ProvenanceByPath } from './provenance.ts';

export { checkComponents, type ComponentFault, type ProcedureComponent } from './check-components.ts';
export { compileLogic, holds, variables } from './logic.ts';
export { conditionSentence, fieldsOf } from './condition-sentence.ts';
export { dataDictionary, type DictionaryEntry } from './dictionary.ts';
export { printedLines, summaryLines, type PrintedLine } from './printed.ts';

export { FormPage, type FormPageProps } from './render/form-page.tsx';
export { CheckAnswers, type CheckAnswersProps } from './render/check-answers.tsx';
export { DictionaryTable } from './render/dictionary-table.tsx';
