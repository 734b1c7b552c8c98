/**
 * Calendar days (`YYYY-MM-DD`), days whose day or month nobody knows (`YYYY-MM`, `YYYY`: old civil-status entries), and moments in
 * Vietnam's time (UTC+7, no summer time). Nothing here reads the clock.
 */
import type { Language } from './language.ts';

const offset = 7 * 60 * 60 * 1000;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const partialForm = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const two = (number: number): string => String(number).padStart(2, '0');

/** How many days a month has (Gregorian); 0 when there is no such month. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0;
};

/** Year, month and day as a calendar day, or null when there is no such day. */
const dayOf = (year: number, month: number, day: number): string | null =>
  Number.isInteger(year) &&
  year >= 1 &&
  year <= 9999 &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= daysInMonth(year, month)
    ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
    : null;

/** Whether a text is an existing calendar day `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const parts = dayForm.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
};

/** Whether a text is a day, a month (`YYYY-MM`) or a year (`YYYY`) that exists. */
export const isPartialDay = (text: string): boolean => {
  const parts = partialForm.exec(text);
  if (!parts) return false;
  return dayOf(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)) !== null;
};

/** Reads a day as people write it (`21/11/2026`, `1-1-2026`, `1.1.2026`) or as computers do (`2026-11-21`); null when it is none. */
export const parseDay = (text: string): string | null => {
  const words = text.trim();
  if (isDay(words)) return words;
  const parts = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(words);
  return parts ? dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
};

/** A day, or a partial day, for people: `21/11/2026`, `11/2026`, `2026`; in English `21 November 2026`, `November 2026`, `2026`. */
export const formatDay = (day: string, language: Language = 'vi'): string => {
  const parts = partialForm.exec(day);
  if (!parts) return day;
  const [, year = '', month, date] = parts;
  const known =
    language === 'vi'
      ? [date, month, year]
      : [date && String(Number(date)), month && months[Number(month) - 1], year];
  return known.filter(Boolean).join(language === 'vi' ? '/' : ' ');
};

/** A day as official papers write it: `ngày 02 tháng 01 năm 2026` (Decree 30/2020, annex I: day below 10 and month 1, 2 with a zero). */
export const formatPaperDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
};

/** The calendar day in Vietnam at a moment. */
export const vietnamDay = (moment: Date): string =>
  new Date(moment.getTime() + offset).toISOString().slice(0, 10);

/** The time of day in Vietnam at a moment, `15:30`. */
export const vietnamClock = (moment: Date): string =>
  new Date(moment.getTime() + offset).toISOString().slice(11, 16);

/** The moment when the clock in Vietnam shows a time (`HH:mm`) on a day. */
export const vietnamMoment = (day: string, clock = '00:00'): Date => new Date(`${day}T${clock}:00+07:00`);

/** A moment for people: `15:30 ngày 21/11/2026`; in English `15:30 on 21 November 2026`. */
export const formatTime = (moment: Date, language: Language = 'vi'): string =>
  `${vietnamClock(moment)} ${language === 'vi' ? 'ngày' : 'on'} ${formatDay(vietnamDay(moment), language)}`;

/** Full years between two days: a person's age. Someone born on 29 February turns a year older on 1 March of a common year. */
export const yearsBetween = (from: string, to: string): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
};
