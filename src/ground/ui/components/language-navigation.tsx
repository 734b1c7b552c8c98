import type { Text } from '../../text/language.ts';
import { classes, type Attributes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One language; the current one is not a link. */
export type LanguageLink = {
  readonly text: Content;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly hreflang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Said by screen readers after the name of the language. */
  readonly spoken?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type LanguageNavigationProps = Styling &
  Speaking & { readonly label?: string | undefined; readonly items: readonly LanguageLink[] };

const label: Text = { vi: 'Ngôn ngữ', en: 'Language' };

function Item({ item }: { readonly item: LanguageLink }) {
  const { lang, dir, attributes } = item;
  if (item.current || !item.href) {
    return (
      <span
        class={classes('govuk-language-navigation__text', item.class)}
        aria-current="true"
        lang={lang}
        dir={dir}
        {...attributes}
      >
        {item.text}
      </span>
    );
  }
  return (
    <a
      class={classes('govuk-language-navigation__link', item.class)}
      href={item.href}
      rel="alternate"
      lang={lang}
      hreflang={item.hreflang ?? lang}
      dir={dir}
      {...attributes}
    >
      {item.text}
      {item.spoken && <span class="govuk-visually-hidden"> {item.spoken}</span>}
    </a>
  );
}

/** The same page in other languages. */
export function LanguageNavigation(props: LanguageNavigationProps) {
  const lang = useLanguage(props.lang);
  return (
    <nav
      class={classes('govuk-language-navigation', props.class)}
      {...props.attributes}
      aria-label={props.label ?? label[lang]}
    >
      <ul class="govuk-language-navigation__list">
        {props.items.map((item) => (
          <li class="govuk-language-navigation__list-item">
            <Item item={item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
