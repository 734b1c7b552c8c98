import { classes, type Content, type Styling } from '../content.ts';

export type GenericHeaderProps = Styling & {
  readonly href?: string | undefined;
  readonly containerClass?: string | undefined;
  /** Name or sign of the organisation. */
  readonly children?: Content;
};

type BlockProps = GenericHeaderProps & { readonly block: 'govuk-generic-header' | 'govuk-header' };

/** A bar with a sign that leads home: the two headers differ only in the name of their block. */
export const HeaderBlock = ({ block, ...props }: BlockProps) => (
  <div class={classes(block, props.class)} {...props.attributes}>
    <div class={classes(`${block}__container`, props.containerClass ?? 'govuk-width-container')}>
      <div class={`${block}__logo`}>
        <a href={props.href ?? '/'} class={`${block}__homepage-link`}>
          {props.children}
        </a>
      </div>
    </div>
  </div>
);

/** The header of an organisation of its own. */
export const GenericHeader = (props: GenericHeaderProps) => (
  <HeaderBlock block="govuk-generic-header" {...props} />
);
