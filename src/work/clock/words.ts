/** Moments, days and durations as people read them. */
import type { Text } from '../../ground/text/language.ts';
import { dayAt, dayText, HOUR, MINUTE, timeAt, timeText, weekdayOf } from './day.ts';

const weekdays: readonly Text[] = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
];

/** The name of a day's weekday. */
export const weekdayWords = (day: number): Text => weekdays[weekdayOf(day) - 1] ?? { vi: '', en: '' };

/** `thứ Sáu 27/02/2026` */
export const dayWords = (day: number): Text => {
  const date = dayText(day).split('-').reverse().join('/');
  const { vi, en } = weekdayWords(day);
  return { vi: `${vi} ${date}`, en: `${en} ${date}` };
};

/** `15:30 thứ Sáu 27/02/2026` */
export const momentWords = (ms: number): Text => {
  const [time, { vi, en }] = [timeText(timeAt(ms)), dayWords(dayAt(ms))];
  return { vi: `${time} ${vi}`, en: `${time} on ${en}` };
};

/** A duration in hours and minutes: `1 giờ 30 phút`. */
export const durationWords = (ms: number): Text => {
  const [hours, minutes] = [Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE)];
  if (hours === 0 && minutes === 0) return { vi: 'chưa đến 1 phút', en: 'less than a minute' };
  const parts = [
    { count: hours, vi: 'giờ', en: 'hour' },
    { count: minutes, vi: 'phút', en: 'minute' },
  ].filter(({ count }) => count > 0);
  return {
    vi: parts.map(({ count, vi }) => `${count} ${vi}`).join(' '),
    en: parts.map(({ count, en }) => `${count} ${en}${count === 1 ? '' : 's'}`).join(' '),
  };
};

/** The text with a capital first letter. */
export const sentence = ({ vi, en }: Text): Text => ({
  vi: vi.charAt(0).toUpperCase() + vi.slice(1),
  en: en.charAt(0).toUpperCase() + en.slice(1),
});
