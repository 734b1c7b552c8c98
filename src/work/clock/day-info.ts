/** What one day is in a calendar, and where that is written. */
import type { Text } from '../../ground/text/language.ts';
import { dayText, readDay, yearOf } from './day.ts';
import type { Basis, Calendar, CalendarDay, DayKind } from './schema.ts';
import { indexOf, patternAt } from './lookup.ts';
import { timetable, type Timetable } from './timetable.ts';
import { weekdayWords } from './words.ts';

export type DayInfo = {
  readonly date: CalendarDay;
  readonly kind: DayKind;
  /** Whether the office is open on this day. */
  readonly works: boolean;
  readonly name: Text;
  readonly basis: Basis | null;
  /** False for a holiday that is only proposed by the rules, as no notice for the year is known. */
  readonly decided: boolean;
};

/** What a day is in a calendar: its kind, name and legal basis. A day outside of the calendar is `Invalid`. */
export const dayInfo = (calendar: Calendar, day: CalendarDay): DayInfo =>
  infoOf(timetable(calendar), readDay(day));

/** The same by the number of the day. */
export const infoOf = (table: Timetable, day: number): DayInfo => {
  const works = patternAt(table, indexOf(table, day)).length > 0;
  const date = dayText(day);
  const special = table.special.get(day);
  if (special !== undefined) {
    const { kind, name, basis } = special;
    return { date, kind, works, name, basis, decided: isDecided(table.calendar, day) };
  }
  const { calendar } = table;
  const version = calendar.versions.find(({ validTo }) => validTo === null || date <= validTo);
  const kind = works ? 'WORKDAY' : 'REST';
  return { date, kind, works, name: weekdayWords(day), basis: version?.basis ?? null, decided: true };
};

/** Whether the special days of a day's year are decided, or the day is the agency's own. */
const isDecided = ({ public: { decisions }, days }: Calendar, day: number): boolean =>
  decisions.some(({ year }) => year === yearOf(day)) || days.some(({ date }) => date === dayText(day));
