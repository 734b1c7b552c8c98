/** What may be changed of a calendar, and how: pure decisions. A change never touches what was in force before its day. C4. */
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { checkCalendar } from '../check.ts';
import { dayText, readDay } from '../day.ts';
import type { Calendar, CalendarDay, CalendarVersion, SpecialDay } from '../schema.ts';
import type { CalendarContent } from './schema.ts';

const refuse = (field: string, message: Text): Invalid => new Invalid([{ field, message }]);

/** What of a calendar is an agency's own: where a new calendar of an agency begins. */
export const contentOf = ({ versions, days }: Calendar): CalendarContent => ({ versions, days });

/**
 * Office hours from a day on: the version before ends the day before. On the first day of the version in force it takes its
 * place. Throws Invalid for an earlier day.
 */
export function withVersion(
  { versions, days }: CalendarContent,
  version: Omit<CalendarVersion, 'validTo'>,
): CalendarContent {
  const last = versions.at(-1);
  if (last && version.validFrom < last.validFrom)
    throw refuse('from', {
      vi: 'Đã có giờ làm việc áp dụng từ một ngày sau ngày này. Hãy chọn ngày muộn hơn.',
      en: 'Office hours are entered already from a later day. Choose a later day.',
    });
  const earlier = versions.filter(({ validFrom }) => validFrom < version.validFrom);
  const ends = dayText(readDay(version.validFrom) - 1);
  return {
    days,
    versions: [
      ...earlier.map((one, i) => (i === earlier.length - 1 ? { ...one, validTo: ends } : one)),
      { ...version, validTo: null },
    ],
  };
}

/** A special day of the agency more. Throws Invalid when the day is special already. */
export function withDay({ versions, days }: CalendarContent, day: SpecialDay): CalendarContent {
  if (days.some(({ date }) => date === day.date))
    throw refuse('date', {
      vi: 'Ngày này đã có trong lịch. Hãy bỏ ngày đó trước.',
      en: 'This day is in the calendar already. Take it back first.',
    });
  return { versions, days: [...days, day].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** A special day of the agency less. Throws Invalid when there is none. */
export function withoutDay({ versions, days }: CalendarContent, date: CalendarDay): CalendarContent {
  if (!days.some((one) => one.date === date))
    throw refuse('date', {
      vi: 'Ngày này không có trong lịch.',
      en: 'This day is not in the calendar.',
    });
  return { versions, days: days.filter((one) => one.date !== date) };
}

/** Nobody decides about a later day yet; a slip of the pen would close the calendar for ever. Throws Invalid. */
export function refuseFar(field: string, date: CalendarDay, today: CalendarDay): void {
  if (Number(date.slice(0, 4)) > Number(today.slice(0, 4)) + YEARS_AHEAD || date < EARLIEST)
    throw refuse(field, {
      vi: `Hãy chọn một ngày từ năm 2000, không quá ${YEARS_AHEAD} năm nữa.`,
      en: `Choose a day since 2000, at most ${YEARS_AHEAD} years ahead.`,
    });
}

const YEARS_AHEAD = 3;
const EARLIEST = '2000-01-01';

/** Throws Invalid, at a field of the form, when a calendar contradicts itself. */
export function refuseBad(field: string, calendar: Calendar): void {
  const problems = checkCalendar(calendar);
  if (problems.length > 0) throw new Invalid(problems.map((message) => ({ field, message })));
}
