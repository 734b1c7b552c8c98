/** How the options of govuk-frontend's fixtures of content become our props. */
import { Accordion } from '../components/accordion.tsx';
import { Details } from '../components/details.tsx';
import { Feedback } from '../components/feedback.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Pagination, type PageItem } from '../components/pagination.tsx';
import { Panel } from '../components/panel.tsx';
import type { Action } from '../components/actions.tsx';
import type { ScriptSentence } from '../components/script-words.ts';
import { SummaryList, type SummaryAction, type SummaryRow } from '../components/summary-list.tsx';
import { Table, type Cell } from '../components/table.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Tag } from '../components/tag.tsx';
import { TaskList, type TaskStatus } from '../components/task-list.tsx';
import { WarningText } from '../components/warning-text.tsx';
import type { Attributes, Maybe } from '../content.ts';
import { content, look, part, type Words } from './nodes.ts';

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** A text or HTML that is there, or nothing. */
const either = (text: string | undefined, html: string | undefined) =>
  content({ text: text ?? '', html: html ?? '' });

type AccordionOptions = Words & {
  id: string;
  headingLevel?: Level;
  rememberExpanded?: boolean;
  items: Maybe<{ heading: Words; summary?: Words; content?: Words; expanded?: boolean }>[];
} & Record<string, unknown>;

const accordionNames = {
  hideAllSectionsText: 'hide-all-sections',
  hideSectionText: 'hide-section',
  hideSectionAriaLabelText: 'hide-section-aria-label',
  showAllSectionsText: 'show-all-sections',
  showSectionText: 'show-section',
  showSectionAriaLabelText: 'show-section-aria-label',
} as const;

const accordion = (o: AccordionOptions) => (
  <Accordion
    {...look(o)}
    id={o.id}
    headingLevel={o.headingLevel}
    rememberExpanded={o.rememberExpanded}
    words={Object.fromEntries(
      Object.entries(accordionNames).map(([option, key]) => [key, o[option] as ScriptSentence | undefined]),
    )}
    items={o.items.map(
      (item) =>
        item && {
          heading: content(item.heading),
          summary: content(item.summary),
          content: content(item.content),
          expanded: item.expanded,
        },
    )}
  />
);

type ActionOptions = Words & { href: string; visuallyHiddenText?: string };
type ActionsOptions = { items?: ActionOptions[]; classes?: string };
type RowOptions = { key: Words; value: Words; actions?: ActionsOptions; classes?: string };
type CardOptions = Words & { title?: Words & { headingLevel?: Level }; actions?: ActionsOptions };

const summaryAction = (o: ActionOptions): SummaryAction => ({
  ...look(o),
  href: o.href,
  text: content(o),
  spoken: o.visuallyHiddenText,
});

const summaryRow = (row: Maybe<RowOptions>): Maybe<SummaryRow> =>
  row && {
    key: part(row.key),
    value: part(row.value),
    actions: row.actions?.items?.map(summaryAction),
    actionsClass: row.actions?.classes,
    class: row.classes,
  };

const summaryList = (o: Words & { rows: Maybe<RowOptions>[]; card?: CardOptions }) => (
  <SummaryList
    {...look(o)}
    rows={o.rows.map(summaryRow)}
    card={
      o.card && {
        ...look(o.card),
        title: o.card.title && {
          text: content(o.card.title),
          class: o.card.title.classes,
          level: o.card.title.headingLevel,
        },
        actions: o.card.actions?.items?.map(summaryAction),
        actionsClass: o.card.actions?.classes,
      }
    }
  />
);

type CellOptions = Words & { format?: 'numeric'; colspan?: number; rowspan?: number };
type TableOptions = Words & {
  caption?: string;
  captionClasses?: string;
  firstCellIsHeader?: boolean;
  head?: CellOptions[];
  rows: Maybe<CellOptions[]>[];
};

const cell = (o: CellOptions) => part(o) as Cell;

const table = (o: TableOptions) => (
  <Table
    {...look(o)}
    caption={o.caption}
    captionClass={o.captionClasses}
    firstCellIsHeader={o.firstCellIsHeader}
    head={o.head?.map(cell)}
    rows={o.rows.map((row) => row && row.map(cell))}
  />
);

type LinkOptions = {
  href: string;
  text?: string;
  html?: string;
  labelText?: string;
  attributes?: Attributes;
};
type PageOptions = {
  number: number;
  href: string;
  ellipsis?: boolean;
  current?: boolean;
  visuallyHiddenText?: string;
  attributes?: Attributes;
};
type PaginationOptions = Words & {
  previous?: LinkOptions;
  next?: LinkOptions;
  items?: Maybe<PageOptions>[];
  landmarkLabel?: string;
};

const pageLink = (o: LinkOptions | undefined) =>
  o && { href: o.href, text: content(o), label: o.labelText, attributes: o.attributes };

