/** What is wrong with a calendar, in words: asked before a calendar is unrolled, and by the page where it is edited. */
import { formatDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { readDay, readTime, weekdayOf } from './day.ts';
import type { Calendar, CalendarVersion, SpecialDay } from './schema.ts';

/** The problems of a calendar; none when it can be used. Days and times that do not exist are `Invalid`. */
export const checkCalendar = (calendar: Calendar): readonly Text[] => [
  ...checkValidity(calendar.versions),
  ...calendar.versions.flatMap(checkHours),
  ...checkDays(calendar.days),
  ...calendar.public.decisions.flatMap(({ year, days }) => [
    ...checkDays(days),
    ...days.filter(({ date }) => !date.startsWith(`${year}-`)).map(({ date }) => otherYear(date, year)),
  ]),
];

/** Versions follow one another without gap or overlap; only the last may be open. */
const checkValidity = (versions: readonly CalendarVersion[]): readonly Text[] => {
  if (versions.length === 0) {
    return [{ vi: 'Lịch chưa có giờ làm việc.', en: 'The calendar has no office hours yet.' }];
  }
  return versions.flatMap((version, index) => {
    const next = versions[index + 1];
    const from = readDay(version.validFrom);
    const to = version.validTo === null ? null : readDay(version.validTo);
    const ordered = to === null ? next === undefined : from <= to;
    const adjoins = next === undefined || to === null || readDay(next.validFrom) === to + 1;
    return ordered && adjoins ? [] : [notAdjoining(version)];
  });
};

const notAdjoining = ({ validFrom }: CalendarVersion): Text => ({
  vi: `Giờ làm việc áp dụng từ ${formatDay(validFrom, 'vi')} không nối tiếp giờ làm việc liền sau.`,
  en: `The office hours in force from ${formatDay(validFrom, 'en')} do not adjoin those that follow.`,
});

const checkHours = (version: CalendarVersion): readonly Text[] => {
  const problems: Text[] = [];
  if (version.cutOff !== null) readTime(version.cutOff);
  for (const { season, sessions } of version.hours) {
    // Any leap year will do to see whether the two days of the season exist.
    if (season !== null) for (const monthDay of [season.from, season.to]) readDay(`2000-${monthDay}`);
    const times = sessions.flatMap(({ from, to }) => [readTime(from), readTime(to)]);
    const rising = times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0));
    if (sessions.length === 0 || !rising) {
      problems.push({
        vi: `Các buổi làm việc áp dụng từ ${formatDay(version.validFrom, 'vi')} trống hoặc không theo thứ tự giờ.`,
        en: `The sessions in force from ${formatDay(version.validFrom, 'en')} are empty or not in order of time.`,
      });
    }
  }
  if (version.hours.length === 0) {
    problems.push({
      vi: `Lịch từ ${formatDay(version.validFrom, 'vi')} không có ngày làm việc nào.`,
      en: `The calendar from ${formatDay(version.validFrom, 'en')} has no working day.`,
    });
  }
  return problems;
};

/** A day stands once; a worked weekend day is a Saturday or Sunday, a day off in exchange is not. */
const checkDays = (days: readonly SpecialDay[]): readonly Text[] => {
  const seen = new Set<number>();
  return days.flatMap(({ date, kind }) => {
    const day = readDay(date);
    const weekend = weekdayOf(day) >= 6;
    const problems: Text[] = [];
    if (seen.has(day)) {
      problems.push({
        vi: `Ngày ${formatDay(date, 'vi')} được ghi hai lần.`,
        en: `${formatDay(date, 'en')} stands twice.`,
      });
    }
    if (kind !== 'HOLIDAY' && (kind === 'WORKED_WEEKEND') !== weekend) {
      problems.push({
        vi: `Ngày ${formatDay(date, 'vi')} không thể là ngày ${kind === 'SWAP_OFF' ? 'nghỉ hoán đổi' : 'làm bù'}.`,
        en: `${formatDay(date, 'en')} cannot be a day ${kind === 'SWAP_OFF' ? 'off' : 'worked'} in exchange.`,
      });
    }
    seen.add(day);
    return problems;
  });
};

const otherYear = (date: string, year: number): Text => ({
  vi: `Ngày ${formatDay(date, 'vi')} không thuộc năm ${year}.`,
  en: `${formatDay(date, 'en')} is not a day of ${year}.`,
});
