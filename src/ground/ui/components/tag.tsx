import { classes, type Content, type Styling } from '../content.ts';

/** The colours of tags. Red only for what is late or wrong. */
export type TagColour = 'grey' | 'green' | 'teal' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export type TagProps = Styling & { readonly colour?: TagColour | undefined; readonly children?: Content };

/** The state of a thing in a word or two. Never a link. */
export const Tag = (props: TagProps) => (
  <strong
    class={classes('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)}
    {...props.attributes}
  >
    {props.children}
  </strong>
);
