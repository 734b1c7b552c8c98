import { classes, type Content, type Styling } from '../content.ts';

export type BadgeProps = Styling & {
  readonly colour?: 'purple' | 'bright-purple' | 'red' | 'green' | 'blue' | 'black' | 'grey' | undefined;
  readonly large?: boolean | undefined;
  readonly children?: Content;
};

/** A short remark on a case ("Hoả tốc"), lighter than a tag. */
export const Badge = (props: BadgeProps) => (
  <span
    class={classes(
      'moj-badge',
      props.colour && `moj-badge--${props.colour}`,
      props.large && 'moj-badge--large',
      props.class,
    )}
    {...props.attributes}
  >
    {props.children}
  </span>
);
