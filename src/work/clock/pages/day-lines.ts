/** The special days of a year as lines of text, one a day, and back: `04/01; nghỉ đổi; nghỉ hoán đổi; 09/01`. Pure. */
import { Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import { fold } from '../../../ground/text/fold.ts';
import { parseDay } from '../../../ground/text/dates.ts';
import type { Basis, CalendarDay, SpecialDay, SpecialKind } from '../schema.ts';

/** The word of a line for each kind of day. */
const lineWord: Readonly<Record<SpecialKind, string>> = {
  HOLIDAY: 'nghỉ',
  SWAP_OFF: 'nghỉ đổi',
  WORKED_WEEKEND: 'làm bù',
};

const short = (date: CalendarDay): string => date.slice(5).split('-').toReversed().join('/');

/** Days as lines, in their order. */
export const toLines = (days: readonly SpecialDay[]): string =>
  days
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, kind, name, swappedWith }) =>
      [short(date), lineWord[kind], name.vi, ...(swappedWith ? [short(swappedWith)] : [])].join('; '),
    )
    .join('\n');

/** A day of the year, with or without the year itself. */
const dayIn = (year: number, typed: string): CalendarDay | null =>
  parseDay(typed) ?? parseDay(`${typed}/${year}`);

/**
 * The days of lines. A day that stands already under its name keeps its document; the others are by `basis`. Throws Invalid that
 * names every line that cannot be read.
 */
export function fromLines(
  text: string,
  year: number,
  standing: readonly SpecialDay[],
  basis: Basis,
): readonly SpecialDay[] {
  const errors: FieldError[] = [];
  const days: SpecialDay[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const day = dayOf(line, year, standing, basis);
    if (day) days.push(day);
    else errors.push({ field: 'days', message: unreadable(i + 1) });
  }
  if (errors.length > 0) throw new Invalid(errors);
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const unreadable = (line: number) => ({
  vi: `Dòng ${line} chưa đúng. Hãy viết như: 04/01; nghỉ đổi; Tết Dương lịch; 09/01`,
  en: `Line ${line} cannot be read. Write it like: 04/01; nghỉ đổi; Tết Dương lịch; 09/01`,
});

function dayOf(line: string, year: number, standing: readonly SpecialDay[], basis: Basis): SpecialDay | null {
  const [typedDate = '', typedKind = '', name = '', typedSwap] = line.split(';').map((part) => part.trim());
  const date = dayIn(year, typedDate);
  const kind = (Object.keys(lineWord) as SpecialKind[]).find(
    (one) => fold(lineWord[one]) === fold(typedKind),
  );
  const swappedWith = typedSwap ? dayIn(year, typedSwap) : undefined;
  if (!date || !kind || name === '' || name.length > 100 || swappedWith === null) return null;
  const before = standing.find((one) => one.date === date && one.kind === kind && one.name.vi === name);
  const known = standing.find((one) => one.name.vi === name)?.name;
  return {
    date,
    kind,
    name: known ?? { vi: name, en: name },
    basis: before?.basis ?? basis,
    ...(swappedWith && kind !== 'HOLIDAY' && { swappedWith }),
  };
}
