import type { Text } from '../../text/language.ts';
import { classes } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { Input, type InputProps } from '../components/input.tsx';

export type DatePickerProps = Omit<InputProps, 'type' | 'width'> & {
  /** First and last day that may be chosen, `YYYY-MM-DD`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

const words: Readonly<Record<'hint' | 'button', Text>> = {
  hint: { vi: 'Ví dụ 05/09/2026', en: 'For example 05/09/2026 (day/month/year)' },
  button: { vi: 'Chọn ngày', en: 'Choose date' },
};

/** A day that people look up in a calendar (an appointment), typed as dd/mm/yyyy. Birthdays are `DateInput`. */
export function DatePicker({ min, max, ...input }: DatePickerProps) {
  const lang = useLanguage(input.lang);
  return (
    <div
      class="moj-datepicker"
      data-module="tt-date"
      data-min-date={min}
      data-max-date={max}
      data-button-text={words.button[lang]}
    >
      <Input
        {...input}
        hint={input.hint ?? words.hint[lang]}
        autocomplete={input.autocomplete ?? 'off'}
        inputmode="numeric"
        width={10}
        class={classes('moj-js-datepicker-input', input.class)}
        // The button of the script stands beside the input, so the input needs a wrapper from the start.
        group={{ ...input.group, after: input.group?.after ?? <span class="tt-date__place" /> }}
      />
    </div>
  );
}
