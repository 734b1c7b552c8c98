import {
  classes,
  partOf,
  type Attributes,
  type Content,
  type Maybe,
  type Part,
  type Styling,
} from '../content.ts';

/** What can be done with a row or a card. */
export type SummaryAction = {
  readonly href: string;
  readonly text: Content;
  /** Said by screen readers after the text, so that several "Sửa" can be told apart. */
  readonly spoken?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** One row: a name and what it is. */
export type SummaryRow = {
  readonly key: Content | Part;
  readonly value: Content | Part;
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly actionsClass?: string | undefined;
  readonly class?: string | undefined;
};

/** A frame with a heading around the list. */
type SummaryCard = Styling & {
  readonly title?: Content | (Part & { readonly level?: 1 | 2 | 3 | 4 | 5 | 6 | undefined });
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly actionsClass?: string | undefined;
};

export type SummaryListProps = Styling & {
  readonly rows: readonly Maybe<SummaryRow>[];
  readonly card?: SummaryCard | undefined;
};

function ActionLink({ action, card }: { readonly action: SummaryAction; readonly card?: Content }) {
  return (
    <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.spoken || card) && (
        <span class="govuk-visually-hidden">
          {action.spoken && ` ${action.spoken}`}
          {card && [' (', card, ')']}
        </span>
      )}
    </a>
  );
}

type RowProps = { readonly row: SummaryRow; readonly anyActions: boolean; readonly card: Content };

function Row({ row, anyActions, card }: RowProps) {
  const key = partOf<Part>(row.key);
  const value = partOf<Part>(row.value);
  const actions = row.actions ?? [];
  return (
    <div
      class={classes(
        'govuk-summary-list__row',
        anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
        row.class,
      )}
    >
      <dt class={classes('govuk-summary-list__key', key.class)}>{key.text}</dt>
      <dd class={classes('govuk-summary-list__value', value.class)}>{value.text}</dd>
      {actions.length > 0 && (
        <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
          {actions.length === 1 ? (
            actions.map((action) => <ActionLink action={action} card={card} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} card={card} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function CardActions({ card, title }: { readonly card: SummaryCard; readonly title: Content }) {
  const actions = card.actions ?? [];
  const name = classes('govuk-summary-card__actions', card.actionsClass);
  if (actions.length === 0) return null;
  if (actions.length === 1) {
    return (
      <div class={name}>
        {actions.map((action) => (
          <ActionLink action={action} card={title} />
        ))}
      </div>
    );
  }
  return (
    <ul class={name}>
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} card={title} />
        </li>
      ))}
    </ul>
  );
}

/** Names and values, such as answers to check before sending. */
export function SummaryList(props: SummaryListProps) {
  const { card } = props;
  const title = partOf<Part & { readonly level?: number }>(card?.title);
  const anyActions = props.rows.some((row) => row && row.actions && row.actions.length > 0);
  const list = (
    <dl class={classes('govuk-summary-list', props.class)} {...props.attributes}>
      {props.rows.map((row) => row && <Row row={row} anyActions={anyActions} card={title.text} />)}
    </dl>
  );
  if (!card) return list;
  const Heading = `h${('level' in title && title.level) || 2}` as 'h2';
  return (
    <div class={classes('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title.text && (
          <Heading class={classes('govuk-summary-card__title', title.class)}>{title.text}</Heading>
        )}
        <CardActions card={card} title={title.text} />
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  );
}
