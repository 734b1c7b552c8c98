/**
 * Lateness: the apology with a new date, at the latest one day before the due date and once (form 04; Decree 61/2018
 * art. 19.9, Decree 118/2025), and approval by silence where the procedure says so. Figures keep measuring against the
 * first promise.
 */
import type { Act } from '../../../ground/db/act.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { calendarOf, lengthenClock, stopClock } from '../../../work/clock/index.ts';
import { closeWork, openWork, retime } from '../../../work/desk/index.ts';
import { apologyDue, whyNoApology } from '../apology.ts';
import { workOf } from '../work.ts';
import { ownClocks } from '../opinions.ts';
import { momentIn, type Held } from '../load.ts';
import { move } from '../move.ts';
import { decide } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { datesOf } from '../term.ts';
import { openNoticeWork } from './notice.ts';
import { warnOfficers } from './warn-officers.ts';

/** Apologises and sets a new date, `days` working days later. Throws Conflict the second time or when it is too late. */
export async function apologise(act: Act, held: Held, days: number, cause: string): Promise<Dossier> {
  const { dossier } = held;
  decide(act.by, dossier, 'apologise', cause);
  const why = whyNoApology(dossier, act.now);
  if (why) throw new Conflict(why);
  const clock = lengthenClock(dossier.clock!, days);
  const dates = datesOf(clock, await calendarOf(act, dossier.agency));
  await closeWork(act, dossier.id, { kind: 'apologise' });
  await retime(act, dossier.id, dates.due_at, null, ownClocks(dossier));
  return move(
    act,
    held,
    'apologise',
    { clock, ...dates, apologies: 1 },
    { reason: cause, visible: 'public', note: { days, before: dossier.due_at } },
  );
}

const foreseen: Text = {
  vi: 'Sắp trễ hạn: xin lỗi, hẹn lại ngày trả',
  en: 'Lateness is foreseeable: apologise and set a new date',
};

/** Puts the drafted apology on the leader's desk, while there is time to send it. */
export async function foresee(act: Act, dossier: Dossier): Promise<void> {
  await warnOfficers(act, dossier, { role: 'leader', agency: dossier.agency }, foreseen);
  openWork(act, {
    ...workOf(dossier),
    kind: 'apologise',
    agency: dossier.agency,
    role: 'leader',
    step: foreseen.vi,
    ref: null,
    due_at: apologyDue(dossier.due_at ?? act.now),
  });
}

/**
 * The limit has passed and the law takes silence as approval (chấp thuận mặc nhiên). `notice`: the drafted paper that will tell the
 * person so. What was proposed before is no result any more, whatever it said.
 */
export async function approveBySilence(act: Act, held: Held, notice: string): Promise<Dossier> {
  const { dossier } = held;
  await closeWork(act, dossier.id);
  // The process is over where it stood; the approval holds from now on, the notice of it is signed and sealed after it.
  await openNoticeWork(act, dossier, 'sign', notice);
  return move(
    act,
    held,
    'approve-by-silence',
    {
      outcome: 'granted',
      result: null,
      by_silence: true,
      decided_at: act.now,
      clock: held.dossier.clock && stopClock(held.dossier.clock, momentIn(held, act)),
    },
    { visible: 'public', note: { notice } },
  );
}
