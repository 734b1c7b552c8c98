/** People in the rows of civil status and of birth notifications: `meHoTen`, `meNgaySinh` … */
import type { Party } from '../schema.ts';
import { dayOf, nameOf, numberOf, textOf } from './values.ts';

/** The person whose fields begin with this word. */
export const partyOf = (row: Readonly<Record<string, unknown>>, who: string): Party => ({
  name: nameOf(row[`${who}HoTen`]),
  born: dayOf(row[`${who}NgaySinh`]),
  number: numberOf(row[`${who}SoDinhDanh`]),
  ethnicity: textOf(row[`${who}DanToc`]),
  nationality: textOf(row[`${who}QuocTich`]),
  commune: textOf(row[`${who}MaXa`]),
  residence: textOf(row[`${who}NoiCuTru`]),
});

/** Nobody without a name. */
export const named = (one: Party): Party | null => (one.name ? one : null);
