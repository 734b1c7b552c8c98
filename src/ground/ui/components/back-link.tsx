import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

export type BackLinkProps = Styling &
  Speaking & { readonly href?: string | undefined; readonly children?: Content };

const words: Text = { vi: 'Quay lại', en: 'Back' };

/** To the step before. */
export function BackLink(props: BackLinkProps) {
  const lang = useLanguage(props.lang);
  return (
    <a href={props.href ?? '#'} class={classes('govuk-back-link', props.class)} {...props.attributes}>
      {props.children ?? words[lang]}
    </a>
  );
}
