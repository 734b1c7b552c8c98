import type { Text } from '../../text/language.ts';
import { classes, type Attributes, type Content, type Maybe, type Styling } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { FieldSetGroup, hasError, type FieldSetProps } from './form-group.tsx';
import { Input } from './input.tsx';

/** One box of a date. */
export type DatePart = {
  /** `day`, `month`, `year`, or a name of its own (then with a label). */
  readonly name: string;
  readonly label?: Content;
  readonly id?: string | undefined;
  readonly value?: string | number | undefined;
  readonly width?: 2 | 3 | 4 | undefined;
  /** Whether this box is wrong. If no box says so, an error of the whole date marks every box that does not deny it. */
  readonly error?: boolean | undefined;
  readonly inputmode?: 'numeric' | 'text' | 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type DateInputProps = FieldSetProps &
  Styling & {
    readonly id: string;
    /** Put before the names of the boxes: `birth` makes `birth-day`, `birth-month`, `birth-year`. */
    readonly namePrefix?: string | undefined;
    /** What was answered so far, by the name of the box (with its prefix or without). */
    readonly values?: Readonly<Record<string, string | number | undefined>> | undefined;
    readonly parts?: readonly Maybe<DatePart>[] | undefined;
  };

const labels: Readonly<Record<string, Text>> = {
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
};

const wholeDate: readonly DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];

/** A date people know by heart (a birthday), in the order they say it. */
export function DateInput(props: DateInputProps) {
  const lang = useLanguage(props.lang);
  const parts = props.parts ?? wholeDate;
  const anyWrong = parts.some((part) => part && part.error);
  const isWrong = (part: DatePart): boolean => part.error ?? (hasError(props.error) && !anyWrong);
  return (
    <FieldSetGroup field={props} id={props.id} role="group">
      <div class={classes('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
        {props.group?.before}
        {parts.map((part) => {
          if (!part) return null;
          const name = classes(props.namePrefix, part.name).replace(' ', '-');
          return (
            <div class="govuk-date-input__item">
              <Input
                label={{ text: part.label ?? labels[part.name]?.[lang], class: 'govuk-date-input__label' }}
                id={part.id ?? `${props.id}-${part.name}`}
                name={name}
                value={part.value ?? props.values?.[name] ?? props.values?.[part.name]}
                class={classes('govuk-date-input__input', isWrong(part) && 'govuk-input--error', part.class)}
                width={part.width ?? (part.name === 'year' ? 4 : 2)}
                inputmode={part.inputmode ?? 'numeric'}
                autocomplete={part.autocomplete}
                pattern={part.pattern}
                attributes={part.attributes}
              />
            </div>
          );
        })}
        {props.group?.after}
      </div>
    </FieldSetGroup>
  );
}
