import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

export type NotificationBannerProps = Styling &
  Speaking & {
    /** `success` tells that something was just done, and is read out at once. */
    readonly kind?: 'success' | undefined;
    readonly title?: Content;
    readonly titleId?: string | undefined;
    readonly titleLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
    readonly role?: 'alert' | 'region' | 'banner' | undefined;
    readonly disableAutoFocus?: boolean | undefined;
    /** A bare text gets the look of a heading. */
    readonly children?: Content;
  };

const titles: Readonly<Record<'success' | 'important', Text>> = {
  success: { vi: 'Đã xong', en: 'Success' },
  important: { vi: 'Lưu ý', en: 'Important' },
};

/** Something that matters but is not about the task at hand, or what was just done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const lang = useLanguage(props.lang);
  const id = props.titleId ?? 'govuk-notification-banner-title';
  const Heading = `h${props.titleLevel ?? 2}` as 'h2';
  return (
    <div
      class={classes(
        'govuk-notification-banner',
        props.kind && `govuk-notification-banner--${props.kind}`,
        props.class,
      )}
      role={props.role ?? (props.kind === 'success' ? 'alert' : 'region')}
      aria-labelledby={id}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={id}>
          {props.title ?? titles[props.kind ?? 'important'][lang]}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof props.children === 'string' ? (
          <p class="govuk-notification-banner__heading">{props.children}</p>
        ) : (
          props.children
        )}
      </div>
    </div>
  );
}
