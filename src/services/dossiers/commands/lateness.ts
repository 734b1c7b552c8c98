/**
 * Lateness: the apology with a new date, at the latest one day before the due date and once (form 04; Decree 61/2018
 * art. 19.9, Decree 118/2025), and approval by silence where the procedure says so. Figures keep measuring against the
 * first promise.
 */
import type { Act } from '../../../ground/db/act.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { calendarOf, due, stopClock, type Ledger } from '../../../work/clock/index.ts';
import { closeWork, openWork, retime } from '../../../work/desk/index.ts';
import { BESIDE_PROCESS, workOf } from '../work.ts';
import { ownClocks } from '../opinions.ts';
import type { Held } from '../load.ts';
import { move } from '../move.ts';
import type { Dossier } from '../schema.ts';
import { warnOfficers } from './warn-officers.ts';

const DAY = 86_400_000;

/** The apology goes out at the latest one day before the date. */
export const apologyDue = (due: Date): Date => new Date(due.getTime() - DAY);

/** The same ledger with a longer term: so many working days more. */
function extended({ term, intervals }: Ledger, days: number): Ledger {
  const amount =
    term.unit === 'same_day'
      ? days
      : term.amount + (term.unit === 'working_hour' ? days * 8 : term.unit === 'hour' ? days * 24 : days);
  const longer =
    term.unit === 'same_day' || term.unit === 'month'
      ? ({ unit: 'working_day', amount: days, ends: 'close' } as const)
      : { ...term, amount };
  return { term: longer, intervals };
}

/** Apologises and sets a new date, `days` working days later. Throws Conflict the second time or when it is too late. */
export async function apologise(act: Act, held: Held, days: number, cause: string): Promise<Dossier> {
  const { dossier } = held;
  if (dossier.apologies > 0) {
    throw new Conflict({ vi: 'Chỉ được hẹn lại một lần.', en: 'A new date may be set only once.' });
  }
  if (!dossier.clock || !dossier.due_at) {
    throw new Conflict({ vi: 'Hồ sơ chưa có ngày hẹn trả.', en: 'The dossier has no promised date yet.' });
  }
  const shortTerm =
    dossier.accepted_at && dossier.due_at.getTime() - dossier.accepted_at.getTime() <= 2 * DAY;
  if (!shortTerm && dossier.due_at.getTime() - act.now.getTime() < DAY) {
    throw new Invalid([
      {
        field: 'days',
        message: {
          vi: 'Đã quá muộn: phải xin lỗi và hẹn lại chậm nhất một ngày trước ngày hẹn trả.',
          en: 'It is too late: the apology and new date are due at the latest one day before the promised date.',
        },
      },
    ]);
  }
  const clock = extended(dossier.clock, days);
  const dueAt = due(clock, await calendarOf(act, dossier.agency)).at;
  await closeWork(act, dossier.id, { kind: 'apologise' });
  await retime(act, dossier.id, dueAt, null, ownClocks(dossier));
  return move(
    act,
    held,
    'apologise',
    { clock, due_at: dueAt, apologies: 1 },
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

/** The limit has passed and the law takes silence as approval (chấp thuận mặc nhiên). */
export async function approveBySilence(act: Act, held: Held): Promise<Dossier> {
  const { dossier } = held;
  await closeWork(act, dossier.id);
  // The process is over where it stood; the one-stop unit still tells the person and hands the confirmation over.
  openWork(act, {
    ...workOf(dossier),
    kind: 'return',
    agency: dossier.one_stop,
    role: 'counter',
    step: 'Trả kết quả: được chấp thuận do quá hạn',
    ref: BESIDE_PROCESS,
    due_at: null,
  });
  return move(
    act,
    held,
    'approve-by-silence',
    {
      outcome: 'granted',
      decided_at: act.now,
      clock: held.dossier.clock && stopClock(held.dossier.clock, act.now),
    },
    { visible: 'public' },
  );
}
