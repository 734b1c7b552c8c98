/** `/quan-tri/lich-lam-viec/:id/thoi-dung`: an agency follows the common calendar again; for the common one what ships counts again. */
import type { Text } from '../../../ground/text/language.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { askPage } from '../../../ground/web/ask.tsx';
import { isAdministrator } from '../../../world/agencies/index.ts';
import { enterChange, lastQuestions, type AskMoving } from './confirm.tsx';
import { calendarCrumbs, calendarPath, CALENDARS_PATH, COMMON, ONE_PATH, ownerAt } from './paths.ts';
import { words } from './words.ts';

const own = {
  toCommon: {
    vi: 'Cơ quan sẽ theo lịch chung. Ngày đặc biệt đã nhập riêng cho cơ quan không còn tính nữa.',
    en: 'The agency will follow the common calendar. Special days entered for it alone count no more.',
  },
  toShipped: {
    vi: 'Các cơ quan không có lịch riêng sẽ theo tuần làm việc 40 giờ của cơ quan hành chính.',
    en: 'Agencies without a calendar of their own will follow the 40-hour week of state agencies.',
  },
  nothing: {
    vi: 'Chưa nhập lịch nào ở đây để bỏ.',
    en: 'No calendar was entered here that could be given up.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const giveUpPage = (moving: AskMoving) =>
  askPage({
    path: `${ONE_PATH}/thoi-dung`,
    who: isAdministrator,
    example: `${CALENDARS_PATH}/${COMMON}/thoi-dung`,
    gather: ownerAt,
    title: words.giveUp,
    about: ({ name }) => name,
    crumbs: calendarCrumbs,
    lead: ({ agency }, { lang }) => (
      <p class="govuk-body">{own[agency === null ? 'toShipped' : 'toCommon'][lang]}</p>
    ),
    questions: lastQuestions,
    initial: ({ stored }) => ({ seen: String(stored?.edition ?? 0) }),
    button: words.giveUp,
    grave: true,
    act: async (act, last, { gathered: { agency, stored } }) => {
      if (!stored?.content) throw new Conflict(own.nothing);
      await enterChange(act, moving, { agency, content: null }, last, 'why');
      return { to: calendarPath(agency), say: words.done };
    },
  });
