import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { civilService } from './civil-service/calendar.ts';
import { DAY, dayText, HOUR, MINUTE, timeAt } from './day.ts';
import { dayInfo } from './day-info.ts';
import { due, position, reckon } from './due.ts';
import { explain } from './explain.ts';
import { cause, moment, seasonal } from './fixtures.ts';
import { clockState, currentRun, restartClock, startClock, stopClock } from './ledger.ts';
import type { Calendar, Interval, Ledger, Term } from './schema.ts';
import { timetable } from './timetable.ts';

const from = moment('2024-06-01T00:00').getTime();
const to = moment('2028-06-01T00:00').getTime();

const anyMoment = fc
  .integer({ min: from / MINUTE, max: to / MINUTE })
  .map((minutes) => new Date(minutes * MINUTE));
/** By name, so that a counterexample stays readable. */
const calendars = { civilService, seasonal };
const anyCalendar = fc.constantFrom<keyof typeof calendars>('civilService', 'seasonal');
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.constant({ unit: 'same_day' } as const),
  fc.record({
    unit: fc.constantFrom('hour', 'working_hour', 'day', 'month'),
    amount: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({
    unit: fc.constant('working_day' as const),
    amount: fc.integer({ min: 0, max: 120 }).map((halves) => halves / 2),
    ends: fc.constantFrom('same_hour', 'close'),
  }),
);

/** Lengths of running and standing, in turn. */
const anyStretches = fc.array(fc.integer({ min: 0, max: 10 * 24 * 60 }), { maxLength: 7 });

const ledgerWith = (term: Term, start: Date, stretches: readonly number[]): Ledger => {
  const intervals: Interval[] = [];
  let at = start;
  for (const [index, minutes] of stretches.entries()) {
    const end = new Date(at.getTime() + minutes * MINUTE);
    intervals.push({ ...cause, state: index % 2 === 0 ? 'running' : 'paused', from: at, to: end });
    at = end;
  }
  intervals.push({ ...cause, state: 'running', from: at, to: null });
  return { term, intervals };
};

const at = (ledger: Ledger, calendar: Calendar): number => due(ledger, calendar).at.getTime();
const runs = { numRuns: 400 };

describe('properties of due dates', () => {
  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyTerm, anyCalendar, anyMoment, anyMoment, (term, name, a, b) => {
        const calendar = calendars[name];
        const [early, late] = a < b ? [a, b] : [b, a];
        assert.ok(
          at(startClock(term, early, cause), calendar) <= at(startClock(term, late, cause), calendar),
        );
      }),
      runs,
    );
  });

  it('moments close to each other keep their order too', () => {
    const nearby = fc.integer({ min: 0, max: 3 * 24 * 60 });
    fc.assert(
      fc.property(anyTerm, anyCalendar, anyMoment, nearby, (term, name, early, minutes) => {
        const calendar = calendars[name];
        const late = new Date(early.getTime() + minutes * MINUTE);
        assert.ok(
          at(startClock(term, early, cause), calendar) <= at(startClock(term, late, cause), calendar),
        );
      }),
      runs,
    );
  });

  it('a longer term never ends earlier, whatever the pauses', () => {
    const more = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(
        anyTerm,
        anyCalendar,
        anyMoment,
        anyStretches,
        more,
        (term, name, start, stretches, extra) => {
          const calendar = calendars[name];
          const longer = term.unit === 'same_day' ? term : { ...term, amount: term.amount + extra };
          const [short, long] = [term, longer].map((each) =>
            at(ledgerWith(each, start, stretches), calendar),
          );
          assert.ok((short ?? 0) <= (long ?? 0));
        },
      ),
      runs,
    );
  });

  it('one more holiday never ends a term earlier, whatever the pauses', () => {
    const anyDay = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(
        anyTerm,
        anyCalendar,
        anyMoment,
        anyStretches,
        anyDay,
        (term, name, start, stretches, after) => {
          const calendar = calendars[name];
          const date = dayText(Math.floor(start.getTime() / DAY) + after);
          const words = { vi: 'nghỉ thêm', en: 'extra day off' };
          const holiday = { date, kind: 'HOLIDAY', name: words, basis: { code: null, cite: words } } as const;
          const ledger = ledgerWith(term, start, stretches);
          assert.ok(at(ledger, calendar) <= at(ledger, { ...calendar, days: [holiday] }));
        },
      ),
      { numRuns: 40 }, // each run unrolls a calendar
    );
  });

  it('a pause within the term adds exactly its length in the units of the term', () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    const length = fc.integer({ min: 0, max: 30 * 24 * 60 });
    fc.assert(
      fc.property(anyTerm, anyCalendar, anyMoment, share, length, (term, name, start, part, minutes) => {
        const calendar = calendars[name];
        const table = timetable(calendar);
        const plain = startClock(term, start, cause);
        const before = reckon(plain, table, null);
        const stands = Math.floor(start.getTime() + (before.at - start.getTime()) * part);
        const goesOn = stands + minutes * MINUTE;
        // A term that has nothing left cannot be lengthened; nor one whose last day is over and only moved off a day off.
        fc.pre(stands >= start.getTime() && position(term, table, stands) <= before.end);
        fc.pre(
          before.end > position(term, table, stands) ||
            !['hour', 'working_hour', 'working_day'].includes(term.unit),
        );
        fc.pre(stands < before.at);
        const paused: Ledger = {
          term,
          intervals: [
            { ...cause, state: 'running', from: start, to: new Date(stands) },
            { ...cause, state: 'paused', from: new Date(stands), to: new Date(goesOn) },
            { ...cause, state: 'running', from: new Date(goesOn), to: null },
          ],
        };
        const after = reckon(paused, table, null);
        assert.equal(after.end - before.end, position(term, table, goesOn) - position(term, table, stands));
        assert.ok(after.at >= goesOn, 'the term does not end while the clock stands');
      }),
      runs,
    );
  });

  it('splitting an interval changes nothing', () => {
    const where = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        anyTerm,
        anyCalendar,
        anyMoment,
        anyStretches,
        where,
        (term, name, start, stretches, part) => {
          const calendar = calendars[name];
          const whole = ledgerWith(term, start, stretches);
          const intervals = whole.intervals.flatMap((interval): Interval[] => {
            if (interval.to === null) return [interval];
            const length = interval.to.getTime() - interval.from.getTime();
            const middle = new Date(interval.from.getTime() + Math.floor(length * part));
            return [
              { ...interval, to: middle },
              { ...interval, from: middle },
            ];
          });
          assert.equal(at({ term, intervals }, calendar), at(whole, calendar));
        },
      ),
      runs,
    );
  });

  it('a restart forgets everything before it', () => {
    fc.assert(
      fc.property(anyTerm, anyCalendar, anyMoment, anyStretches, (term, name, start, stretches) => {
        const calendar = calendars[name];
        const before = ledgerWith(term, start, stretches);
        const anew = new Date((before.intervals.at(-1)?.from.getTime() ?? 0) + HOUR);
        const restarted = restartClock(before, anew, cause);
        assert.equal(at(restarted, calendar), at(startClock(term, anew, cause), calendar));
        assert.equal(currentRun(restarted).length, 1);
        assert.equal(restarted.intervals.length, before.intervals.length + 1);
      }),
      runs,
    );
  });

  it('the tables agree with counting day by day and minute by minute', () => {
    const anyAmount = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(anyMoment, anyAmount, (start, amount) => {
        const days = at(startClock({ unit: 'working_day', amount }, start, cause), civilService);
        assert.equal(new Date(days).toISOString(), countDays(start, amount).toISOString());
        const hours = at(startClock({ unit: 'working_hour', amount }, start, cause), civilService);
        assert.equal(new Date(hours).toISOString(), countHours(start, amount).toISOString());
      }),
      { numRuns: 60 },
    );
  });

  it('an explanation counts as many days as the term has, up to the day it ends', () => {
    const anyDays = fc.record({
      unit: fc.constantFrom('working_day' as const, 'day' as const),
      amount: fc.integer({ min: 0, max: 30 }),
      ends: fc.constantFrom('same_hour' as const, 'close' as const),
    });
    fc.assert(
      fc.property(anyDays, anyCalendar, anyMoment, anyStretches, (term, name, start, stretches) => {
        const calendar = calendars[name];
        const ledger = ledgerWith(term, start, stretches);
        const { days } = explain(due(ledger, calendar));
        const end = due(ledger, calendar).at;
        assert.equal(days.at(-1)?.date, dayText(Math.floor((end.getTime() + 7 * HOUR) / DAY)));
        assert.equal(days.filter(({ counted }) => counted).length, term.amount);
        // When the clock ended in the middle of it all, too: the date is explained, not what was used of it.
        const stop = new Date((ledger.intervals.at(-1)?.from.getTime() ?? 0) + HOUR);
        const ended = explain(due(stopClock(ledger, stop), calendar)).days;
        if (clockState(ledger) === 'running') assert.deepEqual(ended, days);
        else assert.equal(ended.filter(({ counted }) => counted).length, term.amount);
      }),
      runs,
    );
  });
});

const isOpen = (ms: number): boolean => {
  const time = timeAt(ms);
  const inHours = (time >= 7.5 * HOUR && time < 11.5 * HOUR) || (time >= 13.5 * HOUR && time < 17.5 * HOUR);
  return inHours && dayInfo(civilService, dayText(Math.floor((ms + 7 * HOUR) / DAY))).works;
};

const opened = (start: Date): number => {
  let ms = start.getTime();
  while (!isOpen(ms)) ms += MINUTE;
  return ms;
};

const countDays = (start: Date, amount: number): Date => {
  let ms = opened(start);
  for (let left = amount; left > 0;) {
    ms += DAY;
    if (isOpen(ms)) left -= 1;
  }
  return new Date(ms);
};

const countHours = (start: Date, amount: number): Date => {
  let ms = opened(start);
  for (let left = amount * 60; left > 0; ms += MINUTE) if (isOpen(ms)) left -= 1;
  return new Date(ms);
};
