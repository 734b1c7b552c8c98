import { classes, isEmpty, type Content, type Styling } from '../content.ts';
import { ActionItem, type Action } from './actions.tsx';

export type PanelProps = Styling & {
  readonly title: Content;
  readonly titleLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** `interruption` stops a person before something that matters; the default confirms that it is done. */
  readonly kind?: 'confirmation' | 'interruption' | undefined;
  readonly actions?: (Styling & { readonly items: readonly Action[] }) | undefined;
  readonly children?: Content;
};

/** The large panel at the end of a service, with the code of the dossier. */
export function Panel(props: PanelProps) {
  const kind = props.kind ?? 'confirmation';
  const Heading = `h${props.titleLevel ?? 1}` as 'h1';
  const { actions } = props;
  return (
    <div class={classes('govuk-panel', `govuk-panel--${kind}`, props.class)} {...props.attributes}>
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {!isEmpty(props.children) && <div class="govuk-panel__body">{props.children}</div>}
      {kind === 'interruption' && actions && (
        <div class={classes('govuk-panel__actions', actions.class)} {...actions.attributes}>
          {actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <ActionItem action={action} inverse />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
