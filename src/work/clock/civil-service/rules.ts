/**
 * The holidays of the law, by period of validity. Labour Code 2019 art. 112.1 since 2021 (National Day: two days);
 * before it the Codes of 2012 (Tết: five days) and 1994 (Tết: four; Hùng Kings' Day since 2007).
 */
import type { Basis, HolidayRule } from '../schema.ts';
import * as basis from './basis.ts';
import * as names from './names.ts';

type Period = Pick<HolidayRule, 'basis' | 'makeUp' | 'validFrom' | 'validTo'>;
const period = (basis: Basis, makeUp: Basis | null, validFrom: string, validTo: string | null): Period => ({
  basis,
  makeUp,
  validFrom,
  validTo,
});

const since2021 = period(basis.holidays, basis.makeUp, '2021-01-01', null);
const since2013 = period(basis.holidays2012, basis.holidays2012, '2013-05-01', '2020-12-31');
const since1995 = period(basis.holidays1994, basis.holidays1994, '1995-01-01', '2013-04-30');
const since2007 = period(basis.holidays1994, basis.holidays1994, '2007-04-02', '2013-04-30');

const single = { offsets: [0], adjacent: false } as const;
const newYear = { ...single, name: names.newYear, by: 'solar', month: 1, day: 1 } as const;
const tet = { ...single, name: names.tet, by: 'lunar', month: 1, day: 1 } as const;
const hungKings = { ...single, name: names.hungKings, by: 'lunar', month: 3, day: 10 } as const;
const reunification = { ...single, name: names.reunification, by: 'solar', month: 4, day: 30 } as const;
const labour = { ...single, name: names.labour, by: 'solar', month: 5, day: 1 } as const;
const nationalDay = { ...single, name: names.nationalDay, by: 'solar', month: 9, day: 2 } as const;

export const rules: readonly HolidayRule[] = [
  { ...newYear, ...since2021 },
  // Which five days is decided every year; the last day of the old year and four of the new one is the usual choice.
  { ...tet, ...since2021, offsets: [-1, 0, 1, 2, 3] },
  { ...hungKings, ...since2021 },
  { ...reunification, ...since2021 },
  { ...labour, ...since2021 },
  { ...nationalDay, ...since2021, adjacent: true },
  {
    ...single,
    // No make-up day: it stands outside of art. 112, so art. 111.3 does not reach it.
    ...period(basis.cultureDay, null, '2026-07-01', null),
    name: names.culture,
    by: 'solar',
    month: 11,
    day: 24,
  },

  { ...newYear, ...since2013 },
  { ...tet, ...since2013, offsets: [-1, 0, 1, 2, 3] },
  { ...hungKings, ...since2013 },
  { ...reunification, ...since2013 },
  { ...labour, ...since2013 },
  { ...nationalDay, ...since2013 },

  { ...newYear, ...since1995 },
  { ...tet, ...since1995, offsets: [-1, 0, 1, 2] },
  { ...hungKings, ...since2007 },
  { ...reunification, ...since1995 },
  { ...labour, ...since1995 },
  { ...nationalDay, ...since1995 },
];
