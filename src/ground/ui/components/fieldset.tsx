import { classes, isEmpty, partOf, type Content, type Part, type Styling } from '../content.ts';
import type { Size } from './label.tsx';

/** The words of a legend with its look. */
export type LegendPart = Part & {
  readonly size?: Size | undefined;
  /** The legend is the page's only heading: one question per page. */
  readonly isPageHeading?: boolean | undefined;
};

export type FieldsetProps = Styling & {
  readonly legend?: Content | LegendPart;
  readonly describedBy?: string | undefined;
  readonly role?: string | undefined;
  readonly children?: Content;
};

function Legend(part: LegendPart) {
  return (
    <legend
      class={classes(
        'govuk-fieldset__legend',
        part.size && `govuk-fieldset__legend--${part.size}`,
        part.class,
      )}
      {...part.attributes}
    >
      {part.isPageHeading ? <h1 class="govuk-fieldset__heading">{part.text}</h1> : part.text}
    </legend>
  );
}

/** Fields that belong together, under one legend. */
export function Fieldset(props: FieldsetProps) {
  const legend: LegendPart = partOf<LegendPart>(props.legend);
  return (
    <fieldset
      class={classes('govuk-fieldset', props.class)}
      role={props.role as 'group' | undefined}
      aria-describedby={props.describedBy}
      {...props.attributes}
    >
      {!isEmpty(legend.text) && <Legend {...legend} />}
      {props.children}
    </fieldset>
  );
}
