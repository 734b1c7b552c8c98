/** Words of the calendar pages, and office hours as people say them. */
import type { Text } from '../../../ground/text/language.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import type { CalendarVersion, OfficeHours, SpecialKind, Weekday } from '../schema.ts';

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const weekdayName: Readonly<Record<Weekday, Text>> = {
  1: { vi: 'Thứ Hai', en: 'Monday' },
  2: { vi: 'Thứ Ba', en: 'Tuesday' },
  3: { vi: 'Thứ Tư', en: 'Wednesday' },
  4: { vi: 'Thứ Năm', en: 'Thursday' },
  5: { vi: 'Thứ Sáu', en: 'Friday' },
  6: { vi: 'Thứ Bảy', en: 'Saturday' },
  7: { vi: 'Chủ nhật', en: 'Sunday' },
};

/** At the head of a narrow column. */
export const weekdayShort: Readonly<Record<Weekday, Text>> = {
  1: { vi: 'T2', en: 'Mon' },
  2: { vi: 'T3', en: 'Tue' },
  3: { vi: 'T4', en: 'Wed' },
  4: { vi: 'T5', en: 'Thu' },
  5: { vi: 'T6', en: 'Fri' },
  6: { vi: 'T7', en: 'Sat' },
  7: { vi: 'CN', en: 'Sun' },
};

export const kindName: Readonly<Record<SpecialKind, Text>> = {
  HOLIDAY: { vi: 'Nghỉ', en: 'Day off' },
  SWAP_OFF: { vi: 'Nghỉ đổi sang ngày khác', en: 'Off in exchange for another day' },
  WORKED_WEEKEND: { vi: 'Làm bù vào thứ Bảy, Chủ nhật', en: 'Weekend day worked in exchange' },
};

const listed = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

/** `16/04` out of `04-16`. */
export const seasonDay = (monthDay: string): string => monthDay.split('-').toReversed().join('/');

/** `Thứ Hai, Thứ Ba và Thứ Tư: 07:30–11:30 và 13:30–17:30 (từ 16/04 đến 15/10)`. */
export function hoursWords({ on, season, sessions }: OfficeHours): Text {
  const times = sessions.map(({ from, to }) => `${from}–${to}`);
  const days = on.toSorted((a, b) => a - b).map((day) => weekdayName[day]);
  const from = season && seasonDay(season.from);
  const to = season && seasonDay(season.to);
  return {
    vi: `${listed(
      days.map(({ vi }) => vi),
      'và',
    )}: ${listed(times, 'và')}${season ? ` (từ ${from} đến ${to} hằng năm)` : ''}`,
    en: `${listed(
      days.map(({ en }) => en),
      'and',
    )}: ${listed(times, 'and')}${season ? ` (from ${from} to ${to} each year)` : ''}`,
  };
}

/** From when until when a version counts. */
export const periodWords = ({ validFrom, validTo }: CalendarVersion): Text => ({
  vi: `Từ ${formatDay(validFrom, 'vi')}${validTo ? ` đến hết ${formatDay(validTo, 'vi')}` : ''}`,
  en: `From ${formatDay(validFrom, 'en')}${validTo ? ` to ${formatDay(validTo, 'en')}` : ''}`,
});

export const words = {
  done: {
    vi: 'Đã ghi. Hồ sơ đang mở được tính lại ngày hẹn trong ít phút.',
    en: 'Saved. The dates of open dossiers are reckoned again within minutes.',
  },
  why: { vi: 'Căn cứ (văn bản)', en: 'By which document' },
  whyHint: {
    vi: 'Ví dụ: Quyết định 12/QĐ-UBND ngày 05/01/2027. Người nộp hồ sơ cũng đọc được.',
    en: 'For example: Decision 12/QĐ-UBND of 05/01/2027. Applicants read it, too.',
  },
  date: { vi: 'Ngày', en: 'Day' },
  kind: { vi: 'Loại ngày', en: 'Kind of day' },
  dayName: { vi: 'Tên ngày', en: 'Name of the day' },
  none: { vi: 'Chưa có', en: 'None' },
  hours: { vi: 'Đổi giờ làm việc', en: 'Change the office hours' },
  addDay: { vi: 'Thêm ngày đặc biệt', en: 'Add a special day' },
  giveUp: { vi: 'Thôi dùng lịch này', en: 'Give up this calendar' },
  takeBack: { vi: 'Bỏ ngày đặc biệt', en: 'Take back a special day' },
} as const satisfies Readonly<Record<string, Text>>;
