/** How the options of govuk-frontend's fixtures of what stands around a page become our props. */
import type { Action } from '../components/actions.tsx';
import { BackLink } from '../components/back-link.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { CookieBanner } from '../components/cookie-banner.tsx';
import { ExitThisPage } from '../components/exit-this-page.tsx';
import { Footer } from '../components/footer.tsx';
import { GenericHeader } from '../components/generic-header.tsx';
import { Header } from '../components/header.tsx';
import { LanguageNavigation, type LanguageLink } from '../components/language-navigation.tsx';
import { PhaseBanner } from '../components/phase-banner.tsx';
import { ServiceNavigation } from '../components/service-navigation.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import type { Attributes, Maybe } from '../content.ts';
import { content, findNode, look, nodes, part, type Words } from './nodes.ts';

type CookieOptions = Words & {
  ariaLabel?: string;
  hidden?: boolean;
  messages: (Words & {
    headingText?: string;
    headingHtml?: string;
    hidden?: boolean;
    role?: 'alert';
    actions?: (Omit<Action, 'class'> & { classes?: string })[];
  })[];
};

const cookieBanner = (o: CookieOptions) => (
  <CookieBanner
    {...look(o)}
    label={o.ariaLabel}
    hidden={o.hidden}
    messages={o.messages.map((message) => ({
      ...look(message),
      text: content(message),
      heading: content({ text: message.headingText ?? '', html: message.headingHtml ?? '' }),
      hidden: message.hidden,
      role: message.role,
      actions: message.actions?.map((action) => ({ ...action, class: action.classes })),
    }))}
  />
);

type ExitOptions = Words & {
  id?: string;
  redirectUrl?: string;
  activatedText?: string;
  timedOutText?: string;
  pressTwoMoreTimesText?: string;
  pressOneMoreTimeText?: string;
};

/** Our component has no page to flee to by default; theirs has. */
const WEATHER = 'https://www.bbc.co.uk/weather';

const exitThisPage = (o: ExitOptions) => (
  <ExitThisPage
    {...look(o)}
    id={o.id}
    href={o.redirectUrl ?? WEATHER}
    words={{
      activated: o.activatedText,
      'timed-out': o.timedOutText,
      'press-two-more-times': o.pressTwoMoreTimesText,
      'press-one-more-time': o.pressOneMoreTimeText,
    }}
  >
    {content(o)}
  </ExitThisPage>
);

type FooterLinkOptions = { href: string; text: string; attributes?: Attributes };
type FooterOptions = Words & {
  containerClasses?: string;
  navigation?: { title: string; columns?: number; width?: string; items?: FooterLinkOptions[] }[];
  meta?: Words & { visuallyHiddenTitle?: string; items?: FooterLinkOptions[] };
  contentLicence?: Words | null;
  copyright?: Words;
};

const ownerHref =
  'https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/';

/**
 * Crown, licence and its sign are those of another state: our footer has none by default, so the test takes
 * them from the expected HTML and hands them in as content.
 */
const footer = (o: FooterOptions, expected: string) => (
  <Footer
    {...look(o)}
    containerClass={o.containerClasses}
    sign={findNode(expected, 'svg', 'govuk-footer__crown')}
    sections={o.navigation}
    meta={o.meta && { title: o.meta.visuallyHiddenTitle, items: o.meta.items, text: content(o.meta) }}
    licence={
      o.contentLicence === null
        ? undefined
        : {
            sign: findNode(expected, 'svg', 'govuk-footer__licence-logo'),
            text: o.contentLicence
              ? content(o.contentLicence)
              : nodes(
                  'All content is available under the <a class="govuk-footer__link" rel="license" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>, except where otherwise stated',
                ),
          }
    }
    owner={{ href: ownerHref, text: content(o.copyright) ?? '© Crown copyright' }}
  />
);

type HeaderOptions = Words & { homepageUrl?: string; productName?: string; containerClasses?: string };

