/** Special days of one calendar: `/ngay` adds one, `/bo-ngay` takes one back. */
import type { Text } from '../../../ground/text/language.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { isAdministrator } from '../../../world/agencies/index.ts';
import { refuseFar, withDay, withoutDay } from '../calendars/edit.ts';
import { enterChange, lastQuestions, type AskMoving } from './confirm.tsx';
import {
  calendarCrumbs,
  calendarPath,
  CALENDARS_PATH,
  COMMON,
  ONE_PATH,
  ownerAt,
  type Owner,
} from './paths.ts';
import { basisTyped } from './typed.ts';
import { kindName, words } from './words.ts';

const own = {
  swappedWith: { vi: 'Đổi với ngày', en: 'In exchange for the day' },
  swappedHint: {
    vi: 'Nghỉ đổi thì ghi ngày làm bù; làm bù thì ghi ngày được nghỉ.',
    en: 'For a day off the day worked instead; for a worked day the day off.',
  },
  which: { vi: 'Bỏ ngày nào', en: 'Which day' },
} as const satisfies Readonly<Record<string, Text>>;

/** What both pages have in common. */
const onCalendar = (noun: string) =>
  ({
    path: `${ONE_PATH}/${noun}`,
    who: isAdministrator,
    example: `${CALENDARS_PATH}/${COMMON}/${noun}`,
    gather: ownerAt,
    about: ({ name }: Owner) => name,
    crumbs: calendarCrumbs,
  }) as const;

const seenNow = ({ stored }: Owner) => ({ seen: String(stored?.edition ?? 0) });

export const addDayPage = (moving: AskMoving) =>
  askPage({
    ...onCalendar('ngay'),
    title: words.addDay,
    questions: {
      date: ask.day(words.date),
      kind: ask.oneOf(words.kind, kindName, ['HOLIDAY', 'SWAP_OFF', 'WORKED_WEEKEND']),
      name: ask.text(words.dayName, { max: 100 }),
      swappedWith: ask.maybeDay(own.swappedWith, { hint: own.swappedHint }),
      ...lastQuestions,
    },
    initial: seenNow,
    button: words.addDay,
    act: async (act, { date, kind, name, swappedWith, ...last }, { gathered: { agency, content } }) => {
      refuseFar('date', date, vietnamDay(act.now));
      const day = {
        date,
        kind,
        name: { vi: name, en: name },
        basis: basisTyped(last.why),
        ...(swappedWith && kind !== 'HOLIDAY' && { swappedWith }),
      };
      await enterChange(act, moving, { agency, content: withDay(content, day) }, last, 'date');
      return { to: calendarPath(agency), say: words.done };
    },
  });

export const takeBackPage = (moving: AskMoving) =>
  askPage({
    ...onCalendar('bo-ngay'),
    title: words.takeBack,
    questions: {
      date: ask.choice(own.which, ({ content: { days } }: Owner) =>
        days.map(({ date, name }) => ({
          value: date,
          text: {
            vi: `${formatDay(date, 'vi')}: ${name.vi}`,
            en: `${formatDay(date, 'en')}: ${name.en || name.vi}`,
          },
        })),
      ),
      ...lastQuestions,
    },
    initial: seenNow,
    button: words.takeBack,
    grave: true,
    act: async (act, { date, ...last }, { gathered: { agency, content } }) => {
      await enterChange(act, moving, { agency, content: withoutDay(content, date) }, last, 'date');
      return { to: calendarPath(agency), say: words.done };
    },
  });
