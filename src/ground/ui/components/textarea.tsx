import { classes, type Styling } from '../content.ts';
import { describedBy, FormGroup, hasError, type FieldProps } from './form-group.tsx';

export type TextareaProps = FieldProps &
  Styling & {
    readonly value?: string | null | undefined;
    readonly rows?: number | undefined;
    readonly spellcheck?: boolean | undefined;
    readonly autocomplete?: string | undefined;
    readonly disabled?: boolean | undefined;
  };

/** A field for several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name ?? '';
  return (
    <FormGroup field={props} id={id}>
      {props.group?.before}
      <textarea
        class={classes('govuk-textarea', hasError(props.error) && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
        value={leadingLine(props.value)}
      />
      {props.group?.after}
    </FormGroup>
  );
}

/** A browser drops the first line break inside a textarea; a second one keeps what the person typed. */
const leadingLine = (value: string | null | undefined): string | undefined =>
  value?.startsWith('\n') ? `\n${value}` : (value ?? undefined);
