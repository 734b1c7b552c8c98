/** The term of a procedure: the shorter of what the nation and the province set. */
import type { Term } from '../../work/clock/index.ts';
import type { Channel, Procedure, Term as WrittenTerm } from '../catalogue/index.ts';

const units = {
  hour: 'hour',
  'working-hour': 'working_hour',
  day: 'day',
  'working-day': 'working_day',
  month: 'month',
} as const;

/** A written term as the clock reads it. A bare number without unit is the same day (1.001193). */
export function readWritten({ amount, unit }: Pick<WrittenTerm, 'amount' | 'unit'>): Term {
  if (unit === 'same-day' || (unit === null && amount <= 1)) return { unit: 'same_day' };
  return { unit: unit === null ? 'working_day' : units[unit], amount };
}

/** The term that holds for a dossier of this procedure filed this way. Without any, one working day. */
export function termOf(procedure: Procedure, channel: Channel): Term {
  const method = procedure.methods.find((one) => one.channel === channel) ?? procedure.methods[0];
  const written = procedure.term ?? method?.terms[0];
  return written ? readWritten(written) : { unit: 'working_day', amount: 1 };
}
