/**
 * Moments and calendar days of Vietnam (UTC+7, no summer time) as plain numbers: a day is its number since 1970-01-01,
 * a time of day is milliseconds since midnight.
 */
import { Invalid } from '../../ground/operate/errors.ts';
import type { CalendarDay, TimeOfDay, Weekday } from './schema.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;
const OFFSET = 7 * HOUR;

/** The number of the day in which a moment lies. */
export const dayAt = (ms: number): number => Math.floor((ms + OFFSET) / DAY);

/** The time of day of a moment. */
export const timeAt = (ms: number): number => ms + OFFSET - dayAt(ms) * DAY;

/** The moment at a time of a day. */
export const momentAt = (day: number, time: number): number => day * DAY + time - OFFSET;

export const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

export const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** Month and day of the month as one number: 1124 is 24 November. */
export const monthDayOf = (day: number): number => {
  const date = new Date(day * DAY);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
};

/** The number of a day given by year, month (1–12) and day of the month; the month may run over. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY;

/** Writes a day as `YYYY-MM-DD`. */
export const dayText = (day: number): CalendarDay => new Date(day * DAY).toISOString().slice(0, 10);

/** Reads `YYYY-MM-DD`; a day that does not exist is `Invalid`. */
export const readDay = (text: CalendarDay): number => {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : [];
  const number = dayNumber(year, month, day);
  if (Number.isNaN(number) || dayText(number) !== text) {
    throw new Invalid([
      { field: '', message: { vi: `Không có ngày “${text}”.`, en: `There is no day “${text}”.` } },
    ]);
  }
  return number;
};

/** Reads `HH:MM` up to `24:00`; anything else is `Invalid`. */
export const readTime = (text: TimeOfDay): number => {
  const [hour = 25, minute = 0] = /^\d{2}:[0-5]\d$/.test(text) ? text.split(':').map(Number) : [];
  const time = hour * HOUR + minute * MINUTE;
  if (time > DAY) {
    throw new Invalid([
      { field: '', message: { vi: `Không có giờ “${text}”.`, en: `There is no time “${text}”.` } },
    ]);
  }
  return time;
};

/** Writes a time of day as `HH:MM`. */
export const timeText = (time: number): TimeOfDay =>
  new Date(Math.floor(time / MINUTE) * MINUTE).toISOString().slice(11, 16);

/** Writes a moment with the offset of Vietnam: `2026-02-27T15:30:00+07:00`; fractions of a second only where there are. */
export const momentText = (moment: Date): string =>
  `${new Date(moment.getTime() + OFFSET)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '')}+07:00`;

/** The same day of the month some months later; where that month is shorter, its last day (Civil Code art. 148.3). */
export const addMonths = (day: number, months: number): number => {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months];
  const last = dayNumber(year, month + 1, 0);
  return Math.min(dayNumber(year, month, date.getUTCDate()), last);
};
