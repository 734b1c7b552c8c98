/** Calendars as rows: what an agency, the tenant for all its agencies, and the Government for a year have laid down. C4. */
import type { CalendarVersion, SpecialDay } from '../schema.ts';

/** What an agency lays down for itself: its office hours by version, and its own special days. */
export type CalendarContent = {
  readonly versions: readonly CalendarVersion[];
  readonly days: readonly SpecialDay[];
};

/** One edition of a calendar. `agency` is null for the one that all agencies without their own have in common. */
export type StoredCalendar = {
  readonly id: string;
  readonly item: string;
  readonly agency: string | null;
  readonly edition: number;
  /** Null: given up; the common calendar counts again, or for the common one what ships. */
  readonly content: CalendarContent | null;
};

/** One edition of what was decided for a year: every special day of it. */
export type StoredDecision = {
  readonly id: string;
  readonly item: string;
  readonly year: number;
  readonly edition: number;
  readonly days: readonly SpecialDay[];
};

/** A change that is not entered yet: of one calendar, or of one year for all. */
export type CalendarChange =
  Pick<StoredCalendar, 'agency' | 'content'> | Pick<StoredDecision, 'year' | 'days'>;

export type ClockTables = {
  'clock.calendars': StoredCalendar & { tenant: number; entered_at: Date };
  'clock.decisions': StoredDecision & { tenant: number; entered_at: Date };
};
