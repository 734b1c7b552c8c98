/** Place and date of a document in words (Decree 30/2020, annex I, part I, II.4). */

/** Days below 10 and the months 1 and 2 have two digits, the other months one. */
const dayDigits = (day: number): string => String(day).padStart(2, '0');
const monthDigits = (month: number): string => (month < 3 ? `0${month}` : String(month));

/** "Sông Lam, ngày 05 tháng 01 năm 2026"; without a date the figures stay open for the clerk. */
export function dateLine(place: string, date?: string): string {
  if (date === undefined) return `${place}, ngày tháng năm`;
  const [year, month, day] = date.split('-').map(Number);
  return `${place}, ngày ${dayDigits(day ?? 0)} tháng ${monthDigits(month ?? 0)} năm ${year ?? 0}`;
}

export type DateParts = {
  readonly place: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

/** Reads such a line; null when it is not of that form. Open figures come back empty. */
export function readDateLine(line: string): DateParts | null {
  const found = /^(.+?), ?ngày\s*(\d*)[\s.…]*tháng\s*(\d*)[\s.…]*năm\s*(\d*)[\s.…]*$/u.exec(
    line.normalize('NFC').trim(),
  );
  if (found === null) return null;
  const [, place = '', day = '', month = '', year = ''] = found;
  return { place, day, month, year };
}

/** What of the figures is wrong: not a day of the calendar, digits missing, digits too many. */
export function digitFaults({
  day,
  month,
  year,
}: DateParts): readonly ('no-day' | 'missing-zero' | 'extra-zero')[] {
  if (day === '' && month === '') return [];
  const [d, m, y] = [day, month, year].map(Number);
  const real = new Date(Date.UTC(y ?? 0, (m ?? 0) - 1, d ?? 0));
  const exists = real.getUTCDate() === d && real.getUTCMonth() + 1 === m && year.length === 4;
  if (!exists) return ['no-day'];
  const missing = day !== dayDigits(Number(day)) || (Number(month) < 3 && month.length < 2);
  const extra = Number(month) >= 3 && month.startsWith('0');
  return [...(missing ? (['missing-zero'] as const) : []), ...(extra ? (['extra-zero'] as const) : [])];
}
