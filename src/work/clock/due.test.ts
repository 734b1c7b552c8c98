import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { civilService } from './civil-service/calendar.ts';
import { momentText } from './day.ts';
import { due } from './due.ts';
import { cause, ledgerOf, seasonal } from './fixtures.ts';
import { pauseClock, resumeClock } from './ledger.ts';
import type { Term } from './schema.ts';
import { readTerm } from './term.ts';

const at = (start: string, term: Term, calendar = civilService): string =>
  momentText(due(ledgerOf(term, start), calendar).at).slice(0, 16);

const days = (amount: number): Term => ({ unit: 'working_day', amount });
const hours = (amount: number): Term => ({ unit: 'working_hour', amount });

describe('working days', () => {
  const table: readonly [start: string, amount: number, due: string, why: string][] = [
    ['2026-02-13T15:30', 5, '2026-02-27T15:30', 'over Tết'],
    ['2026-02-13T15:30', 0, '2026-02-13T15:30', 'nothing to count'],
    ['2026-02-14T10:00', 0, '2026-02-23T07:30', 'nothing to count, from a day off'],
    ['2025-12-31T16:00', 1, '2026-01-05T16:00', 'over New Year and its exchanged Friday'],
    ['2026-01-09T17:29', 1, '2026-01-10T17:29', 'the next day is a worked Saturday'],
    ['2026-01-10T08:00', 1, '2026-01-12T08:00', 'from a worked Saturday'],
    ['2026-08-21T09:00', 2, '2026-08-24T09:00', 'over a worked Saturday'],
    ['2026-08-28T09:00', 1, '2026-09-03T09:00', 'over an exchanged Monday and National Day'],
    ['2025-04-25T09:00', 4, '2025-05-05T09:00', 'Sat 26/4 works, 30/4 to 2/5 off'],
    ['2026-04-24T09:00', 1, '2026-04-28T09:00', "over the day in lieu of Hùng Kings' Day"],
    ['2026-11-23T09:00', 1, '2026-11-25T09:00', 'over Culture Day'],
    ['2026-01-05T07:30', 1, '2026-01-06T07:30', 'from the opening'],
    ['2026-01-05T06:00', 1, '2026-01-06T07:30', 'before the opening'],
    ['2026-01-05T11:29', 1, '2026-01-06T11:29', 'before noon'],
    ['2026-01-05T11:30', 1, '2026-01-06T13:30', '11:30 is outside'],
    ['2026-01-05T12:00', 1, '2026-01-06T13:30', 'in the break'],
    ['2026-01-05T13:30', 1, '2026-01-06T13:30', 'from the afternoon opening'],
    ['2026-01-05T17:29', 1, '2026-01-06T17:29', 'just before closing'],
    ['2026-01-05T17:30', 1, '2026-01-07T07:30', '17:30 is outside'],
    ['2026-01-16T18:00', 1, '2026-01-20T07:30', 'Friday evening starts on Monday'],
    ['2026-02-17T09:00', 1, '2026-02-24T07:30', 'from a holiday'],
    ['2026-01-05T08:00', 249, '2027-01-04T08:00', 'from the first working day of a year to that of the next'],
  ];
  for (const [start, amount, expected, why] of table) {
    it(`${start} + ${amount}: ${why}`, () => assert.equal(at(start, days(amount)), expected));
  }

  it('keeps seconds and milliseconds', () => {
    const { at } = due(ledgerOf(days(3), '2026-03-02T08:15:42.123'), civilService);
    assert.equal(momentText(at), '2026-03-05T08:15:42.123+07:00');
  });

  it('ends with the office hours of the last day where the term says so', () => {
    assert.equal(
      at('2026-03-02T08:15', { unit: 'working_day', amount: 3, ends: 'close' }),
      '2026-03-05T17:30',
    );
  });

  it('counts half days, as some procedures state them', () => {
    assert.equal(at('2026-03-02T15:30', days(1.5)), '2026-03-04T09:30');
  });

  it('counts a short Saturday as a day and keeps the share of the day', () => {
    // Friday 16:00 is 6.5 of 8 hours; Saturday 07:30–11:30 has 4: 3.25 hours after 07:30.
    assert.equal(at('2026-03-06T16:00', days(1), seasonal), '2026-03-07T10:45');
    assert.equal(at('2026-03-06T16:00', days(2), seasonal), '2026-03-09T16:00');
  });
});

