/** The reason why one day counts or does not. */
import type { Text } from '../../ground/text/language.ts';
import { DAY, dayAt, momentAt, readDay, timeAt, timeText } from './day.ts';
import { infoOf } from './day-info.ts';
import type { Basis, Term } from './schema.ts';
import { indexOf, officeBefore, workingDaysBefore } from './lookup.ts';
import { type Timetable } from './timetable.ts';
import { dayWords, durationWords, momentWords } from './words.ts';

export type Reason = { readonly reason: Text; readonly basis: Basis | null };

/** An interval of the ledger, with its ends on the axis of the term. */
type Span = {
  readonly state: 'running' | 'paused';
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly cause: Text;
  readonly basis: Basis | null;
};

export type Tally = {
  readonly table: Timetable;
  readonly term: Term;
  readonly start: number;
  /** The start, moved forward to office hours. */
  readonly opened: number;
  readonly at: number;
  /** Where the term ends on its axis, and its length there without pauses. */
  readonly end: number;
  readonly length: number;
  readonly spans: readonly Span[];
};

type Verdict = Reason & { readonly counted: boolean };

const civilCode = (article: string, paragraph: number): Basis => ({
  code: '91/2015/QH13',
  cite: {
    vi: `Bộ luật Dân sự 2015, Điều ${article} khoản ${paragraph}`,
    en: `Civil Code 2015, art. ${article}.${paragraph}`,
  },
});
const firstDay = civilCode('147', 2);
const offLastDay = civilCode('148', 5);
const sameDay: Basis = {
  code: '60/2014/QH13',
  cite: { vi: 'Luật Hộ tịch 2014, Điều 5 khoản 3', en: 'Civil Status Law 2014, art. 5.3' },
};

/** Whether a day between start and end counts, and why. */
export const reasonFor = (tally: Tally, day: number): Verdict => {
  switch (tally.term.unit) {
    case 'hour':
      return hourReason(tally, day, (from, to) => to - from);
    case 'working_hour':
      return hourReason(
        tally,
        day,
        (from, to) => officeBefore(tally.table, to) - officeBefore(tally.table, from),
      );
    case 'working_day':
      return workingDayReason(tally, day);
    case 'same_day':
      return sameDayReason(tally, day);
    case 'day':
    case 'month':
      return dayReason(tally, day);
  }
};

const no = (reason: Text, basis: Basis | null = null): Verdict => ({ counted: false, reason, basis });
const yes = (reason: Text, basis: Basis | null = null): Verdict => ({ counted: true, reason, basis });

/** Why the office is closed on a day: `Tết Nguyên đán`, `thứ Bảy, nghỉ hằng tuần`. */
const offReason = ({ table }: Tally, day: number): Reason => {
  const { kind, name, basis, decided } = infoOf(table, day);
  if (kind === 'REST') {
    return { reason: { vi: `${name.vi}, nghỉ hằng tuần`, en: `${name.en}, weekly day off` }, basis };
  }
  const other = table.special.get(day)?.swappedWith;
  const swap = other === undefined ? null : dayWords(readDay(other));
  const vi = swap === null ? `nghỉ lễ: ${name.vi}` : `${name.vi}, làm bù ${swap.vi}`;
  const en = swap === null ? `public holiday: ${name.en}` : `${name.en}, worked on ${swap.en}`;
  return decided
    ? { reason: { vi, en }, basis }
    : { reason: { vi: `${vi} (dự kiến)`, en: `${en} (proposed)` }, basis };
};

/** Names the exchange on a worked weekend day, so that a counted Saturday does not surprise. */
const workedWords = (table: Timetable, day: number): Text => {
  const special = table.special.get(day);
  if (special?.kind !== 'WORKED_WEEKEND') return { vi: '', en: '' };
  return { vi: ` (${special.name.vi})`, en: ` (${special.name.en})` };
};

const pausedReason = ({ spans }: Tally, inside: (span: Span) => boolean): Verdict | null => {
  const pause = spans.find((span) => span.state === 'paused' && inside(span));
  if (pause === undefined) return null;
  return no({ vi: `tạm dừng: ${pause.cause.vi}`, en: `paused: ${pause.cause.en}` }, pause.basis);
};

/** How many positions up to this one have run. */
const countTo = ({ spans }: Tally, place: number): number =>
  spans
    .filter(({ state }) => state === 'running')
    .reduce((sum, { low, high }) => sum + Math.max(0, Math.min(high, place) - low), 0);

const within =
  (place: number) =>
  ({ low, high }: Span): boolean =>
    low < place && place <= high;

const startReason = ({ start, opened }: Tally, day: number): Verdict => {
  const open = timeText(timeAt(opened));
  if (opened === start)
    return no({ vi: 'ngày bắt đầu, không tính', en: 'day of the start, not counted' }, firstDay);
  if (day === dayAt(opened)) {
    return no(
      {
        vi: `bắt đầu ngoài giờ làm việc nên tính từ ${open} ngày này; ngày bắt đầu không tính`,
        en: `started outside of office hours, so it starts at ${open} on this day; the day of the start is not counted`,
      },
      firstDay,
    );
  }
  const next = momentWords(opened);
  return no({
    vi: `bắt đầu sau giờ làm việc, chuyển sang ${next.vi}`,
    en: `started after office hours, moved to ${next.en}`,
  });
};

