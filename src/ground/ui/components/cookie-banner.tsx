import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Content, type Part, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { ActionItem, type Action } from './actions.tsx';

/** One thing the banner says. */
export type CookieMessage = Part & {
  readonly heading?: Content;
  readonly actions?: readonly Action[] | undefined;
  readonly hidden?: boolean | undefined;
  readonly role?: 'alert' | undefined;
};

export type CookieBannerProps = Styling &
  Speaking & {
    readonly label?: string | undefined;
    readonly hidden?: boolean | undefined;
    readonly messages: readonly CookieMessage[];
  };

const label: Text = { vi: 'Thông báo về cookie', en: 'Cookie banner' };

const Message = ({ message }: { readonly message: CookieMessage }) => (
  <div
    class={classes('govuk-cookie-banner__message', message.class, 'govuk-width-container')}
    role={message.role}
    {...message.attributes}
    hidden={message.hidden}
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {!isEmpty(message.heading) && (
          <h2 class="govuk-cookie-banner__heading govuk-heading-m">{message.heading}</h2>
        )}
        <div class="govuk-cookie-banner__content">
          {typeof message.text === 'string' ? <p class="govuk-body">{message.text}</p> : message.text}
        </div>
      </div>
    </div>
    {message.actions && (
      <div class="govuk-button-group">
        {message.actions.map((action) => (
          <ActionItem action={action} />
        ))}
      </div>
    )}
  </div>
);

/** Asks about cookies that are not strictly needed. The platform itself sets none. */
export function CookieBanner(props: CookieBannerProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      class={classes('govuk-cookie-banner', props.class)}
      data-nosnippet=""
      role="region"
      aria-label={props.label ?? label[lang]}
      hidden={props.hidden}
      {...props.attributes}
    >
      {props.messages.map((message) => (
        <Message message={message} />
      ))}
    </div>
  );
}
