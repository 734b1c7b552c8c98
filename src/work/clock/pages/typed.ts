/** Times of day, days of a year and weekdays as people type them. */
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Basis, Session, TimeOfDay, Weekday } from '../schema.ts';

const refuse = (field: string, message: Text): Invalid => new Invalid([{ field, message }]);

/** A time of day: `7:30`, `07.30`, `7h30`. Throws Invalid. */
export function timeTyped(field: string, typed: string): TimeOfDay {
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*[:hH.]\s*(\d{2})$/.exec(typed) ?? [];
  if (hour !== '' && Number(hour) < 24 && Number(minute) < 60) return `${hour.padStart(2, '0')}:${minute}`;
  throw refuse(field, {
    vi: 'Hãy nhập giờ và phút, ví dụ 07:30.',
    en: 'Enter hours and minutes, for example 07:30.',
  });
}

/** A session of office hours; null when both times are empty. Throws Invalid when only one is, or they are in no order. */
export function sessionTyped(
  names: readonly [from: string, to: string],
  from: string | null,
  to: string | null,
): Session | null {
  if (from === null && to === null) return null;
  if (from === null || to === null)
    throw refuse(from === null ? names[0] : names[1], {
      vi: 'Hãy nhập cả giờ bắt đầu và giờ kết thúc.',
      en: 'Enter both the beginning and the end.',
    });
  const session = { from: timeTyped(names[0], from), to: timeTyped(names[1], to) };
  if (session.from < session.to) return session;
  throw refuse(names[1], {
    vi: 'Giờ kết thúc phải sau giờ bắt đầu.',
    en: 'The end must be after the beginning.',
  });
}

/** A day of every year, `16/4`, as `04-16`. Throws Invalid. */
export function monthDayTyped(field: string, typed: string): string {
  const [, day = '', month = ''] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(typed) ?? [];
  const value = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A leap year has every day that a year can have.
  const at = new Date(`2000-${value}T00:00:00Z`);
  if (!Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === value) return value;
  throw refuse(field, {
    vi: 'Hãy nhập ngày và tháng, ví dụ 16/4.',
    en: 'Enter day and month, for example 16/4.',
  });
}

/** Weekdays out of the ticks of a form. */
export const weekdaysTyped = (typed: readonly string[]): Weekday[] =>
  typed.map((one) => Number(one) as Weekday);

/** A document as the legal basis of what it decides. */
export const basisTyped = (why: string): Basis => ({ code: null, cite: { vi: why, en: why } });
