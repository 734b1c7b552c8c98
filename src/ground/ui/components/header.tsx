import { classes, type Content } from '../content.ts';
import { HeaderBlock, type GenericHeaderProps } from './generic-header.tsx';

export type HeaderProps = GenericHeaderProps & {
  /** The name of the product, beside the sign. */
  readonly productName?: Content;
};

/** A header with a sign (its children) and the name of a product. Pages of the platform have `renderPage`. */
export const Header = ({ productName, children, ...props }: HeaderProps) => (
  <HeaderBlock block="govuk-header" {...props} class={classes(props.class)}>
    {children}
    {productName && <span class="govuk-header__product-name">{productName}</span>}
  </HeaderBlock>
);
