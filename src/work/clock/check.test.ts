import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkCalendar } from './check.ts';
import { civilService } from './civil-service/calendar.ts';
import { momentText } from './day.ts';
import { dayInfo } from './day-info.ts';
import { due } from './due.ts';
import { ledgerOf, seasonal } from './fixtures.ts';
import type { Calendar, CalendarVersion } from './schema.ts';

const version = civilService.versions[0] as CalendarVersion;
const versionWith = (changes: Partial<CalendarVersion>): CalendarVersion => ({ ...version, ...changes });
const withVersions = (...versions: readonly Partial<CalendarVersion>[]): Calendar => ({
  ...civilService,
  versions: versions.map(versionWith),
});
const problems = (calendar: Calendar): readonly string[] => checkCalendar(calendar).map(({ en }) => en);

describe('checking a calendar', () => {
  it('finds nothing wrong with those that are shipped', () => {
    assert.deepEqual([civilService, seasonal].flatMap(problems), []);
  });

  const wrong: readonly [calendar: Calendar, says: RegExp, why: string][] = [
    [withVersions(), /no office hours yet/, 'no version'],
    [withVersions({ validTo: '2026-06-30' }, { validFrom: '2026-07-02' }), /do not adjoin/, 'a gap'],
    [withVersions({ validTo: '2026-06-30' }, { validFrom: '2026-06-30' }), /do not adjoin/, 'an overlap'],
    [withVersions({ validTo: null }, { validFrom: '2026-06-30' }), /do not adjoin/, 'open before the last'],
    [
      withVersions({ validFrom: '2026-06-30', validTo: '2026-06-29' }),
      /do not adjoin/,
      'ends before it begins',
    ],
    [withVersions({ hours: [] }), /no working day/, 'no hours'],
    [
      withVersions({ hours: [{ on: [1], season: null, sessions: [{ from: '13:30', to: '11:30' }] }] }),
      /not in order/,
      'an afternoon before its morning',
    ],
    [
      { ...civilService, days: [{ ...special('2026-03-02'), kind: 'WORKED_WEEKEND' }] },
      /cannot be a day worked/,
      'a Monday worked in exchange',
    ],
    [
      { ...civilService, days: [{ ...special('2026-03-07'), kind: 'SWAP_OFF' }] },
      /cannot be a day off/,
      'a Saturday off in exchange',
    ],
    [
      { ...civilService, days: [special('2026-03-02'), special('2026-03-02')] },
      /stands twice/,
      'a day twice',
    ],
    [
      { ...civilService, public: { rules: [], decisions: [{ year: 2026, days: [special('2025-03-03')] }] } },
      /not a day of 2026/,
      'a day of another year',
    ],
  ];
  for (const [calendar, says, why] of wrong) {
    it(`says what is wrong: ${why}`, () => {
      assert.match(problems(calendar).join(' '), says);
      assert.throws(() => due(ledgerOf({ unit: 'day', amount: 1 }, '2026-03-02T09:00'), calendar), {
        name: 'Invalid',
      });
    });
  }

  it('refuses days and times that do not exist', () => {
    assert.throws(() => problems(withVersions({ validFrom: '2026-02-30' })), /no day/);
    assert.throws(() => problems(withVersions({ cutOff: '25:00' })), /no time/);
  });
});

describe('versions of a calendar', () => {
  it('follow each other: new hours from a date', () => {
    const later = {
      validFrom: '2026-07-01',
      hours: [{ on: [1, 2, 3, 4, 5, 6], season: null, sessions: [{ from: '08:00', to: '16:00' }] }],
    } as const;
    const calendar = withVersions({ validTo: '2026-06-30' }, later);
    const end = due(ledgerOf({ unit: 'working_hour', amount: 9 }, '2026-06-30T16:30'), calendar).at;
    assert.equal(momentText(end).slice(0, 16), '2026-07-01T16:00');
    assert.equal(dayInfo(calendar, '2026-06-27').kind, 'REST');
    assert.equal(dayInfo(calendar, '2026-07-04').kind, 'WORKDAY');
  });

  it('hours follow the season, also over the new year', () => {
    const ends = (start: string): string =>
      momentText(due(ledgerOf({ unit: 'working_hour', amount: 1 }, start), seasonal).at).slice(11, 16);
    assert.deepEqual(
      [
        '2026-04-15T06:00',
        '2026-04-16T06:00',
        '2026-10-15T06:00',
        '2026-10-16T06:00',
        '2026-01-05T06:00',
      ].map(ends),
      ['08:30', '08:00', '08:00', '08:30', '08:30'],
    );
  });

  it("puts the agency's own days before the public ones", () => {
    const calendar = { ...civilService, days: [special('2026-03-02')] };
    const { kind, decided } = dayInfo(calendar, '2026-03-02');
    assert.deepEqual([kind, decided], ['HOLIDAY', true]);
  });
});

function special(date: string) {
  const words = { vi: 'ngày hội của tỉnh', en: 'province day' };
  return { date, kind: 'HOLIDAY', name: words, basis: { code: null, cite: words } } as const;
}
