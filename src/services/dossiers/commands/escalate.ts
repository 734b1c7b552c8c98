/**
 * The ladder of escalation (cảnh báo hạn): the case officer is warned before the date, the leader when it has passed, the head of
 * the one-stop unit a day later; each once per dossier, as work on the desk until the dossier is decided and as a
 * message (C4).
 */
import type { Act } from '../../../ground/db/act.ts';
import { send } from '../../../ground/db/connect.ts';
import { update } from '../../../ground/db/writes.ts';
import { openWork } from '../../../work/desk/index.ts';
import { hold } from '../load.ts';
import type { Dossier } from '../schema.ts';
import { ladder, type Rung } from '../settings.ts';
import { workOf } from '../work.ts';
import { warnOfficers } from './warn-officers.ts';

/** The kind of work that a warning is. */
export const WARNING = 'warning';

const HOUR = 3_600_000;
const BATCH = 200;

/** The highest rung that a due date has reached; 0: none yet. */
export const rungAt = (due: Date, now: Date): number =>
  ladder.filter(({ hours }) => now.getTime() - due.getTime() >= hours * HOUR).length;

/** Warns whoever the ladder says now, about dossiers whose clock runs. */
export async function escalate(act: Act): Promise<void> {
  const [first] = ladder;
  const near = await send<{ id: string }>(
    act.tx,
    `select id from dossiers.dossiers
      where tenant = $1 and ended_at is null and decided_at is null and state in ('accepted', 'processing')
        and due_at <= $2 and escalated < $3 and escalated < ${reached}
      order by due_at limit ${BATCH}`,
    [act.tenant, new Date(act.now.getTime() - (first?.hours ?? 0) * HOUR), ladder.length, act.now],
  );
  for (const { id } of near) {
    const { dossier } = await hold(act, id);
    if (!dossier.due_at) continue;
    const rung = rungAt(dossier.due_at, act.now);
    for (const one of ladder.slice(dossier.escalated, rung)) {
      warn(act, dossier, one);
      await warnOfficers(act, dossier, { role: one.role, agency: dossier[one.at] }, one.step);
    }
    if (rung > dossier.escalated)
      update(
        act.writes,
        'dossiers.dossiers',
        { tenant: act.tenant, born: dossier.born, id },
        { escalated: rung },
      );
  }
}

/** In SQL: how many rungs a due date has reached. */
const reached = ladder
  .map(({ hours }) => `(due_at <= $4::timestamptz - interval '${hours} hours')::int`)
  .join(' + ');

function warn(act: Act, dossier: Dossier, { role, at, step }: Rung): void {
  openWork(act, {
    ...workOf(dossier),
    kind: WARNING,
    agency: dossier[at],
    role,
    step: step.vi,
    ref: null,
    due_at: dossier.due_at,
  });
}
