/**
 * Reckons the date of a dossier anew after its calendar changed. What was promised first stays beside it; the date, the
 * open work and the warnings move, and the person is told when it becomes later. Doing it twice changes nothing. C4.
 */
import type { Act } from '../../../ground/db/act.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { tell } from '../../../outside/messages/index.ts';
import { calendarOf, recompute, type CalendarChanged } from '../../../work/clock/index.ts';
import { closeWork, redateWork, type Work } from '../../../work/desk/index.ts';
import type { Definition, Limit } from '../../../work/process/index.ts';
import { apologyDue } from '../apology.ts';
import { firstOf } from '../linked.ts';
import { hold } from '../load.ts';
import { move } from '../move.ts';
import { openOpinion } from '../opinions.ts';
import { dossierPath } from '../paths.ts';
import { processOf, wholeOf } from '../queries.ts';
import { listRunning, moves, runningClock } from '../redate.ts';
import type { Dossier } from '../schema.ts';
import { datesOf, stepDue } from '../term.ts';
import { tokenOf } from '../work.ts';
import { rungAt, WARNING } from './escalate.ts';
import { latestRequest } from './supplement.ts';

/** So many dossiers are looked at in one transaction. */
const PORTION = 200;

/** The next portion of a change is due. */
export const REDATE_ON = 'dossiers.redate-on';

/** Looks at one portion of running dossiers behind one of them, and asks for the next. `item`: the calendar in the record. */
export async function redatePortion(
  act: Act,
  item: string,
  change: CalendarChanged,
  after: string | null,
): Promise<void> {
  const dossiers = await listRunning(act, change.agency, after, PORTION);
  for (const dossier of dossiers) {
    const clock = runningClock(dossier);
    if (clock && moves(clock, await calendarOf(act, clock.agency))) await redate(act, dossier.id, change);
  }
  const last = dossiers.at(-1);
  if (last && dossiers.length === PORTION) announce(act, REDATE_ON, item, { ...change, after: last.id });
}

/** Gives one dossier the date that its ledger has by the calendar of now; nothing happens where that is the date it has. */
async function redate(act: Act, id: string, { why, changedAt }: CalendarChanged): Promise<void> {
  const held = await hold(act, id);
  const { dossier } = held;
  const clock = runningClock(dossier);
  if (!clock) return;
  const old = await calendarOf(act, clock.agency, new Date(changedAt));
  const { due, moved, changed } = recompute(
    clock.stands,
    clock.ledger,
    old,
    await calendarOf(act, clock.agency),
  );
  if (moved === 'same') return;
  const calendar = await calendarOf(act, clock.agency);
  const dates = dossier.clock ? datesOf(dossier.clock, calendar) : { intake_due_at: due.at };
  // A date that moved on is warned of again when it comes near; until then nobody is warned of the old one.
  const escalated = Math.min(dossier.escalated, rungAt(due.at, act.now));
  await redateOpenWork(act, dossier, clock.stands, due.at, new Date(changedAt));
  if (escalated < dossier.escalated) await closeWork(act, id, { kind: WARNING });
  const after = move(
    act,
    held,
    'redate',
    { ...dates, escalated },
    {
      reason: `Lịch làm việc thay đổi: ${why}`,
      note: { stood: clock.stands, now: due.at, days: changed.map(({ after: { date } }) => date) },
    },
  );
  if (moved === 'later') await tellLater(act, after, due.at, why);
}

/** Work that waits with the dossier gets its date; a step with a limit of its own gets that, reckoned anew. */
async function redateOpenWork(
  act: Act,
  dossier: Dossier,
  stood: Date,
  due: Date,
  changedAt: Date,
): Promise<void> {
  const { procedure, agency, oneStop, work } = await wholeOf(act, dossier);
  const definition = processOf(procedure, agency, oneStop);
  for (const one of work) {
    const at = await dateOfWork(act, one, { dossier, definition, stood, due, changedAt });
    if (at && at.getTime() !== one.due_at?.getTime()) redateWork(act, one.id, at);
  }
}

type Redated = {
  readonly dossier: Dossier;
  readonly definition: Definition;
  readonly stood: Date;
  readonly due: Date;
  readonly changedAt: Date;
};

/** The date of one piece of work after the change; null leaves it alone. */
async function dateOfWork(act: Act, work: Work, all: Redated): Promise<Date | null> {
  const { dossier, stood, due } = all;
  // An agency that was asked keeps the date it was asked for.
  if (work.room !== 'dossiers' || !work.due_at) return null;
  const token = tokenOf(work);
  if (token !== null && openOpinion(dossier, token)) return null;
  if (work.due_at.getTime() === stood.getTime()) return due;
  if (work.kind === 'apologise') return apologyDue(due);
  if (work.kind === 'ask-supplement')
    return dossier.accepted_at && latestRequest(dossier.accepted_at, await calendarOf(act, dossier.agency));
  const limit = token === null ? null : limitAt(dossier, all.definition, token);
  const before = limit && (await calendarOf(act, work.agency, all.changedAt));
  const ownDate = limit && before && stepDue(limit, work.opened_at, before);
  const at =
    limit && ownDate?.getTime() === work.due_at.getTime()
      ? stepDue(limit, work.opened_at, await calendarOf(act, work.agency))
      : work.due_at;
  return at < due ? at : due;
}

/** The limit of the step at which a token waits. */
function limitAt({ process }: Dossier, { nodes }: Definition, token: number): Limit | null {
  const at = process?.tokens.find(({ id }) => id === token)?.node;
  const node = nodes.find(({ id }) => id === at);
  return node && 'office' in node ? (node.office?.limit ?? null) : null;
}

/** The person was told a date, and it is a later one now. */
async function tellLater(act: Act, dossier: Dossier, due: Date, why: string): Promise<void> {
  const { code } = await firstOf(act, dossier);
  const date = { vi: formatTime(due, 'vi'), en: formatTime(due, 'en') };
  const isPromised = dossier.clock !== null;
  await tell(act, {
    person: dossier.applicant,
    organisation: dossier.organisation,
    item: dossier.id,
    code,
    event: 'dossier.redate',
    path: dossierPath(code),
    title: isPromised
      ? { vi: 'Ngày hẹn trả kết quả của bạn đổi', en: 'The date of your result has changed' }
      : { vi: 'Ngày trả lời hồ sơ của bạn đổi', en: 'The date of our answer has changed' },
    body: {
      vi: `Hồ sơ “${dossier.title}” nay có hạn ${date.vi}, vì lịch làm việc của cơ quan thay đổi. Căn cứ: ${why}`,
      en: `Your dossier “${dossier.title}” is now due ${date.en}, because the working calendar of the office has changed. By: ${why}`,
    },
    matters: true,
  });
}
