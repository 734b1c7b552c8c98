/** A definition made ready for work: conditions compiled, types found, the schema of its answers compiled. Once per content. */
import { createHash } from 'node:crypto';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { later } from '../../ground/operate/later.ts';
import type { Text } from '../../ground/text/language.ts';
import { conditionSentence, fieldsOf, type FieldAt } from './condition-sentence.ts';
import { typeOf } from './fields/index.ts';
import type { FieldBase, FieldType, JsonSchema, Logic } from './fields/field.ts';
import { answersSchema } from './json-schema.ts';
import { compileLogic, variables, type Evaluate } from './logic.ts';
import { matcherOf } from './patterns.ts';
import { partsOf } from './parts.ts';
import type { Answers, Definition, Page, Rule, Section } from './schema.ts';

/** A field with its type, its conditions as functions, and its parts. */
export type Node = {
  readonly field: FieldBase;
  readonly type: FieldType<FieldBase>;
  readonly showIf: Evaluate | undefined;
  readonly compute: Evaluate | undefined;
  readonly parts: readonly Node[];
  /** Its condition speaks of another field of the same page: it is drawn at once, and ignored while the condition does not hold. */
  readonly hangsOnPage: { readonly logic: string; readonly words: Text } | undefined;
};

export type FormPage = {
  readonly page: Page;
  readonly section: Section;
  readonly conditions: readonly Evaluate[];
  readonly nodes: readonly Node[];
};

export type Form = {
  readonly definition: Definition;
  readonly pages: readonly FormPage[];
  readonly rules: readonly { readonly rule: Rule; readonly when: Evaluate }[];
  readonly schema: JsonSchema;
  /** What of the schema the answers break. */
  readonly faults: (answers: Answers) => readonly ErrorObject[];
};

const compiled = (logic: Logic | undefined): Evaluate | undefined =>
  logic === undefined ? undefined : compileLogic(logic);

const hangsOn = (field: FieldBase, siblings: readonly FieldBase[], fieldAt: FieldAt): Node['hangsOnPage'] => {
  const { showIf } = field;
  if (showIf === undefined) return undefined;
  const beside = siblings.some(({ id }) => variables(showIf).some((path) => path.split('.').includes(id)));
  if (!beside) return undefined;
  const words = {
    vi: conditionSentence(showIf, fieldAt, 'vi'),
    en: conditionSentence(showIf, fieldAt, 'en'),
  };
  return { logic: JSON.stringify(showIf), words };
};

const makeNodes = (fields: readonly FieldBase[], definition: Definition): readonly Node[] => {
  const fieldAt = fieldsOf(definition, fields);
  return fields.map((field) => ({
    field,
    type: typeOf(field),
    showIf: compiled(field.showIf),
    compute: compiled(field.compute),
    parts: makeNodes(partsOf(field), definition),
    hangsOnPage: hangsOn(field, fields, fieldAt),
  }));
};

const makePage = (section: Section, page: Page, definition: Definition): FormPage => ({
  page,
  section,
  conditions: [section.showIf, page.showIf].flatMap((logic) => compiled(logic) ?? []),
  nodes: makeNodes(page.fields, definition),
});

const library = later<typeof import('ajv/dist/2020.js')>('ajv/dist/2020.js');
/** How the library runs patterns; `code` is for code written to a file, which is not done here. */
const regExp = Object.assign(matcherOf, { code: 'matcherOf' });
const vocabulary = ['x-show-if', 'x-personal-data'];

/** Compiles a definition that has passed `readDefinition`. */
export const compileForm = (definition: Definition): Form => {
  const schema = answersSchema(definition);
  const ajv = new (library().Ajv2020)({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { regExp },
  });
  ajv.addVocabulary(vocabulary);
  const check = ajv.compile(schema);
  return {
    definition,
    pages: definition.sections.flatMap((section) =>
      section.pages.map((page) => makePage(section, page, definition)),
    ),
    rules: (definition.rules ?? []).map((rule) => ({ rule, when: compileLogic(rule.when) })),
    schema,
    faults: (answers) => (check(answers) ? [] : (check.errors ?? [])),
  };
};

const known = new WeakMap<Definition, Form>();
const byContent = new Map<string, Form>();
const mostForms = 1000;

/** The form of a definition, compiled the first time its content is seen: a draft that changes under one version is a new content. */
export const formOf = (definition: Definition): Form => {
  const seen = known.get(definition);
  if (seen) return seen;
  const key = createHash('sha256').update(JSON.stringify(definition)).digest('base64');
  const form = byContent.get(key) ?? compileForm(definition);
  if (byContent.size >= mostForms) byContent.clear();
  byContent.set(key, form);
  known.set(definition, form);
  return form;
};
