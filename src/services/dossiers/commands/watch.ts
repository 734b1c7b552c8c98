/**
 * Watches running dossiers for lateness that can be foreseen, and puts the drafted apology on the leader's desk once: as soon as what is
 * still to be done no longer ends by the date, and at the latest while there is time to sign it before the last day (C4).
 */
import type { Act } from '../../../ground/db/act.ts';
import { attempt } from '../../../ground/db/attempt.ts';
import { send } from '../../../ground/db/connect.ts';
import { update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { calendarOf, civilService, due, startClock } from '../../../work/clock/index.ts';
import { whyNoApology } from '../apology.ts';
import { foresight } from '../foresight.ts';
import { hold } from '../load.ts';
import { processOf, wholeOf } from '../queries.ts';
import type { Dossier } from '../schema.ts';
import { usualSince } from '../usual.ts';
import { foresee } from './lateness.ts';

/** Working hours that a leader has to sign the drafted apology, before the last day on which it can go out. */
const TO_SIGN = 12;
/** The same where the promise is so short that no day before the date is kept. */
const TO_SIGN_SHORT = 2;
/** So many dossiers are looked at in one transaction. */
const PORTION = 50;

/** More dossiers wait to be looked at. */
export const WATCH_ON = 'dossiers.watch-on';

/** Reckoned in working time, so that what is due after a weekend or after Tết is drafted before it. */
const signedBy = (now: Date, hours: number): Date => {
  const cause = { cause: { vi: 'Hẹn lại', en: 'Put off' }, basis: null, evidence: null };
  return due(startClock({ unit: 'working_hour', amount: hours }, now, cause), civilService).at;
};

const DAY = 86_400_000;

/**
 * Running dossiers for which no apology was drafted, while one can still go out: first those whose date comes near, then those at which
 * it is time to look ahead again. `near`: the date alone is reason enough.
 */
const listWatched = (act: Act): Promise<{ id: string; near: boolean }[]> =>
  send(
    act.tx,
    `with running as (
       select d.id, d.due_at, d.look_ahead_at,
              case when d.due_at <= d.accepted_at + interval '2 days' then d.due_at <= $4
                   else d.due_at >= $2::timestamptz + interval '1 day' and d.due_at <= $3 end as near
         from dossiers.dossiers d
        where d.tenant = $1 and d.ended_at is null and d.apologies = 0 and d.state in ('accepted', 'processing')
          and (d.due_at between $2 and $3 or d.look_ahead_at <= $2)
          and not exists (select from desk.work w where w.tenant = d.tenant and w.item = d.id and w.closed_at is null
                             and w.kind in ('apologise', 'sign', 'seal', 'return')))
     select id, near from running where near or look_ahead_at <= $2 order by near desc, due_at limit ${PORTION}`,
    [
      act.tenant,
      act.now,
      new Date(signedBy(act.now, TO_SIGN).getTime() + DAY),
      signedBy(act.now, TO_SIGN_SHORT),
    ],
  );

/** Drafts the apology for dossiers that will hardly be in time, a portion after the other; one that cannot be looked at stops no other. */
export async function watch(act: Act): Promise<void> {
  const watched = await listWatched(act);
  for (const { id, near } of watched) {
    const { dossier } = await hold(act, id);
    const problem = await attempt(act, id, (inner) => watchOne(inner, dossier, near));
    if (problem) lookAgain(act, dossier, new Date(act.now.getTime() + DAY));
  }
  const last = watched.at(-1);
  if (last && watched.length === PORTION) announce(act, WATCH_ON, last.id);
}

async function watchOne(act: Act, dossier: Dossier, near: boolean): Promise<void> {
  if (whyNoApology(dossier, act.now) || dossier.due_at! < act.now) lookAgain(act, dossier, null);
  else if (near) await draft(act, dossier);
  else await lookAhead(act, dossier);
}

async function lookAhead(act: Act, dossier: Dossier): Promise<void> {
  const { procedure, agency, oneStop, work } = await wholeOf(act, dossier);
  const definition = processOf(procedure, agency, oneStop);
  const calendar = await calendarOf(act, dossier.agency);
  const usual = await usualSince(act, dossier);
  const seen = foresight({ dossier, work, definition, usual, calendar }, act.now);
  if (seen?.late) await draft(act, dossier);
  else lookAgain(act, dossier, seen && seen.again);
}

async function draft(act: Act, dossier: Dossier): Promise<void> {
  await foresee(act, dossier);
  lookAgain(act, dossier, null);
}

/** Every act on the dossier makes it be looked at anew; if none comes, it is looked at then. */
const lookAgain = (act: Act, { born, id }: Dossier, at: Date | null): void =>
  update(act.writes, 'dossiers.dossiers', { tenant: act.tenant, born, id }, { look_ahead_at: at });
