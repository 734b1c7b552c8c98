import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  formatDay,
  formatPaperDay,
  formatTime,
  isDay,
  isPartialDay,
  parseDay,
  vietnamDay,
  vietnamMoment,
  yearsBetween,
} from './dates.ts';

describe('calendar days', () => {
  const read: readonly (readonly [string, string | null])[] = [
    ['21/11/2026', '2026-11-21'],
    [' 1/2/2026 ', '2026-02-01'],
    ['1-2-2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['2026-11-21', '2026-11-21'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2026', null],
    ['31/4/2026', null],
    ['0/4/2026', null],
    ['1/13/2026', null],
    ['1/1/26', null],
    ['2026-1-1', null],
    ['hôm nay', null],
    ['', null],
    ['29/2/1900', null],
    ['29/2/2000', '2000-02-29'],
  ];
  for (const [text, day] of read) it(`“${text}” is ${day}`, () => assert.equal(parseDay(text), day));

  it('writes and reads every day alike', () =>
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-30T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          assert.ok(isDay(day));
          assert.equal(parseDay(formatDay(day)), day);
        },
      ),
    ));

  it('knows days with unknown parts', () => {
    for (const good of ['1950', '1950-02', '1950-02-28']) assert.ok(isPartialDay(good), good);
    for (const bad of ['', '19', '1950-13', '1950-02-30', '0000', '1950-2', '1950-'])
      assert.ok(!isPartialDay(bad), bad);
    assert.deepEqual(
      ['1950', '1950-02', '1950-02-08'].map((day) => [formatDay(day), formatDay(day, 'en')]),
      [
        ['1950', '1950'],
        ['02/1950', 'February 1950'],
        ['08/02/1950', '8 February 1950'],
      ],
    );
  });
  it('writes the day of a paper', () => {
    assert.equal(formatPaperDay('2026-02-05'), 'ngày 05 tháng 02 năm 2026');
    assert.equal(formatPaperDay('2026-03-15'), 'ngày 15 tháng 3 năm 2026');
    assert.equal(formatPaperDay('2026-11-21'), 'ngày 21 tháng 11 năm 2026');
  });
  it('tells the time in Vietnam', () => {
    const moment = new Date('2026-11-21T08:30:00Z');
    assert.equal(formatTime(moment), '15:30 ngày 21/11/2026');
    assert.equal(formatTime(moment, 'en'), '15:30 on 21 November 2026');
    assert.equal(vietnamDay(new Date('2026-11-20T17:00:00Z')), '2026-11-21');
    assert.equal(vietnamDay(new Date('2026-11-20T16:59:59Z')), '2026-11-20');
    assert.equal(vietnamMoment('2026-11-21', '15:30').getTime(), moment.getTime());
  });
  it('counts full years', () => {
    const table: readonly (readonly [string, string, number])[] = [
      ['2012-11-21', '2026-11-21', 14],
      ['2012-11-22', '2026-11-21', 13],
      ['2012-02-29', '2026-02-28', 13],
      ['2012-02-29', '2026-03-01', 14],
    ];
    for (const [from, to, years] of table) assert.equal(yearsBetween(from, to), years, `${from} to ${to}`);
  });
});
