/** Buttons and links at the end of a panel or a message. */
import { classes, type Attributes, type Content } from '../content.ts';
import { Button } from './button.tsx';

/** With `href` a link, unless its type says that it should look like a button. */
export type Action = {
  readonly text: Content;
  readonly href?: string | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

type ActionItemProps = { readonly action: Action; readonly inverse?: boolean };

/** One action; `inverse` is for dark grounds. */
export function ActionItem({ action, inverse }: ActionItemProps) {
  if (action.href && action.type !== 'button') {
    return (
      <a
        class={classes('govuk-link', inverse && 'govuk-link--inverse', action.class)}
        href={action.href}
        {...action.attributes}
      >
        {action.text}
      </a>
    );
  }
  const { text, ...rest } = action;
  return (
    <Button {...rest} type={action.type ?? 'button'} kind={inverse ? 'inverse' : undefined}>
      {text}
    </Button>
  );
}
