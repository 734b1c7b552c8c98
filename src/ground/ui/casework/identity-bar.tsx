import { classes, type Content, type Styling } from '../content.ts';
import { ButtonMenu, type ButtonMenuProps } from './button-menu.tsx';

export type IdentityBarProps = Styling & {
  /** Whose case it is: name and code. */
  readonly title: Content;
  readonly menus?: readonly ButtonMenuProps[] | undefined;
};

/** Whose case this is, on every page of it, with what can be done. */
export const IdentityBar = (props: IdentityBarProps) => (
  <div class={classes('moj-identity-bar', props.class)} {...props.attributes}>
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        <span class="moj-identity-bar__title">{props.title}</span>
      </div>{' '}
      {props.menus && (
        <div class="moj-identity-bar__actions">
          {props.menus.map((menu) => (
            <div class="moj-identity-bar__menu">
              <ButtonMenu {...menu} />
            </div>
          ))}
        </div>
      )}
    </div>
  </div>
);
