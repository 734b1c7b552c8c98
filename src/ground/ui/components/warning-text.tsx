import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

export type WarningTextProps = Styling &
  Speaking & {
    /** Said by screen readers instead of the sign. */
    readonly spokenIcon?: string | undefined;
    readonly children?: Content;
  };

const icon: Text = { vi: 'Cảnh báo', en: 'Warning' };

/** What has consequences by law, such as a fine. */
export function WarningText(props: WarningTextProps) {
  const lang = useLanguage(props.lang);
  return (
    <div class={classes('govuk-warning-text', props.class)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.spokenIcon ?? icon[lang]}</span> {props.children}
      </strong>
    </div>
  );
}
