/** The month that a page of figures shows. */
import { daysInMonth } from '../../ground/text/dates.ts';

/** The month asked for (`YYYY-MM`) or the one of today; never one that does not exist. */
export const monthAsked = (asked: string | undefined, today: string): string =>
  asked !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);

/** First and last day of a month. */
export function boundsOf(month: string): { readonly from: string; readonly to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: `${month}-01`, to: `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}` };
}

/** All days of a month. */
export const daysOfMonth = (month: string): readonly string[] =>
  Array.from(
    { length: Number(boundsOf(month).to.slice(8)) },
    (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`,
  );

/** The month so many months later. */
export const monthFrom = (month: string, later: number): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const count = year * 12 + number - 1 + later;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};
