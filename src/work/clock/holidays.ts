/**
 * Public holidays of a year by the rules of the law: a *proposal* for years for which no notice has been issued.
 * What cannot be known from rules (exchanged days) is left out. Labour Code 2019 art. 111.3, 112. C4.
 */
import { getSolarDate } from '@dqcai/vn-lunar';
import { dayNumber, dayText, weekdayOf } from './day.ts';
import type { CalendarDay, HolidayRule, SpecialDay } from './schema.ts';

/** The number of the solar day of a day of the Vietnamese lunar calendar (months that are not leap months), 1200–2199. */
export const lunarDay = (year: number, month: number, day: number): number => {
  const solar = getSolarDate(day, month, year);
  return dayNumber(solar.year, solar.month, solar.day);
};

const isWeekend = (day: number): boolean => weekdayOf(day) >= 6;

/** The neighbour of National Day that makes the longer break; practice of the notices since 2021. */
const adjacentOffset = (day: number): number => ([1, 4, 7].includes(weekdayOf(day)) ? 1 : -1);

const inForce = (rule: HolidayRule, day: CalendarDay): boolean =>
  rule.validFrom <= day && day <= (rule.validTo ?? '9999');

const daysOf = (rule: HolidayRule, year: number): readonly number[] => {
  if (rule.validFrom > `${year}-12-31` || (rule.validTo ?? '9999') < `${year}-01-01`) return [];
  const date = rule.by === 'lunar' ? lunarDay : dayNumber;
  const day = date(year, rule.month, rule.day);
  if (!inForce(rule, dayText(day))) return [];
  const offsets = rule.adjacent ? [...rule.offsets, adjacentOffset(day)] : rule.offsets;
  return offsets.map((offset) => day + offset);
};

/**
 * The holidays of a year by the rules, make-up days included, in order of date. A holiday on a Saturday or Sunday is
 * made up on the next day that is neither weekend nor holiday nor make-up of another.
 */
export const proposeHolidays = (year: number, rules: readonly HolidayRule[]): readonly SpecialDay[] => {
  const holidays = new Map<number, HolidayRule>();
  for (const rule of rules) {
    for (const day of daysOf(rule, year)) if (!holidays.has(day)) holidays.set(day, rule);
  }
  const found = [...holidays].sort(([a], [b]) => a - b);
  const days: SpecialDay[] = found.map(([day, { name, basis }]) => ({
    date: dayText(day),
    kind: 'HOLIDAY',
    name,
    basis,
  }));
  for (const [day, rule] of found) {
    if (!rule.makeUp || !isWeekend(day)) continue;
    let next = day + 1;
    while (isWeekend(next) || holidays.has(next)) next += 1;
    holidays.set(next, rule);
    const name = { vi: `nghỉ bù ${rule.name.vi}`, en: `day in lieu of ${rule.name.en}` };
    days.push({ date: dayText(next), kind: 'HOLIDAY', name, basis: rule.makeUp });
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
};
