import { classes, type Content, type Styling } from '../content.ts';

export type HintProps = Styling & { readonly id?: string | undefined; readonly children?: Content };

/** Help that belongs to a field. */
export const Hint = (props: HintProps) => (
  <div id={props.id} class={classes('govuk-hint', props.class)} {...props.attributes}>
    {props.children}
  </div>
);