const header = (o: HeaderOptions, expected: string) => (
  <Header
    {...look(o)}
    href={o.homepageUrl ?? '//gov.uk'}
    productName={o.productName}
    containerClass={o.containerClasses}
  >
    {findNode(expected, 'svg', 'govuk-header__logotype')}
  </Header>
);

type GenericOptions = Words & {
  logoText?: string;
  logoHtml?: string;
  url?: string;
  containerClasses?: string;
};

type LanguageOptions = Words &
  Omit<LanguageLink, 'text' | 'class' | 'spoken' | 'hreflang'> & {
    hrefLang?: string;
    languageDescriptionText?: string;
  };

type NavigationOptions = Words & {
  serviceName?: string;
  serviceUrl?: string;
  ariaLabel?: string;
  menuButtonText?: string;
  menuButtonLabel?: string;
  navigationLabel?: string;
  navigationClasses?: string;
  navigationId?: string;
  collapseNavigationOnMobile?: boolean;
  navigation?: Maybe<Words & { href?: string; current?: boolean; active?: boolean }>[];
  slots?: {
    start?: string;
    end?: string | { html: string; align?: string };
    navigationStart?: string;
    navigationEnd?: string;
  };
};

const slot = (html: string | undefined) => (html ? nodes(html) : undefined);

const serviceNavigation = (o: NavigationOptions) => {
  const end = o.slots?.end;
  return (
    <ServiceNavigation
      {...look(o)}
      serviceName={o.serviceName}
      serviceHref={o.serviceUrl}
      label={o.ariaLabel}
      menuText={o.menuButtonText}
      menuLabel={o.menuButtonLabel}
      navigationLabel={o.navigationLabel}
      navigationClass={o.navigationClasses}
      navigationId={o.navigationId}
      collapseOnMobile={o.collapseNavigationOnMobile}
      items={o.navigation?.map((item) => item && { ...item, text: content(item) })}
      start={slot(o.slots?.start)}
      end={slot(typeof end === 'string' ? end : end?.html)}
      endInline={typeof end === 'object' && end.align === 'inline'}
      beforeItems={slot(o.slots?.navigationStart)}
      afterItems={slot(o.slots?.navigationEnd)}
    />
  );
};

/** From the name of a component to what renders its options. */
export const frames = {
  'back-link': (o: Words & { href?: string }) => (
    <BackLink {...look(o)} href={o.href}>
      {content(o)}
    </BackLink>
  ),
  breadcrumbs: (
    o: Words & { items: (Words & { href?: string })[]; collapseOnMobile?: boolean; labelText?: string },
  ) => (
    <Breadcrumbs
      {...look(o)}
      items={o.items.map((item) => ({ href: item.href, text: content(item), attributes: item.attributes }))}
      collapseOnMobile={o.collapseOnMobile}
      label={o.labelText}
    />
  ),
  'cookie-banner': cookieBanner,
  'exit-this-page': exitThisPage,
  footer,
  'generic-header': (o: GenericOptions) => (
    <GenericHeader {...look(o)} href={o.url} containerClass={o.containerClasses}>
      {content({ text: o.logoText ?? '', html: o.logoHtml ?? '' })}
    </GenericHeader>
  ),
  header,
  'language-navigation': (o: Words & { ariaLabel?: string; items: LanguageOptions[] }) => (
    <LanguageNavigation
      {...look(o)}
      label={o.ariaLabel}
      items={o.items.map(({ classes, hrefLang, languageDescriptionText, ...item }) => ({
        ...item,
        text: content(item),
        class: classes,
        hreflang: hrefLang,
        spoken: languageDescriptionText,
      }))}
    />
  ),
  'phase-banner': (o: Words & { tag?: Words }) => (
    <PhaseBanner {...look(o)} tag={part(o.tag)}>
      {content(o)}
    </PhaseBanner>
  ),
  'service-navigation': serviceNavigation,
  'skip-link': (o: Words & { href?: string }) => (
    <SkipLink {...look(o)} href={o.href}>
      {content(o)}
    </SkipLink>
  ),
};
