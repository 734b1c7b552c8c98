/** How messages name a field, and the messages that several types have in common. */
import { formatCount } from '../../../ground/text/money.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { Broken, FieldBase, InputProps } from './field.ts';

const lowerFirst = (words: string): string => {
  const [first = '', second = ''] = words;
  const isAbbreviation = second !== '' && second !== second.toLowerCase();
  return isAbbreviation ? words : first.toLowerCase() + words.slice(1);
};

const upperFirst = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const quoted: Text = { vi: 'câu trả lời cho', en: 'an answer to' };

/** The thing a field asks for, as it stands inside a sentence. */
export const noun = (field: FieldBase, language: Language): string => {
  const words = field.short?.[language] ?? field.label[language];
  return words.endsWith('?') ? `${quoted[language]} “${words}”` : lowerFirst(words);
};

/** The thing a field asks for, as a heading of a row. */
export const title = (field: FieldBase, language: Language): string =>
  upperFirst(field.short?.[language] ?? field.label[language]);

/** A sentence about a field: `{}` is its name, with a capital at the start. */
export const about = (field: FieldBase, vi: string, en: string): Text => {
  const fill = (sentence: string, language: Language): string =>
    upperFirst(sentence.replace('{}', noun(field, language)));
  return { vi: fill(vi, 'vi'), en: fill(en, 'en') };
};

/** “Hãy điền …”: nothing was answered. */
export const fillIn = (field: FieldBase): Text => about(field, 'Hãy điền {}.', 'Enter {}.');

/** “Hãy chọn …”: nothing was chosen. */
export const choose = (field: FieldBase): Text => about(field, 'Hãy chọn {}.', 'Choose {}.');

/** A value of the wrong kind: several where one is wanted, or not text at all. */
export const wrongKind = (field: FieldBase, value: unknown): Text =>
  Array.isArray(value)
    ? about(field, '{} chỉ nhận một câu trả lời.', '{} takes one answer only.')
    : about(field, '{} không đọc được, hãy điền lại.', '{} cannot be read, enter it again.');

/** What is wrong with a text that must be one line or several of plain characters. */
export const brokenText = (field: FieldBase, { keyword, limit, value }: Broken): Text => {
  if (typeof value !== 'string') return wrongKind(field, value);
  const length = [...value].length;
  if (keyword === 'maxLength')
    return about(
      field,
      `{} dài tối đa ${formatCount(limit)} ký tự; bạn đã viết ${formatCount(length)}.`,
      `{} must be at most ${formatCount(limit, 'en')} characters; you wrote ${formatCount(length, 'en')}.`,
    );
  if (keyword === 'minLength')
    return about(
      field,
      `{} phải có ít nhất ${formatCount(limit)} ký tự; bạn mới viết ${formatCount(length)}.`,
      `{} must be at least ${formatCount(limit, 'en')} characters; you wrote ${formatCount(length, 'en')}.`,
    );
  return about(field, '{} chưa đúng cách viết.', '{} is not written as it should be.');
};

/** Hint (with the origin of a prefilled value) and error of an input, as the components want them. */
export const around = <F extends FieldBase>(
  { field, language, error, origin }: InputProps<F>,
  at?: string,
) => ({
  hint: origin ? [field.hint?.[language], origin] : field.hint?.[language],
  error: error(at),
});

/** The label of a field, or its legend, as the components want it. */
export const caption = <F extends FieldBase>({ label, isPageHeading }: InputProps<F>) =>
  ({ text: label, size: isPageHeading ? 'l' : 's', isPageHeading }) as const;

/** What to show in a text box: a text that could not be read comes back as it was typed, several texts one after the other. */
export const typed = (value: unknown): string => {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Longer than any field allows: not worth tidying before it is refused. */
const tooLongToTidy = 50_000;

/** Tidies a text with a function; anything else stays as it is. */
export const tidyText = (value: unknown, mend: (text: string) => unknown): unknown => {
  if (value === null) return undefined;
  if (typeof value !== 'string' || value.length > tooLongToTidy) return value;
  const mended = mend(value);
  return mended === '' ? undefined : mended;
};
