import { classes, type Content, type Styling } from '../content.ts';

export type DetailsProps = Styling & {
  /** What is behind it, in a few words. */
  readonly summary: Content;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly children?: Content;
};

/** More, for those who want it. */
export const Details = (props: DetailsProps) => (
  <details
    id={props.id}
    class={classes('govuk-details', props.class)}
    {...props.attributes}
    open={props.open}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
);
