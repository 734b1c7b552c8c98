import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { Button, type ButtonProps } from '../components/button.tsx';

/** One entry: what a button is, with its words as `text`. */
export type MenuItem = Omit<ButtonProps, 'children' | 'kind' | 'start'> & { readonly text: Content };

export type ButtonMenuProps = Styling &
  Speaking & {
    readonly label?: string | undefined;
    readonly align?: 'left' | 'right' | undefined;
    readonly items: readonly MenuItem[];
  };

const actions: Text = { vi: 'Việc khác', en: 'Actions' };

/** Buttons that fold behind one with script; without it they stand side by side. */
export function ButtonMenu(props: ButtonMenuProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      class={classes('moj-button-menu', props.class)}
      data-module="moj-button-menu"
      data-button-text={props.label ?? actions[lang]}
      data-button-classes="govuk-button--secondary"
      data-align-menu={props.align}
      {...props.attributes}
    >
      {props.items.map(({ text, ...item }) => (
        <Button {...item} kind="secondary" class={classes('moj-button-menu__item', item.class)}>
          {text}
        </Button>
      ))}
    </div>
  );
}
