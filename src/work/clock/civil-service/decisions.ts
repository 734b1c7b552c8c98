/**
 * What was decided for each year: public holidays with the days chosen for Tết and National Day, make-up days,
 * exchanged days. A year that stands here is complete; the rules propose nothing for it.
 */
import type { Text } from '../../../ground/text/language.ts';
import type { Basis, SpecialDay, YearDecision } from '../schema.ts';
import * as basis from './basis.ts';
import * as names from './names.ts';

const holiday = (date: string, name: Text, basis: Basis): SpecialDay => ({
  date,
  kind: 'HOLIDAY',
  name,
  basis,
});

const exchange = (off: string, worked: string, basis: Basis): readonly SpecialDay[] => [
  {
    date: off,
    kind: 'SWAP_OFF',
    name: { vi: 'nghỉ hoán đổi', en: 'day off in exchange' },
    basis,
    swappedWith: worked,
  },
  {
    date: worked,
    kind: 'WORKED_WEEKEND',
    name: { vi: 'ngày làm bù', en: 'worked in exchange' },
    basis,
    swappedWith: off,
  },
];

const days2025: readonly SpecialDay[] = [
  holiday('2025-01-01', names.newYear, basis.holidays),
  ...['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'].map((date) =>
    holiday(date, names.tet, basis.notice2025),
  ),
  holiday('2025-04-07', names.hungKings, basis.holidays),
  holiday('2025-04-30', names.reunification, basis.holidays),
  holiday('2025-05-01', names.labour, basis.holidays),
  ...exchange('2025-05-02', '2025-04-26', basis.notice2025),
  holiday('2025-09-01', names.nationalDay, basis.notice2025),
  holiday('2025-09-02', names.nationalDay, basis.holidays),
];

const days2026: readonly SpecialDay[] = [
  holiday('2026-01-01', names.newYear, basis.holidays),
  ...exchange('2026-01-02', '2026-01-10', basis.newYear2026),
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((date) =>
    holiday(date, names.tet, basis.notice2026),
  ),
  holiday('2026-04-26', names.hungKings, basis.holidays),
  holiday(
    '2026-04-27',
    { vi: `nghỉ bù ${names.hungKings.vi}`, en: `day in lieu of ${names.hungKings.en}` },
    basis.makeUp,
  ),
  holiday('2026-04-30', names.reunification, basis.holidays),
  holiday('2026-05-01', names.labour, basis.holidays),
  ...exchange('2026-08-31', '2026-08-22', basis.notice2026),
  holiday('2026-09-01', names.nationalDay, basis.notice2026),
  holiday('2026-09-02', names.nationalDay, basis.holidays),
  // An exchange around this day was proposed; no decision is known, so none stands here.
  holiday('2026-11-24', names.culture, basis.cultureDay),
];

export const decisions: readonly YearDecision[] = [
  { year: 2025, days: days2025 },
  { year: 2026, days: days2026 },
];