describe('working hours', () => {
  const table: readonly [start: string, amount: number, due: string, why: string][] = [
    ['2026-01-05T07:30', 4, '2026-01-05T11:30', 'used up at the end of the morning: 11:30, not 13:30'],
    ['2026-01-05T07:30', 8, '2026-01-05T17:30', 'used up at closing: 17:30, not the next morning'],
    ['2026-01-05T11:30', 1, '2026-01-05T14:30', 'from the break'],
    ['2026-01-05T10:30', 2, '2026-01-05T14:30', 'over the break'],
    ['2026-01-05T17:30', 1, '2026-01-06T08:30', 'from closing'],
    ['2026-01-16T17:29', 1, '2026-01-19T08:29', 'from Friday 17:29'],
    ['2026-01-09T16:30', 1, '2026-01-09T17:30', 'to the end of Friday'],
    ['2026-01-09T16:30', 2, '2026-01-10T08:30', 'into a worked Saturday'],
    ['2026-02-13T15:30', 8, '2026-02-23T15:30', 'over Tết'],
    ['2025-12-31T16:30', 2, '2026-01-05T08:30', 'over New Year'],
    ['2026-01-05T12:00', 0, '2026-01-05T13:30', 'nothing to count, from the break'],
    ['2026-01-05T13:30', 0, '2026-01-05T13:30', 'nothing to count, from an opening'],
    ['2026-01-05T07:30', 0.5, '2026-01-05T08:00', 'half an hour'],
  ];
  for (const [start, amount, expected, why] of table) {
    it(`${start} + ${amount}: ${why}`, () => assert.equal(at(start, hours(amount)), expected));
  }
});

describe('hours, days, months, same day', () => {
  const table: readonly [start: string, term: Term, due: string, why: string][] = [
    ['2026-02-13T15:30', { unit: 'hour', amount: 24 }, '2026-02-14T15:30', 'hours run day and night'],
    ['2026-03-02T09:00', { unit: 'day', amount: 3 }, '2026-03-05T17:30', 'ends with the office hours'],
    ['2026-03-04T09:00', { unit: 'day', amount: 3 }, '2026-03-09T17:30', 'Saturday rolls to Monday'],
    ['2026-02-10T09:00', { unit: 'day', amount: 7 }, '2026-02-23T17:30', 'Tết rolls to the Monday after it'],
    ['2026-01-08T09:00', { unit: 'day', amount: 2 }, '2026-01-10T17:30', 'a worked Saturday does not roll'],
    [
      '2026-03-02T22:00',
      { unit: 'day', amount: 1 },
      '2026-03-03T17:30',
      'the date of the event, whatever the hour',
    ],
    ['2026-01-31T09:00', { unit: 'month', amount: 1 }, '2026-03-02T17:30', '28/2 is a Saturday'],
    ['2028-01-31T09:00', { unit: 'month', amount: 1 }, '2028-02-29T17:30', 'the last day of a leap February'],
    ['2026-03-31T09:00', { unit: 'month', amount: 3 }, '2026-06-30T17:30', 'the last day of a shorter month'],
    ['2025-12-15T09:00', { unit: 'month', amount: 12 }, '2026-12-15T17:30', 'a year'],
    ['2026-03-02T14:59', { unit: 'same_day' }, '2026-03-02T17:30', 'before 15:00'],
    ['2026-03-02T15:00', { unit: 'same_day' }, '2026-03-02T17:30', 'at 15:00'],
    ['2026-03-02T15:01', { unit: 'same_day' }, '2026-03-03T17:30', 'after 15:00'],
    ['2026-03-06T15:01', { unit: 'same_day' }, '2026-03-09T17:30', 'after 15:00 on a Friday'],
    ['2026-03-02T18:00', { unit: 'same_day' }, '2026-03-03T17:30', 'after closing'],
    ['2026-03-07T16:00', { unit: 'same_day' }, '2026-03-09T17:30', 'on a Saturday'],
    ['2026-02-13T16:00', { unit: 'same_day' }, '2026-02-23T17:30', 'after 15:00 before Tết'],
  ];
  for (const [start, term, expected, why] of table) {
    it(`${start}, ${JSON.stringify(term)}: ${why}`, () => assert.equal(at(start, term), expected));
  }

  it('15:00 never moves the first day of a term in working days', () => {
    assert.equal(at('2026-03-02T16:59', days(1)), '2026-03-03T16:59');
  });

  it('reads a bare 1 as the same day and refuses to guess at other bare numbers', () => {
    assert.deepEqual(readTerm(1, null), { unit: 'same_day' });
    assert.equal(readTerm(5, null), null);
    assert.equal(readTerm(null, 'day'), null);
    assert.deepEqual(readTerm(1, 'working_day'), { unit: 'working_day', amount: 1 });
  });
});

