import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Attributes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One error; `href` is `#` and the id of the field. */
export type SummarisedError = {
  readonly text: Content;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type ErrorSummaryProps = Styling &
  Speaking & {
    readonly title?: Content;
    readonly children?: Content;
    readonly errors?: readonly SummarisedError[] | undefined;
    readonly disableAutoFocus?: boolean | undefined;
  };

const title: Text = { vi: 'Có chỗ chưa đúng', en: 'There is a problem' };

/** All errors of a page, at its top, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      class={classes('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? title[lang]}</h2>
        <div class="govuk-error-summary__body">
          {!isEmpty(props.children) && <p>{props.children}</p>}
          {props.errors && props.errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errors.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...error.attributes}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
