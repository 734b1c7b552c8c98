import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Attributes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** A link of the footer. */
export type FooterLink = {
  readonly href: string;
  readonly text: Content;
  readonly attributes?: Attributes | undefined;
};

/** A column of links. */
export type FooterSection = {
  readonly title: Content;
  readonly items?: readonly FooterLink[] | undefined;
  readonly columns?: number | undefined;
  readonly width?: string | undefined;
};

export type FooterProps = Styling &
  Speaking & {
    readonly containerClass?: string | undefined;
    /** A sign above everything. */
    readonly sign?: Content;
    readonly sections?: readonly FooterSection[] | undefined;
    readonly meta?:
      | {
          readonly title?: string | undefined;
          readonly items?: readonly FooterLink[] | undefined;
          readonly text?: Content;
        }
      | undefined;
    /** Under which terms the content may be used. */
    readonly licence?: { readonly sign?: Content; readonly text: Content } | undefined;
    /** Whose content it is. */
    readonly owner?: { readonly href: string; readonly text: Content } | undefined;
  };

const support: Text = { vi: 'Liên kết hỗ trợ', en: 'Support links' };

const Link = ({ link }: { readonly link: FooterLink }) => (
  <a class="govuk-footer__link" href={link.href} {...link.attributes}>
    {link.text}
  </a>
);

const Section = ({ section }: { readonly section: FooterSection }) => (
  <div class={`govuk-footer__section govuk-grid-column-${section.width ?? 'full'}`}>
    <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
    {section.items && section.items.length > 0 && (
      <ul
        class={classes(
          'govuk-footer__list',
          section.columns ? `govuk-footer__list--columns-${section.columns}` : undefined,
        )}
      >
        {section.items.map((link) => (
          <li class="govuk-footer__list-item">
            <Link link={link} />
          </li>
        ))}
      </ul>
    )}
  </div>
);

function Meta({ meta, title }: { readonly meta: NonNullable<FooterProps['meta']>; readonly title: string }) {
  return (
    <>
      <h2 class="govuk-visually-hidden">{meta.title ?? title}</h2>
      {meta.items && meta.items.length > 0 && (
        <ul class="govuk-footer__inline-list">
          {meta.items.map((link) => (
            <li class="govuk-footer__inline-list-item">
              <Link link={link} />
            </li>
          ))}
        </ul>
      )}
      {!isEmpty(meta.text) && <div class="govuk-footer__meta-custom">{meta.text}</div>}
    </>
  );
}

/** A footer with columns of links. Pages of the platform have `renderPage`. */
export function Footer(props: FooterProps) {
  const lang = useLanguage(props.lang);
  const { sections = [], meta, licence, owner } = props;
  return (
    <div class={classes('govuk-footer', props.class)} {...props.attributes}>
      <div class={classes('govuk-width-container', props.containerClass)}>
        {props.sign}
        {sections.length > 0 && (
          <>
            <div class="govuk-footer__navigation">
              {sections.map((section) => (
                <Section section={section} />
              ))}
            </div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && <Meta meta={meta} title={support[lang]} />}
            {licence && (
              <>
                {licence.sign} <span class="govuk-footer__licence-description">{licence.text}</span>
              </>
            )}
          </div>
          {owner && (
            <div class="govuk-footer__meta-item">
              <a class="govuk-footer__link govuk-footer__copyright-logo" href={owner.href}>
                {owner.text}
              </a>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
