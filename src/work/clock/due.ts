/**
 * When a term ends. Every term runs on an axis on which it is a plain sum: a pause adds its length there, and only the last
 * step turns the sum into a moment and moves it off a day off. Some axes measure (hours, office time, working days with
 * their parts), the others count whole days. Civil Code 2015 art. 147–148; Decree 61/2018 art. 19. C4.
 */
import { cutOffOn } from './cut-off.ts';
import { addMonths, dayAt, HOUR, momentAt, readTime, timeAt } from './day.ts';
import { currentRun } from './ledger.ts';
import {
  closeAt,
  forward,
  indexOf,
  officeBefore,
  officeMoment,
  workingDay,
  workingDayFrom,
  workingDaysBefore,
  workingDaysMoment,
  workingOrdinal,
} from './lookup.ts';
import type { Calendar, Due, Interval, Ledger, Term } from './schema.ts';
import { timetable, type Timetable } from './timetable.ts';

/**
 * When the term of a ledger ends. While the clock is paused, this is the end if it went on at `now`, or, without `now`,
 * at the moment at which the pause began. A moment outside of the calendar is `Invalid`.
 */
export const due = (ledger: Ledger, calendar: Calendar, now: Date | null = null): Due => {
  const at = partsOf(ledger, timetable(calendar), now).at(-1)!.end.at;
  return { at: new Date(at), ledger, calendar, now };
};

/** A stretch that is reckoned by itself: the term, or the days granted beyond it; with its end. */
export type Part = { readonly ledger: Ledger; readonly end: Reckoned };

/** The term of a ledger and, where days were granted beyond it, those days: they begin at the moment at which the term ends. */
export const partsOf = (ledger: Ledger, table: Timetable, now: Date | null): readonly Part[] => {
  const term: Part = { ledger, end: reckon(ledger, table, now) };
  if (!ledger.longer) return [term];
  const counts = measure(ledger.term, table) === null;
  // A term in whole days ends as the office closes: a moment before, that day is the one that the days beyond follow.
  const from = new Date(term.end.at - (counts ? 1 : 0));
  const after = currentRun(ledger).filter(({ to }) => to === null || to > from);
  const [first] = after.length > 0 ? after : currentRun(ledger).slice(-1);
  const more: Ledger = {
    term: {
      unit: 'working_day',
      amount: ledger.longer,
      ...(counts && { ends: 'close' }),
    },
    intervals: [{ ...first!, from }, ...after.slice(1)],
  };
  return [term, { ledger: more, end: reckon(more, table, now) }];
};

/** The end of a term as a moment and on its axis, and its length there without pauses. */
export type Reckoned = { readonly at: number; readonly end: number; readonly length: number };

/** The steps of `due` on numbers, with the position on the axis that an explanation needs. */
export const reckon = (ledger: Ledger, table: Timetable, now: Date | null): Reckoned => {
  const { term } = ledger;
  const run = currentRun(ledger);
  const start = run[0]?.from.getTime() ?? Number.NaN;
  const length = lengthOf(term, table, start);
  const counts = measure(term, table) === null;
  let end = position(term, table, start) + length;
  let at = finish(term, table, start, end);
  for (const interval of run) {
    if (interval.state === 'running') continue;
    const stands = interval.from.getTime();
    const goesOn = pauseEnd(interval, now);
    const place = position(term, table, stands);
    // A term that had ended before the clock stood still stays ended.
    if (counts ? at <= stands : end <= place) break;
    end += position(term, table, goesOn) - place;
    at = finish(term, table, start, end);
    // A term in whole days never ends before the office next closes after the clock goes on.
    if (counts) at = Math.max(at, closing(table, workingDay(table, workingOrdinal(table, goesOn))));
  }
  return { at, end, length };
};

const pauseEnd = ({ from, to }: Interval, now: Date | null): number =>
  Math.max(from.getTime(), (to ?? now ?? from).getTime());

/** How much of its axis one unit of a term takes; null for a term that counts whole days. */
const measure = (term: Term, table: Timetable): number | null => {
  if (term.unit === 'hour' || term.unit === 'working_hour') return HOUR;
  return term.unit === 'working_day' && term.ends !== 'close' ? table.fullDay : null;
};

/** A length on the axis of a term in its units; months in days. */
export const inUnits = (term: Term, table: Timetable, length: number): number =>
  length / (measure(term, table) ?? 1);

/** Where a moment lies on the axis of a term. */
export const position = (term: Term, table: Timetable, ms: number): number => {
  switch (term.unit) {
    case 'hour':
      return ms;
    case 'working_hour':
      return officeBefore(table, ms);
    case 'working_day':
      return term.ends === 'close' ? workingOrdinal(table, ms) : workingDaysBefore(table, ms);
    case 'same_day':
      return workingOrdinal(table, ms);
    case 'day':
    case 'month':
      return dayAt(ms);
  }
};

/** How long a term is on its axis. */
const lengthOf = (term: Term, table: Timetable, start: number): number => {
  if (term.unit === 'same_day') return receivedLate(table, start) ? 1 : 0;
  if (term.unit === 'month') return addMonths(dayAt(start), term.amount) - dayAt(start);
  const one = measure(term, table);
  return one === null ? Math.ceil(term.amount) : Math.round(term.amount * one);
};

/** The same day is over for what arrives after the cut-off hour (Civil Status Law 2014, art. 5.3; 1.001193). */
const receivedLate = (table: Timetable, start: number): boolean => {
  const opened = forward(table, start);
  const cutOff = cutOffOn(table.calendar, dayAt(opened));
  return cutOff !== null && timeAt(opened) > readTime(cutOff);
};

/** The moment at which a position on the axis is reached, moved off a day off where the unit asks for it. */
const finish = (term: Term, table: Timetable, start: number, end: number): number => {
  switch (term.unit) {
    case 'hour':
      return end;
    case 'working_hour':
      return term.amount === 0 ? forward(table, start) : officeMoment(table, end);
    case 'working_day':
      return term.ends === 'close' ? closing(table, workingDay(table, end)) : workingDaysMoment(table, end);
    case 'same_day':
      return closing(table, workingDay(table, end));
    case 'day':
    case 'month':
      return closing(table, workingDayFrom(table, indexOf(table, end)));
  }
};

const closing = (table: Timetable, index: number): number =>
  momentAt(index + table.first, closeAt(table, index));
