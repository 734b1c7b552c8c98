import { classes, isEmpty, type Content, type Part, type Styling } from '../content.ts';

/** Sizes of headings, labels and legends. */
export type Size = 's' | 'm' | 'l' | 'xl';

/** The words of a label with its look. */
export type LabelPart = Part & {
  readonly size?: Size | undefined;
  /** The label is the page's only heading: one question per page. */
  readonly isPageHeading?: boolean | undefined;
};

export type LabelProps = Styling &
  Omit<LabelPart, 'text'> & { readonly for?: string | undefined; readonly children?: Content };

/** The label of one field. */
export function Label(props: LabelProps) {
  if (isEmpty(props.children)) return null;
  const label = (
    <label
      class={classes('govuk-label', props.size && `govuk-label--${props.size}`, props.class)}
      {...props.attributes}
      for={props.for}
    >
      {props.children}
    </label>
  );
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
