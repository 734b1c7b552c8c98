/** What a changed calendar does to a date that was promised. The promise stays; the new date stands beside it. C4. */
import { dayAt } from './day.ts';
import { infoOf, type DayInfo } from './day-info.ts';
import { due } from './due.ts';
import type { Calendar, Due, Ledger } from './schema.ts';
import { timetable } from './timetable.ts';

export type Recomputed = {
  /** What the person was told; figures go on measuring against it. */
  readonly promised: Date;
  readonly due: Due;
  readonly moved: 'earlier' | 'same' | 'later';
  /** The days of the term that the change of calendar touched. */
  readonly changed: readonly { readonly before: DayInfo; readonly after: DayInfo }[];
};

/** Reckons a ledger again under a changed calendar and says which days made the difference. */
export const recompute = (promised: Date, ledger: Ledger, before: Calendar, after: Calendar): Recomputed => {
  const fresh = due(ledger, after);
  const [old, table] = [timetable(before), timetable(after)];
  const first = dayAt((ledger.intervals[0]?.from ?? promised).getTime());
  const last = dayAt(Math.max(promised.getTime(), fresh.at.getTime()));
  const changed: { before: DayInfo; after: DayInfo }[] = [];
  for (let day = first; day <= last; day += 1) {
    const [was, is] = [infoOf(old, day), infoOf(table, day)];
    if (was.kind !== is.kind || was.works !== is.works) changed.push({ before: was, after: is });
  }
  const by = fresh.at.getTime() - promised.getTime();
  return { promised, due: fresh, moved: by === 0 ? 'same' : by < 0 ? 'earlier' : 'later', changed };
};
