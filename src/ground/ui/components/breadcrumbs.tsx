import type { Text } from '../../text/language.ts';
import { classes, type Attributes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One page on the way here; without `href` it is this page. */
export type Crumb = {
  readonly text: Content;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type BreadcrumbsProps = Styling &
  Speaking & {
    readonly items: readonly Crumb[];
    readonly label?: string | undefined;
    /** On a phone only the first and the last are shown. */
    readonly collapseOnMobile?: boolean | undefined;
  };

const label: Text = { vi: 'Đường dẫn', en: 'Breadcrumb' };

/** Where this page lies. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  const lang = useLanguage(props.lang);
  return (
    <nav
      class={classes(
        'govuk-breadcrumbs',
        props.class,
        props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      {...props.attributes}
      aria-label={props.label ?? label[lang]}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((crumb) =>
          crumb.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={crumb.href} {...crumb.attributes}>
                {crumb.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {crumb.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
