/**
 * The data of the clock: calendars, terms, ledgers. Plain values that survive JSON (moments apart, which are `Date`),
 * so that calendars can be rows with validity dates and a legal basis. Requirement C4.
 */
import type { Text } from '../../ground/text/language.ts';

/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export type CalendarDay = string;

/** A time of day in Vietnam, `HH:MM`. */
export type TimeOfDay = string;

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Where a rule stands (căn cứ pháp lý): number of the document when it has one, and the words to show. */
export type Basis = { readonly code: string | null; readonly cite: Text };

/** One stretch of office hours, half-open: `from` is inside, `to` is outside. */
export type Session = { readonly from: TimeOfDay; readonly to: TimeOfDay };

/**
 * Office hours (giờ làm việc) of some weekdays in a season. A weekday that no entry names is a day off.
 * `season` runs from one `MM-DD` to another, both inside, and may pass the new year; null is the whole year.
 */
export type OfficeHours = {
  readonly on: readonly Weekday[];
  readonly season: { readonly from: string; readonly to: string } | null;
  readonly sessions: readonly Session[];
};

/** How an agency works in a period: the weekly pattern, its hours by season, the cut-off hour, and who decided so. */
export type CalendarVersion = {
  readonly validFrom: CalendarDay;
  /** Last day of validity; null while in force. */
  readonly validTo: CalendarDay | null;
  readonly hours: readonly OfficeHours[];
  /** Receptions after this hour are handed over on the next working day (15 giờ, Decree 61/2018 art. 18.2); null: none. */
  readonly cutOff: TimeOfDay | null;
  readonly basis: Basis;
};

/** Days that differ from the weekly pattern: public holiday, weekday off in exchange, weekend day worked in exchange. */
export type SpecialKind = 'HOLIDAY' | 'SWAP_OFF' | 'WORKED_WEEKEND';

export type SpecialDay = {
  readonly date: CalendarDay;
  readonly kind: SpecialKind;
  readonly name: Text;
  readonly basis: Basis;
  /** The other day of the exchange (hoán đổi); a worked weekend day keeps the office hours of that day's weekday. */
  readonly swappedWith?: CalendarDay;
};

/** What the Government decided for one year: every special day of it, in place of what the rules propose. */
export type YearDecision = { readonly year: number; readonly days: readonly SpecialDay[] };

/** A holiday of the law, by the solar or the lunar calendar, from which days of an undecided year are proposed. */
export type HolidayRule = {
  readonly name: Text;
  readonly basis: Basis;
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | null;
  readonly by: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  /** The days off, counted from that day: Tết is `[-1, 0, 1, 2, 3]`. */
  readonly offsets: readonly number[];
  /** Adds the day before or after, whichever makes the longer break (National Day, Labour Code art. 112.1.đ). */
  readonly adjacent: boolean;
  /** The rule by which a day on the weekend is made up on the next working day (Labour Code art. 111.3); null: none. */
  readonly makeUp: Basis | null;
};

/** The public part that all agencies have in common. */
export type PublicDays = {
  readonly rules: readonly HolidayRule[];
  readonly decisions: readonly YearDecision[];
};

/** A working calendar (lịch làm việc) of an agency. `edition` changes whenever its content does. */
export type Calendar = {
  readonly id: string;
  readonly edition: string;
  readonly name: Text;
  readonly versions: readonly CalendarVersion[];
  readonly public: PublicDays;
  /** Days of this agency alone; they go before the public ones. */
  readonly days: readonly SpecialDay[];
};

/** What a day is in a calendar; `REST` is the weekly day off. */
export type DayKind = SpecialKind | 'WORKDAY' | 'REST';

export type Unit = 'hour' | 'working_hour' | 'day' | 'working_day' | 'month';

/**
 * A time limit (thời hạn). `same_day` (trong ngày) has no amount. Working days keep the hour at which they began,
 * as the acceptance slip prints an hour, unless `ends` is `close`: then they end with the office hours of the last day.
 * Days and months always end so (Civil Code art. 148). Hours and working days may be fractions.
 */
export type Term =
  | { readonly unit: 'same_day' }
  | { readonly unit: Unit; readonly amount: number; readonly ends?: 'same_hour' | 'close' };

/** Why the clock runs or stands: the cause in words, the rule, and the paper or step that proves it. */
export type Why = { readonly cause: Text; readonly basis: Basis | null; readonly evidence: string | null };

/** A stretch in which the clock ran or stood; `to` is null while it lasts. `fromZero`: what ran before it is forgotten. */
export type Interval = Why & {
  readonly state: 'running' | 'paused';
  readonly from: Date;
  readonly to: Date | null;
  readonly fromZero?: true;
};

/** The ledger (sổ thời gian) of one clock: intervals without gap or overlap, oldest first. */
export type Ledger = {
  readonly term: Term;
  /** Working days granted once beyond the term (hẹn lại): they begin where the term ends, whatever its unit is. */
  readonly longer?: number;
  readonly intervals: readonly Interval[];
};

/** A due date with what it was reckoned from, so that it can be explained and reckoned again. */
export type Due = {
  readonly at: Date;
  readonly ledger: Ledger;
  readonly calendar: Calendar;
  /** Until when a pause that still lasts was reckoned; null: to its beginning. */
  readonly now: Date | null;
};
