/** JSON Schema 2020-12 of the answers to a form: for the API, and for the check of every submission (B3). */
import { typeOf } from './fields/index.ts';
import type { FieldBase, JsonSchema } from './fields/field.ts';
import { title } from './fields/wording.ts';
import { partsOf } from './parts.ts';
import type { Definition, Page } from './schema.ts';

/** The most items of a repeated group, unless the definition tells. */
export const mostItems = 20;

/** Schema of one answer, whether the field is required or not. */
const fieldSchema = (field: FieldBase): JsonSchema => {
  const type = typeOf(field);
  const shape = type.kind === 'leaf' ? type.schema(field) : objectSchema(partsOf(field));
  return {
    ...shape,
    title: title(field, 'vi'),
    ...(field.hint && { description: field.hint.vi }),
    ...(field.showIf !== undefined && { 'x-show-if': field.showIf }),
    ...(field.personalData && field.personalData !== 'none' && { 'x-personal-data': field.personalData }),
  };
};

const alwaysAsked = (field: FieldBase): boolean =>
  !field.optional && field.showIf === undefined && field.compute === undefined;

const objectSchema = (fields: readonly FieldBase[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field)])),
  required: fields.filter(alwaysAsked).map(({ id }) => id),
  additionalProperties: false,
});

const pageProperties = ({ repeat, fields }: Page): readonly (readonly [string, JsonSchema])[] => {
  if (!repeat) return fields.map((field) => [field.id, fieldSchema(field)]);
  const { id, title, min = 1, max = mostItems } = repeat;
  return [
    [id, { type: 'array', title: title.vi, minItems: min, maxItems: max, items: objectSchema(fields) }],
  ];
};

const pageRequires = ({ repeat, fields, showIf }: Page): readonly string[] => {
  if (showIf !== undefined) return [];
  if (repeat) return repeat.min === 0 ? [] : [repeat.id];
  return fields.filter(alwaysAsked).map(({ id }) => id);
};

/**
 * The whole schema. `required` lists what is always asked; what is asked under a condition carries it as `x-show-if` in JSONLogic, and
 * the server requires it when the condition holds.
 */
export const answersSchema = (definition: Definition): JsonSchema => {
  const pages = definition.sections.flatMap((section) => section.pages);
  const always = definition.sections
    .filter(({ showIf }) => showIf === undefined)
    .flatMap((section) => section.pages.flatMap(pageRequires));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:toantrinh:form:${definition.id}:${definition.version}`,
    title: definition.title.vi,
    type: 'object',
    properties: Object.fromEntries(pages.flatMap(pageProperties)),
    required: always,
    additionalProperties: false,
  };
};
