/** How the options around a field (label, hint, error, group) become our props. */
import type { Around, FieldProps, FieldSetProps } from '../components/form-group.tsx';
import type { LegendPart } from '../components/fieldset.tsx';
import type { LabelPart } from '../components/label.tsx';
import { content, look, part, type Words } from './nodes.ts';

type GroupOptions = Words & {
  beforeInput?: Words;
  afterInput?: Words;
  beforeInputs?: Words;
  afterInputs?: Words;
};

/** Options that every field has. */
export type AroundOptions = Words & {
  id?: string;
  name?: string;
  label?: Words & { isPageHeading?: boolean };
  hint?: Words;
  errorMessage?: Words & { visuallyHiddenText?: string };
  formGroup?: GroupOptions;
  describedBy?: string;
};

const errorOf = (words: AroundOptions['errorMessage']) =>
  words && { text: content(words), ...look(words), spokenPrefix: words.visuallyHiddenText };

const around = (o: AroundOptions): Around => ({
  hint: part(o.hint),
  error: errorOf(o.errorMessage),
  describedBy: o.describedBy,
  group: o.formGroup && {
    ...look(o.formGroup),
    before: content(o.formGroup.beforeInput ?? o.formGroup.beforeInputs),
    after: content(o.formGroup.afterInput ?? o.formGroup.afterInputs),
  },
});

/** What surrounds a field of one input. */
export const field = (o: AroundOptions): FieldProps => ({
  ...around(o),
  id: o.id,
  name: o.name,
  label: part(o.label) as LabelPart | undefined,
});

/** Options of a fieldset. */
export type FieldsetOptions = Words & { legend?: Words & { isPageHeading?: boolean }; describedBy?: string };

/** What surrounds a field of several inputs. */
export const fieldSet = (o: AroundOptions & { fieldset?: FieldsetOptions }): FieldSetProps => ({
  ...around(o),
  legend: part(o.fieldset?.legend) as LegendPart | undefined,
  fieldset: o.fieldset && look(o.fieldset),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
});
