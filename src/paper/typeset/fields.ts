/**
 * The input of a template, declared once: its TypeScript type and its JSON Schema (2020-12) come from the same words,
 * so that what compiles, what is checked and what a form builder shows can never differ.
 * Titles are Vietnamese: they name parts of a Vietnamese document.
 */

/** A JSON Schema as plain data. */
export type Schema = { readonly [key: string]: unknown };

/** One field: its schema, and (for the compiler only) the type of its value. */
export type Field<T> = { readonly schema: Schema; readonly optional?: boolean; readonly type?: T };

type OptionalField<T> = Field<T> & { readonly optional: true };
type Fields = { readonly [name: string]: Field<unknown> };

/** The type of the value that a field describes. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

type Value<F extends Fields> = {
  readonly [K in keyof F as F[K] extends OptionalField<unknown> ? never : K]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends OptionalField<unknown> ? K : never]?: ValueOf<F[K]>;
};

/** Words on one or more lines, at least one character. */
export const words = (title: string, rules: Schema = {}): Field<string> => ({
  schema: { type: 'string', title, minLength: 1, ...rules },
});

/** A calendar day, `YYYY-MM-DD`. */
export const day = (title: string): Field<string> => ({ schema: { type: 'string', title, format: 'date' } });

/** A moment in Vietnam without zone, `YYYY-MM-DDTHH:mm`. */
export const moment = (title: string): Field<string> => ({
  schema: { type: 'string', title, pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d$` },
});

/** A whole number, not negative unless the rules say so. */
export const whole = (title: string, rules: Schema = {}): Field<number> => ({
  schema: { type: 'integer', title, minimum: 0, maximum: Number.MAX_SAFE_INTEGER, ...rules },
});

/** Yes or no. */
export const yesNo = (title: string): Field<boolean> => ({ schema: { type: 'boolean', title } });

/** One of a closed list of words. */
export const oneOf = <const T extends string>(title: string, choices: readonly T[]): Field<T> => ({
  schema: { type: 'string', title, enum: choices },
});

/** Several values of the same kind, in order. */
export const list = <T>(title: string, item: Field<T>, rules: Schema = {}): Field<readonly T[]> => ({
  schema: { type: 'array', title, items: item.schema, ...rules },
});

/** A group of named fields; a name that is not declared is refused, so that a misspelt one is noticed. */
export const group = <F extends Fields>(title: string, fields: F): Field<Value<F>> => ({
  schema: {
    type: 'object',
    title,
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])),
    required: Object.entries(fields)
      .filter(([, field]) => field.optional !== true)
      .map(([name]) => name),
    additionalProperties: false,
  },
});

/** The same field, which may be left out. */
export const optional = <T>(field: Field<T>): OptionalField<T> => ({ ...field, optional: true });
