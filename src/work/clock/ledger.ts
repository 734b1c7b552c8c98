/**
 * The ledger of one clock: when it ran, when it stood, and why. Every act returns a new ledger.
 * Decree 61/2018 art. 19.4 (supplement), STANDARDS of the process: waiting for the person is outside of the clock. C4.
 */
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { momentText } from './day.ts';
import type { Basis, CalendarDay, Interval, Ledger, Term, Why } from './schema.ts';
import { checkTerm } from './term.ts';

/** Starts the clock of a term. */
export const startClock = (term: Term, at: Date, why: Why): Ledger => {
  checkTerm(term);
  return { term, intervals: [{ ...why, state: 'running', from: at, to: null }] };
};

/** Stops counting for a while. A clock that does not run is a `Conflict`. */
export const pauseClock = (ledger: Ledger, at: Date, why: Why): Ledger =>
  turn(ledger, 'running', at, { ...why, state: 'paused', from: at, to: null });

/** Goes on counting where the pause began. A clock that is not paused is a `Conflict`. */
export const resumeClock = (ledger: Ledger, at: Date, why: Why): Ledger =>
  turn(ledger, 'paused', at, { ...why, state: 'running', from: at, to: null });

/** Counts the whole term anew (tính lại từ đầu); what ran before stays in the ledger. From running or paused. */
export const restartClock = (ledger: Ledger, at: Date, why: Why): Ledger =>
  turn(ledger, null, at, { ...why, state: 'running', from: at, to: null, fromZero: true });

/** Ends the clock: settled, refused, withdrawn or discontinued. */
export const stopClock = (ledger: Ledger, at: Date): Ledger => turn(ledger, null, at, null);

/** The same as if it had not ended: what was promised is explained by it afterwards, too. */
export const asPromised = (ledger: Ledger): Ledger => ({
  ...ledger,
  intervals: ledger.intervals.map((one, i, all) => (i === all.length - 1 ? { ...one, to: null } : one)),
});

/** Grants working days beyond the term (hẹn lại): the term and what it was reckoned from stay as they are. */
export const lengthenClock = (ledger: Ledger, days: number): Ledger => {
  checkTerm({ unit: 'working_day', amount: days });
  return { ...ledger, longer: (ledger.longer ?? 0) + days };
};

const turn = (ledger: Ledger, from: Interval['state'] | null, at: Date, next: Interval | null): Ledger => {
  const { intervals } = ledger;
  const last = intervals.at(-1);
  if (last === undefined || last.to !== null || (from !== null && last.state !== from)) {
    throw new Conflict({
      vi: 'Thời hạn đang ở trạng thái khác: đã dừng, đang tạm dừng hoặc đang tính.',
      en: 'The clock is in another state: it has ended, is paused or is running.',
    });
  }
  if (at < last.from) {
    throw new Invalid([
      {
        field: '',
        message: {
          vi: `Thời điểm này sớm hơn lần ghi trước (${momentText(last.from)}).`,
          en: `This moment is before the last entry (${momentText(last.from)}).`,
        },
      },
    ]);
  }
  const closed = { ...last, to: at };
  return { ...ledger, intervals: [...intervals.slice(0, -1), closed, ...(next === null ? [] : [next])] };
};

/** What the clock is doing: the state of the open interval, or stopped. */
export const clockState = ({ intervals }: Ledger): Interval['state'] | 'stopped' => {
  const last = intervals.at(-1);
  return last === undefined || last.to !== null ? 'stopped' : last.state;
};

/** The intervals that count: from the last restart. */
export const currentRun = ({ intervals }: Ledger): readonly Interval[] => {
  const start = intervals.findLastIndex(({ fromZero }) => fromZero === true);
  return start <= 0 ? intervals : intervals.slice(start);
};

/** What a supplement received does to the term: it counts on, or anew. */
export type SupplementRule = {
  readonly effect: 'resume' | 'restart';
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | null;
  readonly basis: Basis;
};

/**
 * The rules in default of one for the procedure, by date. Decree 61/2018 was replaced by Decree 118/2025 on
 * 2025-07-01; its rule stands here until the text of the later one is entered as a row of its own.
 */
const supplementRules: readonly SupplementRule[] = [
  {
    effect: 'restart',
    validFrom: '2018-06-21',
    validTo: null,
    basis: {
      code: '61/2018/NĐ-CP',
      cite: { vi: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4', en: 'Decree 61/2018/NĐ-CP, art. 19.4' },
    },
  },
];

/** The rule for a supplement received on a day: the procedure's own when it has one, else the default of that day. */
export const supplementRule = (day: CalendarDay, own: SupplementRule | null = null): SupplementRule | null =>
  [...(own === null ? [] : [own]), ...supplementRules].find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  ) ?? null;

/** The supplement has come: counts on or anew, as the rule says. The basis of the rule is noted in the ledger. */
export const receiveSupplement = (
  ledger: Ledger,
  at: Date,
  rule: SupplementRule,
  why: Omit<Why, 'basis'>,
): Ledger =>
  (rule.effect === 'restart' ? restartClock : resumeClock)(ledger, at, { ...why, basis: rule.basis });
