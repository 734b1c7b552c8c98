/**
 * Questions asked that a registry or the vault could answer (B4; the goal is 0). What can be taken from where is learned from the forms
 * in force: a question that one service takes from a registry is no question for another. Pure.
 */
import { fold } from '../../../ground/text/fold.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Definition, Field, Source } from '../../../work/forms/index.ts';

/** A question that need not be asked, and where its answer lies. */
export type AskedAgain = { readonly id: string; readonly label: Text; readonly source: Source };

const fieldsOnce = (form: Definition): readonly Field[] =>
  form.sections.flatMap(({ pages }) => pages.flatMap(({ repeat, fields }) => (repeat ? [] : fields)));

/** The same question has the same kind of answer and the same words. */
const keyOf = ({ type, label, short }: Field): string => `${type} ${fold((short ?? label).vi)}`;

/** Which questions some form takes from where. */
export const takenElsewhere = (forms: readonly Definition[]): ReadonlyMap<string, Source> =>
  new Map(
    forms.flatMap((form) =>
      fieldsOnce(form).flatMap((field): [string, Source][] =>
        field.source ? [[keyOf(field), field.source]] : [],
      ),
    ),
  );

/** The questions of a form that ask what another form takes from a registry, the vault or the account. */
export const askedAgain = (form: Definition, taken: ReadonlyMap<string, Source>): readonly AskedAgain[] =>
  fieldsOnce(form).flatMap((field) => {
    const source = field.source || field.compute !== undefined ? undefined : taken.get(keyOf(field));
    return source ? [{ id: field.id, label: field.label, source }] : [];
  });
