/** Office hours as the questions of a form, and back: full days, mornings only, and other times in one season. Pure. */
import { Invalid } from '../../../ground/operate/errors.ts';
import type { CalendarVersion, OfficeHours, Session, Weekday } from '../schema.ts';
import { seasonDay } from './words.ts';
import { basisTyped, monthDayTyped, sessionTyped, timeTyped, weekdaysTyped } from './typed.ts';

/** What was typed. Times of the second part of the day and of the season may be missing. */
export type HoursAnswers = {
  readonly from: string;
  readonly days: readonly string[];
  readonly mornings: readonly string[];
  readonly morningFrom: string;
  readonly morningTo: string;
  readonly afternoonFrom: string | null;
  readonly afternoonTo: string | null;
  readonly seasonFrom: string | null;
  readonly seasonTo: string | null;
  readonly seasonMorningFrom: string | null;
  readonly seasonMorningTo: string | null;
  readonly seasonAfternoonFrom: string | null;
  readonly seasonAfternoonTo: string | null;
  readonly cutOff: string | null;
  readonly why: string;
};

type Season = OfficeHours['season'];

const bad = (field: string, vi: string, en: string): Invalid => new Invalid([{ field, message: { vi, en } }]);

/** Hours of full days and of mornings in a season, or in the whole year. */
const hoursIn = (
  season: Season,
  full: readonly Weekday[],
  mornings: readonly Weekday[],
  [morning, afternoon]: readonly [Session, Session | null],
): OfficeHours[] =>
  [
    { on: full, season, sessions: afternoon ? [morning, afternoon] : [morning] },
    { on: mornings, season, sessions: [morning] },
  ].filter(({ on }) => on.length > 0);

/** The version of a calendar that was typed. Throws Invalid at the field that is wrong. */
export function versionTyped(typed: HoursAnswers): Omit<CalendarVersion, 'validTo'> {
  const full = weekdaysTyped(typed.days);
  const mornings = weekdaysTyped(typed.mornings).filter((day) => !full.includes(day));
  if (full.length + mornings.length === 0)
    throw bad('days', 'Hãy chọn ít nhất một ngày làm việc.', 'Choose at least one working day.');
  const morning = sessionTyped(['morningFrom', 'morningTo'], typed.morningFrom, typed.morningTo)!;
  const afternoon = sessionTyped(['afternoonFrom', 'afternoonTo'], typed.afternoonFrom, typed.afternoonTo);
  const usual = hoursIn(null, full, mornings, [morning, afternoonAfter(morning, afternoon, 'afternoonFrom')]);
  return {
    validFrom: typed.from,
    // Hours of a season go before those of the whole year.
    hours: [...seasonTyped(typed, full, mornings), ...usual],
    cutOff: typed.cutOff === null ? null : timeTyped('cutOff', typed.cutOff),
    basis: basisTyped(typed.why),
  };
}

function seasonTyped(
  typed: HoursAnswers,
  full: readonly Weekday[],
  mornings: readonly Weekday[],
): OfficeHours[] {
  const { seasonFrom, seasonTo } = typed;
  const morning = sessionTyped(
    ['seasonMorningFrom', 'seasonMorningTo'],
    typed.seasonMorningFrom,
    typed.seasonMorningTo,
  );
  const afternoon = sessionTyped(
    ['seasonAfternoonFrom', 'seasonAfternoonTo'],
    typed.seasonAfternoonFrom,
    typed.seasonAfternoonTo,
  );
  if (!seasonFrom && !seasonTo && !morning && !afternoon) return [];
  if (!seasonFrom || !seasonTo || !morning)
    throw bad(
      !seasonFrom ? 'seasonFrom' : !seasonTo ? 'seasonTo' : 'seasonMorningFrom',
      'Giờ làm việc theo mùa cần ngày đầu, ngày cuối và giờ buổi sáng.',
      'Hours of a season need its first day, its last day and the hours of the morning.',
    );
  const season = { from: monthDayTyped('seasonFrom', seasonFrom), to: monthDayTyped('seasonTo', seasonTo) };
  return hoursIn(season, full, mornings, [
    morning,
    afternoonAfter(morning, afternoon, 'seasonAfternoonFrom'),
  ]);
}

/** The afternoon, which begins when the morning is over. Throws Invalid. */
function afternoonAfter(morning: Session, afternoon: Session | null, field: string): Session | null {
  if (afternoon && afternoon.from <= morning.to)
    throw bad(
      field,
      'Buổi chiều phải bắt đầu sau khi buổi sáng kết thúc.',
      'The afternoon must begin after the morning ends.',
    );
  return afternoon;
}

/** The answers that give a version again, to be changed. */
export function hoursShown({ hours, cutOff }: CalendarVersion) {
  const ofYear = hours.filter(({ season }) => season === null);
  const ofSeason = hours.filter(({ season }) => season !== null);
  const longest = (all: readonly OfficeHours[]): OfficeHours | undefined =>
    all.toSorted((a, b) => b.sessions.length - a.sessions.length)[0];
  const [usual, seasonal] = [longest(ofYear) ?? longest(ofSeason), longest(ofSeason)];
  const days = new Set(usual?.on);
  const all = new Set(hours.flatMap(({ on }) => on));
  const season = seasonal?.season;
  return {
    days: [...days].map(String),
    mornings: [...all].filter((day) => !days.has(day)).map(String),
    morningFrom: usual?.sessions[0]?.from,
    morningTo: usual?.sessions[0]?.to,
    afternoonFrom: usual?.sessions[1]?.from,
    afternoonTo: usual?.sessions[1]?.to,
    seasonFrom: season ? seasonDay(season.from) : undefined,
    seasonTo: season ? seasonDay(season.to) : undefined,
    seasonMorningFrom: season ? seasonal.sessions[0]?.from : undefined,
    seasonMorningTo: season ? seasonal.sessions[0]?.to : undefined,
    seasonAfternoonFrom: season ? seasonal.sessions[1]?.from : undefined,
    seasonAfternoonTo: season ? seasonal.sessions[1]?.to : undefined,
    cutOff: cutOff ?? undefined,
  };
}
