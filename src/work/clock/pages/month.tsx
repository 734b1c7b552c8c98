/** One month of a calendar as a table of weeks: how many hours are worked on each day, and the names of the special days. */
import type { VNode } from 'preact';
import { daysInMonth, formatDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { Table } from '../../../ground/ui/index.ts';
import { dayInfo } from '../day-info.ts';
import { HOUR, readDay, weekdayOf } from '../day.ts';
import { indexOf, patternAt } from '../lookup.ts';
import type { Calendar } from '../schema.ts';
import { timetable } from '../timetable.ts';
import { kindName, weekdayName, weekdays, weekdayShort } from './words.ts';

const own = {
  off: { vi: 'nghỉ', en: 'off' },
  hours: (n: number): Text => ({ vi: `${n} giờ`, en: `${n} h` }),
  caption: (month: string): Text => ({
    vi: `Tháng ${formatDay(month, 'vi')}: số giờ làm việc mỗi ngày`,
    en: `${formatDay(month, 'en')}: hours worked each day`,
  }),
  before: { vi: 'Tháng trước', en: 'Previous month' },
  after: { vi: 'Tháng sau', en: 'Next month' },
  move: { vi: 'Xem tháng khác', en: 'Other months' },
  proposed: { vi: 'dự kiến, chưa có quyết định', en: 'proposed, not decided yet' },
} as const;

const days = (month: string): string[] => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Array.from(
    { length: daysInMonth(year, number) },
    (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`,
  );
};

/** The month `n` months later. */
const monthAfter = (month: string, n: number): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + n, 1)).toISOString().slice(0, 7);
};

/** Office hours of a day; null when it is off. */
function hoursOn(calendar: Calendar, date: string): number | null {
  const table = timetable(calendar);
  const { length } = patternAt(table, indexOf(table, readDay(date)));
  return length === 0 ? null : Math.round((length / HOUR) * 100) / 100;
}

const Cell = ({ calendar, date, lang }: { calendar: Calendar; date: string; lang: Language }) => {
  const hours = hoursOn(calendar, date);
  return (
    <>
      {hours === null ? Number(date.slice(8)) : <strong>{Number(date.slice(8))}</strong>}
      <small>{(hours === null ? own.off : own.hours(hours))[lang]}</small>
    </>
  );
};

/** Weeks of the month, Monday first; days of other months are null. */
function weeksOf(month: string): (string | null)[][] {
  const all = days(month);
  const lead = weekdayOf(readDay(all[0] ?? '')) - 1;
  const cells = [...Array.from({ length: lead }, () => null), ...all];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, i) => cells[week * 7 + i] ?? null),
  );
}

/** The table of a month, its special days in words, and the way to the months beside it. */
export const Month = ({
  calendar,
  month,
  path,
  lang,
}: {
  readonly calendar: Calendar;
  readonly month: string;
  readonly path: string;
  readonly lang: Language;
}): VNode => {
  const special = days(month)
    .map((date) => dayInfo(calendar, date))
    .filter(({ kind }) => kind !== 'WORKDAY' && kind !== 'REST');
  return (
    <>
      <Table
        caption={own.caption(month)[lang]}
        captionSize="m"
        class="tt-month"
        head={weekdays.map((day) => ({
          text: <abbr title={weekdayName[day][lang]}>{weekdayShort[day][lang]}</abbr>,
        }))}
        rows={weeksOf(month).map((week) =>
          week.map((date) => ({
            text: date ? <Cell calendar={calendar} date={date} lang={lang} /> : '',
          })),
        )}
      />
      {special.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {special.map(({ date, kind, name, basis, decided }) => (
            <li>
              {formatDay(date, lang)}: {kind in kindName && kindName[kind as keyof typeof kindName][lang]} –{' '}
              {name[lang]} ({decided ? basis?.cite[lang] : own.proposed[lang]})
            </li>
          ))}
        </ul>
      )}
      <nav class="govuk-body" aria-label={own.move[lang]}>
        <a class="govuk-link" href={`${path}?thang=${monthAfter(month, -1)}`}>
          {own.before[lang]}
        </a>{' '}
        <a class="govuk-link" href={`${path}?thang=${monthAfter(month, 1)}`}>
          {own.after[lang]}
        </a>
      </nav>
    </>
  );
};