describe('pauses', () => {
  const paused = (term: Term, start: string, from: string, to: string): string => {
    const stood = pauseClock(ledgerOf(term, start), new Date(`${from}+07:00`), cause);
    return momentText(due(resumeClock(stood, new Date(`${to}+07:00`), cause), civilService).at).slice(0, 16);
  };

  it('moves working days by the working days of the pause, to the minute', () => {
    // Two days and two hours stand out of the count.
    assert.equal(
      paused(days(5), '2026-03-02T09:00', '2026-03-03T10:00', '2026-03-05T14:00'),
      '2026-03-11T11:00',
    );
  });

  it('does not count the nights and weekends of a pause', () => {
    assert.equal(
      paused(days(5), '2026-03-02T09:00', '2026-03-06T17:30', '2026-03-09T07:30'),
      '2026-03-09T09:00',
    );
  });

  it('leaves a term alone that had ended before', () => {
    assert.equal(
      paused(days(1), '2026-03-02T09:00', '2026-03-04T09:00', '2026-03-20T09:00'),
      '2026-03-03T09:00',
    );
  });

  it('never ends before the clock goes on again', () => {
    assert.equal(
      paused(days(1), '2026-03-02T10:00', '2026-03-03T09:00', '2026-03-04T16:30'),
      '2026-03-05T07:30',
    );
  });

  it('moves days by the days of the pause, then off the day off', () => {
    assert.equal(
      paused({ unit: 'day', amount: 10 }, '2026-03-02T09:00', '2026-03-04T09:00', '2026-03-06T09:00'),
      '2026-03-16T17:30',
    );
  });

  it('ends with the office hours of the day on which the clock goes on, when only the move off a day off was left', () => {
    // The last day is Saturday 14/3, so the end is Monday 16/3; the pause begins on the Sunday between.
    assert.equal(
      paused({ unit: 'day', amount: 12 }, '2026-03-02T09:00', '2026-03-15T09:00', '2026-03-18T09:00'),
      '2026-03-18T17:30',
    );
  });

  it('leaves the whole next day when the clock goes on after closing', () => {
    assert.equal(
      paused({ unit: 'day', amount: 1 }, '2026-03-02T09:00', '2026-03-03T09:00', '2026-03-04T20:00'),
      '2026-03-05T17:30',
    );
  });

  it('while it lasts shows the end as if it ended now, or at once', () => {
    const stood = pauseClock(
      ledgerOf(days(5), '2026-03-02T09:00'),
      new Date('2026-03-03T09:00+07:00'),
      cause,
    );
    assert.equal(momentText(due(stood, civilService).at).slice(0, 16), '2026-03-09T09:00');
    const now = new Date('2026-03-05T09:00+07:00');
    assert.equal(momentText(due(stood, civilService, now).at).slice(0, 16), '2026-03-11T09:00');
  });
});

describe('the edge of the calendar', () => {
  it('refuses what lies outside, in words', () => {
    assert.throws(() => at('1999-12-31T09:00', days(1)), /reaches only from 2000-01-01 to 2199-12-31/);
    assert.throws(() => at('2199-12-30T09:00', days(5)), /reaches only/);
    assert.throws(() => at('2199-12-30T09:00', hours(50)), /reaches only/);
    assert.throws(() => at('2199-12-30T09:00', { unit: 'month', amount: 1 }), /reaches only/);
  });
});
