import type { Text } from '../../text/language.ts';
import { classes } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { Button } from './button.tsx';
import { Input, type InputProps } from './input.tsx';
import { scriptWords, type ScriptWords } from './script-words.ts';

/** What the button that shows the password says. */
type PasswordWords = ScriptWords<
  | 'show-password'
  | 'hide-password'
  | 'show-password-aria-label'
  | 'hide-password-aria-label'
  | 'password-shown-announcement'
  | 'password-hidden-announcement'
>;

export type PasswordInputProps = InputProps & {
  readonly words?: PasswordWords | undefined;
  readonly buttonClass?: string | undefined;
};

const vietnamese: PasswordWords = {
  'show-password': 'Hiện',
  'hide-password': 'Ẩn',
  'show-password-aria-label': 'Hiện mật khẩu',
  'hide-password-aria-label': 'Ẩn mật khẩu',
  'password-shown-announcement': 'Mật khẩu đang hiện',
  'password-hidden-announcement': 'Mật khẩu đã ẩn',
};

const show: Text = { vi: 'Hiện', en: 'Show' };
const showSpoken: Text = { vi: 'Hiện mật khẩu', en: 'Show password' };

const sentence = (own: PasswordWords[keyof PasswordWords], otherwise: string): string =>
  typeof own === 'string' ? own : otherwise;

/** A field for a password, which the person may look at. */
export function PasswordInput(props: PasswordInputProps) {
  const lang = useLanguage(props.lang);
  const id = props.id ?? props.name ?? '';
  const toggle = (
    <Button
      type="button"
      kind="secondary"
      class={classes('govuk-password-input__toggle govuk-js-password-input-toggle', props.buttonClass)}
      attributes={{
        'aria-controls': id,
        'aria-label': sentence(props.words?.['show-password-aria-label'], showSpoken[lang]),
        hidden: true,
      }}
    >
      {sentence(props.words?.['show-password'], show[lang])}
    </Button>
  );
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      class={classes('govuk-password-input__input govuk-js-password-input-input', props.class)}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      group={{
        class: classes('govuk-password-input', props.group?.class),
        before: props.group?.before,
        after: [toggle, props.group?.after],
        attributes: {
          'data-module': 'govuk-password-input',
          ...scriptWords(lang, vietnamese, props.words),
          ...props.group?.attributes,
        },
      }}
    />
  );
}