/** The number of the working day that is completed on a day of a measured term; null when none is. */
const completedOn = ({ table, spans, at }: Tally, day: number): number | null => {
  const ranTo = (ms: number): number =>
    spans
      .filter(({ state, from }) => state === 'running' && from < ms)
      .reduce((sum, { low, to }) => sum + workingDaysBefore(table, Math.min(ms, to)) - low, 0);
  const before = ranTo(momentAt(day, 0));
  // On the last day the term runs up to its end and that is inside; else up to midnight, which belongs to the next day.
  const count =
    day === dayAt(at)
      ? Math.floor(ranTo(at) / table.fullDay)
      : Math.ceil(ranTo(momentAt(day, DAY)) / table.fullDay) - 1;
  return count > 0 && count * table.fullDay >= before ? count : null;
};

/** The same for a term that counts whole days. */
const countedOn = (tally: Tally, day: number): number | null => {
  const place = tally.table.worked[indexOf(tally.table, day)] ?? 0;
  const runs = tally.spans.some((span) => span.state === 'running' && within(place)(span));
  return runs ? countTo(tally, place) : null;
};

const hasPart = (term: Term): boolean => term.unit !== 'same_day' && !Number.isInteger(term.amount);

const workingDayReason = (tally: Tally, day: number): Verdict => {
  const { table, term, opened, at } = tally;
  if (!infoOf(table, day).works) return { counted: false, ...offReason(tally, day) };
  const whole = term.unit === 'working_day' && term.ends === 'close';
  const count = (whole ? countedOn : completedOn)(tally, day);
  const last = day === dayAt(at);
  const worked = workedWords(table, day);
  const until = timeText(timeAt(at));
  const vi = last ? `${worked.vi}, hết hạn lúc ${until}` : worked.vi;
  const en = last ? `${worked.en}, the term ends at ${until}` : worked.en;
  if (count !== null) return yes({ vi: `ngày làm việc thứ ${count}${vi}`, en: `working day ${count}${en}` });
  if (last && hasPart(term))
    return yes({ vi: `phần lẻ của ngày làm việc${vi}`, en: `part of a working day${en}` });
  if (day <= dayAt(opened)) return startReason(tally, day);
  const [from, to] = [momentAt(day, 0), momentAt(day, DAY)];
  return (
    pausedReason(tally, (span) => span.from < to && from < span.to) ??
    no({ vi: 'chưa đủ một ngày làm việc', en: 'no full working day yet' })
  );
};

const sameDayReason = (tally: Tally, day: number): Verdict => {
  const { table, end, opened } = tally;
  if (!infoOf(table, day).works) return { counted: false, ...offReason(tally, day) };
  if (day < dayAt(opened)) return startReason(tally, day);
  const place = table.worked[indexOf(table, day)] ?? 0;
  if (place === end) {
    return yes({ vi: 'phải trả kết quả trong ngày này', en: 'the result is due within this day' }, sameDay);
  }
  return (
    pausedReason(tally, within(place)) ??
    no(
      {
        vi: `nhận sau giờ chốt (lúc ${timeText(timeAt(opened))}), trả kết quả trong ngày làm việc tiếp theo`,
        en: `received after the cut-off hour (at ${timeText(timeAt(opened))}), due within the next working day`,
      },
      sameDay,
    )
  );
};

const dayReason = (tally: Tally, day: number): Verdict => {
  const { table, length, start } = tally;
  if (day === dayAt(start)) {
    return no({ vi: 'ngày bắt đầu, không tính', en: 'day of the start, not counted' }, firstDay);
  }
  const paused = pausedReason(tally, within(day));
  if (paused !== null) return paused;
  const count = countTo(tally, day);
  const { works } = infoOf(table, day);
  if (count < length) return yes({ vi: `ngày thứ ${count}`, en: `day ${count}` });
  if (count === length) {
    return works
      ? yes({ vi: `ngày thứ ${count}, ngày cuối`, en: `day ${count}, the last` })
      : yes(
          { vi: `ngày thứ ${count}, ngày cuối, là ngày nghỉ`, en: `day ${count}, the last, a day off` },
          offLastDay,
        );
  }
  if (!works) return { counted: false, ...offReason(tally, day) };
  return no(
    {
      vi: 'ngày cuối là ngày nghỉ, nên thời hạn kết thúc vào cuối ngày làm việc tiếp theo này',
      en: 'the last day was a day off, so the term ends at the end of this next working day',
    },
    offLastDay,
  );
};

/** For hours: how much of the day ran. */
const hourReason = (tally: Tally, day: number, measure: (from: number, to: number) => number): Verdict => {
  const [from, to] = [momentAt(day, 0), Math.min(momentAt(day, DAY), tally.at)];
  const inside = (span: Span): number => {
    const [low, high] = [Math.max(from, span.from), Math.min(to, span.to)];
    return low < high ? measure(low, high) : 0;
  };
  const ran = tally.spans
    .filter(({ state }) => state === 'running')
    .reduce((sum, span) => sum + inside(span), 0);
  if (ran > 0) {
    const { vi, en } = durationWords(ran);
    const worked = workedWords(tally.table, day);
    return yes({ vi: `tính ${vi}${worked.vi}`, en: `${en} counted${worked.en}` });
  }
  const working = tally.term.unit === 'working_hour';
  if (working && !infoOf(tally.table, day).works) return { counted: false, ...offReason(tally, day) };
  return (
    pausedReason(tally, (span) => inside(span) > 0) ??
    no({ vi: 'không có giờ nào được tính trong ngày này', en: 'no hour of this day is counted' })
  );
};
