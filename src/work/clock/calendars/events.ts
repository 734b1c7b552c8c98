/** What this room announces. Rooms that have promised dates by a calendar listen, and reckon them again. */

/** A calendar was changed, or a year was decided; `item` is its item of the record. Told twice, the second time for what was under way. */
export const CALENDAR_CHANGED = 'calendar.changed';

export type CalendarChanged = {
  /** Whose calendar; null: for every agency that has none of its own, or by a decision for all. */
  readonly agency: string | null;
  /** By which document, in the words of who entered it. */
  readonly why: string;
  /** The moment of the change, ISO 8601: before it the old calendar counted. */
  readonly changedAt: string;
};
