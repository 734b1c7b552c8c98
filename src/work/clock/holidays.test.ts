import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from './civil-service/rules.ts';
import { dayText } from './day.ts';
import { lunarDay, proposeHolidays } from './holidays.ts';

const proposed = (year: number): readonly string[] => proposeHolidays(year, rules).map(({ date }) => date);

describe('lunar days', () => {
  // In 1985, 2007 and 2030 the Chinese calendar, reckoned at UTC+8, has another day.
  const vectors: readonly [lunar: readonly [number, number, number], solar: string][] = [
    [[1985, 1, 1], '1985-01-21'],
    [[2024, 12, 26], '2025-01-25'],
    [[2025, 1, 1], '2025-01-29'],
    [[2007, 1, 1], '2007-02-17'],
    [[2025, 12, 27], '2026-02-14'],
    [[2026, 1, 1], '2026-02-17'],
    [[2026, 1, 6], '2026-02-22'],
    [[2026, 3, 10], '2026-04-26'],
    [[2027, 1, 1], '2027-02-06'],
    [[2027, 3, 10], '2027-04-16'],
    [[2030, 1, 1], '2030-02-02'],
  ];
  for (const [[year, month, day], solar] of vectors) {
    it(`${day}/${month} of the lunar year ${year} is ${solar}`, () => {
      assert.equal(dayText(lunarDay(year, month, day)), solar);
    });
  }
});

describe('holidays proposed by the rules', () => {
  it('proposes 2027 with the make-up days of art. 111.3', () => {
    const tet = ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'];
    const others = ['2027-04-16', '2027-04-30', '2027-05-01', '2027-09-02', '2027-09-03', '2027-11-24'];
    const madeUp = ['2027-02-10', '2027-02-11', '2027-05-03'];
    assert.deepEqual(proposed(2027), ['2027-01-01', ...tet, ...others, ...madeUp].sort());
  });

  it('chooses the neighbour of National Day as the notices of 2021 to 2026 did', () => {
    const second = ['2021-09-03', '2022-09-01', '2023-09-01', '2024-09-03', '2025-09-01', '2026-09-01'];
    for (const date of second) assert.ok(proposed(Number(date.slice(0, 4))).includes(date), date);
  });

  it('has one day off for National Day before 2021', () => {
    assert.deepEqual(
      proposed(2020).filter((date) => date.startsWith('2020-09')),
      ['2020-09-02'],
    );
  });

  it('makes up two holidays of one weekend on two days', () => {
    // 30/4/2022 was a Saturday, 1/5 a Sunday.
    assert.deepEqual(
      proposed(2022).filter((date) => date > '2022-04-29' && date < '2022-05-10'),
      ['2022-04-30', '2022-05-01', '2022-05-02', '2022-05-03'],
    );
  });

  it('makes up a day only after the holidays that follow it', () => {
    // 10/3 of the lunar calendar fell on 29/4/2023, a Saturday, before 30/4 (Sunday) and 1/5 (Monday).
    assert.deepEqual(
      proposed(2023).filter((date) => date > '2023-04-20' && date < '2023-05-10'),
      ['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03'],
    );
  });

  it('knows Culture Day from 2026 on and never makes it up', () => {
    assert.ok(!proposed(2025).includes('2025-11-24'));
    assert.ok(proposed(2026).includes('2026-11-24'));
    // 24/11/2029 is a Saturday.
    assert.deepEqual(
      proposed(2029).filter((date) => date > '2029-11'),
      ['2029-11-24'],
    );
  });

  it('has every day once, in order, in every year of the calendar', () => {
    for (let year = 2000; year < 2200; year += 1) {
      const days = proposed(year);
      assert.deepEqual(days, [...new Set(days)].sort());
    }
  });
});
