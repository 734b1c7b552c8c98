import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** What kind of news it is. */
export type AlertKind = 'information' | 'success' | 'warning' | 'error';

export type AlertProps = Styling &
  Speaking & {
    readonly kind?: AlertKind | undefined;
    /** Said by screen readers, and shown as a heading when there is more to say. */
    readonly title: string;
    readonly showTitle?: boolean | undefined;
    readonly level?: 2 | 3 | 4 | undefined;
    /** With script the person can put it away. */
    readonly dismissible?: boolean | undefined;
    readonly role?: 'region' | 'alert' | undefined;
    readonly children?: Content;
  };

const kinds: Readonly<Record<AlertKind, Text>> = {
  information: { vi: 'Thông tin', en: 'information' },
  success: { vi: 'Đã xong', en: 'success' },
  warning: { vi: 'Lưu ý', en: 'warning' },
  error: { vi: 'Lỗi', en: 'error' },
};
const dismiss: Text = { vi: 'Ẩn', en: 'Dismiss' };

/** A sign of our own drawing on the grid that the style sheet expects: disc, tick, triangle, cross. */
const signs: Readonly<Record<AlertKind, string>> = {
  information:
    'M15 2.5a12.5 12.5 0 1 0 0 25 12.5 12.5 0 0 0 0-25zm-1.4 10.4h2.8v9.5h-2.8zm0-5.1h2.8v2.8h-2.8z',
  success: 'M11.3 24.7 2 15.4l2.6-2.6 6.7 6.6L25.4 5.3 28 8z',
  warning: 'M15 2.4 28.8 26.2H1.2zm-1.4 7.1v8.3h2.8V9.5zm0 10.5v2.8h2.8V20z',
  error:
    'M9.8 2.5 2.5 9.8v10.4l7.3 7.3h10.4l7.3-7.3V9.8l-7.3-7.3zm1.1 6.4 4.1 4.1 4.1-4.1 2 2L17 15l4.1 4.1-2 2L15 17l-4.1 4.1-2-2L13 15l-4.1-4.1z',
};

/** News about the case at hand, at the top of an officer's page. */
export function Alert(props: AlertProps) {
  const lang = useLanguage(props.lang);
  const kind = props.kind ?? 'information';
  const Heading = `h${props.level ?? 2}` as 'h2';
  const headed = props.showTitle === true && !isEmpty(props.children);
  return (
    <div
      role={props.role ?? 'region'}
      class={classes('moj-alert', `moj-alert--${kind}`, headed && 'moj-alert--with-heading', props.class)}
      aria-label={`${kinds[kind][lang]}: ${props.title}`}
      data-module="moj-alert"
      data-dismissible={props.dismissible || undefined}
      data-dismiss-text={props.dismissible && lang === 'vi' ? dismiss.vi : undefined}
      {...props.attributes}
    >
      <div>
        <svg
          class="moj-alert__icon"
          role="presentation"
          focusable="false"
          xmlns="http://www.w3.org/2000/svg"
          viewBox="0 0 30 30"
          height="30"
          width="30"
        >
          <path fill-rule="evenodd" fill="currentColor" d={signs[kind]} />
        </svg>
      </div>
      <div class="moj-alert__content">
        {headed && <Heading class="moj-alert__heading">{props.title}</Heading>}
        {props.children ?? props.title}
      </div>
      <div class="moj-alert__action">
        <button class="moj-alert__dismiss" type="button" hidden>
          {dismiss[lang]}
        </button>
      </div>
    </div>
  );
}