const pageItem = (o: Maybe<PageOptions>): Maybe<PageItem> => {
  if (!o || Object.keys(o).length === 0) return null;
  return o.ellipsis ? { gap: true } : { ...o, spoken: o.visuallyHiddenText };
};

type PanelOptions = Words & {
  titleText?: string;
  titleHtml?: string;
  headingLevel?: Level;
  actions?: Words & { items?: (Words & Omit<Action, 'text' | 'class'>)[] };
};

const action = (o: Words & Omit<Action, 'text' | 'class'>): Action => ({
  ...o,
  text: content(o),
  class: o.classes,
});

const INTERRUPTION = 'govuk-panel--interruption';

const panel = (o: PanelOptions) => (
  <Panel
    attributes={o.attributes}
    class={o.classes?.replace(INTERRUPTION, '')}
    kind={o.classes?.includes(INTERRUPTION) ? 'interruption' : 'confirmation'}
    title={either(o.titleText, o.titleHtml)}
    titleLevel={o.headingLevel}
    actions={
      o.actions && {
        ...look(o.actions),
        items: (o.actions.items ?? []).map(action),
      }
    }
  >
    {content(o)}
  </Panel>
);

type BannerOptions = Words & {
  type?: string;
  titleText?: string;
  titleHtml?: string;
  titleId?: string;
  titleHeadingLevel?: Level;
  role?: 'alert' | 'region' | 'banner';
  disableAutoFocus?: boolean;
};

const notificationBanner = (o: BannerOptions) => (
  <NotificationBanner
    {...look(o)}
    kind={o.type === 'success' ? 'success' : undefined}
    title={(o.titleText || o.titleHtml) && either(o.titleText, o.titleHtml)}
    titleId={o.titleId}
    titleLevel={o.titleHeadingLevel}
    role={o.role}
    disableAutoFocus={o.disableAutoFocus}
  >
    {content(o)}
  </NotificationBanner>
);

type TabOptions = { id?: string; label: string; panel: Words; attributes?: Attributes };

const tabs = (o: Words & { id?: string; idPrefix?: string; title?: string; items?: Maybe<TabOptions>[] }) => (
  <Tabs
    {...look(o)}
    id={o.id}
    idPrefix={o.idPrefix}
    title={o.title}
    items={(o.items ?? []).map(
      (item) =>
        item && {
          id: item.id,
          label: item.label,
          attributes: item.attributes,
          panel: content(item.panel),
          panelAttributes: item.panel.attributes,
        },
    )}
  />
);

type StatusOptions = Words & { tag?: Words };
type TaskOptions = { title: Words; href?: string; hint?: Words; status: StatusOptions; classes?: string };

const taskStatus = (o: StatusOptions): TaskStatus =>
  o.tag
    ? { text: content(o.tag), tag: look(o.tag), class: o.classes }
    : { text: content(o), class: o.classes };

const taskList = (o: Words & { items: Maybe<TaskOptions>[]; idPrefix?: string }) => (
  <TaskList
    {...look(o)}
    idPrefix={o.idPrefix}
    items={o.items.map(
      (item) =>
        item && {
          title: part(item.title),
          href: item.href,
          hint: content(item.hint),
          status: taskStatus(item.status),
          class: item.classes,
        },
    )}
  />
);

/** From the name of a component to what renders its options. */
export const contents = {
  accordion,
  details: (o: Words & { id?: string; open?: boolean; summaryText?: string; summaryHtml?: string }) => (
    <Details {...look(o)} id={o.id} open={o.open} summary={either(o.summaryText, o.summaryHtml)}>
      {content(o)}
    </Details>
  ),
  feedback: (o: Words & { titleText?: string; titleHtml?: string; headingLevel?: Level }) => (
    <Feedback {...look(o)} title={either(o.titleText, o.titleHtml)} headingLevel={o.headingLevel}>
      {content(o)}
    </Feedback>
  ),
  'inset-text': (o: Words & { id?: string }) => (
    <InsetText {...look(o)} id={o.id}>
      {content(o)}
    </InsetText>
  ),
  'notification-banner': notificationBanner,
  pagination: (o: PaginationOptions) => (
    <Pagination
      {...look(o)}
      previous={pageLink(o.previous)}
      next={pageLink(o.next)}
      items={o.items?.map(pageItem)}
      label={o.landmarkLabel}
    />
  ),
  panel,
  'summary-list': summaryList,
  table,
  tabs,
  tag: (o: Words) => <Tag {...look(o)}>{content(o)}</Tag>,
  'task-list': taskList,
  'warning-text': (o: Words & { iconFallbackText?: string }) => (
    <WarningText {...look(o)} spokenIcon={o.iconFallbackText}>
      {content(o)}
    </WarningText>
  ),
};
