/** One of the answers that a question offers. */
import type { JsonSchema } from './field.ts';
import type { Text } from '../../../ground/text/language.ts';

export type Option = { readonly value: string; readonly label: Text; readonly hint?: Text };

/** What a definition must give for a list of options. */
export const optionsSchema: JsonSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 500,
  items: {
    type: 'object',
    required: ['value', 'label'],
    properties: {
      value: { type: 'string', minLength: 1, maxLength: 60 },
      label: { $ref: '#/$defs/text' },
      hint: { $ref: '#/$defs/text' },
    },
  },
};
