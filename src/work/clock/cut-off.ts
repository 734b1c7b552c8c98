/** The cut-off hour (15 giờ): until when a reception is handed over on the same day. Decree 61/2018 art. 18.2–18.3. */
import type { Text } from '../../ground/text/language.ts';
import { dayAt, dayText, momentAt, readTime, timeAt } from './day.ts';
import type { Basis, Calendar, TimeOfDay } from './schema.ts';
import { closeAt, forward, indexAt, openTime, workingDay, workingOrdinal } from './lookup.ts';
import { timetable } from './timetable.ts';

/** The cut-off hour that is in force on a day. */
export const cutOffOn = (calendar: Calendar, day: number): TimeOfDay | null =>
  calendar.versions.find(({ validTo }) => validTo === null || dayText(day) <= validTo)?.cutOff ?? null;

/** By when a dossier has to be with the deciding agency, and why. */
export type HandOver = { readonly by: Date; readonly reason: Text; readonly basis: Basis };

const basis: Basis = {
  code: '61/2018/NĐ-CP',
  cite: { vi: 'Nghị định 61/2018/NĐ-CP, Điều 18 khoản 2', en: 'Decree 61/2018/NĐ-CP, art. 18.2' },
};

/**
 * By when a dossier received at a moment is handed over to the deciding agency: the same working day, or, received after
 * the cut-off hour, the beginning of the next one. It never moves the first day of the term.
 */
export const handOver = (moment: Date, calendar: Calendar): HandOver => {
  const table = timetable(calendar);
  const opened = forward(table, moment.getTime());
  const index = indexAt(table, opened);
  const cutOff = cutOffOn(calendar, dayAt(opened));
  if (cutOff === null || timeAt(opened) <= readTime(cutOff)) {
    const reason = {
      vi: 'Chuyển ngay trong ngày làm việc.',
      en: 'Handed over within the working day.',
    };
    return { by: new Date(momentAt(index + table.first, closeAt(table, index))), reason, basis };
  }
  const next = workingDay(table, workingOrdinal(table, opened) + 1);
  const reason = {
    vi: `Tiếp nhận sau ${cutOff}: chuyển vào đầu giờ ngày làm việc tiếp theo.`,
    en: `Received after ${cutOff}: handed over at the beginning of the next working day.`,
  };
  return { by: new Date(momentAt(next + table.first, openTime(table, next, 0))), reason, basis };
};
