import { classes, type Content, type Styling } from '../content.ts';
import { Button } from '../components/button.tsx';
import type { MenuItem } from './button-menu.tsx';

export type PageHeaderActionsProps = Styling & {
  readonly heading: Content;
  readonly level?: 1 | 2 | 3 | undefined;
  readonly size?: 'm' | 'l' | 'xl' | undefined;
  /** At most one of them is the page's primary button. */
  readonly items?: readonly (MenuItem & { readonly primary?: boolean | undefined })[] | undefined;
};

/** The heading of a page with what can be done there. */
export function PageHeaderActions(props: PageHeaderActionsProps) {
  const Heading = `h${props.level ?? 1}` as 'h1';
  return (
    <div class={classes('moj-page-header-actions', props.class)} {...props.attributes}>
      <div class="moj-page-header-actions__title">
        <Heading class={`govuk-heading-${props.size ?? 'l'}`}>{props.heading}</Heading>
      </div>
      {props.items && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">
            {props.items.map(({ text, primary, ...item }) => (
              <Button {...item} kind={primary ? 'primary' : 'secondary'}>
                {text}
              </Button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
