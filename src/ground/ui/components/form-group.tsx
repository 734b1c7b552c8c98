/** What every field has around it: label or legend, hint, error, and the ids that tie them to the field. */
import { classes, ids, isEmpty, partOf, type Content, type Part, type Styling } from '../content.ts';
import type { Speaking } from '../language.tsx';
import { ErrorMessage, type ErrorPart } from './error-message.tsx';
import { Fieldset, type LegendPart } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label, type LabelPart } from './label.tsx';

/** What surrounds a field. */
export type Around = Speaking & {
  readonly hint?: Content | Part;
  /** What is wrong with the answer. Present: the field is shown as wrong. */
  readonly error?: Content | ErrorPart;
  /** The outer element, and content just before and after the input. */
  readonly group?: (Styling & { readonly before?: Content; readonly after?: Content }) | undefined;
  /** Ids of further elements that describe the field. */
  readonly describedBy?: string | undefined;
};

/** A field with one input. */
export type FieldProps = Around & {
  readonly name?: string | undefined;
  /** Defaults to the name. An error summary links to it. */
  readonly id?: string | undefined;
  readonly label: Content | LabelPart;
};

/** A field made of several inputs. */
export type FieldSetProps = Around & {
  readonly legend?: Content | LegendPart;
  readonly fieldset?: Styling | undefined;
};

/** Whether a field has an error to show. */
export const hasError = (error: Around['error']): boolean => !isEmpty(partOf<ErrorPart>(error).text);

const hasHint = (hint: Around['hint']): boolean => !isEmpty(partOf<Part>(hint).text);

/** The ids that describe a field with this id. */
export const describedBy = (id: string, around: Around): string | undefined =>
  ids(around.describedBy, hasHint(around.hint) && `${id}-hint`, hasError(around.error) && `${id}-error`);

function HintAndError({ id, around }: { readonly id: string; readonly around: Around }) {
  const { text: hint, ...hintLook } = partOf<Part>(around.hint);
  const { text: error, ...errorLook }: ErrorPart = partOf<ErrorPart>(around.error);
  return (
    <>
      {!isEmpty(hint) && (
        <Hint id={`${id}-hint`} {...hintLook}>
          {hint}
        </Hint>
      )}
      {!isEmpty(error) && (
        <ErrorMessage id={`${id}-error`} lang={around.lang} {...errorLook}>
          {error}
        </ErrorMessage>
      )}
    </>
  );
}

function Group({ around, children }: { readonly around: Around; readonly children: Content }) {
  return (
    <div
      class={classes(
        'govuk-form-group',
        hasError(around.error) && 'govuk-form-group--error',
        around.group?.class,
      )}
      {...around.group?.attributes}
    >
      {children}
    </div>
  );
}

/** Label, hint and error around one input. */
export function FormGroup({
  field,
  id,
  children,
}: {
  readonly field: FieldProps;
  readonly id: string;
  readonly children: Content;
}) {
  const { text, ...look }: LabelPart = partOf<LabelPart>(field.label);
  return (
    <Group around={field}>
      <Label {...look} for={id}>
        {text}
      </Label>
      <HintAndError id={id} around={field} />
      {children}
    </Group>
  );
}

type SetGroupProps = {
  readonly field: FieldSetProps;
  readonly id: string;
  readonly role?: string;
  readonly children: Content;
};

/** Legend, hint and error around several inputs; without a legend or fieldset the inputs stand alone. */
export function FieldSetGroup({ field, id, role, children }: SetGroupProps) {
  const inner = (
    <>
      <HintAndError id={id} around={field} />
      {children}
    </>
  );
  const framed = field.fieldset !== undefined || !isEmpty(partOf<LegendPart>(field.legend).text);
  return (
    <Group around={field}>
      {framed ? (
        <Fieldset legend={field.legend} describedBy={describedBy(id, field)} role={role} {...field.fieldset}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </Group>
  );
}
