import { classes, type Maybe, type Styling } from '../content.ts';
import { choiceId, ChoiceItem, type Choice, type Divider } from './choice.tsx';
import { FieldSetGroup, type FieldSetProps } from './form-group.tsx';

export type RadiosProps = FieldSetProps &
  Styling & {
    readonly name: string;
    /** Defaults to the name. The first choice has exactly this id. */
    readonly idPrefix?: string | undefined;
    readonly items: readonly Maybe<Choice | Divider>[];
    /** The value of the choice that is taken. */
    readonly value?: string | number | null | undefined;
    readonly inline?: boolean | undefined;
    readonly small?: boolean | undefined;
  };

const isTaken = (choice: Choice, value: RadiosProps['value']): boolean =>
  choice.checked ??
  (value !== undefined && value !== null && value !== '' && String(choice.value) === String(value));

/** One answer out of a few. */
export function Radios(props: RadiosProps) {
  const prefix = props.idPrefix ?? props.name;
  return (
    <FieldSetGroup field={props} id={prefix}>
      <div
        class={classes(
          'govuk-radios',
          props.inline && 'govuk-radios--inline',
          props.small && 'govuk-radios--small',
          props.class,
        )}
        {...props.attributes}
        data-module="govuk-radios"
      >
        {props.group?.before}
        {props.items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>;
          return (
            <ChoiceItem
              block="govuk-radios"
              type="radio"
              id={choiceId(prefix, index, item.id)}
              name={props.name}
              choice={item}
              checked={isTaken(item, props.value)}
            />
          );
        })}
        {props.group?.after}
      </div>
    </FieldSetGroup>
  );
}
