/**
 * Why a term ends when it ends: every day from its start to its end, whether it was counted, why, and by which rule.
 * Civil Code 2015 art. 147–148. C4.
 */
import type { Text } from '../../ground/text/language.ts';
import { dayAt, HOUR, yearOf } from './day.ts';
import { infoOf } from './day-info.ts';
import { partsOf, position, type Part } from './due.ts';
import { currentRun } from './ledger.ts';
import { reasonFor, type Reason, type Tally } from './reasons.ts';
import { elapsed } from './remaining.ts';
import type { Calendar, CalendarDay, Due, Interval, Ledger } from './schema.ts';
import { amountWords, termWords } from './term.ts';
import { forward } from './lookup.ts';
import { timetable, type Timetable } from './timetable.ts';
import { durationWords, momentWords, sentence } from './words.ts';

/** One day of the explanation. */
export type ExplainedDay = Reason & { readonly date: CalendarDay; readonly counted: boolean };

export type Explanation = {
  readonly summary: Text;
  readonly days: readonly ExplainedDay[];
  /** What the reader should know besides: a restart, a pause that still lasts, holidays that are only proposed. */
  readonly notes: readonly Text[];
};

/** Explains a due date in both languages. */
export const explain = (due: Due): Explanation => {
  const table = timetable(due.calendar);
  const parts = partsOf(due.ledger, table, due.now);
  const days = parts.flatMap((part, i) => explainDays(part, due.now, table, i > 0));
  const counted = days.filter((day) => day.counted).length;
  const { from } = currentRun(due.ledger)[0] ?? { from: due.at };
  const [start, at, term] = [
    momentWords(from.getTime()),
    momentWords(due.at.getTime()),
    termWords(due.ledger.term),
  ];
  const more = due.ledger.longer ? amountWords(due.ledger.longer, 'working_day') : null;
  const summary = {
    vi: `Hạn: ${at.vi}. Thời hạn ${term.vi}${more ? `, hẹn lại thêm ${more.vi}` : ''}, bắt đầu ${start.vi}; ${counted} ngày được tính, ${days.length - counted} ngày không tính.`,
    en: `Due ${at.en}. Term: ${term.en}${more ? `, put off by ${more.en},` : ''} from ${start.en}; days counted: ${counted}, not counted: ${days.length - counted}.`,
  };
  const putOff = more && parts[0] ? [putOffNote(more, new Date(parts[0].end.at))] : [];
  return { summary, days, notes: [...putOff, ...notesOf(due)] };
};

const putOffNote = (more: Text, promised: Date): Text => {
  const first = momentWords(promised.getTime());
  return {
    vi: `Đã hẹn lại: thêm ${more.vi} sau hạn đầu là ${first.vi}. Các ngày thêm được đếm lại từ đầu.`,
    en: `Put off: ${more.en} more after the first date, ${first.en}. The days added are counted from one again.`,
  };
};

/** The days of one part. A second part begins where the first ended: the day that both share is told again only where it counts. */
const explainDays = (
  part: Part,
  now: Date | null,
  table: Timetable,
  isSecond: boolean,
): readonly ExplainedDay[] => {
  const days: ExplainedDay[] = [];
  const last = dayAt(part.end.at);
  const tallies = tally(part, now, table);
  for (let day = dayAt(tallies.start); day <= last; day += 1) {
    const { counted, reason, basis } = reasonFor(tallies, day);
    if (isSecond && !counted && days.length === 0) continue;
    days.push({ date: infoOf(table, day).date, counted, reason: sentence(reason), basis });
  }
  return days;
};

/**
 * The run of the clock as its due date was reckoned. Of a clock that has ended the date stays the one that was promised, so its days are
 * told as if it had run on; when it ended, and after how much, is told beside them.
 */
const runOf = (ledger: Ledger): readonly Interval[] => {
  const run = currentRun(ledger);
  const last = run.at(-1);
  if (!last?.to) return run;
  const { to: stopped, ...end } = last;
  return last.state === 'running'
    ? [...run.slice(0, -1), { ...end, to: null }]
    : [...run, { ...end, state: 'running', from: stopped, to: null }];
};

/** What the reasons are made from: the run of the clock on the axis of its term. */
const tally = ({ ledger, end: { at, end, length } }: Part, now: Date | null, table: Timetable): Tally => {
  const run = runOf(ledger);
  const { term } = ledger;
  const start = run[0]?.from.getTime() ?? at;
  const spans = run.map(({ state, from, to, cause, basis }) => {
    const open = state === 'running' ? new Date(at) : (now ?? from);
    const until = Math.max(from.getTime(), (to ?? open).getTime());
    const [low, high] = [position(term, table, from.getTime()), position(term, table, until)];
    return { state, from: from.getTime(), to: until, low, high, cause, basis };
  });
  return { table, term, start, opened: forward(table, start), at, end, length, spans };
};

