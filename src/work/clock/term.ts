/** Time limits as procedures state them, and their words. */
import { Invalid } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Term, Unit } from './schema.ts';

/**
 * Reads the time limit of a procedure. A bare `1` without unit means the same day, as in 1.001193 (birth registration);
 * any other number without unit is null: nobody can know what is meant, a person has to say.
 */
export const readTerm = (amount: number | null, unit: Unit | null): Term | null => {
  if (amount === null) return null;
  if (unit === null) return amount === 1 ? { unit: 'same_day' } : null;
  return { unit, amount };
};

/** Refuses amounts that cannot be: negative, not a number, or a fraction of a day or a month. */
export const checkTerm = (term: Term): void => {
  if (term.unit === 'same_day') return;
  const whole = term.unit === 'day' || term.unit === 'month';
  if (term.amount >= 0 && (whole ? Number.isInteger(term.amount) : Number.isFinite(term.amount))) return;
  throw new Invalid([
    {
      field: '',
      message: {
        vi: 'Thời hạn phải là một số không âm.',
        en: 'A time limit must be a number, not negative.',
      },
    },
  ]);
};

const words: Record<Unit, Text> = {
  hour: { vi: 'giờ', en: 'hour' },
  working_hour: { vi: 'giờ làm việc', en: 'working hour' },
  day: { vi: 'ngày', en: 'day' },
  working_day: { vi: 'ngày làm việc', en: 'working day' },
  month: { vi: 'tháng', en: 'month' },
};

/** Made once: a page of a service writes a dozen amounts, and making one of these costs more than all of them. */
const numbers = { vi: new Intl.NumberFormat('vi'), en: new Intl.NumberFormat('en') };

/** An amount in words: `5 ngày làm việc`, `5 working days`. */
export const amountWords = (amount: number, unit: Unit): Text => ({
  vi: `${numbers.vi.format(amount)} ${words[unit].vi}`,
  en: `${numbers.en.format(amount)} ${words[unit].en}${amount === 1 ? '' : 's'}`,
});

/** A time limit in words. */
export const termWords = (term: Term): Text =>
  term.unit === 'same_day' ? { vi: 'trong ngày', en: 'same day' } : amountWords(term.amount, term.unit);
