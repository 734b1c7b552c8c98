/** Time limits (thời hạn giải quyết): as the clock counts them, in words, and which of two is shorter. Pure. */
import type { Text } from '../../../ground/text/language.ts';
import { readTerm, termWords as clockWords, type Term as ClockTerm } from '../../../work/clock/index.ts';
import type { Channel, Method, NationalContent, Procedure, Term } from '../schema.ts';

const units = {
  hour: 'hour',
  'working-hour': 'working_hour',
  day: 'day',
  'working-day': 'working_day',
  month: 'month',
} as const;

/** A limit as the clock counts it; null where no unit is given and nobody can know what is meant (`readTerm`). */
const clockTerm = ({ amount, unit }: Pick<Term, 'amount' | 'unit'>): ClockTerm | null =>
  unit === 'same-day' ? { unit: 'same_day' } : readTerm(amount, unit && units[unit]);

/** A limit in words. A number without unit is shown as what it is. */
export function termText(term: Pick<Term, 'amount' | 'unit'>): Text {
  const counted = clockTerm(term);
  if (counted !== null) return clockWords(counted);
  return {
    vi: `${term.amount} (danh mục quốc gia không ghi đơn vị)`,
    en: `${term.amount} (the national catalogue gives no unit)`,
  };
}

/** How long at most, in hours, and how long at least: enough to tell which of two limits is surely the shorter one. */
const span = ({
  amount,
  unit,
}: Pick<Term, 'amount' | 'unit'>): { readonly least: number; readonly most: number } => {
  switch (unit) {
    case 'same-day':
      return { least: 0, most: 24 };
    case 'hour':
      return { least: amount, most: amount };
    case 'working-hour':
      return { least: amount, most: amount * 3 + 72 };
    case 'day':
      return { least: amount * 24, most: amount * 24 };
    case 'month':
      return { least: amount * 28 * 24, most: amount * 31 * 24 };
    default:
      return { least: amount * 24, most: amount * 24 };
  }
};

/** Working units: compared among each other as office time of eight hours a day. */
const officeHours = ({ amount, unit }: Pick<Term, 'amount' | 'unit'>): number | null =>
  unit === 'working-hour'
    ? amount
    : unit === 'working-day'
      ? amount * 8
      : unit === 'same-day' || (unit === null && amount === 1)
        ? 8
        : null;

/** Whether one limit is not longer than another, whatever the calendar. Working days against calendar days: five make seven. */
export function notLonger(one: Pick<Term, 'amount' | 'unit'>, other: Pick<Term, 'amount' | 'unit'>): boolean {
  const [office, otherOffice] = [officeHours(one), officeHours(other)];
  if (office !== null && otherOffice !== null) return office <= otherOffice;
  if (office !== null) return calendarHours(office) <= span(other).least;
  if (otherOffice !== null) return span(one).most <= Math.max(24, (otherOffice / 8) * 24);
  return span(one).most <= span(other).least;
}

/** Office hours as calendar time without public holidays. */
const calendarHours = (office: number): number => {
  const days = Math.ceil(office / 8);
  return days <= 1 ? 24 : (days + 2 * Math.floor((days - 1) / 5)) * 24;
};

/** The method of a way of filing, or the first one there is. */
export const methodOf = ({ methods }: Pick<NationalContent, 'methods'>, channel: Channel): Method | null =>
  methods.find((one) => one.channel === channel) ?? methods[0] ?? null;

/** Limits that hold when one files this way: the province's shorter one, or those of the nation. */
export const termsOf = (procedure: Pick<Procedure, 'methods' | 'term'>, channel: Channel): readonly Term[] =>
  procedure.term ? [procedure.term] : (methodOf(procedure, channel)?.terms ?? []);

/**
 * The limit that a dossier filed this way is held to: the first one that can be counted. What the service page promises and
 * what the dossier counts are this one. Null when none can be.
 */
export function countedTerm(
  procedure: Pick<Procedure, 'methods' | 'term'>,
  channel: Channel,
): ClockTerm | null {
  for (const written of termsOf(procedure, channel)) {
    const counted = clockTerm(written);
    if (counted) return counted;
  }
  return null;
}
