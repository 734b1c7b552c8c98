/** The clock: calendars, ledgers of time, due dates that explain themselves. No I/O. C4. */
export type {
  Basis,
  Calendar,
  CalendarDay,
  CalendarVersion,
  DayKind,
  Due,
  HolidayRule,
  Interval,
  Ledger,
  OfficeHours,
  PublicDays,
  Session,
  SpecialDay,
  SpecialKind,
  Term,
  TimeOfDay,
  Unit,
  Weekday,
  Why,
  YearDecision,
} from './schema.ts';
export { CALENDAR_CHANGED, type CalendarChanged } from './calendars/events.ts';
export { calendarOf, calendarsAfter } from './calendars/queries.ts';
export type { CalendarChange } from './calendars/schema.ts';
export { civilService, publicDays } from './civil-service/calendar.ts';
export { checkCalendar } from './check.ts';
export { clockCommand, type ClockIo } from './cli.ts';
export { handOver, type HandOver } from './cut-off.ts';
export { dayInfo, type DayInfo } from './day-info.ts';
export { due } from './due.ts';
export { explain, type ExplainedDay, type Explanation } from './explain.ts';
export { proposeHolidays } from './holidays.ts';
export {
  clockState,
  asPromised,
  lengthenClock,
  pauseClock,
  receiveSupplement,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
  supplementRule,
  type SupplementRule,
} from './ledger.ts';
export { recompute, type Recomputed } from './recompute.ts';
export { elapsed, remaining, type Elapsed, type Remaining } from './remaining.ts';
export { amountWords, readTerm, termWords } from './term.ts';
