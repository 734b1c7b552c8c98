/** Terms: of a dossier, by its procedure and the way it was filed; of a step that begins now. */
import { Conflict } from '../../ground/operate/errors.ts';
import { due, startClock, type Calendar, type Ledger, type Term } from '../../work/clock/index.ts';
import type { Limit } from '../../work/process/index.ts';
import type { Dossier } from './schema.ts';
import { countedTerm, type Channel, type Procedure } from '../catalogue/index.ts';

/** The limit that the service page shows. Throws Conflict when none can be counted: nobody may promise a guess. */
export function termOf(procedure: Procedure, channel: Channel): Term {
  const term = countedTerm(procedure, channel);
  if (term) return term;
  throw new Conflict({
    vi: 'Thủ tục này chưa có thời hạn giải quyết tính được. Biên tập viên cần bổ sung trước khi tiếp nhận.',
    en: 'This procedure has no limit that can be counted. An editor must add it before dossiers are accepted.',
  });
}

/** The date that a settlement clock leads to, and the one by which figures measure: an apology puts off the first alone (C4). */
export const datesOf = (clock: Ledger, calendar: Calendar): Pick<Dossier, 'due_at' | 'owed_at'> => ({
  due_at: due(clock, calendar).at,
  owed_at: clock.longer ? due({ ...clock, longer: 0 }, calendar).at : null,
});

/** When a step is due that opens at a moment, by the calendar of the agency that does it. */
export const stepDue = (limit: Limit, opened: Date, calendar: Calendar): Date => {
  const term: Term = { unit: limit.unit, amount: limit.amount };
  return due(
    startClock(term, opened, {
      cause: { vi: 'Bước bắt đầu', en: 'The step began' },
      basis: null,
      evidence: null,
    }),
    calendar,
  ).at;
};
