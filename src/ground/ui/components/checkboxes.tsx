import { classes, isEmpty, partOf, type Maybe, type Styling } from '../content.ts';
import { choiceId, ChoiceItem, type Choice, type Divider } from './choice.tsx';
import type { LegendPart } from './fieldset.tsx';
import { describedBy, FieldSetGroup, type FieldSetProps } from './form-group.tsx';

/** One box. */
export type CheckboxChoice = Choice & {
  readonly name?: string | undefined;
  /** Taking this box clears all others ("none of these"). */
  readonly exclusive?: boolean | undefined;
};

export type CheckboxesProps = FieldSetProps &
  Styling & {
    readonly name: string;
    /** Defaults to the name. The first box has exactly this id. */
    readonly idPrefix?: string | undefined;
    readonly items: readonly Maybe<CheckboxChoice | Divider>[];
    /** The values of the boxes that are ticked. */
    readonly values?: readonly (string | number)[] | undefined;
    readonly small?: boolean | undefined;
  };

const isTicked = (choice: Choice, values: CheckboxesProps['values']): boolean =>
  choice.checked ?? values?.some((value) => String(value) === String(choice.value)) ?? false;

/** Any number of answers out of a few. */
export function Checkboxes(props: CheckboxesProps) {
  const prefix = props.idPrefix ?? props.name;
  const framed = props.fieldset !== undefined || !isEmpty(partOf<LegendPart>(props.legend).text);
  const described = framed ? undefined : describedBy(prefix, props);
  return (
    <FieldSetGroup field={props} id={prefix}>
      <div
        class={classes('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
        {...props.attributes}
        data-module="govuk-checkboxes"
      >
        {props.group?.before}
        {props.items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
          return (
            <ChoiceItem
              block="govuk-checkboxes"
              type="checkbox"
              id={choiceId(prefix, index, item.id)}
              name={item.name ?? props.name}
              choice={item}
              checked={isTicked(item, props.values)}
              behaviour={item.exclusive ? 'exclusive' : undefined}
              describedBy={described}
            />
          );
        })}
        {props.group?.after}
      </div>
    </FieldSetGroup>
  );
}
