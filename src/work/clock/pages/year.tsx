/** `/quan-tri/lich-lam-viec/nam/:year`: what was decided for a year, for all agencies: every special day of it. */
import type { Text } from '../../../ground/text/language.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { guardAgency, isAdministrator } from '../../../world/agencies/index.ts';
import { calendarOf, findDecision } from '../calendars/queries.ts';
import { proposeHolidays } from '../holidays.ts';
import type { SpecialDay } from '../schema.ts';
import { enterChange, lastQuestions, type AskMoving } from './confirm.tsx';
import { fromLines, toLines } from './day-lines.ts';
import { calendarCrumbs, CALENDARS_PATH, yearPath } from './paths.ts';
import { basisTyped } from './typed.ts';
import { words } from './words.ts';

const own = {
  title: { vi: 'Ngày nghỉ, ngày làm bù trong năm', en: 'Days off and worked days of a year' },
  decided: {
    vi: 'Những ngày này đã được quyết định và đang áp dụng cho mọi cơ quan. Sửa ở đây khi có quyết định mới.',
    en: 'These days are decided and count for all agencies. Change them here when there is a new decision.',
  },
  proposed: {
    vi: 'Chưa có quyết định cho năm này. Đây là các ngày dự kiến theo Bộ luật Lao động: hãy sửa theo văn bản rồi ghi.',
    en: 'Nothing is decided for this year yet. These days are proposed from the Labour Code: change them as the document says, then save.',
  },
  days: { vi: 'Các ngày, mỗi ngày một dòng', en: 'The days, one a line' },
  daysHint: {
    vi: 'Viết: ngày; loại; tên; ngày đổi (nếu có). Loại là: nghỉ, nghỉ đổi, hoặc làm bù. Ví dụ: 04/01; nghỉ đổi; Tết Dương lịch; 09/01',
    en: 'Write: day; kind; name; day exchanged (if any). The kind is: nghỉ (off), nghỉ đổi (off in exchange) or làm bù (worked instead). For example: 04/01; nghỉ đổi; Tết Dương lịch; 09/01',
  },
  save: { vi: 'Ghi các ngày của năm', en: 'Save the days of the year' },
} as const satisfies Readonly<Record<string, Text>>;

const FIRST = 2020;
const LAST = 2099;

type Gathered = {
  readonly year: number;
  readonly days: readonly SpecialDay[];
  readonly decided: boolean;
  readonly edition: number;
};

async function gather({ look, params }: Visit): Promise<Gathered> {
  const year = /^\d{4}$/.test(params['year'] ?? '') ? Number(params['year']) : 0;
  if (year < FIRST || year > LAST)
    throw new NotFound({ vi: 'Không có trang cho năm này.', en: 'There is no page for this year.' });
  await guardAgency(look, null);
  const { public: common } = await calendarOf(look, null);
  const decision = common.decisions.find((one) => one.year === year);
  return {
    year,
    days: decision?.days ?? proposeHolidays(year, common.rules),
    decided: decision !== undefined,
    edition: (await findDecision(look, year))?.edition ?? 0,
  };
}

export const yearPage = (moving: AskMoving) =>
  askPage({
    path: yearPath(':year'),
    who: isAdministrator,
    example: yearPath(2027),
    gather,
    title: own.title,
    about: ({ year }) => ({ vi: `Năm ${year}`, en: `Year ${year}` }),
    crumbs: () => calendarCrumbs(),
    lead: ({ decided }, { lang }) => <p class="govuk-body">{own[decided ? 'decided' : 'proposed'][lang]}</p>,
    questions: {
      days: ask.long(own.days, { hint: own.daysHint, max: 8000, rows: 20 }),
      ...lastQuestions,
    },
    initial: ({ days, edition }) => ({ days: toLines(days), seen: String(edition) }),
    button: own.save,
    act: async (act, { days, ...last }, { gathered: { year, days: standing } }) => {
      const change = { year, days: fromLines(days, year, standing, basisTyped(last.why)) };
      await enterChange(act, moving, change, last, 'days');
      return { to: CALENDARS_PATH, say: words.done };
    },
  });
