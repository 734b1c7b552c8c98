/** What is typed into the calendar forms becomes a calendar, and is shown again as it was typed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Invalid } from '../../../ground/operate/errors.ts';
import { proposeHolidays } from '../holidays.ts';
import { civilService, publicDays } from '../civil-service/calendar.ts';
import { fromLines, toLines } from './day-lines.ts';
import { hoursShown, versionTyped, type HoursAnswers } from './hours-form.ts';
import { monthDayTyped, timeTyped } from './typed.ts';

const basis = { code: null, cite: { vi: 'Quyết định mẫu', en: 'Quyết định mẫu' } };
const usual: HoursAnswers = {
  from: '2027-01-01',
  days: ['1', '2', '3', '4', '5'],
  mornings: [],
  morningFrom: '07:30',
  morningTo: '11:30',
  afternoonFrom: '13:30',
  afternoonTo: '17:30',
  seasonFrom: null,
  seasonTo: null,
  seasonMorningFrom: null,
  seasonMorningTo: null,
  seasonAfternoonFrom: null,
  seasonAfternoonTo: null,
  cutOff: '15:00',
  why: 'Quyết định mẫu',
};
const season = {
  seasonFrom: '16/04',
  seasonTo: '15/10',
  seasonMorningFrom: '07:00',
  seasonMorningTo: '11:30',
  seasonAfternoonFrom: '13:30',
  seasonAfternoonTo: '17:00',
};

describe('typed calendars', () => {
  it('give the hours of the civil service for its answers', () => {
    const { hours, cutOff } = versionTyped(usual);
    assert.deepEqual({ hours, cutOff }, { hours: civilService.versions[0]?.hours, cutOff: '15:00' });
  });

  it('are shown again as they were typed, whatever days, mornings and season they have', () => {
    const weekdays = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { minLength: 1 });
    fc.assert(
      fc.property(weekdays, weekdays, fc.boolean(), fc.boolean(), (days, some, seasonal, allDay) => {
        const mornings = some.filter((one) => !days.includes(one));
        const afternoon = allDay ? {} : { afternoonFrom: null, afternoonTo: null };
        const typed = {
          ...usual,
          ...(seasonal && season),
          ...afternoon,
          ...(seasonal && !allDay && { seasonAfternoonFrom: null, seasonAfternoonTo: null }),
          days,
          mornings: allDay ? mornings : [],
        };
        const shown = hoursShown({ ...versionTyped(typed), validTo: null });
        for (const [name, value] of Object.entries(shown))
          assert.deepEqual(value ?? null, typed[name as keyof HoursAnswers], name);
      }),
    );
  });

  it('refuse a season without its hours, an afternoon before the morning ends, times that do not exist', () => {
    const fields = (work: () => unknown): string[] => {
      try {
        work();
      } catch (error) {
        if (error instanceof Invalid) return error.errors.map(({ field }) => field);
      }
      return [];
    };
    assert.deepEqual(
      fields(() => versionTyped({ ...usual, seasonFrom: '16/4' })),
      ['seasonTo'],
    );
    assert.deepEqual(
      fields(() => versionTyped({ ...usual, afternoonFrom: '11:00' })),
      ['afternoonFrom'],
    );
    assert.deepEqual(
      fields(() => versionTyped({ ...usual, afternoonTo: null })),
      ['afternoonTo'],
    );
    assert.deepEqual(
      fields(() => versionTyped({ ...usual, days: [] })),
      ['days'],
    );
    for (const bad of ['24:00', '7', '07:60', 'trưa', ''])
      assert.deepEqual(
        fields(() => timeTyped('at', bad)),
        ['at'],
      );
    assert.deepEqual(
      ['7h30', '7.30', '07:30'].map((one) => timeTyped('at', one)),
      Array(3).fill('07:30'),
    );
    assert.deepEqual(
      fields(() => monthDayTyped('on', '31/4')),
      ['on'],
    );
    assert.equal(monthDayTyped('on', '29/2'), '02-29');
  });

  it('keep every day of a year, with its document, through the lines of the form', () => {
    for (const year of [2025, 2026, 2027, 2030]) {
      const days =
        publicDays.decisions.find((one) => one.year === year)?.days ??
        proposeHolidays(year, publicDays.rules);
      const sorted = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
      assert.deepEqual(fromLines(toLines(days), year, days, basis), sorted);
    }
  });
});
