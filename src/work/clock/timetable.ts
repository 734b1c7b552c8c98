/**
 * A calendar unrolled once into tables by day: what the day is, how many working days and how much office time lie
 * before it. Every question of the clock is then a few array reads, however long the span (performance row 17).
 */
import { Invalid } from '../../ground/operate/errors.ts';
import { checkCalendar } from './check.ts';
import { monthDayOf, readDay, readTime, weekdayOf, yearOf } from './day.ts';
import { proposeHolidays } from './holidays.ts';
import type { Calendar, CalendarVersion, PublicDays, SpecialDay, Weekday } from './schema.ts';

/** No timetable begins earlier or ends later: from the 40-hour week to the end of the lunar tables. */
const EARLIEST = '2000-01-01';
const HORIZON = '2199-12-31';

/** Office hours of a day in milliseconds since midnight, in order. */
export type Pattern = {
  readonly sessions: readonly (readonly [from: number, to: number])[];
  readonly length: number;
};

export type Timetable = {
  readonly calendar: Calendar;
  /** Number of the day that stands at index 0; the others follow without gap. */
  readonly first: number;
  readonly size: number;
  readonly patterns: readonly Pattern[];
  /** Office time of the longest day, in milliseconds: what one working day measures. */
  readonly fullDay: number;
  /** By day: index of its pattern; 0 is closed. */
  readonly pattern: Uint16Array;
  /** By day: working days before it. One entry more than days. */
  readonly worked: Int32Array;
  /** By day: office time before it, in milliseconds. One entry more than days. */
  readonly office: Float64Array;
  /** By ordinal of a working day: its index. */
  readonly nth: Int32Array;
  /** Special days by day number. */
  readonly special: ReadonlyMap<number, SpecialDay>;
};

export const closed: Pattern = { sessions: [], length: 0 };

/** The timetable of a calendar; unrolled once for each calendar object. A calendar that contradicts itself is `Invalid`. */
export const timetable = (calendar: Calendar): Timetable => {
  const known = unrolled.get(calendar);
  if (known !== undefined) return known;
  const fresh = unroll(calendar);
  unrolled.set(calendar, fresh);
  return fresh;
};

const unrolled = new WeakMap<Calendar, Timetable>();

const unroll = (calendar: Calendar): Timetable => {
  const problems = checkCalendar(calendar);
  if (problems.length > 0) throw new Invalid(problems.map((message) => ({ field: '', message })));
  const first = Math.max(readDay(EARLIEST), readDay(calendar.versions[0]?.validFrom ?? HORIZON));
  const last = Math.min(readDay(HORIZON), readDay(calendar.versions.at(-1)?.validTo ?? HORIZON));
  const size = Math.max(0, last - first + 1);
  const special = specialDays(calendar);
  const patterns: Pattern[] = [closed];
  const pattern = new Uint16Array(size);
  for (const version of calendar.versions) fill(version, special, first, last, patterns, pattern);

  const worked = new Int32Array(size + 1);
  const office = new Float64Array(size + 1);
  const nth = new Int32Array(size);
  for (let index = 0, count = 0; index < size; index += 1) {
    const { length } = patterns[pattern[index] ?? 0] ?? closed;
    if (length > 0) nth[count++] = index;
    worked[index + 1] = count;
    office[index + 1] = (office[index] ?? 0) + length;
  }
  return {
    calendar,
    first,
    size,
    patterns,
    fullDay: Math.max(...patterns.map(({ length }) => length)),
    pattern,
    worked,
    office,
    nth: nth.slice(0, worked[size]),
    special,
  };
};

/** The agency's own days before the public ones. */
const specialDays = (calendar: Calendar): ReadonlyMap<number, SpecialDay> => {
  const days = publicDays(calendar.public);
  if (calendar.days.length === 0) return days;
  return new Map([...days, ...calendar.days.map((day) => [readDay(day.date), day] as const)]);
};

/** The decided days, and for other years the proposed; found once for all calendars that have them in common. */
const publicDays = (of: PublicDays): ReadonlyMap<number, SpecialDay> => {
  const known = found.get(of);
  if (known !== undefined) return known;
  const decided = new Map(of.decisions.map(({ year, days }) => [year, days]));
  const days = new Map<number, SpecialDay>();
  for (let year = yearOf(readDay(EARLIEST)); year <= yearOf(readDay(HORIZON)); year += 1) {
    for (const day of decided.get(year) ?? proposeHolidays(year, of.rules)) days.set(readDay(day.date), day);
  }
  found.set(of, days);
  return days;
};

const found = new WeakMap<PublicDays, ReadonlyMap<number, SpecialDay>>();

type Rule = {
  readonly on: readonly Weekday[];
  /** Null: the whole year. */
  readonly covers: ((day: number) => boolean) | null;
  readonly pattern: number;
};

const rulesOf = (version: CalendarVersion, patterns: Pattern[]): readonly Rule[] =>
  version.hours.map(({ on, season, sessions }) => {
    const times = sessions.map(({ from, to }) => [readTime(from), readTime(to)] as const);
    patterns.push({ sessions: times, length: times.reduce((sum, [from, to]) => sum + to - from, 0) });
    return { on, covers: season === null ? null : inSeason(season), pattern: patterns.length - 1 };
  });

const inSeason = (season: { readonly from: string; readonly to: string }): ((day: number) => boolean) => {
  const [from = 0, to = 0] = [season.from, season.to].map((monthDay) => Number(monthDay.replace('-', '')));
  return (day) => {
    const at = monthDayOf(day);
    return from <= to ? from <= at && at <= to : from <= at || at <= to;
  };
};

const fill = (
  version: CalendarVersion,
  special: ReadonlyMap<number, SpecialDay>,
  first: number,
  last: number,
  patterns: Pattern[],
  pattern: Uint16Array,
): void => {
  const rules = rulesOf(version, patterns);
  const end = Math.min(last, readDay(version.validTo ?? HORIZON));
  for (let day = Math.max(first, readDay(version.validFrom)); day <= end; day += 1) {
    const own = special.get(day);
    if (own?.kind === 'HOLIDAY' || own?.kind === 'SWAP_OFF') continue;
    // A weekend day worked in exchange has the hours of the day it stands for; else those of a Monday.
    const workedFor = own?.kind === 'WORKED_WEEKEND' ? workedAs(own) : weekdayOf(day);
    for (const rule of rules) {
      if (!rule.on.includes(workedFor) || rule.covers?.(day) === false) continue;
      pattern[day - first] = rule.pattern;
      break;
    }
  }
};

const workedAs = (day: SpecialDay): Weekday =>
  day.swappedWith === undefined ? 1 : weekdayOf(readDay(day.swappedWith));
