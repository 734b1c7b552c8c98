import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Attributes, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One page of the service. */
export type ServiceLink = {
  readonly text: Content;
  readonly href?: string | undefined;
  /** This very page. */
  readonly current?: boolean | undefined;
  /** This page lies under it. */
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

export type ServiceNavigationProps = Styling &
  Speaking & {
    readonly serviceName?: Content;
    readonly serviceHref?: string | undefined;
    /** Names the region when there is a service name. */
    readonly label?: string | undefined;
    readonly items?: readonly Maybe<ServiceLink>[] | undefined;
    readonly navigationId?: string | undefined;
    readonly navigationLabel?: string | undefined;
    readonly navigationClass?: string | undefined;
    /** With script, on a phone, the links fold behind a button; by default when there are several. */
    readonly collapseOnMobile?: boolean | undefined;
    readonly menuText?: string | undefined;
    readonly menuLabel?: string | undefined;
    readonly start?: Content;
    readonly end?: Content;
    readonly endInline?: boolean | undefined;
    readonly beforeItems?: Content;
    readonly afterItems?: Content;
  };

const words: Readonly<Record<'menu' | 'region', Text>> = {
  menu: { vi: 'Mục lục', en: 'Menu' },
  region: { vi: 'Thông tin dịch vụ', en: 'Service information' },
};

function Item({ item }: { readonly item: ServiceLink }) {
  const marked = item.current || item.active;
  const current = marked ? (item.current ? 'page' : 'true') : undefined;
  const text = marked ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  );
  return (
    <li class={classes('govuk-service-navigation__item', marked && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {text}
        </a>
      ) : (
        !isEmpty(item.text) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {text}
          </span>
        )
      )}
    </li>
  );
}

function Navigation({ props, menu }: { readonly props: ServiceNavigationProps; readonly menu: string }) {
  const items = (props.items ?? []).filter((item): item is ServiceLink => Boolean(item));
  const id = props.navigationId ?? 'navigation';
  if (items.length === 0 && isEmpty(props.beforeItems) && isEmpty(props.afterItems)) return null;
  return (
    <nav
      aria-label={props.navigationLabel ?? menu}
      class={classes('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapseOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuLabel === menu ? undefined : props.menuLabel}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.beforeItems}
        {items.map((item) => (
          <Item item={item} />
        ))}
        {props.afterItems}
      </ul>
    </nav>
  );
}

function ServiceName({ name, href }: { readonly name: Content; readonly href: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {href ? (
        <a href={href} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

/** The name of a service and its pages. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const lang = useLanguage(props.lang);
  const isRegion = ![props.serviceName, props.start, props.end].every(isEmpty);
  const Outer = isRegion ? 'section' : 'div';
  return (
    <Outer
      aria-label={isRegion ? (props.label ?? words.region[lang]) : undefined}
      class={classes('govuk-service-navigation', props.class)}
      data-module="govuk-service-navigation"
      {...props.attributes}
    >
      <div
        class={classes(
          'govuk-width-container',
          props.endInline && 'govuk-service-navigation__inlining-container',
        )}
      >
        {props.start}
        <div class="govuk-service-navigation__container">
          {!isEmpty(props.serviceName) && <ServiceName name={props.serviceName} href={props.serviceHref} />}
          <Navigation props={props} menu={props.menuText ?? words.menu[lang]} />
        </div>
        {props.end}
      </div>
    </Outer>
  );
}
