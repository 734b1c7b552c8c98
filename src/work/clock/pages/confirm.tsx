/** Before a calendar is changed, who changes it learns how many open dossiers get another date, and says that this is meant. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Checkboxes } from '../../../ground/ui/index.ts';
import { ask, type Question } from '../../../ground/web/ask.tsx';
import { flag } from '../../../ground/web/input.ts';
import { changeCalendar } from '../calendars/commands.ts';
import { calendarsAfter } from '../calendars/queries.ts';
import type { CalendarChange } from '../calendars/schema.ts';
import type { Calendar } from '../schema.ts';
import { words } from './words.ts';

/** Asked of the rooms that promise dates: how many of the first `most` open items would move by these calendars. */
export type AskMoving = (
  look: Look,
  agency: string | null,
  calendarAfter: (agency: string) => Promise<Calendar>,
  most: number,
) => Promise<{ readonly n: number; readonly all: boolean }>;

/** More are not counted before one may go on: the job moves them all. */
const MOST_COUNTED = 500;

const label: Text = {
  vi: 'Tôi biết hồ sơ đang mở sẽ đổi ngày hẹn theo lịch mới',
  en: 'I know that open dossiers get another date by the new calendar',
};

const confirm: Question<unknown, boolean> = {
  field: flag(),
  show: ({ name, values, error, lang }) => (
    <Checkboxes name={name} error={error} values={values} items={[{ value: 'on', text: label[lang] }]} />
  ),
};

/** What every change asks for at its end: the document, and that moving dates is meant. `seen` is the edition on the screen. */
export const lastQuestions = {
  why: ask.text(words.why, { max: 300, hint: words.whyHint }),
  confirm,
  seen: ask.hidden(),
} as const;

type LastAnswers = { readonly why: string; readonly confirm: boolean; readonly seen: string };

/** Enters the change, unless dates would move and that was not confirmed: then Invalid says how many. */
export async function enterChange(
  act: Act,
  moving: AskMoving,
  change: CalendarChange,
  { why, confirm: confirmed, seen }: LastAnswers,
  field: string,
): Promise<void> {
  await changeCalendar(act, change, { seen: Number(seen), why }, field);
  if (confirmed) return;
  const agency = 'agency' in change ? change.agency : null;
  const { n, all } = await moving(act, agency, calendarsAfter(act, change), MOST_COUNTED);
  if (n > 0) throw new Invalid([{ field: 'confirm', message: movingWords(n, all) }]);
}

const movingWords = (n: number, all: boolean): Text => ({
  vi: `${all ? n : `Ít nhất ${n}`} hồ sơ đang mở sẽ đổi ngày hẹn. Hãy đánh dấu vào ô bên dưới rồi ghi lại.`,
  en: `${all ? n : `At least ${n}`} open dossiers would get another date. Tick the box below and save again.`,
});
