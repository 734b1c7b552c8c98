import type { Language, Text } from '../../text/language.ts';
import { classes, type Content } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { Hint } from './hint.tsx';
import { scriptWords, type ScriptWords } from './script-words.ts';
import { Textarea, type TextareaProps } from './textarea.tsx';

/** What the counter says. */
type CounterWords = ScriptWords<
  | 'characters-under-limit'
  | 'characters-at-limit'
  | 'characters-over-limit'
  | 'words-under-limit'
  | 'words-at-limit'
  | 'words-over-limit'
>;

export type CharacterCountProps = TextareaProps & {
  readonly maxLength?: number | undefined;
  /** Counts words instead of characters. */
  readonly maxWords?: number | undefined;
  readonly countType?: 'characters' | 'words' | 'graphemes' | (string & {}) | undefined;
  /** The counter appears after this share of the limit, in per cent. */
  readonly threshold?: number | undefined;
  /** What is said without script; `%{count}` stands for the limit. */
  readonly limitText?: string | undefined;
  readonly messageClass?: string | undefined;
  readonly words?: CounterWords | undefined;
};

const limit: Readonly<Record<'words' | 'characters', Text>> = {
  words: { vi: 'Viết nhiều nhất %{count} từ', en: 'You can enter up to %{count} words' },
  characters: { vi: 'Viết nhiều nhất %{count} ký tự', en: 'You can enter up to %{count} characters' },
};

const vietnamese: CounterWords = {
  'characters-under-limit': { other: 'Còn viết được %{count} ký tự' },
  'characters-at-limit': 'Đã viết hết số ký tự cho phép',
  'characters-over-limit': { other: 'Thừa %{count} ký tự' },
  'words-under-limit': { other: 'Còn viết được %{count} từ' },
  'words-at-limit': 'Đã viết hết số từ cho phép',
  'words-over-limit': { other: 'Thừa %{count} từ' },
};

/** Without a limit in the markup the script fills it in, and needs the sentence only if it is not its own. */
function limitSentence(
  props: CharacterCountProps,
  lang: Language,
): { shown: Content; forScript: string | undefined } {
  const unit =
    (props.countType ?? (props.maxWords ? 'words' : 'characters')) === 'words' ? 'words' : 'characters';
  const sentence = props.limitText ?? limit[unit][lang];
  const most = props.maxWords ?? props.maxLength;
  if (most) return { shown: sentence.replace('%{count}', String(most)), forScript: undefined };
  return { shown: '', forScript: props.limitText };
}

/** A text of limited length; with script it counts along. The server checks the length anyway. */
export function CharacterCount(props: CharacterCountProps) {
  const lang = useLanguage(props.lang);
  const id = props.id ?? props.name ?? '';
  const { shown, forScript } = limitSentence(props, lang);
  const message = (
    <>
      <Hint id={`${id}-info`} class={classes('govuk-character-count__message', props.messageClass)}>
        {shown}
      </Hint>
      {props.group?.after}
    </>
  );
  return (
    <Textarea
      {...props}
      describedBy={`${id}-info`}
      class={classes('govuk-js-character-count', props.class)}
      group={{
        class: classes('govuk-character-count', props.group?.class),
        before: props.group?.before,
        after: message,
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': props.maxLength,
          'data-maxwords': props.maxWords,
          'data-threshold': props.threshold,
          'data-count-type': props.countType ?? (props.maxWords ? 'words' : undefined),
          'data-i18n.textarea-description.other': forScript,
          ...scriptWords(lang, vietnamese, props.words),
          ...props.group?.attributes,
        },
      }}
    />
  );
}
