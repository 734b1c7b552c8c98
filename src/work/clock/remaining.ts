/** How much time is left or over, and how much has been used, in the units that people read. C4. */
import type { Text } from '../../ground/text/language.ts';
import { DAY, dayAt } from './day.ts';
import { due, inUnits, position } from './due.ts';
import { clockState, currentRun } from './ledger.ts';
import type { Calendar, Interval, Ledger, Term } from './schema.ts';
import { amountWords } from './term.ts';
import { indexAt, officeBefore } from './lookup.ts';
import { timetable, type Timetable } from './timetable.ts';
import { durationWords, sentence } from './words.ts';

/** Time left or over. `text` reads `Còn 2 ngày làm việc`, `Trễ 2 giờ`, `Đang tạm dừng, còn 3 ngày làm việc`. */
export type Remaining = {
  readonly state: Interval['state'] | 'stopped';
  readonly due: Date;
  readonly late: boolean;
  readonly text: Text;
};

/**
 * The time left until the due date, or past it. A paused clock shows what will be left when it goes on; one that has
 * ended shows by how much it was early or late.
 */
export const remaining = (ledger: Ledger, calendar: Calendar, now: Date): Remaining => {
  const state = clockState(ledger);
  const last = ledger.intervals.at(-1);
  // A clock that stands is read at the moment at which it came to stand.
  const seen = (state === 'paused' ? last?.from : state === 'stopped' ? last?.to : now) ?? now;
  const { at } = due(ledger, calendar);
  const late = seen > at;
  const [from, to] = late ? [at, seen] : [seen, at];
  const span = measure(ledger.term, timetable(calendar), from.getTime(), to.getTime());
  return { state, due: at, late, text: phrase(state, late, span) };
};

/** Days of the term's own kind; within a day hours and minutes; whole days off between the two as days. */
const measure = (term: Term, table: Timetable, from: number, to: number): Text | null => {
  if (from === to) return null;
  if (term.unit === 'hour') return durationWords(to - from);
  if (term.unit === 'working_hour') {
    const office = officeBefore(table, to) - officeBefore(table, from);
    if (office === 0) return durationWords(to - from);
    const { vi, en } = durationWords(office);
    return { vi: `${vi} làm việc`, en: `${en} of office time` };
  }
  const days = dayAt(to) - dayAt(from);
  if (term.unit === 'day' || term.unit === 'month') {
    return days > 0 ? amountWords(days, 'day') : durationWords(to - from);
  }
  const worked = (table.worked[indexAt(table, to) + 1] ?? 0) - (table.worked[indexAt(table, from) + 1] ?? 0);
  if (worked > 0) return amountWords(worked, 'working_day');
  return to - from < DAY ? durationWords(to - from) : amountWords(days, 'day');
};

const phrase = (state: Remaining['state'], late: boolean, span: Text | null): Text => {
  if (state === 'stopped') {
    if (span === null) return { vi: 'Xong đúng hạn', en: 'Finished on time' };
    return late
      ? { vi: `Xong, trễ ${span.vi}`, en: `Finished ${span.en} late` }
      : { vi: `Xong trước hạn ${span.vi}`, en: `Finished ${span.en} early` };
  }
  const { vi, en } = runningPhrase(late, span);
  return state === 'paused' ? { vi: `Đang tạm dừng, ${vi}`, en: `Paused, ${en}` } : sentence({ vi, en });
};

const runningPhrase = (late: boolean, span: Text | null): Text => {
  if (span === null) return { vi: 'đến hạn lúc này', en: 'due now' };
  return late
    ? { vi: `trễ ${span.vi}`, en: `${span.en} late` }
    : { vi: `còn ${span.vi}`, en: `${span.en} left` };
};

/** Time used so far, pauses and what ran before a restart left out, in the unit of the term (months: in days). */
export type Elapsed = {
  readonly amount: number;
  readonly unit: 'hour' | 'working_hour' | 'day' | 'working_day';
};

/** How much of the term has been used at a moment. */
export const elapsed = (ledger: Ledger, calendar: Calendar, now: Date): Elapsed => {
  const { term } = ledger;
  const table = timetable(calendar);
  let length = 0;
  for (const { state, from, to } of currentRun(ledger)) {
    const until = to !== null && to < now ? to : now;
    if (state === 'paused' || until <= from) continue;
    length += position(term, table, until.getTime()) - position(term, table, from.getTime());
  }
  return { amount: inUnits(term, table, length), unit: elapsedUnits[term.unit] };
};

const elapsedUnits: Readonly<Record<Term['unit'], Elapsed['unit']>> = {
  hour: 'hour',
  working_hour: 'working_hour',
  day: 'day',
  month: 'day',
  working_day: 'working_day',
  same_day: 'working_day',
};
