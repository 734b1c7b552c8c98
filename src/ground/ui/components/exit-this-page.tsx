import type { Text } from '../../text/language.ts';
import { classes, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { Button } from './button.tsx';
import { scriptWords, type ScriptWords } from './script-words.ts';

/** What the button announces. */
type ExitWords = ScriptWords<'activated' | 'timed-out' | 'press-two-more-times' | 'press-one-more-time'>;

export type ExitThisPageProps = Styling &
  Speaking & {
    readonly id?: string | undefined;
    /** A harmless page of another site. */
    readonly href: string;
    readonly words?: ExitWords | undefined;
    readonly children?: Content;
  };

const urgent: Text = { vi: 'Khẩn cấp:', en: 'Emergency' };
const exit: Text = { vi: 'Rời trang này', en: 'Exit this page' };

const vietnamese: ExitWords = {
  activated: 'Đang rời trang.',
  'timed-out': 'Đã hết thời gian rời trang.',
  'press-two-more-times': 'Bấm phím Shift thêm 2 lần để rời trang.',
  'press-one-more-time': 'Bấm phím Shift thêm 1 lần để rời trang.',
};

/** A quick way out for a person who may be watched (reports of violence at home). */
export function ExitThisPage(props: ExitThisPageProps) {
  const lang = useLanguage(props.lang);
  return (
    <div
      id={props.id}
      class={classes('govuk-exit-this-page', props.class)}
      data-module="govuk-exit-this-page"
      {...props.attributes}
      {...scriptWords(lang, vietnamese, props.words)}
    >
      <Button
        kind="warning"
        class="govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={props.href}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {props.children ?? [<span class="govuk-visually-hidden">{urgent[lang]}</span>, ` ${exit[lang]}`]}
      </Button>
    </div>
  );
}
