/** Work at fixed times: foreseeing lateness, opinions that did not come, approval by silence. */
import { own, type Act } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import { civilService, due, startClock, type Term } from '../../work/clock/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { escalate } from './commands/escalate.ts';
import { approveBySilence, foresee } from './commands/lateness.ts';
import { noteSilence } from './commands/steps.ts';
import { findDossier, hold } from './load.ts';
import { processOf, wholeOf } from './queries.ts';
import type { Dossier, DossierTables } from './schema.ts';

/** Working hours that a leader has to sign the drafted apology, before the last day on which it can go out. */
const TO_SIGN: Term = { unit: 'working_hour', amount: 12 };
const BATCH = 200;

/**
 * Dates before this moment are near: there is little more than the working time to sign an apology, then the day before the
 * date. Reckoned in working time, so that what is due after a weekend or after Tết is drafted before it.
 */
const nearBefore = (now: Date): Date => {
  const cause = { cause: { vi: 'Hẹn lại', en: 'Put off' }, basis: null, evidence: null };
  const signed = due(startClock(TO_SIGN, now, cause), civilService).at;
  return new Date(signed.getTime() + 86_400_000);
};

/** Running dossiers whose date comes near and for which no apology was drafted, while one can still go out; at most a batch. */
const nearing = (act: Act): Promise<{ id: string }[]> =>
  send(
    act.tx,
    `select d.id from dossiers.dossiers d
      where d.tenant = $1 and d.ended_at is null and d.due_at between $2 and $3 and d.apologies = 0
        and d.state in ('accepted', 'processing')
        and (d.due_at >= $2::timestamptz + interval '1 day' or d.due_at <= d.accepted_at + interval '2 days')
        and not exists (select from desk.work w where w.tenant = d.tenant and w.item = d.id and w.closed_at is null
                           and w.kind in ('apologise', 'sign', 'seal', 'return'))
      order by d.due_at limit ${BATCH}`,
    [act.tenant, act.now, nearBefore(act.now)],
  );

/** Drafts the apology for dossiers that will hardly be in time. */
export async function watch(act: Act): Promise<void> {
  for (const { id } of await nearing(act)) {
    const dossier = await findDossier(act, id);
    if (dossier) await foresee(act, dossier);
  }
}

type Version = Pick<Dossier, 'procedure' | 'procedure_version'>;

/** Versions of procedures that have overdue dossiers and take silence as approval. */
async function silentVersions(act: Act): Promise<readonly Version[]> {
  const versions = await overdue(act).select(['procedure', 'procedure_version']).distinct().execute();
  const found: Version[] = [];
  for (const one of versions)
    if ((await getVersion(act, one.procedure, one.procedure_version)).silence === 'approval') found.push(one);
  return found;
}

const overdue = (act: Act) =>
  own<DossierTables>(act.tx)
    .selectFrom('dossiers.dossiers')
    .where('tenant', '=', act.tenant)
    .where('ended_at', 'is', null)
    .where('due_at', '<', act.now)
    .where('state', 'in', ['accepted', 'processing']);

/** Approves what the agency was silent about, where the procedure takes silence as approval: however many others are late. */
export async function hearSilence(act: Act, most = BATCH): Promise<void> {
  for (const { procedure, procedure_version: version } of await silentVersions(act)) {
    const late = await overdue(act)
      .select('id')
      .where('procedure', '=', procedure)
      .where('procedure_version', '=', version)
      .limit(most)
      .execute();
    for (const { id } of late) await approveBySilence(act, await hold(act, id));
  }
}

/** Goes on without the opinions whose time is over. */
export async function hearNoAnswer(act: Act): Promise<void> {
  const waiting = await own<DossierTables>(act.tx)
    .selectFrom('dossiers.dossiers')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('ended_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('opinion_due_at', '<', act.now)
    .limit(BATCH)
    .execute();
  for (const { id } of waiting) {
    const held = await hold(act, id);
    const over = held.dossier.opinions.find(
      ({ outcome, dueAt }) => outcome === 'open' && dueAt !== null && new Date(dueAt) < act.now,
    );
    const { procedure, agency, oneStop } = await wholeOf(act, held.dossier);
    // One at a time: the next run takes the next one of the same dossier.
    if (over) await noteSilence(act, held, processOf(procedure, agency, oneStop), over.token);
  }
}

export const timed: readonly Timed[] = [
  { name: 'dossiers.watch', cron: '*/30 * * * *', act: watch },
  { name: 'dossiers.escalate', cron: '*/15 * * * *', act: escalate },
  { name: 'dossiers.no-answer', cron: '*/10 * * * *', act: hearNoAnswer },
  { name: 'dossiers.silence', cron: '10 * * * *', act: (act) => hearSilence(act) },
];
