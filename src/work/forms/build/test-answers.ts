/** Test data for the preview of a form: to every question the first good example of its type. Pure. */
import type { FieldBase } from '../fields/field.ts';
import { typeOf } from '../fields/index.ts';
import type { Option } from '../fields/option.ts';
import { partsOf } from '../parts.ts';
import type { Answers, Definition } from '../schema.ts';

function exampleOf(field: FieldBase): unknown {
  if (field.compute !== undefined) return undefined;
  const parts = partsOf(field);
  if (parts.length > 0)
    return Object.fromEntries(
      parts.flatMap((part) => {
        const value = exampleOf(part);
        return value === undefined ? [] : [[part.id, value]];
      }),
    );
  const [option] = (field as FieldBase & { readonly options?: readonly Option[] }).options ?? [];
  if (option) return field.type === 'choices' ? [option.value] : option.value;
  return typeOf(field).examples.valid[0]?.[1];
}

const answersTo = (fields: readonly FieldBase[]): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = exampleOf(field);
      return value === undefined ? [] : [[field.id, value]];
    }),
  );

/** Answers to every question of a form, of a repeated group one item. */
export const testAnswers = (definition: Definition): Answers =>
  Object.assign(
    {},
    ...definition.sections.flatMap(({ pages }) =>
      pages.map(({ repeat, fields }) => (repeat ? { [repeat.id]: [answersTo(fields)] } : answersTo(fields))),
    ),
  ) as Answers;
