import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

export type SkipLinkProps = Styling &
  Speaking & { readonly href?: string | undefined; readonly children?: Content };

const words: Text = { vi: 'Đến nội dung chính', en: 'Skip to main content' };

/** The first link of a page: past the header, for those who use a keyboard. */
export function SkipLink(props: SkipLinkProps) {
  const lang = useLanguage(props.lang);
  return (
    <a
      href={props.href ?? '#content'}
      class={classes('govuk-skip-link', props.class)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {props.children ?? words[lang]}
    </a>
  );
}
