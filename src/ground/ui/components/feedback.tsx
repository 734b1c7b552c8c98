import { classes, isEmpty, type Content, type Styling } from '../content.ts';

export type FeedbackProps = Styling & {
  readonly title: Content;
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly children?: Content;
};

/** Asks what people think of the page, at its end. */
export function Feedback(props: FeedbackProps) {
  const Heading = `h${props.headingLevel ?? 2}` as 'h2';
  return (
    <div class={classes('govuk-feedback govuk-width-container', props.class)} {...props.attributes}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">{props.title}</Heading>
          {!isEmpty(props.children) && (
            <div class="govuk-feedback__body">
              {typeof props.children === 'string' ? (
                <p class="govuk-body">{props.children}</p>
              ) : (
                props.children
              )}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
