import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

export type BannerProps = Styling &
  Speaking & {
    readonly kind?: 'success' | 'warning' | 'information' | undefined;
    readonly children?: Content;
  };

const labels: Readonly<Record<'success' | 'warning' | 'information' | 'none', Text>> = {
  success: { vi: 'Đã xong', en: 'success' },
  warning: { vi: 'Cảnh báo', en: 'warning' },
  information: { vi: 'Thông tin', en: 'information' },
  none: { vi: 'Thông báo', en: 'banner' },
};

const signs = {
  success: 'M25 6.2 8.7 23.2 0 14.1l4-4.2 4.7 4.9L21 2z',
  warning: 'M13.6 15.4h-2.3v-4.5h2.3zm0 4.4h-2.3v-2.2h2.3zM0 23.2h25L12.5 2z',
  information: 'M12.5.5a12 12 0 1 0 0 24 12 12 0 0 0 0-24zm-1.2 15.6h2.4v2.4h-2.4zm0-9.6h2.4v7.2h-2.4z',
} as const;

/** One line of news across the page. */
export function Banner(props: BannerProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      class={classes('moj-banner', props.kind && `moj-banner--${props.kind}`, props.class)}
      {...props.attributes}
      role="region"
      aria-label={labels[props.kind ?? 'none'][lang]}
    >
      {props.kind && (
        <svg
          class="moj-banner__icon"
          fill="currentColor"
          role="presentation"
          focusable="false"
          xmlns="http://www.w3.org/2000/svg"
          viewBox="0 0 25 25"
          height="25"
          width="25"
        >
          <path fill-rule="evenodd" d={signs[props.kind]} />
        </svg>
      )}
      <div class="moj-banner__message">{props.children}</div>
    </div>
  );
}
