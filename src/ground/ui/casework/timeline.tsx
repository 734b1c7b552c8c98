import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';

/** One thing that happened. */
export type TimelineEvent = {
  readonly title: Content;
  /** Who did it. */
  readonly by?: Content;
  /** When: the moment for machines, and as people read it. */
  readonly at: { readonly moment: string; readonly text: Content };
  readonly children?: Content;
  readonly class?: string | undefined;
};

export type TimelineProps = Styling &
  Speaking & {
    readonly items: readonly Maybe<TimelineEvent>[];
    readonly headingLevel?: 2 | 3 | 4 | undefined;
  };

const by: Text = { vi: 'do', en: 'by' };

/** What has happened to a dossier, newest first: a view of its record. */
export function Timeline(props: TimelineProps) {
  const lang = useLanguage(props.lang);
  const Heading = `h${props.headingLevel ?? 2}` as 'h2';
  return (
    <div class={classes('moj-timeline', props.class)} {...props.attributes}>
      {props.items.map(
        (item) =>
          item && (
            <div class={classes('moj-timeline__item', item.class)}>
              <div class="moj-timeline__header">
                <Heading class="moj-timeline__title">{item.title}</Heading>{' '}
                {!isEmpty(item.by) && (
                  <p class="moj-timeline__byline">
                    {by[lang]} {item.by}
                  </p>
                )}
              </div>
              <p class="moj-timeline__date">
                <time datetime={item.at.moment}>{item.at.text}</time>
              </p>
              {!isEmpty(item.children) && <div class="moj-timeline__description">{item.children}</div>}
            </div>
          ),
      )}
    </div>
  );
}
