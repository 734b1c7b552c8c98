import type { Text } from '../../text/language.ts';
import { classes, type Attributes, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One tab and what it shows. */
export type Tab = {
  readonly label: Content;
  readonly id?: string | undefined;
  readonly panel: Content;
  readonly panelAttributes?: Attributes | undefined;
  readonly attributes?: Attributes | undefined;
};

export type TabsProps = Styling &
  Speaking & {
    readonly id?: string | undefined;
    /** Makes the ids of tabs that have none. */
    readonly idPrefix?: string | undefined;
    readonly title?: Content;
    readonly items: readonly Maybe<Tab>[];
  };

const title: Text = { vi: 'Nội dung', en: 'Contents' };

/** Views of one thing. Without script they follow one another under a list of links. */
export function Tabs(props: TabsProps) {
  const lang = useLanguage(props.lang);
  const idOf = (tab: Tab, index: number): string => tab.id ?? `${props.idPrefix ?? ''}-${index + 1}`;
  return (
    <div
      id={props.id}
      class={classes('govuk-tabs', props.class)}
      {...props.attributes}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? title[lang]}</h2>
      {props.items.length > 0 && (
        <ul class="govuk-tabs__list">
          {props.items.map(
            (tab, index) =>
              tab && (
                <li
                  class={classes('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}
                >
                  <a class="govuk-tabs__tab" href={`#${idOf(tab, index)}`} {...tab.attributes}>
                    {tab.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {props.items.map(
        (tab, index) =>
          tab && (
            <div
              class={classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
              id={idOf(tab, index)}
              {...tab.panelAttributes}
            >
              {typeof tab.panel === 'string' ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
            </div>
          ),
      )}
    </div>
  );
}
