/** `/quan-tri/lich-lam-viec/:id/gio`: other office hours from a day on. */
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { isAdministrator } from '../../../world/agencies/index.ts';
import { refuseFar, withVersion } from '../calendars/edit.ts';
import { enterChange, lastQuestions, type AskMoving } from './confirm.tsx';
import { hoursShown, versionTyped } from './hours-form.ts';
import { calendarCrumbs, calendarPath, ONE_PATH, ownerAt, COMMON, CALENDARS_PATH } from './paths.ts';
import { weekdayName, weekdays, words } from './words.ts';

const own = {
  from: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  fromHint: {
    vi: 'Giờ làm việc trước ngày này giữ nguyên.',
    en: 'Office hours before this day stay as they were.',
  },
  days: { vi: 'Ngày làm cả ngày', en: 'Days worked all day' },
  mornings: { vi: 'Ngày chỉ làm buổi sáng', en: 'Days worked in the morning only' },
  morningFrom: { vi: 'Buổi sáng từ', en: 'Morning from' },
  morningTo: { vi: 'Buổi sáng đến', en: 'Morning to' },
  afternoonFrom: { vi: 'Buổi chiều từ', en: 'Afternoon from' },
  afternoonTo: { vi: 'Buổi chiều đến', en: 'Afternoon to' },
  seasonFrom: { vi: 'Giờ theo mùa: từ ngày', en: 'Hours of a season: from' },
  seasonHint: {
    vi: 'Chỉ nhập khi một mùa có giờ khác, ví dụ 16/4. Hết mùa thì trở lại giờ ở trên.',
    en: 'Only where a season has other hours, for example 16/4. After it the hours above count again.',
  },
  seasonTo: { vi: 'Giờ theo mùa: đến ngày', en: 'Hours of a season: to' },
  seasonMorningFrom: { vi: 'Theo mùa: buổi sáng từ', en: 'In the season: morning from' },
  seasonMorningTo: { vi: 'Theo mùa: buổi sáng đến', en: 'In the season: morning to' },
  seasonAfternoonFrom: { vi: 'Theo mùa: buổi chiều từ', en: 'In the season: afternoon from' },
  seasonAfternoonTo: { vi: 'Theo mùa: buổi chiều đến', en: 'In the season: afternoon to' },
  cutOff: {
    vi: 'Nhận sau giờ này thì chuyển vào ngày làm việc sau',
    en: 'Received after this hour, handed over the next working day',
  },
  save: { vi: 'Ghi giờ làm việc', en: 'Save the office hours' },
} as const satisfies Readonly<Record<string, Text>>;

const weekdayChoices = weekdays.map((day) => ({ value: String(day), text: weekdayName[day] }));
const several = (label: Text) => ask.several(label, (_: unknown) => weekdayChoices);
const time = (label: Text) => ask.text(label, { max: 8, width: 5 });
const maybeTime = (label: Text) => ask.maybe(label, { max: 8, width: 5 });

/** The page; `moving` says how many open items would get another date. */
export const hoursPage = (moving: AskMoving) =>
  askPage({
    path: `${ONE_PATH}/gio`,
    who: isAdministrator,
    example: `${CALENDARS_PATH}/${COMMON}/gio`,
    gather: ownerAt,
    title: words.hours,
    about: ({ name }) => name,
    crumbs: calendarCrumbs,
    questions: {
      from: ask.day(own.from, { hint: own.fromHint }),
      days: several(own.days),
      mornings: several(own.mornings),
      morningFrom: time(own.morningFrom),
      morningTo: time(own.morningTo),
      afternoonFrom: maybeTime(own.afternoonFrom),
      afternoonTo: maybeTime(own.afternoonTo),
      seasonFrom: ask.maybe(own.seasonFrom, { max: 8, width: 5, hint: own.seasonHint }),
      seasonTo: ask.maybe(own.seasonTo, { max: 8, width: 5 }),
      seasonMorningFrom: maybeTime(own.seasonMorningFrom),
      seasonMorningTo: maybeTime(own.seasonMorningTo),
      seasonAfternoonFrom: maybeTime(own.seasonAfternoonFrom),
      seasonAfternoonTo: maybeTime(own.seasonAfternoonTo),
      cutOff: maybeTime(own.cutOff),
      ...lastQuestions,
    },
    initial: ({ content, stored }) => {
      const last = content.versions.at(-1);
      const shown = last ? hoursShown(last) : {};
      const known = Object.entries(shown).filter(
        (one): one is [string, string | string[]] => one[1] !== undefined,
      );
      return { ...Object.fromEntries(known), seen: String(stored?.edition ?? 0) };
    },
    button: own.save,
    act: async (act, answers, { gathered: { agency, content } }) => {
      refuseFar('from', answers.from, vietnamDay(act.now));
      const change = { agency, content: withVersion(content, versionTyped(answers)) };
      await enterChange(act, moving, change, answers, 'from');
      return { to: calendarPath(agency), say: words.done };
    },
  });
