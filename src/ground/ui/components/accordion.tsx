import { classes, isEmpty, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { scriptWords, type ScriptWords } from './script-words.ts';

/** One section. */
export type AccordionSection = {
  readonly heading: Content;
  readonly summary?: Content;
  readonly content?: Content;
  /** Open at first; without script all sections are open. */
  readonly expanded?: boolean | undefined;
};

/** What the controls say. */
type AccordionWords = ScriptWords<
  | 'hide-all-sections'
  | 'hide-section'
  | 'hide-section-aria-label'
  | 'show-all-sections'
  | 'show-section'
  | 'show-section-aria-label'
>;

export type AccordionProps = Styling &
  Speaking & {
    readonly id: string;
    readonly items: readonly Maybe<AccordionSection>[];
    readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
    /** Whether the browser remembers which sections were open; it does unless told not to. */
    readonly rememberExpanded?: boolean | undefined;
    readonly words?: AccordionWords | undefined;
  };

const vietnamese: AccordionWords = {
  'hide-all-sections': 'Thu gọn tất cả',
  'hide-section': 'Thu gọn',
  'show-all-sections': 'Mở tất cả',
  'show-section': 'Mở',
};

type SectionProps = {
  readonly section: AccordionSection;
  readonly id: string;
  readonly index: number;
  readonly level: number;
};

function Section({ section, id, index, level }: SectionProps) {
  const Heading = `h${level}` as 'h2';
  return (
    <div
      class={classes('govuk-accordion__section', section.expanded && 'govuk-accordion__section--expanded')}
    >
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${index}`}>
            {section.heading}
          </span>
        </Heading>
        {!isEmpty(section.summary) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${index}`}>
            {section.summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${index}`} class="govuk-accordion__section-content">
        {typeof section.content === 'string' ? <p class="govuk-body">{section.content}</p> : section.content}
      </div>
    </div>
  );
}

/** Sections that open and close. */
export function Accordion(props: AccordionProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      class={classes('govuk-accordion', props.class)}
      data-module="govuk-accordion"
      id={props.id}
      {...scriptWords(lang, vietnamese, props.words)}
      data-remember-expanded={props.rememberExpanded}
      {...props.attributes}
    >
      {props.items.map(
        (section, index) =>
          section && (
            <Section section={section} id={props.id} index={index + 1} level={props.headingLevel ?? 2} />
          ),
      )}
    </div>
  );
}
