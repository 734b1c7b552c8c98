import { classes, type Attributes, type Maybe, type Styling } from '../content.ts';
import { describedBy, FormGroup, hasError, type FieldProps } from './form-group.tsx';

/** One choice. Without a value its text is the value. */
export type SelectItem = {
  readonly value?: string | number | undefined;
  readonly text: string;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

export type SelectProps = FieldProps &
  Styling & {
    readonly items: readonly Maybe<SelectItem>[];
    /** The value of the item that is chosen. */
    readonly value?: string | number | null | undefined;
    readonly disabled?: boolean | undefined;
  };

function isSelected(item: SelectItem, chosen: SelectProps['value']): boolean {
  if (item.selected !== undefined) return item.selected;
  return (
    chosen !== undefined &&
    chosen !== null &&
    chosen !== '' &&
    String(item.value ?? item.text) === String(chosen)
  );
}

/** A drop-down list: only for many choices that people know; else radios. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name ?? '';
  return (
    <FormGroup field={props} id={id}>
      {props.group?.before}
      <select
        class={classes('govuk-select', props.class, hasError(props.error) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...props.attributes}
      >
        {props.items.map(
          (item) =>
            item && (
              <option
                value={item.value}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...item.attributes}
              >
                {item.text}
              </option>
            ),
        )}
      </select>
      {props.group?.after}
    </FormGroup>
  );
}
