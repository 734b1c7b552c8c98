import { classes, type Content, type Styling } from '../content.ts';

export type InsetTextProps = Styling & { readonly id?: string | undefined; readonly children?: Content };

/** A passage set apart from the text around it. */
export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} class={classes('govuk-inset-text', props.class)} {...props.attributes}>
    {props.children}
  </div>
);
