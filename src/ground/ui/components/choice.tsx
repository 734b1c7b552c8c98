/** One radio button or checkbox with its label, hint and what it reveals: the two components differ only in names. */
import {
  classes,
  ids,
  isEmpty,
  partOf,
  type Attributes,
  type Content,
  type Part,
  type Styling,
} from '../content.ts';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** One choice of a list. */
export type Choice = {
  readonly value: string | number;
  readonly text: Content;
  readonly id?: string | undefined;
  readonly hint?: Content | Part;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Questions that only matter when this choice is taken. Without script they are always shown. */
  readonly reveals?: Content;
  readonly label?: Styling | undefined;
  readonly attributes?: Attributes | undefined;
};

/** A word between choices, such as "hoặc". */
export type Divider = { readonly divider: Content };

type ItemProps = {
  readonly block: 'govuk-radios' | 'govuk-checkboxes';
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string | undefined;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly behaviour?: string | undefined;
  readonly describedBy?: string | undefined;
};

/** The id of the choice at this place: the first has the bare prefix, so that an error summary can link to it. */
export const choiceId = (prefix: string, index: number, own?: string): string =>
  own ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);

/** One choice as markup. */
export function ChoiceItem(props: ItemProps) {
  const { block, id, choice, checked } = props;
  const { text: hint, ...hintLook } = partOf<Part>(choice.hint);
  const hintId = isEmpty(hint) ? undefined : `${id}-item-hint`;
  const reveals = !isEmpty(choice.reveals);
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={props.name}
          type={props.type}
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={props.behaviour}
          aria-describedby={ids(props.describedBy, hintId)}
          {...choice.attributes}
        />
        <Label
          class={classes(`${block}__label`, choice.label?.class)}
          attributes={choice.label?.attributes}
          for={id}
        >
          {choice.text}
        </Label>
        {hintId && (
          <Hint
            id={hintId}
            class={classes(`${block}__hint`, hintLook.class)}
            attributes={hintLook.attributes}
          >
            {hint}
          </Hint>
        )}
      </div>
      {reveals && (
        <div
          class={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.reveals}
        </div>
      )}
    </>
  );
}
