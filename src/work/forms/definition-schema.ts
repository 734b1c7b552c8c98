/** JSON Schema of a form definition itself: for import, for the builder, for the API. Options of the types come from their own files. */
import type { JsonSchema } from './fields/field.ts';
import { fieldTypes } from './fields/index.ts';

const id: JsonSchema = { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,59}$' };
const name: JsonSchema = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,79}$' };
const text: JsonSchema = { $ref: '#/$defs/text' };
const logic: JsonSchema = {};

const base: Readonly<Record<string, JsonSchema>> = {
  id,
  type: { enum: Object.keys(fieldTypes) },
  label: text,
  short: text,
  hint: text,
  optional: { type: 'boolean' },
  showIf: logic,
  compute: logic,
  source: {
    type: 'object',
    required: ['registry', 'path'],
    properties: { registry: { type: 'string', minLength: 1 }, path: { type: 'string', minLength: 1 } },
    additionalProperties: false,
  },
  datum: { type: 'string', minLength: 1 },
  personalData: { enum: ['none', 'basic', 'sensitive'] },
  legalBasis: { type: 'string', minLength: 1 },
};

/** A field of one type: a `then` for each, so that faults speak of the options of that type alone. */
const fieldOptions: readonly JsonSchema[] = Object.entries(fieldTypes).map(
  ([type, { options, needs = [] }]) => ({
    if: { type: 'object', properties: { type: { const: type } }, required: ['type'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { properties: options, required: needs },
  }),
);

/** The schema (2020-12). Whether ids are unique and conditions point backwards, `readDefinition` checks. */
export const definitionSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:toantrinh:form-definition',
  type: 'object',
  required: ['id', 'version', 'title', 'sections'],
  properties: {
    id: name,
    version: { type: 'integer', minimum: 1 },
    title: text,
    legalBasis: { type: 'array', items: { type: 'string', minLength: 1 } },
    sections: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/section' } },
    rules: { type: 'array', maxItems: 200, items: { $ref: '#/$defs/rule' } },
  },
  additionalProperties: false,
  $defs: {
    text: {
      type: 'object',
      required: ['vi', 'en'],
      properties: { vi: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
      additionalProperties: false,
    },
    section: {
      type: 'object',
      required: ['id', 'title', 'pages'],
      properties: {
        id: name,
        title: text,
        showIf: logic,
        pages: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/page' } },
      },
      additionalProperties: false,
    },
    page: {
      type: 'object',
      required: ['id', 'title', 'fields'],
      properties: {
        id: name,
        title: text,
        intro: text,
        showIf: logic,
        repeat: {
          type: 'object',
          required: ['id', 'title'],
          properties: {
            id,
            title: text,
            min: { type: 'integer', minimum: 0 },
            max: { type: 'integer', minimum: 1, maximum: 200 },
          },
          additionalProperties: false,
        },
        fields: { type: 'array', minItems: 1, maxItems: 200, items: { $ref: '#/$defs/field' } },
      },
      additionalProperties: false,
    },
    field: {
      type: 'object',
      required: ['id', 'type', 'label'],
      properties: base,
      allOf: fieldOptions,
      unevaluatedProperties: false,
    },
    rule: {
      type: 'object',
      required: ['id', 'when', 'field', 'message'],
      properties: { id: name, when: logic, field: { type: 'string', minLength: 1 }, message: text },
      additionalProperties: false,
    },
  },
};
