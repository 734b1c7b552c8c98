import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { Button } from '../components/button.tsx';

/** What is chosen in one field of the filter, each with the page without it. */
export type ChosenFilters = {
  readonly heading: Content;
  readonly items: readonly { readonly text: Content; readonly href: string }[];
};

export type FilterProps = Styling &
  Speaking & {
    /** Where the answers go (a GET: the address of a filtered list can be kept and sent on). */
    readonly action: string;
    readonly heading?: Content;
    readonly chosen?: readonly ChosenFilters[] | undefined;
    /** The page with no filter at all. */
    readonly clearHref?: string | undefined;
    /** Other answers of the page that a new filter keeps. */
    readonly keep?: Readonly<Record<string, string>> | undefined;
    readonly children?: Content;
  };

const words: Readonly<Record<'filter' | 'chosen' | 'clear' | 'remove' | 'apply', Text>> = {
  filter: { vi: 'Lọc', en: 'Filter' },
  chosen: { vi: 'Đang lọc theo', en: 'Selected filters' },
  clear: { vi: 'Bỏ lọc', en: 'Clear filters' },
  remove: { vi: 'Bỏ', en: 'Remove this filter' },
  apply: { vi: 'Lọc', en: 'Apply filters' },
};

function Chosen({ props, lang }: { readonly props: FilterProps; readonly lang: 'vi' | 'en' }) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">{words.chosen[lang]}</h2>
        </div>{' '}
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={props.clearHref ?? props.action}>
              {words.clear[lang]}
            </a>
          </p>
        </div>
      </div>
      {props.chosen?.map((group) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{group.heading}</h3>
          <ul class="moj-filter-tags">
            {group.items.map((item) => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">{words.remove[lang]}</span> {item.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  );
}

/** The fields that narrow a list, beside it. */
export function Filter(props: FilterProps) {
  const lang = useLanguage(props.lang);
  return (
    <form class={classes('moj-filter', props.class)} action={props.action} method="get" {...props.attributes}>
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{props.heading ?? words.filter[lang]}</h2>
        </div>
      </div>
      <div class="moj-filter__content">
        {props.chosen && props.chosen.length > 0 && <Chosen props={props} lang={lang} />}
        <div class="moj-filter__options">
          {props.children}
          <Button kind="secondary">{words.apply[lang]}</Button>
        </div>
      </div>
    </form>
  );
}

/** The filter on the left, the list on the right; on a phone one above the other. */
export const FilterLayout = ({
  filter,
  children,
}: {
  readonly filter: Content;
  readonly children?: Content;
}) => (
  <div class="moj-filter-layout">
    <div class="moj-filter-layout__filter">{filter}</div>
    <div class="moj-filter-layout__content">{children}</div>
  </div>
);

/** A filter of a few fields in one row above a list. */
export function FilterBar(props: Omit<FilterProps, 'heading' | 'chosen'>) {
  const lang = useLanguage(props.lang);
  return (
    <form
      class={classes('tt-filter-bar', props.class)}
      action={props.action}
      method="get"
      {...props.attributes}
    >
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <Button kind="secondary">{words.apply[lang]}</Button>
      {props.clearHref && (
        <a class="govuk-link tt-filter-bar__clear" href={props.clearHref}>
          {words.clear[lang]}
        </a>
      )}
    </form>
  );
}
