import type { Text } from '../../text/language.ts';
import { classes, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

export type NotificationBadgeProps = Styling &
  Speaking & { readonly count: number; /** What is counted. */ readonly of?: string | undefined };

const MOST = 99;
const orMore: Text = { vi: '99 trở lên', en: '99 or more' };

/** How many things wait, beside a link. Nothing waits: nothing is shown. */
export function NotificationBadge(props: NotificationBadgeProps) {
  const lang = useLanguage(props.lang);
  if (props.count <= 0) return null;
  const many = props.count >= MOST;
  return (
    <span class={classes('moj-notification-badge', props.class)} {...props.attributes}>
      <span aria-hidden="true">{many ? `${MOST}+` : props.count}</span>
      <span class="govuk-visually-hidden">
        ({many ? orMore[lang] : props.count}
        {props.of && ` ${props.of}`})
      </span>
    </span>
  );
}
