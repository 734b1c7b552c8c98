/** How the options of a date input become our props. */
import { DateInput, type DatePart } from '../components/date-input.tsx';
import type { Maybe } from '../content.ts';
import { fieldSet, type AroundOptions, type FieldsetOptions } from './around.ts';
import { look } from './nodes.ts';

type PartOptions = Omit<DatePart, 'name' | 'class'> & { name?: string; classes?: string };

type DateOptions = AroundOptions & {
  id: string;
  fieldset?: FieldsetOptions;
  namePrefix?: string;
  values?: Record<string, number>;
  items?: Maybe<PartOptions>[];
} & Record<'day' | 'month' | 'year', PartOptions | false | undefined>;

const dateNames = ['day', 'month', 'year'] as const;

/** The options under `day`, `month` or `year` that belong to the box with this name. */
const named = (o: DateOptions, name: string | undefined): PartOptions | undefined => {
  const found = dateNames.find((one) => one === name);
  return (found && o[found]) || undefined;
};

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
const wordsOf = (names: string | undefined, wanted: (name: string) => boolean): string =>
  (names ?? '').split(' ').filter(wanted).join(' ');

const widthOf = (names: string | undefined): DatePart['width'] =>
  ([2, 3, 4] as const).find((width) => names?.includes(`govuk-input--width-${width}`));

/** Width and error are classes there and props here. */
const datePart = (o: PartOptions, name: string): DatePart => ({
  ...o,
  name,
  label: o.label ?? capital(name),
  class: wordsOf(o.classes, (one) => one !== 'govuk-input--error' && !/--width-[234]$/.test(one)),
  width: widthOf(o.classes) ?? o.width,
  error: o.error ?? (o.classes?.includes('govuk-input--error') || undefined),
});

/** The boxes of the options: given as a list, or as day, month and year, which also fill in a list. */
const dateParts = (o: DateOptions): Maybe<DatePart>[] => {
  if (o.items && o.items.length > 0) {
    return o.items.map(
      (one) => one && datePart({ value: named(o, one.name)?.value, ...one }, one.name ?? ''),
    );
  }
  return dateNames.map((name) => {
    const own = o[name];
    return own !== false && datePart({ ...own, width: name === 'year' ? 4 : 2 }, own?.name ?? name);
  });
};

/** A date input from its options. */
export const dateInput = (o: DateOptions) => (
  <DateInput
    {...fieldSet(o)}
    {...look(o)}
    id={o.id}
    namePrefix={o.namePrefix}
    values={o.values}
    parts={dateParts(o)}
  />
);
