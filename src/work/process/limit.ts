/** Time limits of steps as people write them in step tables, and back (C2, C4). */
import { amountWords, type Unit } from '../clock/index.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Limit } from './schema.ts';

const HOURS_OF_A_DAY = 8;

const words: readonly (readonly [RegExp, Unit, number])[] = [
  [/^(phút|minutes?)( làm việc)?$/i, 'working_hour', 1 / 60],
  [/^(giờ|tiếng|h|hours?|working[_ ]?hours?)( làm việc)?$/i, 'working_hour', 1],
  [/^buổi( làm việc)?$/i, 'working_day', 0.5],
  [/^(ngày làm việc|working[_ ]?days?)$/i, 'working_day', 1],
  [/^(ngày|days?)$/i, 'day', 1],
  [/^(tuần|weeks?)$/i, 'day', 7],
  [/^(tháng|months?)$/i, 'month', 1],
];

const amountOf = (written: string): number => {
  const [top = '', bottom] = written.replace(',', '.').split('/');
  return bottom === undefined ? Number(top) : Number(top) / Number(bottom);
};

/**
 * Reads a limit such as `3 working_day`, `03 ngày làm việc`, `½ ngày`, `0,5 ngày làm việc`, `4 giờ`. Hours are working hours, as in step
 * tables; a plain whole `ngày` is a calendar day, a part of a day can only be working time. Null when it is not a positive amount with a unit.
 */
export const parseLimit = (text: string): Limit | null => {
  const plain = text.normalize('NFC').replace('½', '1/2').trim().replace(/\s+/g, ' ');
  const parts = /^(?:không quá |tối đa )?(\d{1,6}(?:[.,/]\d{1,6})?) ?(\D{1,30}?)\.?$/i.exec(plain);
  if (!parts) return null;
  const found = words.find(([word]) => word.test(parts[2] ?? ''));
  if (!found) return null;
  const [, unit, factor] = found;
  const amount = Math.round(amountOf(parts[1] ?? '') * factor * 1000) / 1000;
  if (!Number.isFinite(amount) || amount <= 0) return null;
  if (Number.isInteger(amount) || unit === 'working_hour' || unit === 'working_day') return { amount, unit };
  return unit === 'day' ? { amount, unit: 'working_day' } : null;
};

/** The limit as our attribute stores it: `3 working_day`. `parseLimit` reads it back. */
export const writeLimit = ({ amount, unit }: Limit): string => `${amount} ${unit}`;

/** Working hours of a limit, for step tables; null where the calendar decides (days, months). */
export const hoursOf = ({ amount, unit }: Limit): number | null => {
  if (unit === 'working_hour') return amount;
  return unit === 'working_day' ? amount * HOURS_OF_A_DAY : null;
};

/** The limit in words. */
export const describeLimit = ({ amount, unit }: Limit): Text => amountWords(amount, unit);
