/** Ways through a part of the site: across the top, below a heading, or down the side. */
import type { Text } from '../../text/language.ts';
import { classes, type Attributes, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One page. */
export type NavigationLink = {
  readonly href: string;
  readonly text: Content;
  readonly current?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

type ListProps = Styling &
  Speaking & { readonly label?: string | undefined; readonly items: readonly Maybe<NavigationLink>[] };

const labels: Readonly<Record<'sub' | 'side' | 'primary', Text>> = {
  sub: { vi: 'Các phần của trang này', en: 'Parts of this page' },
  side: { vi: 'Mục bên', en: 'Side' },
  primary: { vi: 'Mục của hệ thống này', en: 'Parts of this system' },
};

/** The links of a block, one below or beside the other. */
const links = (block: string, items: ListProps['items']) => (
  <ul class={`${block}__list`}>
    {items.map(
      (item) =>
        item && (
          <li class={`${block}__item`}>
            <a
              class={`${block}__link`}
              aria-current={item.current ? 'page' : undefined}
              href={item.href}
              {...item.attributes}
            >
              {item.text}
            </a>
          </li>
        ),
    )}
  </ul>
);

/** Views of one thing, each a page of its own (unlike tabs). */
export function SubNavigation(props: ListProps) {
  const lang = useLanguage(props.lang);
  return (
    <nav
      class={classes('moj-sub-navigation', props.class)}
      aria-label={props.label ?? labels.sub[lang]}
      {...props.attributes}
    >
      {links('moj-sub-navigation', props.items)}
    </nav>
  );
}

export type PrimaryNavigationProps = ListProps & { readonly search?: Content };

/** Parts of one system of officers, with its search. */
export function PrimaryNavigation(props: PrimaryNavigationProps) {
  const lang = useLanguage(props.lang);
  return (
    <div class="moj-primary-navigation">
      <div class="moj-primary-navigation__container">
        <div class="moj-primary-navigation__nav">
          <nav
            class={classes('moj-primary-navigation', props.class)}
            aria-label={props.label ?? labels.primary[lang]}
            {...props.attributes}
          >
            {links('moj-primary-navigation', props.items)}
          </nav>
        </div>
        {props.search && <div class="moj-primary-navigation__search">{props.search}</div>}
      </div>
    </div>
  );
}

/** Pages under one heading. */
export type NavigationSection = {
  readonly heading?: Content;
  readonly items: readonly Maybe<NavigationLink>[];
};

export type SideNavigationProps = Styling &
  Speaking & {
    readonly label?: string | undefined;
    readonly sections: readonly NavigationSection[];
    readonly headingLevel?: 2 | 3 | 4 | undefined;
  };

/** Pages of a large part, down the side. */
export function SideNavigation(props: SideNavigationProps) {
  const lang = useLanguage(props.lang);
  const Heading = `h${props.headingLevel ?? 2}` as 'h2';
  return (
    <nav
      class={classes('moj-side-navigation', props.class)}
      aria-label={props.label ?? labels.side[lang]}
      {...props.attributes}
    >
      {props.sections.map((section) => (
        <>
          {section.heading && <Heading class="moj-side-navigation__title">{section.heading}</Heading>}
          <ul class="moj-side-navigation__list">
            {section.items.map(
              (item) =>
                item && (
                  <li
                    class={classes(
                      'moj-side-navigation__item',
                      item.current && 'moj-side-navigation__item--active',
                    )}
                    {...item.attributes}
                  >
                    <a href={item.href} aria-current={item.current ? 'location' : undefined}>
                      {item.text}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </>
      ))}
    </nav>
  );
}
