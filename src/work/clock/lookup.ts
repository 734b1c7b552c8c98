/** Questions to a timetable: a few array reads each. Moments are milliseconds; a day is its index in the table. */
import { Invalid } from '../../ground/operate/errors.ts';
import { DAY, dayAt, dayText, momentAt, timeAt } from './day.ts';
import { closed, type Pattern, type Timetable } from './timetable.ts';

/** The index of a moment's day; a moment outside of the calendar is `Invalid`. */
export const indexAt = (table: Timetable, ms: number): number => indexOf(table, dayAt(ms));

/** The index of a day; a day outside of the calendar is `Invalid`. */
export const indexOf = (table: Timetable, day: number): number => {
  const index = day - table.first;
  if (index >= 0 && index < table.size) return index;
  throw outside(table);
};

const outside = (table: Timetable): Invalid => {
  const [from, to] = [dayText(table.first), dayText(table.first + table.size - 1)];
  return new Invalid([
    {
      field: '',
      message: {
        vi: `Lịch “${table.calendar.name.vi}” chỉ tính được từ ngày ${from} đến ngày ${to}.`,
        en: `The calendar “${table.calendar.name.en}” reaches only from ${from} to ${to}.`,
      },
    },
  ]);
};

/** Office hours of the day at an index; none when it is off. */
export const patternAt = (table: Timetable, index: number): Pattern =>
  table.patterns[table.pattern[index] ?? 0] ?? closed;

/** The end of office hours of the day at an index, as a time of day. */
export const closeAt = (table: Timetable, index: number): number =>
  patternAt(table, index).sessions.at(-1)?.[1] ?? 0;

/** The index of the working day with an ordinal. */
export const workingDay = (table: Timetable, ordinal: number): number => {
  const index = table.nth[ordinal];
  if (index === undefined) throw outside(table);
  return index;
};

/** The day itself when it is a working day, else the next one. */
export const workingDayFrom = (table: Timetable, index: number): number =>
  table.pattern[index] === 0 ? workingDay(table, table.worked[index] ?? 0) : index;

/** The ordinal of the working day in which a moment lies or to which it moves forward. */
export const workingOrdinal = (table: Timetable, ms: number): number => {
  const index = indexAt(table, ms);
  return table.worked[timeAt(ms) < closeAt(table, index) ? index : index + 1] ?? 0;
};

/** The moment itself when the office is open, else the next opening. Office hours are half-open: 11:30 is outside. */
export const forward = (table: Timetable, ms: number): number => {
  const index = indexAt(table, ms);
  const day = workingDay(table, workingOrdinal(table, ms));
  return momentAt(day + table.first, openTime(table, day, day === index ? timeAt(ms) : 0));
};

/** A time of day moved into the office hours of a working day: forward, but never past their end. */
export const openTime = (table: Timetable, index: number, time: number): number => {
  const { sessions } = patternAt(table, index);
  for (const [from, to] of sessions) if (time < to) return Math.max(from, time);
  return closeAt(table, index);
};

/** Office time of a day that has passed at a time of day, in milliseconds. */
const passed = ({ sessions }: Pattern, time: number): number => {
  let sum = 0;
  for (const [from, to] of sessions) if (time > from) sum += Math.min(time, to) - from;
  return sum;
};

/** Office time from the beginning of the calendar to a moment, in milliseconds. */
export const officeBefore = (table: Timetable, ms: number): number => {
  const index = indexAt(table, ms);
  return (table.office[index] ?? 0) + passed(patternAt(table, index), timeAt(ms));
};

/** The first moment at which that much office time has passed: at the end of a session, not at the start of the next. */
export const officeMoment = (table: Timetable, amount: number): number => {
  const { office, size } = table;
  if (amount > (office[size] ?? 0)) throw outside(table);
  let [low, high] = [0, size - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((office[middle + 1] ?? 0) < amount) low = middle + 1;
    else high = middle;
  }
  let rest = amount - (office[low] ?? 0);
  for (const [from, to] of patternAt(table, low).sessions) {
    if (rest <= to - from) return momentAt(low + table.first, from + rest);
    rest -= to - from;
  }
  return momentAt(low + table.first, DAY);
};

/**
 * Working days from the beginning of the calendar to a moment, with the part of its day that has passed; each day
 * measures `fullDay`, however short its hours. A whole number, so that sums of parts come out exactly.
 */
export const workingDaysBefore = (table: Timetable, ms: number): number => {
  const index = indexAt(table, ms);
  const pattern = patternAt(table, index);
  const whole = (table.worked[index] ?? 0) * table.fullDay;
  if (pattern.length === 0) return whole;
  return whole + Math.round((passed(pattern, timeAt(ms)) * table.fullDay) / pattern.length);
};

/** The last moment at which so many working days and parts of one have passed: when the office is open again. */
export const workingDaysMoment = (table: Timetable, amount: number): number => {
  const ordinal = Math.floor(amount / table.fullDay);
  const index = workingDay(table, ordinal);
  const { sessions, length } = patternAt(table, index);
  let rest = Math.round(((amount - ordinal * table.fullDay) * length) / table.fullDay);
  for (const [from, to] of sessions) {
    if (rest < to - from) return momentAt(index + table.first, from + rest);
    rest -= to - from;
  }
  return momentAt(index + table.first, closeAt(table, index));
};
