/**
 * Dates of open dossiers when a working calendar changes: which clock counts, which dossiers would move, and by how much. A dossier
 * that waits for the person stands: its date is reckoned when it goes on. C4.
 */
import { own, type Look } from '../../ground/db/act.ts';
import { clockState, due, type Calendar, type Ledger } from '../../work/clock/index.ts';
import { revived } from './load.ts';
import type { Dossier, DossierTables, State } from './schema.ts';

type Clocked = Pick<
  Dossier,
  'agency' | 'one_stop' | 'clock' | 'intake_clock' | 'due_at' | 'intake_due_at' | 'state'
>;

/** The clock that counts for a dossier, whose calendar it runs by, and the date that stands. */
export type Running = { readonly ledger: Ledger; readonly agency: string; readonly stands: Date };

const running: readonly State[] = ['submitted', 'accepted', 'processing'];

/** The clock that runs: before acceptance that of the one-stop unit, then that of the agency that decides; null: none runs. */
export function runningClock(dossier: Clocked): Running | null {
  const { agency, one_stop, clock, intake_clock, due_at, intake_due_at } = dossier;
  const now = clock
    ? { ledger: clock, agency, stands: due_at }
    : { ledger: intake_clock, agency: one_stop, stands: intake_due_at };
  if (!running.includes(dossier.state) || clockState(now.ledger) !== 'running') return null;
  return now.stands && { ...now, stands: now.stands };
}

/** Dossiers that run by the calendar of an agency (null: of any), in order of id, from behind one on. */
export async function listRunning(
  { tx, tenant }: Look,
  agency: string | null,
  after: string | null,
  limit: number,
): Promise<Dossier[]> {
  let query = own<DossierTables>(tx)
    .selectFrom('dossiers.dossiers')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('ended_at', 'is', null)
    .where('state', 'in', [...running])
    .orderBy('id')
    .limit(limit);
  if (agency !== null)
    query = query.where((one) => one.or([one('agency', '=', agency), one('one_stop', '=', agency)]));
  if (after !== null) query = query.where('id', '>', after);
  return (await query.execute()).map(revived);
}

/** Whether the date that stands is another one by this calendar. */
export const moves = ({ ledger, stands }: Running, calendar: Calendar): boolean =>
  due(ledger, calendar).at.getTime() !== stands.getTime();

/** How many of the first `most` running dossiers would get another date by these calendars; `all`: there are no more than that. */
export async function countMoving(
  look: Look,
  agency: string | null,
  calendarAfter: (agency: string) => Promise<Calendar>,
  most: number,
): Promise<{ readonly n: number; readonly all: boolean }> {
  const dossiers = await listRunning(look, agency, null, most + 1);
  let n = 0;
  for (const dossier of dossiers.slice(0, most)) {
    const clock = runningClock(dossier);
    if (clock && moves(clock, await calendarAfter(clock.agency))) n += 1;
  }
  return { n, all: dossiers.length <= most };
}
