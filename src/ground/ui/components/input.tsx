import { classes, isEmpty, partOf, type Content, type Part, type Styling } from '../content.ts';
import { describedBy, FormGroup, hasError, type FieldProps } from './form-group.tsx';

/** Kinds of one-line input. Dates people type are `DateInput`; numbers are text with `inputmode`. */
type InputType =
  'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'number' | 'date' | 'time' | 'hidden';

export type InputProps = FieldProps &
  Styling & {
    readonly value?: string | number | null | undefined;
    readonly type?: InputType | undefined;
    /** Width in characters, for answers of a known length. */
    readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
    readonly inputmode?:
      'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined;
    readonly autocomplete?: string | undefined;
    readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
    readonly pattern?: string | undefined;
    readonly spellcheck?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    /** Shown before the input and hidden from screen readers: the label must say it too. */
    readonly prefix?: Content | Part;
    readonly suffix?: Content | Part;
    readonly wrapper?: Styling | undefined;
  };

function Affix({ side, part }: { readonly side: 'prefix' | 'suffix'; readonly part: Part }) {
  if (isEmpty(part.text)) return null;
  return (
    <div class={classes(`govuk-input__${side}`, part.class)} aria-hidden="true" {...part.attributes}>
      {part.text}
    </div>
  );
}

/** The input itself. */
function InputElement({ field, id }: { readonly field: InputProps; readonly id: string }) {
  return (
    <input
      class={classes(
        'govuk-input',
        field.width && `govuk-input--width-${field.width}`,
        field.class,
        hasError(field.error) && 'govuk-input--error',
      )}
      id={id}
      name={field.name}
      type={(field.type ?? 'text') as 'text'}
      spellcheck={field.spellcheck}
      value={field.value ?? undefined}
      disabled={field.disabled}
      aria-describedby={describedBy(id, field)}
      autocomplete={field.autocomplete}
      autocapitalize={field.autocapitalize}
      pattern={field.pattern}
      inputmode={field.inputmode}
      {...field.attributes}
    />
  );
}

/** A field for one line of text. */
export function Input(props: InputProps) {
  const id = props.id ?? props.name ?? '';
  const prefix = partOf<Part>(props.prefix);
  const suffix = partOf<Part>(props.suffix);
  const { before, after } = props.group ?? {};
  const input = <InputElement field={props} id={id} />;
  const bare = [prefix.text, suffix.text, before, after].every(isEmpty);
  return (
    <FormGroup field={props} id={id}>
      {bare ? (
        input
      ) : (
        <div class={classes('govuk-input__wrapper', props.wrapper?.class)} {...props.wrapper?.attributes}>
          {before}
          <Affix side="prefix" part={prefix} />
          {input}
          <Affix side="suffix" part={suffix} />
          {after}
        </div>
      )}
    </FormGroup>
  );
}