const notesOf = (due: Due): readonly Text[] => {
  const { ledger, at } = due;
  const notes: Text[] = [];
  const run = currentRun(ledger);
  const [first, last] = [run[0], run.at(-1)];
  if (first?.fromZero === true) {
    const from = momentWords(first.from.getTime());
    notes.push({
      vi: `Thời hạn được tính lại từ đầu từ ${from.vi}: ${first.cause.vi}.`,
      en: `The term counts anew from ${from.en}: ${first.cause.en}.`,
    });
  }
  if (last?.state === 'paused' && last.to === null) {
    const from = momentWords(last.from.getTime());
    notes.push({
      vi: `Đang tạm dừng từ ${from.vi}: ${last.cause.vi}. Hạn sẽ lùi theo thời gian tạm dừng.`,
      en: `Paused since ${from.en}: ${last.cause.en}. The due date moves on with the pause.`,
    });
  }
  if (last?.to) notes.push(stoppedNote(due, last.to));
  const years = undecidedYears(due.calendar, first?.from ?? at, at);
  if (years !== null) {
    notes.push({
      vi: `Chưa có thông báo nghỉ lễ, Tết của năm ${years}: ngày nghỉ được tính theo luật, là dự kiến, có thể thay đổi.`,
      en: `No holiday notice is known for ${years}: its holidays are computed from the law, proposed and not decided.`,
    });
  }
  return notes;
};

/** When the clock ended and how much of the term was used by then: without it the reader would take days that never ran for used ones. */
const stoppedNote = ({ ledger, calendar, at }: Due, stopped: Date): Text => {
  const when = momentWords(stopped.getTime());
  const said = { vi: `Thời hạn ngừng tính lúc ${when.vi}`, en: `The clock stopped at ${when.en}` };
  if (stopped > at) return { vi: `${said.vi}, sau khi đã hết hạn.`, en: `${said.en}, after the due date.` };
  const used = usedWords(ledger, calendar, stopped);
  const later = dayAt(stopped.getTime()) < dayAt(at.getTime());
  return {
    vi: `${said.vi}, ${used.vi}.${later ? ' Các ngày sau đó chỉ cho thấy hạn đã được tính ra sao.' : ''}`,
    en: `${said.en}, ${used.en}.${later ? ' The days after that only show how the due date was found.' : ''}`,
  };
};

const usedWords = (ledger: Ledger, calendar: Calendar, stopped: Date): Text => {
  const { term } = ledger;
  const { amount, unit } = elapsed(ledger, calendar, stopped);
  if (term.unit === 'same_day') return { vi: 'còn trong hạn', en: 'in time' };
  if (unit === 'hour' || unit === 'working_hour') {
    const { vi, en } = durationWords(amount * HOUR);
    return { vi: `khi đã tính ${vi}`, en: `after ${en} had been counted` };
  }
  // A term in whole days counts the day it stands in as soon as that begins.
  const whole = term.unit !== 'working_day' || term.ends === 'close';
  const over = Math.max(0, Math.floor(amount) - (whole ? 1 : 0));
  if (over > 0) {
    const { vi, en } = amountWords(over, unit);
    return { vi: `khi đã hết ${vi}`, en: `after ${en}` };
  }
  return unit === 'working_day'
    ? { vi: 'khi chưa hết ngày làm việc thứ nhất', en: 'before the first working day was over' }
    : { vi: 'khi chưa hết ngày thứ nhất', en: 'before the first day was over' };
};

/** The years of a span whose special days are only proposed, as `2027` or `2023–2024, 2027–2031`; null when all are decided. */
const undecidedYears = ({ public: { decisions } }: Calendar, from: Date, to: Date): string | null => {
  const decided = new Set(decisions.map(({ year }) => year));
  const ranges: [first: number, last: number][] = [];
  for (let year = yearOf(dayAt(from.getTime())); year <= yearOf(dayAt(to.getTime())); year += 1) {
    const open = ranges.at(-1);
    if (decided.has(year)) continue;
    if (open?.[1] === year - 1) open[1] = year;
    else ranges.push([year, year]);
  }
  if (ranges.length === 0) return null;
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
};
