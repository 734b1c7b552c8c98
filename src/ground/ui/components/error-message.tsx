import type { Text } from '../../text/language.ts';
import { classes, type Content, type Part, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** The words of an error with its look. */
export type ErrorPart = Part & {
  /** Said by screen readers before the message; an empty text leaves it out. */
  readonly spokenPrefix?: string | undefined;
};

export type ErrorMessageProps = Styling &
  Speaking &
  Omit<ErrorPart, 'text'> & { readonly id?: string | undefined; readonly children?: Content };

const prefix: Text = { vi: 'Lỗi', en: 'Error' };

/** What is wrong with a field and how to mend it. */
export function ErrorMessage(props: ErrorMessageProps) {
  const lang = useLanguage(props.lang);
  const spoken = props.spokenPrefix ?? prefix[lang];
  return (
    <p id={props.id} class={classes('govuk-error-message', props.class)} {...props.attributes}>
      {spoken && <span class="govuk-visually-hidden">{spoken}:</span>}
      {spoken && ' '}
      {props.children}
    </p>
  );
}
