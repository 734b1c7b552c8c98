/** What is in force on a day. Pure: days are arguments, nothing reads the clock. */
import { isDay } from '../../ground/text/dates.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import type { LegalText, Period } from './schema.ts';

/** Tells whether something with this period is in force on a day; both ends are included. */
export const isInForce = ({ from, to }: Period, day: string): boolean =>
  from <= day && (to === null || day <= to);

/** Tells whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);

/** The calendar day before this one: the last day of what ends when something new begins. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The calendar day after this one. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** What is wrong with the period of an input; `field` is the name of its first field. */
export function periodProblems(period: Period, fields = { from: 'from', to: 'to' }): FieldError[] {
  const notADay = { vi: 'Ngày phải có dạng ngày/tháng/năm và là ngày có thật.', en: 'Enter a real date.' };
  if (!isDay(period.from)) return [{ field: fields.from, message: notADay }];
  if (period.to === null) return [];
  if (!isDay(period.to)) return [{ field: fields.to, message: notADay }];
  if (period.to >= period.from) return [];
  const message = {
    vi: 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The last day must not be before the first.',
  };
  return [{ field: fields.to, message }];
}

/** What keeps a legal text from being registered. */
export function textProblems(text: LegalText): FieldError[] {
  const problems = periodProblems(text);
  if (!/^\d+(\/\d{4})?\/[\p{L}\d-]+$/u.test(text.number)) {
    const message = {
      vi: 'Số, ký hiệu phải có dạng như 30/2020/NĐ-CP.',
      en: 'The number must look like 30/2020/NĐ-CP.',
    };
    problems.push({ field: 'number', message });
  }
  if (text.title.vi.trim() === '') {
    problems.push({ field: 'title', message: { vi: 'Hãy nhập trích yếu.', en: 'Enter the title.' } });
  }
  return problems;
}
