import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayInfo } from '../day-info.ts';
import type { DayKind } from '../schema.ts';
import { civilService } from './calendar.ts';

/** One letter a day: w working day, - weekly day off, H holiday, x day off in exchange, W weekend day worked in exchange. */
const letters: Record<DayKind, string> = {
  WORKDAY: 'w',
  REST: '-',
  HOLIDAY: 'H',
  SWAP_OFF: 'x',
  WORKED_WEEKEND: 'W',
};

const tables: Record<string, readonly string[]> = {
  2025: [
    'Hww--wwwww--wwwww--wwwww--HHHHH',
    '--wwwww--wwwww--wwwww--wwwww',
    '--wwwww--wwwww--wwwww--wwwww--w',
    'wwww--Hwwww--wwwww--wwwwwW-wwH',
    'Hx--wwwww--wwwww--wwwww--wwwww-',
    '-wwwww--wwwww--wwwww--wwwww--w',
    'wwww--wwwww--wwwww--wwwww--wwww',
    'w--wwwww--wwwww--wwwww--wwwww--',
    'HHwww--wwwww--wwwww--wwwww--ww',
    'www--wwwww--wwwww--wwwww--wwwww',
    '--wwwww--wwwww--wwwww--wwwww--',
    'wwwww--wwwww--wwwww--wwwww--www',
  ],
  2026: [
    'Hx--wwwwwW-wwwww--wwwww--wwwww-',
    '-wwwww--wwwww--HHHHH--wwwww-',
    '-wwwww--wwwww--wwwww--wwwww--ww',
    'www--wwwww--wwwww--wwwww-HHwwH',
    'H--wwwww--wwwww--wwwww--wwwww--',
    'wwwww--wwwww--wwwww--wwwww--ww',
    'www--wwwww--wwwww--wwwww--wwwww',
    '--wwwww--wwwww--wwwwwW-wwwww--x',
    'HHww--wwwww--wwwww--wwwww--www',
    'ww--wwwww--wwwww--wwwww--wwwww-',
    '-wwwww--wwwww--wwwww--wHwww--w',
    'wwww--wwwww--wwwww--wwwww--wwww',
  ],
};

describe('the civil-service calendar, day by day', () => {
  for (const [year, months] of Object.entries(tables)) {
    for (const [index, expected] of months.entries()) {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      it(month, () => {
        const found = Array.from(expected, (_, day) => {
          const { kind, works } = dayInfo(civilService, `${month}-${String(day + 1).padStart(2, '0')}`);
          assert.equal(works, kind === 'WORKDAY' || kind === 'WORKED_WEEKEND');
          return letters[kind];
        });
        assert.equal(found.join(''), expected);
      });
    }
    it(`${year} has every day of the year`, () => {
      assert.equal(months.join('').length, 365);
    });
  }

  it('counts 250 working days in 2025 and 249 in 2026', () => {
    const count = (year: string): number => (tables[year] ?? []).join('').replace(/[^wW]/g, '').length;
    assert.deepEqual([count('2025'), count('2026')], [250, 249]);
  });

  it('says where every special day stands in the law', () => {
    for (const { days } of civilService.public.decisions) {
      for (const { basis, name } of days) assert.ok(basis.cite.vi && basis.cite.en && name.vi && name.en);
    }
  });

  it('survives being stored as JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(civilService)), civilService);
  });
});
