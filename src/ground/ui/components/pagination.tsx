import type { Text } from '../../text/language.ts';
import { classes, type Attributes, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** The page before or after this one. */
export type PageLink = {
  readonly href: string;
  readonly text?: Content;
  /** What is on that page. */
  readonly label?: Content;
  readonly attributes?: Attributes | undefined;
};

/** One page by its number, or a gap. */
export type PageItem =
  | { readonly gap: true }
  | {
      readonly gap?: undefined;
      readonly number: number | string;
      readonly href: string;
      readonly current?: boolean | undefined;
      readonly spoken?: string | undefined;
      readonly attributes?: Attributes | undefined;
    };

export type PaginationProps = Styling &
  Speaking & {
    readonly previous?: PageLink | undefined;
    readonly next?: PageLink | undefined;
    readonly items?: readonly Maybe<PageItem>[] | undefined;
    readonly label?: string | undefined;
  };

const words: Readonly<Record<'label' | 'page' | 'previous' | 'next' | 'ofPages', Text>> = {
  label: { vi: 'Phân trang', en: 'Pagination' },
  page: { vi: 'Trang', en: 'Page' },
  previous: { vi: 'Trước', en: 'Previous' },
  next: { vi: 'Sau', en: 'Next' },
  ofPages: { vi: ' (trang)', en: ' page' },
};

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

const Arrow = ({ to }: { readonly to: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
);

type ArrowLinkProps = {
  readonly to: 'prev' | 'next';
  readonly link: PageLink;
  readonly block: boolean;
  readonly children: Content;
};

function ArrowLink({ to, link, block, children }: ArrowLinkProps) {
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={to} {...link.attributes}>
        {(block || to === 'prev') && <Arrow to={to} />}{' '}
        <span
          class={classes(
            'govuk-pagination__link-title',
            block && !link.label && 'govuk-pagination__link-title--decorated',
          )}
        >
          {children}
        </span>
        {link.label && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!block && to === 'next' && [' ', <Arrow to={to} />]}
      </a>
    </div>
  );
}

function NumberItem({ item, page }: { readonly item: PageItem; readonly page: string }) {
  if (item.gap) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.spoken ?? `${page} ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

/** From page to page. Long lists have no numbers, only older and newer: see `KeysetPager`. */
export function Pagination(props: PaginationProps) {
  const lang = useLanguage(props.lang);
  const { previous, next, items } = props;
  const block = !items && Boolean(previous ?? next);
  const spoken = <span class="govuk-visually-hidden">{words.ofPages[lang]}</span>;
  return (
    <nav
      class={classes('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.label ?? words.label[lang]}
      {...props.attributes}
    >
      {previous && (
        <ArrowLink to="prev" link={previous} block={block}>
          {previous.text ?? [words.previous[lang], spoken]}
        </ArrowLink>
      )}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => item && <NumberItem item={item} page={words.page[lang]} />)}
        </ul>
      )}
      {next && (
        <ArrowLink to="next" link={next} block={block}>
          {next.text ?? [words.next[lang], spoken]}
        </ArrowLink>
      )}
    </nav>
  );
}
