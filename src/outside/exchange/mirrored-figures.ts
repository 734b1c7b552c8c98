/**
 * Figures of dossiers of which other systems keep the record. A fact is counted once, on the day and for the agency that were told first; what is
 * told differently later does not move it.
 */
import type { Act } from '../../ground/db/act.ts';
import { newId } from '../../ground/record/index.ts';
import { countFact, countState, EVERY_AGENCY, type Measure } from '../../work/figures/index.ts';
import type { Mirrored } from './schema.ts';
import { statusName } from './statuses.ts';

const MEASURE = 'mirrored';

/** Statuses in which a dossier may be open: all but refused, withdrawn, stopped and returned. */
const open = [1, 2, 4, 5, 6, 9];

/** Counts what a message has changed; `before` is null when nothing was counted yet. */
export function countMirrored(act: Act, before: Mirrored | null, after: Mirrored): void {
  const agency = after.counted_for ?? EVERY_AGENCY;
  const of = { measure: MEASURE, agency, subject: after.procedure, item: newId(act.now) };
  const began = (column: 'submitted_at' | 'accepted_at' | 'ended_at'): Date | null =>
    before?.[column] ? null : after[column];
  const fact = (at: Date | null, kind: string | null): void => {
    if (at && kind) countFact({ ...act, now: at }, of, kind);
  };
  fact(began('submitted_at'), 'submitted');
  fact(began('accepted_at'), 'accepted');
  fact(began('ended_at'), after.outcome);
  countState(act, of, before && standingOf(before), standingOf(after));
}

const standingOf = ({ status, ended_at }: Mirrored): string | null => (ended_at ? null : `status-${status}`);

const fact = (kind: string, column: string): string =>
  `select counted_for as agency, procedure as subject, ${kind} as kind, (${column} at time zone 'UTC' + interval '7 hours')::date as day
     from exchange.mirrored where tenant = $1 and counted_for is not null and ${column} is not null`;

/** The measure; what procedures are called is known in the room above. */
export const mirroredFigures = (subjects: Measure['subjects']): Measure => ({
  name: MEASURE,
  title: { vi: 'Hồ sơ của hệ thống khác', en: 'Dossiers of other systems' },
  kinds: {
    submitted: { vi: 'Nộp', en: 'Submitted' },
    accepted: { vi: 'Tiếp nhận', en: 'Accepted' },
    'on-time': { vi: 'Giải quyết đúng hạn', en: 'Decided on time' },
    late: { vi: 'Giải quyết trễ hạn', en: 'Decided late' },
    over: { vi: 'Từ chối, rút, dừng', en: 'Refused, withdrawn, stopped' },
  },
  states: Object.fromEntries(open.map((status) => [`status-${status}`, statusName(status)])),
  facts: [
    fact(`'submitted'`, 'submitted_at'),
    fact(`'accepted'`, 'accepted_at'),
    fact('outcome', 'ended_at'),
  ].join(' union all '),
  standing: `select counted_for as agency, 'status-' || status as state from exchange.mirrored
    where tenant = $1 and counted_for is not null and ended_at is null`,
  // Their pauses are not told: how long one really took is known by the other system alone.
  spans: `select counted_for as agency, procedure as subject, 0::smallint as year, 0 as minutes
    from exchange.mirrored where tenant = $1 and false`,
  drill: async () => [],
  subjects,
});
