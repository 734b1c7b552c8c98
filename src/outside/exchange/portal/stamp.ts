/** Times of the portal: `yyyyMMddHHmmss` in Vietnam; empty where there is none. */
import { isDay, vietnamClock, vietnamDay } from '../../../ground/text/dates.ts';

/** Writes a moment; an empty text for none. */
export const stampOf = (moment: Date | null): string =>
  moment === null
    ? ''
    : vietnamDay(moment).replaceAll('-', '') +
      vietnamClock(moment).replace(':', '') +
      String(moment.getUTCSeconds()).padStart(2, '0');

/** Reads a moment; null for none and for what is no time, as 31 February. */
export function momentOf(stamp: unknown): Date | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(String(stamp ?? ''));
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  if (!isDay(`${year}-${month}-${day}`)) return null;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
